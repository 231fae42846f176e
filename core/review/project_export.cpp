#include "core/review/project_export.h"

#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/report/result_csv.h"
#include "core/review/correction.h"
#include "core/review/decisions_by_item.h"
#include "core/review/project_sources.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kScopeNames{"all", "without-rejected", "accepted"};

bool isIn(ExportScope scope, Verdict verdict)
{
    return scope == ExportScope::All ||
           (scope == ExportScope::WithoutRejected ? verdict != Verdict::Rejected : verdict == Verdict::Accepted);
}

/// A source and what is written for it.
void requireOther(const fs::path& source, const fs::path& target, const char* role)
{
    if (source.empty())
        return;
    if (target.empty()) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("The data set has a part \"%1\", for which no file to write is named.", role));
    }
    std::error_code code;
    const auto inside = fs::weakly_canonical(target, code).lexically_relative(fs::weakly_canonical(source, code));
    if (fs::equivalent(source, target, code) || (!inside.empty() && *inside.begin() != ".."))
        throw Error(
            ErrorCode::InvalidArgument,
            sentence("%1 is the data set itself, which an export never changes: name another place.", target.string()));
}

std::string joinedBy(const char* separator, const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
}

/// Spreadsheets compute what begins with one of these, whatever its quotes.
std::string harmlessCell(const std::string& text)
{
    return csvField(
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos ? "'" + text : text);
}

} // namespace

std::string_view nameOf(ExportScope scope)
{
    return kScopeNames.at(static_cast<std::size_t>(scope));
}

std::optional<ExportScope> exportScopeNamed(std::string_view name)
{
    const auto found = std::ranges::find(kScopeNames, name);
    if (found == kScopeNames.end())
        return std::nullopt;
    return static_cast<ExportScope>(found - kScopeNames.begin());
}

ExportReport exportDataset(const ReviewStore& store, ExportScope scope, const DatasetFiles& to,
                           const JobControl& control)
{
    const ReviewProject project = store.project();
    requireOther(project.files.dataset, to.dataset, "dataset");
    requireOther(project.files.annotations, to.annotations, "annotations");
    control.report(forPeople("Reading the data set"));
    if (const auto changes = changedSources(project, control); !changes.empty())
        throw Error(ErrorCode::Mismatch, changes.front().sentence);
    const auto dataset = datasetFormat(project.format).open(project.files, {});
    if (dataset->count() != store.count())
        throw Error(ErrorCode::Mismatch, sentence("The project has %1 items, the data set %2: the export needs the "
                                                  "files as they were when the project was made.",
                                                  store.count(), dataset->count()));
    std::map<std::size_t, Example> changed;
    std::set<std::size_t> left;
    const DecisionsByItem decisions = decisionsByItem(store);
    for (std::uint32_t number = 0; number < dataset->count(); ++number) {
        control.throwIfStopped();
        const auto found = decisions.find(number);
        const Standing standing =
            found == decisions.end() ? Standing() : standingOf(found->second, project.reviewersWanted);
        if (!isIn(scope, standing.verdict))
            left.insert(number);
        else if (standing.verdict == Verdict::Accepted && !standing.correction.empty())
            changed[number] = corrected(dataset->at(number), standing.correction);
    }
    control.report(forPeople("Writing the data set"));
    dataset->write(to, changed, left);
    return {dataset->count() - left.size(), changed.size(), left.size()};
}

std::vector<ListedChange> changesOf(const ReviewStore& store)
{
    std::vector<ListedChange> changes;
    const int wanted = store.project().reviewersWanted;
    for (const auto& [number, decisions] : decisionsByItem(store)) {
        const Standing standing = standingOf(decisions, wanted);
        if (standing.verdict == Verdict::Undecided ||
            (standing.verdict == Verdict::Accepted && standing.correction.empty()))
            continue;
        const Example example = store.item(number).example;
        ListedChange change{number, example.id, std::string(nameOf(standing.verdict)), {}, {}, standing.reviewers,
                            0,      {}};
        if (!standing.correction.empty()) {
            change.after = standing.correction;
            change.before = correctionOf(corrected(example, standing.correction), example);
        }
        for (const Decision& decision : decisions) {
            if (decision.undone)
                continue;
            change.time = decides(decision.kind) ? decision.time : change.time;
            if (decision.kind == DecisionKind::Comment)
                change.comment += (change.comment.empty() ? "" : "\n") + decision.value;
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

std::string changesAsCsv(const std::vector<ListedChange>& changes)
{
    std::string text = "item,verdict,before,after,reviewers,time,comment\r\n";
    for (const ListedChange& change : changes) {
        text += harmlessCell(change.id) + ',' + change.verdict + ',' + harmlessCell(change.before) + ',' +
                harmlessCell(change.after) + ',' + harmlessCell(joinedBy("; ", change.reviewers)) + ',' +
                utcTime(change.time) + ',' + harmlessCell(change.comment) + "\r\n";
    }
    return text;
}

OrderedJson changesAsJson(const std::vector<ListedChange>& changes)
{
    OrderedJson list = OrderedJson::array();
    for (const ListedChange& change : changes) {
        OrderedJson json = {{"item", change.id}, {"verdict", change.verdict}};
        if (!change.after.empty()) {
            json["before"] = parseOrderedJson(change.before, "A correction");
            json["after"] = parseOrderedJson(change.after, "A correction");
        }
        json["reviewers"] = change.reviewers;
        json["time"] = utcTime(change.time);
        if (!change.comment.empty())
            json["comment"] = change.comment;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace vbs
