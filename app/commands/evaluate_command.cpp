#include "app/commands/evaluate_command.h"

#include "app/commands/dataset_format_option.h"
#include "app/commands/engine_options.h"
#include "app/commands/find_by_option.h"
#include "core/base/error.h"
#include "core/datasets/dataset_evaluation.h"
#include "core/datasets/dataset_formats.h"
#include "core/engine/task_table.h"
#include "core/picture_book/evaluation/faithfulness.h"
#include "core/picture_book/evaluation/scene_evaluation.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class EvaluateCommand : public Command {
public:
    std::string name() const override { return "evaluate"; }
    std::string help() const override { return "Measure a pack on a data set, or on unseen picture-book scenes"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--scenes", m_options.scenes, "how many scenes")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000000));
        app.add_option("--seed", m_options.seed, "seed of the scenes")->capture_default_str();
        app.add_option("--questions-per-scene", m_options.questionsPerScene, "on average; drawn evenly over the types")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        app.add_option("--task", m_taskNames, "only these; default: every task that the pack has")
            ->check(CLI::IsMember(names()));
        app.add_flag("--faithfulness", m_faithful,
                     "measure the explanations instead: how accuracy falls as regions are hidden in their order");
        app.add_option("--questions", m_faithfulness.questions, "of --faithfulness")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000000));
        app.add_option("--dataset", m_files.dataset, "measure on this data set instead of scenes");
        app.add_option("--annotations", m_files.annotations, "its annotations, where they are kept apart");
        app.add_option("--images", m_files.images, "folder of its pictures");
        addDatasetFormatOption(app, m_format);
        addFindByOption(app, "--find-by", m_findBy);
        app.add_flag("--blind", m_blind, "with --dataset: ask the text alone, too");
        app.footer("What --dataset and --annotations are:" + filesHelp() +
                   "\nExamples with a picture or another file that is missing or damaged are left out and listed at "
                   "the end; the exit\ncode is then 1.");
        m_engine.declare(app);
    }

    void run() override
    {
        PackInfo pack;
        DeviceInfo device;
        m_engine.keepRegions = false; // thousands of scenes are not worth a user's disk
        const auto engine = m_engine.load(pack, device);
        if (m_faithful)
            return runFaithfulness(*engine, pack);
        if (!m_files.dataset.empty() || !m_files.annotations.empty())
            return runDataset(*engine, pack);
        m_options.tasks = pack.tasks;
        m_options.findBy = phraseSourceOf(m_findBy);
        if (!m_taskNames.empty()) {
            m_options.tasks.clear();
            for (const std::string& name : m_taskNames)
                m_options.tasks.push_back(*taskNamed(name));
        }
        const SceneEvaluation evaluation = evaluateOnScenes(*engine, m_options, m_engine.control());
        if (m_engine.json) {
            OrderedJson json = evaluation.toJson();
            json["pack"] = pack.name;
            json["scenes"] = m_options.scenes;
            json["seed"] = m_options.seed;
            std::cout << jsonText(json) << '\n';
            return;
        }
        std::printf("%-30s %9s %9s %6s\n", "task and type", "accuracy", "blind", "count");
        for (const auto& [task, scores] : evaluation.tasks) {
            printRow(task.c_str(), scores.all());
            for (const auto& [type, score] : scores.byType)
                printRow(("  " + type).c_str(), score);
        }
        std::printf("detector: AP50 %.3f, recall %.3f, colours %.3f\n", evaluation.ap50, evaluation.recall,
                    evaluation.attributeAccuracy);
    }

private:
    static std::vector<std::string> names()
    {
        const std::vector<std::string_view> known = taskNames();
        return {known.begin(), known.end()};
    }

    static std::string filesHelp()
    {
        std::string help;
        for (const DatasetFormat& format : datasetFormats())
            if (format.task)
                help += "\n  " + std::string(format.name) + ": " + std::string(format.files);
        return help;
    }

    void runDataset(InferenceBackend& engine, const PackInfo& pack)
    {
        if (m_files.images.empty())
            throw Error(ErrorCode::InvalidArgument, "No folder of pictures is named: use --images.");
        const DatasetFormat& format = formatOf(m_files, m_format);
        const auto dataset = format.open(m_files, {});
        const DatasetEvaluation evaluation =
            evaluateOnDataset(engine, *dataset, m_blind, phraseSourceOf(m_findBy), m_engine.control());
        if (m_engine.json) {
            OrderedJson json = evaluation.toJson();
            json["pack"] = pack.name;
            json["format"] = format.name;
            json["remarks"] = dataset->remarks();
            std::cout << jsonText(json) << '\n';
            requireWhole(evaluation);
            return;
        }
        std::printf("%zu examples of %s", evaluation.examples, std::string(format.title).c_str());
        if (evaluation.withoutTruth > 0)
            std::printf(", %zu without a label left out", evaluation.withoutTruth);
        std::printf("\n");
        const auto blind = evaluation.blind.means();
        for (const auto& [measure, value] : evaluation.seen.means())
            printMeasure(measure, value, blind);
        for (const auto& [type, mean] : evaluation.seen.accuracyByType())
            if (!type.empty())
                std::printf("  %-28s %7.2f %% %6zu\n", type.c_str(), 100 * mean.mean, mean.count);
        for (const DatasetEvaluation::Failure& failure : evaluation.failures)
            std::fprintf(stderr, "left out: %s: %s\n", failure.example.c_str(), failure.reason.c_str());
        for (const std::string& remark : dataset->remarks())
            std::fprintf(stderr, "%s\n", remark.c_str());
        requireWhole(evaluation);
    }

    /// The numbers are told by then; the exit code says that they are not of the whole data set.
    static void requireWhole(const DatasetEvaluation& evaluation)
    {
        if (evaluation.failures.empty())
            return;
        std::fflush(stdout);
        throw Error(ErrorCode::CorruptData, std::to_string(evaluation.failures.size()) + " of " +
                                                std::to_string(evaluation.failures.size() + evaluation.examples) +
                                                " examples could not be asked, the first being " +
                                                evaluation.failures.front().example +
                                                "; the numbers are of the others.");
    }

    static void printMeasure(const std::string& measure, double value, const std::map<std::string, double>& blind)
    {
        std::printf("%-30s %7.2f %%", measure.c_str(), 100 * value);
        if (const auto found = blind.find(measure); found != blind.end())
            std::printf(" %7.2f %% blind", 100 * found->second);
        std::printf("\n");
    }

    void runFaithfulness(InferenceBackend& engine, const PackInfo& pack)
    {
        m_faithfulness.scenes = m_options.scenes;
        m_faithfulness.seed = m_options.seed;
        const Faithfulness result = measureFaithfulness(engine, m_faithfulness, m_engine.control());
        if (m_engine.json) {
            OrderedJson json = result.toJson();
            json["pack"] = pack.name;
            json["seed"] = m_options.seed;
            std::cout << jsonText(json) << '\n';
            return;
        }
        std::printf("Area under the accuracy curve as regions are hidden (%d questions, 95 %% intervals)\n",
                    result.questions);
        std::printf("%-10s %24s %24s %24s\n", "method", "most important first", "against random",
                    "least important first");
        for (const Faithfulness::Method& method : result.methods) {
            std::printf("%-10s %24s %24s %24s\n", method.name.c_str(), text(method.mostFirst).c_str(),
                        text(method.mostAgainstRandom).c_str(), text(method.leastFirst).c_str());
        }
    }

    static std::string text(const Estimate& estimate)
    {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.3f (%.3f … %.3f)", estimate.value, estimate.low, estimate.high);
        return buffer;
    }

    static void printRow(const char* name, const SceneEvaluation::Score& score)
    {
        std::printf("%-30s %7.1f %% %7.1f %% %6d\n", name, 100 * score.accuracy(), 100 * score.blind(), score.count);
    }

    SceneEvaluationOptions m_options;
    FaithfulnessOptions m_faithfulness;
    std::vector<std::string> m_taskNames;
    DatasetFiles m_files;
    std::string m_format, m_findBy;
    bool m_faithful = false, m_blind = false;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeEvaluateCommand()
{
    return std::make_unique<EvaluateCommand>();
}

} // namespace vbs
