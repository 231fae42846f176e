#include "app/commands/extract_command.h"

#include "app/commands/cache_option.h"
#include "app/commands/extract_fit.h"
#include "app/commands/extract_progress.h"
#include "app/commands/extract_report.h"
#include "app/commands/interrupt.h"
#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/data/picture_list.h"
#include "core/data/shard.h"
#include "core/engine/precision_text.h"
#include "core/regions/extraction_output.h"
#include "core/regions/extraction_run.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/extractor_precision.h"
#include "core/runtime/device.h"

#include <algorithm>
#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr char kFooter[] = "Several pictures or a folder need an output folder (one .safetensors each) or a "
                           ".tsv (LXMERT's ten columns).\n"
                           "An output that is there already is replaced, unless --resume goes on with it. "
                           "Pictures that cannot be extracted are\n"
                           "listed at the end with the reason and everything else is written; the exit code "
                           "is then 1. Ctrl+C keeps what is done.\n"
                           "--explain-fit extracts nothing: it says which extractor the pack or model wants.";

/// One key for all boxes, for outputs that hold many pictures.
std::string keyOfBoxes(const fs::path& path)
{
    std::error_code code;
    if (!fs::is_directory(path, code))
        return sha256OfFile(path);
    std::vector<std::string> files;
    for (fs::directory_iterator at(path, code), end; !code && at != end; at.increment(code))
        if (at->path().extension() == ".json")
            files.push_back(at->path().filename().string() + " " + sha256OfFile(at->path()));
    std::ranges::sort(files);
    std::string all;
    for (const std::string& file : files)
        all += file + "\n";
    return sha256(all);
}

class ExtractCommand : public Command {
public:
    std::string name() const override { return "extract"; }
    std::string help() const override { return "Find the regions of pictures and write their features"; }

    void declare(CLI::App& app) override
    {
        app.add_option("image", m_images, "pictures and folders of pictures");
        app.add_option("--list", m_lists, "file with the path of a picture or folder on each line");
        app.add_option("-o,--output", m_output, "FILE.safetensors for one picture, FILE.tsv, or a folder");
        std::string published;
        for (const std::string& name : publishedExtractorNames())
            published += name + ", ";
        app.add_option("--extractor", m_request.extractor,
                       published + "or a folder with config.json or config.yaml; without it the pack's");
        app.add_option("--pack", m_request.pack, "name or folder of the model pack; default: picture-book");
        app.add_option("--weights", m_weights,
                       "the extractor's weights: a file (alone: a published extractor's), or a folder with one");
        app.add_option("--min-size", m_request.limits.minSize, "shorter side of the resized picture, pixels")
            ->check(CLI::Range(1, 100000));
        app.add_option("--max-size", m_request.limits.maxSize, "limit of its longer side, pixels")
            ->check(CLI::Range(1, 100000));
        app.add_option("--max-regions", m_request.limits.maxRegions, "maximum number of regions per picture")
            ->check(CLI::Range(1, 100000));
        app.add_option("--boxes", m_boxes, "describe these boxes instead of finding regions: " + boxFormatsInWords());
        app.add_option("--device", m_device, "auto, cpu or cuda[:N]")->capture_default_str();
        app.add_option("--precision", m_request.precision, "auto, float32 or bfloat16")->capture_default_str();
        addThreadsOption(app);
        app.add_option("--batch", m_batch,
                       "pictures in one pass; 0: 1 on a processor, 8 on a GPU; several leave the cache aside")
            ->capture_default_str()
            ->check(CLI::Range(0, 1024));
        m_cache.declare(app);
        app.add_option("--shard", m_shard, "only the first of eight parts: 1/8; auto: by the task of a Slurm array");
        app.add_flag("--resume", m_resume, "skip pictures that are already done with the same settings");
        app.add_flag("--explain-fit", m_explainFit, "explain which extractor the pack or --model needs");
        app.add_option("--model", m_model, "with --explain-fit: folder of a checkpoint, for its config.json");
        app.add_flag("--json", m_json, "print one JSON document and nothing else");
        app.add_flag("--quiet", m_quiet, "no progress");
        app.footer(kFooter);
        app.parse_complete_callback([this] { checkUsage(); });
    }

    void run() override
    {
        if (m_explainFit) {
            m_request.weights = m_weights;
            explainFit(m_model, m_request, m_json);
            return;
        }
        const std::stop_token stop = stopOnInterrupt(); // before there are threads that do not know of it
        PictureList list = findPictures();
        if (!m_shard.empty())
            keepShard(list.pictures);
        const std::vector<ListedPicture>& pictures = list.pictures;
        requireOutputFor(pictures.size());
        std::optional<BoxFile> boxes = openBoxes(pictures);
        m_request.weights = m_weights;
        const ExtractorChoice choice = chooseExtractor(m_request);
        const DeviceInfo device = chooseDevice(m_device);
        const auto extractor = createRegionExtractor(choice, device.device);
        const std::string precision = extractorPrecision(choice.config, device.device);
        const ExtractionSettings settings{choice.name, extractor->fingerprint(), boxes ? keyOfBoxes(m_boxes) : ""};
        const auto output = makeExtractionOutput(m_output, settings, m_resume);
        ExtractionOptions options;
        options.batch = m_batch > 0 ? m_batch : device.device != "cpu" ? 8 : 1;
        options.boxes = boxes ? &*boxes : nullptr;
        BackgroundWork storing;
        RegionStore store({.cacheFolder = m_cache.folder(),
                           .diskBytes = m_cache.bytes(),
                           .mostAdded = m_cache.mostAdded(),
                           .computedBy = computedBy(device)},
                          storing);
        const ExtractionReport report =
            runExtraction(pictures, *extractor, store, *output, options, progressOfMany(m_quiet, stop));
        std::vector<std::string> remarks;
        for (const Sentence& remark : boxes ? boxes->remarks() : std::vector<Sentence>())
            remarks.push_back(remark.english());
        finish(report, {choice.name, extractor->fingerprint(), extractor->featureSize(), m_output, device.device,
                        precision, precisionNote(m_request.precision, precision), std::move(remarks), list.unlisted});
    }

private:
    void checkUsage() const
    {
        if (m_explainFit)
            return;
        if (!m_model.empty())
            throw CLI::ValidationError("--model",
                                       "goes with --explain-fit; name the extractor with --extractor or --pack");
        if (m_images.empty() && m_lists.empty())
            throw CLI::RequiredError("A picture, a folder or --list");
        if (m_output.empty())
            throw CLI::RequiredError("--output FILE.safetensors, FILE.tsv or a folder");
    }

    std::optional<BoxFile> openBoxes(const std::vector<ListedPicture>& pictures) const
    {
        if (m_boxes.empty())
            return std::nullopt;
        std::vector<std::string> paths;
        for (const ListedPicture& picture : pictures)
            paths.push_back(picture.path.string());
        BoxFile boxes = BoxFile::open(m_boxes);
        boxes.expect(paths);
        return boxes;
    }

    PictureList findPictures() const
    {
        std::vector<fs::path> given(m_images.begin(), m_images.end());
        for (const std::string& list : m_lists)
            for (fs::path& path : readPictureList(list))
                given.push_back(std::move(path));
        PictureList list = listPictures(given);
        if (list.pictures.empty())
            throw Error(ErrorCode::FileNotFound,
                        (given.empty() ? m_lists.front() : given.front().string()) + " holds no picture" +
                            (list.unlisted.empty() ? "." : ", as far as it can be read. " + list.unlisted.front()));
        return list;
    }

    /// A part of the pictures, told as `predict` tells its own, which keeps whole buckets of them together.
    void keepShard(std::vector<ListedPicture>& pictures) const
    {
        const Shard shard = shardNamed(m_shard);
        std::erase_if(pictures, [&](const ListedPicture& picture) { return !shard.has(pictureNumber(picture.id)); });
    }

    void requireOutputFor(std::size_t pictures) const
    {
        if (pictures > 1 && outputFormOf(m_output) == OutputForm::File) {
            throw Error(ErrorCode::InvalidArgument, std::to_string(pictures) +
                                                        " pictures do not fit into the single file " + m_output +
                                                        ": name a folder, or a file that ends in .tsv.");
        }
    }

    void finish(const ExtractionReport& report, const ExtractionSetup& setup) const
    {
        const std::string failures = failureSummary(report, setup);
        if (m_json)
            std::cout << jsonText(reportJson(report, setup)) << '\n';
        else if (!m_quiet || !failures.empty())
            printReport(report, setup);
        if (!report.abandoned.empty())
            throw Error(ErrorCode::FileUnwritable, report.abandoned);
        if (report.stopped) {
            throw Error(ErrorCode::Cancelled, "Stopped after " + std::to_string(report.written + report.alreadyDone) +
                                                  " of " + std::to_string(report.total) +
                                                  " pictures; run the same command with --resume to continue.");
        }
        if (!failures.empty())
            throw Error(ErrorCode::CorruptData, failures);
    }

    std::vector<std::string> m_images, m_lists;
    std::string m_output, m_weights, m_boxes, m_model, m_shard, m_device = "auto";
    ExtractorRequest m_request;
    CacheOption m_cache;
    std::size_t m_batch = 0;
    bool m_resume = false, m_explainFit = false, m_json = false, m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeExtractCommand()
{
    return std::make_unique<ExtractCommand>();
}

} // namespace vbs
