#include "ui/review/export_targets.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/review/prediction_export.h"
#include "core/review/review_report.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_address.h"

namespace vbs {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> namedTargets(const ExportTargets& targets)
{
    std::vector<fs::path> named;
    for (const fs::path& path :
         {targets.files.dataset, targets.files.annotations, targets.changes, targets.report, targets.predictions})
        if (!path.empty())
            named.push_back(path);
    return named;
}

bool isSamePlace(const fs::path& one, const fs::path& other)
{
    std::error_code code;
    return fs::equivalent(one, other, code) || fs::weakly_canonical(one, code) == fs::weakly_canonical(other, code);
}

fs::path besideWith(const fs::path& source, const std::string& end, const fs::path& suffix)
{
    // A folder may be written with a slash at its end.
    const fs::path whole = source.has_filename() ? source : source.parent_path();
    return whole.parent_path() / (whole.stem().string() + end + suffix.string());
}

const fs::path& firstOf(const DatasetFiles& sources)
{
    return sources.dataset.empty() ? sources.annotations : sources.dataset;
}

} // namespace

fs::path proposedTarget(const fs::path& source)
{
    if (source.empty())
        return {};
    const fs::path whole = source.has_filename() ? source : source.parent_path();
    return besideWith(source, "-reviewed", whole.extension());
}

fs::path proposedChanges(const DatasetFiles& sources)
{
    return besideWith(firstOf(sources), "-changes", ".csv");
}

fs::path proposedReport(const DatasetFiles& sources)
{
    return besideWith(firstOf(sources), "-report", ".html");
}

fs::path proposedPredictions(const ReviewProject& project)
{
    const bool isTable = project.format == "nlvr2" || project.format == "vcr";
    return besideWith(firstOf(project.files), "-predictions", isTable ? ".csv" : ".json");
}

void requireSafe(const ExportTargets& targets, const ReviewProject& project, const std::string& where)
{
    const std::string suffix = targets.changes.extension().string();
    if (!targets.changes.empty() && suffix != ".csv" && suffix != ".json")
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 should end with .csv or .json.", targets.changes.string()));
    if (!targets.report.empty() && targets.report.extension() != ".html")
        throw Error(ErrorCode::InvalidArgument, sentence("%1 should end with .html.", targets.report.string()));
    const std::vector<fs::path> named = namedTargets(targets);
    for (std::size_t i = 0; i < named.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (isSamePlace(named[i], named[j]))
                throw Error(ErrorCode::InvalidArgument,
                            sentence("%1 is named twice: each part needs a place of its own.", named[i].string()));
        if (!namesServer(where) && isSamePlace(named[i], where))
            throw Error(ErrorCode::InvalidArgument,
                        sentence("%1 is the review project itself: name another place.", named[i].string()));
        for (const fs::path& source : {project.files.dataset, project.files.annotations})
            if (!source.empty() && isSamePlace(named[i], source))
                throw Error(ErrorCode::InvalidArgument,
                            sentence("%1 is the data set itself, which an export never changes: name another place.",
                                     named[i].string()));
    }
}

std::vector<fs::path> takenTargets(const ExportTargets& targets)
{
    std::vector<fs::path> taken;
    for (const fs::path& path : namedTargets(targets)) {
        std::error_code code;
        if (fs::exists(path, code) && !(fs::is_directory(path, code) && fs::is_empty(path, code)))
            taken.push_back(path);
    }
    return taken;
}

ExportDone exportReview(const std::string& where, ExportScope scope, const ExportTargets& to, const JobControl& control)
{
    const auto store = openReviewProject(where);
    // What may turn out impossible comes before anything is written.
    PredictionExport results;
    if (!to.predictions.empty())
        results = exportPredictions(*store, control);
    std::string report;
    if (!to.report.empty())
        report = reviewReport(*store, {}, control);
    ExportDone done{exportDataset(*store, scope, to.files, control), 0, results.results, results.remarks};
    if (!to.changes.empty()) {
        control.report("Writing the list of changes");
        const std::vector<ListedChange> changes = changesOf(*store);
        const bool isTable = to.changes.extension() == ".csv";
        writeFileAtomically(to.changes, isTable ? changesAsCsv(changes) : jsonText(changesAsJson(changes)));
        done.listed = changes.size();
    }
    if (!to.predictions.empty())
        writeFileAtomically(to.predictions, results.text);
    if (!to.report.empty())
        writeFileAtomically(to.report, report);
    return done;
}

} // namespace vbs
