#include "app/commands/diff_command.h"

#include "app/commands/dataset_format_option.h"
#include "app/commands/engine_options.h"
#include "app/commands/find_by_option.h"
#include "core/base/file_io.h"
#include "core/datasets/dataset_formats.h"
#include "core/diff/model_diff.h"
#include "core/pack/pack_catalog.h"

#include <iostream>

namespace vbs {
namespace {

class DiffCommand : public Command {
public:
    std::string name() const override { return "diff"; }
    std::string help() const override
    {
        return "Compare two models on a data set: where they differ, and who is right";
    }

    void declare(CLI::App& app) override
    {
        app.add_option("--pack", m_packs, "name or folder of a model pack; twice: A and B")
            ->required()
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        app.add_option("--precision", m_precisions, "float32 or bfloat16; twice, where A's is not B's")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        app.add_option("--dataset", m_files.dataset, "the data set: see below")->required();
        app.add_option("--annotations", m_files.annotations, "its annotations, where they are kept apart");
        app.add_option("--images", m_files.images, "folder of its pictures")->required();
        addDatasetFormatOption(app, m_format);
        addFindByOption(app, "--find-by", m_findBy);
        app.add_option("--show", m_show, "how many of the examples that differ to print")->capture_default_str();
        app.add_option("--differences", m_differences, "write all examples that differ to this CSV file");
        app.add_option("--resamples", m_intervals.resamples, "of the intervals' bootstrap; 0: no intervals")
            ->check(CLI::Range(0, 100'000))
            ->capture_default_str();
        app.add_option("--seed", m_intervals.seed, "of the same")->capture_default_str();
        m_engine.declareWithoutModel(app);
        std::string files;
        for (const DatasetFormat& format : datasetFormats())
            if (format.task)
                files += "\n  " + std::string(format.name) + ": " + std::string(format.files);
        app.footer("What --dataset and --annotations are:" + files +
                   "\nExamples with a picture or another file that is missing or damaged are left out and listed at "
                   "the end; the exit\ncode is then 1.");
    }

    void run() override
    {
        requireTwo();
        m_engine.keepRegions = false; // a data set's are not worth a user's disk
        const auto engine = m_engine.create();
        LoadPackResult loaded[2];
        for (std::size_t model = 0; model < 2; ++model)
            loaded[model] = engine->loadPack({findPack(m_packs[model]), precisionOf(model)}, m_engine.control());
        const auto dataset = formatOf(m_files, m_format).open(m_files, {});
        const ModelDiff diff = diffOnDataset(*engine, {loaded[0].id, loaded[1].id}, *dataset, phraseSourceOf(m_findBy),
                                             m_intervals, m_engine.control());
        if (!m_differences.empty())
            writeFileAtomically(m_differences, diffCsv(diff));
        if (m_engine.json)
            printJson(diff, loaded, *dataset);
        else
            std::cout << diffText(diff, {titleOf(loaded[0]), titleOf(loaded[1])}, m_show);
        tellWhatIsMissing(diff, *dataset);
    }

private:
    std::string precisionOf(std::size_t model) const
    {
        if (m_precisions.empty())
            return {};
        return m_precisions[std::min(model, m_precisions.size() - 1)];
    }

    void requireTwo() const
    {
        if (m_packs.size() != 2)
            throw Error(ErrorCode::InvalidArgument, "Two models are compared: give --pack twice.");
        if (m_precisions.size() > 2)
            throw Error(ErrorCode::InvalidArgument, "There are two models: give --precision once or twice.");
        if (findPack(m_packs[0]) == findPack(m_packs[1]) && precisionOf(0) == precisionOf(1))
            throw Error(ErrorCode::InvalidArgument,
                        "A and B are the same model: name another pack, or give --precision twice.");
    }

    static std::string titleOf(const LoadPackResult& loaded)
    {
        return loaded.pack.name + " in " + loaded.device.precision;
    }

    void printJson(const ModelDiff& diff, const LoadPackResult (&loaded)[2], const Dataset& dataset) const
    {
        OrderedJson json = OrderedJson::object();
        const char* const keys[] = {"a", "b"};
        for (std::size_t model = 0; model < 2; ++model)
            json[keys[model]] = {{"pack", loaded[model].pack.name}, {"precision", loaded[model].device.precision}};
        json.update(diffJson(diff));
        json["remarks"] = dataset.remarks();
        std::cout << jsonText(json) << '\n';
    }

    /// The numbers are told by then; the exit code says that they are not of the whole data set.
    void tellWhatIsMissing(const ModelDiff& diff, const Dataset& dataset) const
    {
        std::cout.flush();
        for (const std::string& remark : dataset.remarks())
            std::cerr << remark << '\n';
        if (diff.failures.empty())
            return;
        if (!m_engine.json)
            for (const ModelDiff::Failure& failure : diff.failures)
                std::cerr << "left out: " << failure.example << ": " << failure.reason << '\n';
        throw Error(ErrorCode::CorruptData, std::to_string(diff.failures.size()) + " of " +
                                                std::to_string(diff.failures.size() + diff.examples) +
                                                " examples could not be asked; the numbers are of the others.");
    }

    std::vector<std::string> m_packs, m_precisions;
    DatasetFiles m_files;
    std::string m_format, m_findBy;
    std::filesystem::path m_differences;
    std::size_t m_show = 10;
    BootstrapOptions m_intervals;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeDiffCommand()
{
    return std::make_unique<DiffCommand>();
}

} // namespace vbs
