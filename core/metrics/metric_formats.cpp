#include "core/metrics/metric_formats.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/record_file.h"
#include "core/metrics/metric_files.h"

#include <array>
#include <fstream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

bool has(const fs::path& file, const char* key)
{
    return firstKeysOf(file).contains(key);
}

/// Annotations of both may stand first in their files, and be longer than what is looked at.
bool holdsBoxes(const fs::path& file)
{
    return firstBytesOf(file, 1u << 16).find("\"bbox\"") != std::string::npos;
}

constexpr std::array kFormats{
    MetricFormat{"vqa-v2", "VQA v2", "--annotations its annotations (and --dataset its questions, to check them)",
                 R"([{"question_id", "answer"}])",
                 [](const MetricFiles& files) {
                     return has(files.truth(), "annotations") && !has(files.truth(), "images") &&
                            !holdsBoxes(files.truth());
                 },
                 [](const MetricFiles& files, const BootstrapOptions& options) {
                     const bool apart = !files.annotations.empty() && has(files.dataset, "questions");
                     return vqaFilesReport(files.truth(), files.results, options, apart ? files.dataset : fs::path(),
                                           files.partial);
                 }},
    MetricFormat{"nlvr2", "NLVR2", "--dataset its JSON lines", "CSV without a head: identifier, True or False",
                 [](const MetricFiles& files) { return has(files.truth(), "identifier"); },
                 [](const MetricFiles& files, const BootstrapOptions& options) {
                     return nlvr2FilesReport(files.truth(), files.results, options, files.partial);
                 }},
    MetricFormat{"vcr", "VCR", "--dataset its JSON lines",
                 "CSV as the leaderboard takes it, or with the head annot_id,answer_label,rationale_label",
                 [](const MetricFiles& files) { return has(files.truth(), "answer_choices"); },
                 [](const MetricFiles& files, const BootstrapOptions& options) {
                     return vcrFilesReport(files.truth(), files.results, options, files.partial);
                 }},
    MetricFormat{"coco", "COCO's boxes", "--dataset its instances",
                 R"([{"image_id", "category_id", "bbox": [x, y, width, height], "score"}])",
                 [](const MetricFiles& files) {
                     return has(files.truth(), "images") ||
                            (has(files.truth(), "annotations") && holdsBoxes(files.truth()));
                 },
                 [](const MetricFiles& files, const BootstrapOptions& options) {
                     return cocoFilesReport(files.truth(), files.results, options);
                 }},
    MetricFormat{"phrases", "phrases", "nothing besides",
                 R"([{"type", "boxes": [[x1, y1, x2, y2]], "scores", "gold": [[…]], "picture"?}])",
                 [](const MetricFiles& files) { return files.truth().empty() && has(files.results, "gold"); },
                 [](const MetricFiles& files, const BootstrapOptions& options) {
                     return phraseFileReport(files.results, options);
                 }}};

std::string names()
{
    std::string list;
    for (const MetricFormat& format : kFormats)
        list += (list.empty() ? "" : ", ") + std::string(format.name);
    return list;
}

void requireContents(const fs::path& file)
{
    if (file.empty())
        return;
    std::error_code code;
    openForReading(file);
    if (fs::file_size(file, code) == 0)
        throw Error(ErrorCode::CorruptData, sentence("%1 is empty.", file.string()));
}

[[noreturn]] void refuse(const MetricFiles& files)
{
    if (files.truth().empty())
        throw Error(ErrorCode::InvalidArgument, sentence("%1 holds no phrases, which alone need no data set: name what "
                                                         "it is about with --dataset, or --annotations for VQA v2.",
                                                         files.results.string()));
    if (has(files.truth(), "questions"))
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("%1 holds questions alone: name their answers with --annotations.", files.truth().string()));
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("%1 is in none of the formats %2: check the file, or name its format.", files.truth().string(),
                         names()));
}

} // namespace

std::span<const MetricFormat> metricFormats()
{
    return kFormats;
}

const MetricFormat& metricFormatOf(const MetricFiles& files, std::string_view name)
{
    if (files.results.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("No results file is named: use --results."));
    for (const fs::path& file : {files.dataset, files.annotations, files.results})
        requireContents(file);
    for (const MetricFormat& format : kFormats) {
        if (name.empty() ? !format.recognises(files) : format.name != name)
            continue;
        if (files.truth().empty() && format.name != "phrases")
            throw Error(ErrorCode::InvalidArgument,
                        sentence("No data set is named: use --dataset, or --annotations for VQA v2."));
        return format;
    }
    if (!name.empty())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are no metrics for \"%1\": use one of %2.", name, names()));
    refuse(files);
}

} // namespace vbs
