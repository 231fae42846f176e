#include "core/review/project_import.h"

#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/review/project_sources.h"

#include <unordered_set>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kItemsAtOnce = 4096;

fs::path absolutePath(const fs::path& path)
{
    return path.empty() ? path : fs::absolute(path).lexically_normal();
}

} // namespace

ProjectDraft draftOf(const DatasetFiles& files, const std::string& format, const std::string& name)
{
    const DatasetFiles absolute{absolutePath(files.dataset), absolutePath(files.annotations),
                                absolutePath(files.images)};
    const DatasetFormat& known = formatOf(absolute, format);
    ProjectDraft draft{{}, known.open(absolute, {})};
    if (draft.dataset->count() == 0)
        throw Error(ErrorCode::InvalidArgument, sentence("%1 holds nothing to review.", files.dataset.string()));
    const fs::path& named = absolute.dataset.empty() ? absolute.annotations : absolute.dataset;
    draft.project.name = name.empty() ? named.stem().string() : name;
    draft.project.format = known.name;
    draft.project.files = absolute;
    return draft;
}

DraftSummary summaryOf(const ProjectDraft& draft, const JobControl& control)
{
    const Dataset& dataset = *draft.dataset;
    DraftSummary summary{dataset.count(), 0, 0, {}, dataset.remarks(), dataset.at(0)};
    std::unordered_set<std::string> pictures;
    for (std::size_t i = 0; i < dataset.count(); ++i) {
        control.throwIfStopped();
        if (i % kItemsAtOnce == 0)
            control.report(forPeople("Looking at every item"), double(i) / double(dataset.count()));
        const Example example = dataset.at(i);
        for (const fs::path& picture : example.pictures)
            pictures.insert(picture.string());
        if (example.fault.empty())
            continue;
        ++summary.faulty;
        if (summary.faults.size() < kMostFaultsShown)
            summary.faults.push_back(example.id + ": " + example.fault);
    }
    summary.pictures = pictures.size();
    return summary;
}

void importInto(ReviewStore& store, const ProjectDraft& draft, const JobControl& control)
{
    const Dataset& dataset = *draft.dataset;
    std::unordered_set<std::string> ids;
    std::vector<ReviewItem> items;
    for (std::size_t i = 0; i < dataset.count(); ++i) {
        control.throwIfStopped();
        ReviewItem item{std::uint32_t(i), dataset.at(i)};
        if (!ids.insert(item.example.id).second) {
            throw Error(ErrorCode::CorruptData,
                        sentence("The data set has two items with the id %1, so that decisions on them cannot be told "
                                 "apart: give every item an id of its own.",
                                 item.example.id));
        }
        items.push_back(std::move(item));
        if (items.size() < kItemsAtOnce && i + 1 < dataset.count())
            continue;
        store.addItems(items);
        items.clear();
        control.report(forPeople("Making the project"), double(i + 1) / double(dataset.count()));
    }
    ReviewProject project = draft.project;
    project.sources = sourcesOf(project.files, control);
    store.setProject(project);
}

} // namespace vbs
