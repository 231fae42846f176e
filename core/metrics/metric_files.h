#pragma once

#include "core/metrics/agreement.h"
#include "core/metrics/bootstrap.h"

#include <filesystem>
#include <map>
#include <string>

/// Metrics of results files as the challenges take them. Files are read record by record.
/// @throws Error, all of them, naming file and record: FileNotFound, FileUnreadable, TooLarge, CorruptData; (Mismatch)
/// naming items that the results lack, have twice, or have and the data set has not.
/// @param partial items that the results lack are left out, and a remark counts them.
namespace vbs {

/// VQA v2. @param results [{"question_id", "answer"}], every question once. @param questions may be empty: otherwise
/// every annotation has to be of one of them.
MetricReport vqaFilesReport(const std::filesystem::path& annotations, const std::filesystem::path& results,
                            const BootstrapOptions& options, const std::filesystem::path& questions = {},
                            bool partial = false);

/// NLVR2. @param results CSV without a head: identifier, True or False; further columns are passed over.
MetricReport nlvr2FilesReport(const std::filesystem::path& dataset, const std::filesystem::path& results,
                              const BootstrapOptions& options, bool partial = false);

/// VCR. @param results CSV with the head of the leaderboard's submissions: annot_id, answer_0 … answer_3,
/// rationale_conditioned_on_a0_0 … rationale_conditioned_on_a3_3; the reason is read from the columns of the right
/// answer. Or with the head annot_id, answer_label, rationale_label, the latter chosen given the right answer.
MetricReport vcrFilesReport(const std::filesystem::path& dataset, const std::filesystem::path& results,
                            const BootstrapOptions& options, bool partial = false);

/// Phrases. @param items [{"type", "boxes": [[x1, y1, x2, y2]], "scores", "gold": [[…]], "picture"?}]
MetricReport phraseFileReport(const std::filesystem::path& items, const BootstrapOptions& options);

/// COCO's boxes. @param results [{"image_id", "category_id", "bbox": [x, y, width, height], "score"}]
MetricReport cocoFilesReport(const std::filesystem::path& annotations, const std::filesystem::path& results,
                             const BootstrapOptions& options);

/// {"raters": [[…], …]}, or under another key: what each rater said of each item, null where nothing.
Ratings readRatings(const std::filesystem::path& path, const std::string& key = "raters");

} // namespace vbs
