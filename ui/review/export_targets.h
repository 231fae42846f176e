#pragma once

#include "core/review/project_export.h"

#include <string>
#include <vector>

namespace vbs {

/// What an export writes: the data set's roles, images apart, and more on request.
struct ExportTargets {
    DatasetFiles files;
    std::filesystem::path changes{};     ///< .csv or .json; empty: no list
    std::filesystem::path report{};      ///< .html; empty: none
    std::filesystem::path predictions{}; ///< empty: none
};

/// "questions-reviewed.json" beside "questions.json", "boxes-reviewed" beside the folder "boxes"; empty for empty.
std::filesystem::path proposedTarget(const std::filesystem::path& source);

/// "questions-changes.csv" and "questions-report.html" beside the data set.
std::filesystem::path proposedChanges(const DatasetFiles& sources);
std::filesystem::path proposedReport(const DatasetFiles& sources);

/// "questions-predictions.json" beside the data set, or with the suffix of the challenge's form.
std::filesystem::path proposedPredictions(const ReviewProject& project);

/// @param where the project's own place.
/// @throws Error (InvalidArgument) for targets that are one file, the project's, one of the data set's, or for a list
/// or a report with another suffix.
void requireSafe(const ExportTargets& targets, const ReviewProject& project, const std::string& where);

/// Those that are there already and would be replaced. An empty folder is none.
std::vector<std::filesystem::path> takenTargets(const ExportTargets& targets);

struct ExportDone {
    ExportReport report;
    std::size_t listed = 0;             ///< changes, where a list was wanted
    std::size_t results = 0;            ///< of the model, where they were wanted
    std::vector<std::string> remarks{}; ///< see PredictionExport
};

/// Opens the project for itself and writes all targets; where the model's answers or the report cannot be made,
/// nothing. A thread's work.
/// @throws Error as openReviewProject, exportPredictions, reviewReport and exportDataset; (FileUnwritable).
ExportDone exportReview(const std::string& where, ExportScope scope, const ExportTargets& to,
                        const JobControl& control);

} // namespace vbs
