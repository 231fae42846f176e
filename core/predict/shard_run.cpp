#include "core/predict/shard_run.h"

#include "core/base/error.h"
#include "core/checkpoint/torch_errors.h"
#include "core/predict/prediction_pipeline.h"
#include "core/predict/run_description.h"
#include "core/predict/run_parts.h"
#include "core/regions/folder_lock.h"
#include "core/review/prediction_run.h"

#include <algorithm>

namespace vbs {

namespace {

namespace fs = std::filesystem;

void requireOneRun(const RunDescription& own, const RunDescription& other, const fs::path& run)
{
    const Sentence difference = own.differenceTo(other);
    if (!difference.english().empty())
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 holds another run: %2. Use the same options, or another --output.", run, difference));
}

/// A shard's folder, with what an earlier run left in it.
class ShardState {
public:
    ShardState(const ShardRunOptions& options, const RunDescription& description)
        : m_folder(ShardFolder::of(options.output, options.shard)),
          m_lock(made(m_folder.folder), FolderLock::Kind::Alone)
    {
        if (!m_lock.isHeld())
            throw Error(ErrorCode::FileUnwritable,
                        sentence("Another program is predicting the shard %1 into %2: wait for it, or name another "
                                 "--output.",
                                 options.shard.name(), options.output));
        std::error_code code;
        if (fs::is_directory(options.output / "shards", code))
            requireFit(options, description);
        m_lines = linesOf(m_folder.answers(), &m_whole);
        if (!m_lines.empty() && !options.resume)
            throw Error(ErrorCode::InvalidArgument,
                        sentence("%1 holds %2 predictions of this shard already: go on with --resume, or name another "
                                 "--output.",
                                 options.output, m_lines.size()));
        writeJsonFile(m_folder.description(), description.toJson());
    }

    /// By example: whether its line is there. @throws Error (Mismatch) for lines that are not this shard's.
    std::vector<bool> done(const ShardPlan& plan) const
    {
        std::vector<bool> own(plan.all), done(plan.all);
        for (const ShardPlan::Piece& piece : plan.pieces)
            for (const std::uint32_t item : piece)
                own[item] = true;
        for (const LinePlace& line : m_lines) {
            if (line.item >= plan.all || !own[line.item] || done[line.item])
                throw Error(ErrorCode::Mismatch,
                            sentence("%1 has an answer to the item %2 that is not this shard's, or is there twice: "
                                     "remove the folder, and predict the shard again.",
                                     m_folder.answers(), line.item));
            done[line.item] = true;
        }
        return done;
    }

    std::size_t failedBefore() const { return std::size_t(std::ranges::count(m_lines, true, &LinePlace::isFault)); }
    std::size_t before() const { return m_lines.size(); }
    std::uint64_t whole() const { return m_whole; }
    const ShardFolder& folder() const { return m_folder; }

private:
    static const fs::path& made(const fs::path& folder)
    {
        std::error_code code;
        fs::create_directories(folder, code);
        if (code)
            throw Error(ErrorCode::FileUnwritable, sentence("%1 cannot be made: %2.", folder, code.message()));
        return folder;
    }

    static void requireFit(const ShardRunOptions& options, const RunDescription& description)
    {
        for (fs::directory_iterator at(options.output / "shards"), end; at != end; ++at)
            if (const fs::path file = at->path() / "run.json"; fs::exists(file))
                requireOneRun(description, RunDescription::read(file), options.output);
    }

    ShardFolder m_folder;
    FolderLock m_lock;
    std::uint64_t m_whole = 0;
    std::vector<LinePlace> m_lines;
};

ShardRunReport reportOf(const ShardCounts& counts, const RunDescription& description, const DeviceInfo& device)
{
    ShardRunReport report;
    report.items = counts.items;
    report.before = counts.before;
    report.done = counts.before + counts.done;
    report.failed = counts.failed;
    report.pictures = counts.pictures;
    report.looked = counts.looked;
    report.known = counts.known;
    report.batches = counts.batches;
    report.paddingShare = counts.cells > 0 ? double(counts.padding) / double(counts.cells) : 0;
    report.networkSeconds = double(counts.networkMicros) / 1e6;
    report.extractorSeconds = double(counts.extractorMicros) / 1e6;
    report.batch = description.batch;
    report.model = description.model;
    report.device = device.device;
    report.precision = device.precision;
    return report;
}

ShardRunReport predictShard(const ShardRunOptions& options, const JobControl& control)
{
    RunParts parts(options, control);
    RunDescription description;
    description.task = nameOf(options.task);
    description.format = parts.format.name;
    description.files = options.files;
    description.model = reviewModelOf(parts.pack.info());
    description.precision = parts.device.precision;
    description.batch = parts.batch;
    description.top = options.top;
    description.shard = options.shard;
    const ShardPlan plan = planShard(*parts.dataset, options.files.images, options.shard, description.batch, control);
    description.fingerprint = plan.fingerprint;
    description.items = plan.all;

    const ShardState state(options, description);
    ShardCounts counts;
    counts.items = plan.items;
    counts.pictures = plan.pictures;
    counts.before = state.before();
    counts.failed = state.failedBefore();
    BackgroundWork storing;
    RegionStore store(parts.storeOptions(options), storing);
    AnswerFile file(state.folder().answers(), state.whole());
    ShardProgress progress(state.folder().progress(), options.shard.index + 1, options.shard.count, counts);
    PredictionPipeline pipeline({*parts.dataset, parts.stages, store, file, counts, progress},
                                {options.top, description.batch, state.done(plan)}, control);
    bool isComplete = false;
    try {
        isComplete = pipeline.run(plan);
        file.synchronise();
    } catch (const Error&) {
        progress.close("failed");
        throw;
    }
    progress.close(isComplete ? "finished" : "stopped");
    ShardRunReport report = reportOf(counts, description, parts.device);
    report.seconds = progress.seconds();
    report.isComplete = isComplete;
    for (const Sentence& remark : parts.dataset->remarks())
        report.remarks.push_back(remark.english());
    return report;
}

} // namespace

OrderedJson ShardRunReport::toJson() const
{
    const auto share = [&](double part) { return seconds > 0 ? part / seconds : 0; };
    return {{"items", items},
            {"done", done},
            {"done_before", before},
            {"failed", failed},
            {"pictures", pictures},
            {"pictures_looked_at", looked},
            {"from_cache", known},
            {"seconds", seconds},
            {"items_per_second", share(double(now()))},
            {"batch", batch},
            {"batches", batches},
            {"padding_share", paddingShare},
            {"network_busy", share(networkSeconds)},
            {"extractor_busy", share(extractorSeconds)},
            {"model", model},
            {"device", device},
            {"precision", precision},
            {"complete", isComplete},
            {"remarks", remarks}};
}

std::unique_ptr<Dataset> openToAsk(const DatasetFormat& format, const DatasetFiles& files)
{
    DatasetFiles asked = files;
    if (format.name == "vqa-v2")
        asked.annotations.clear();
    return format.open(asked, {});
}

ShardRunReport runShard(const ShardRunOptions& options, const JobControl& control)
try {
    return predictShard(options, control);
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves
}

} // namespace vbs
