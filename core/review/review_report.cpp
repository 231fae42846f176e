#include "core/review/review_report.h"

#include "core/base/error.h"
#include "core/report/html_page.h"
#include "core/report/html_tables.h"
#include "core/report/xml_text.h"
#include "core/review/change_words.h"
#include "core/review/correction.h"
#include "core/review/example_record.h"
#include "core/review/report_pictures.h"
#include "core/review/report_summary.h"

#include <array>

namespace vbs {

namespace {

constexpr const char* kReviewStyle = R"(
.shared { position: absolute; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; margin: .8rem 0; }
figure { margin: 0; max-width: 100%; }
figure svg { display: block; max-width: 100%; height: auto; border-radius: .3rem;
  font-family: "DejaVu Sans", Verdana, sans-serif; }
figcaption { color: var(--faint); font-size: .875rem; }
.absent { border: 1px dashed var(--faint); border-radius: .3rem; padding: 1rem; margin: 0; max-width: 22rem;
  overflow-wrap: anywhere; color: var(--faint); }
.asked, td { white-space: pre-line; overflow-wrap: anywhere; }
td, thead th { vertical-align: top; text-align: left; padding: .15rem .8rem .15rem 0; }
thead th { color: var(--faint); font-size: .875rem; }
tbody th { vertical-align: top; }
.facts th { width: 35%; }
.facts { color: var(--ink); font-size: 1rem; }
.changes th { width: 20%; } .changes td { width: 40%; }
.acts { font-size: .875rem; } .acts th { width: 12rem; } .acts td:nth-child(2) { width: 8rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.right { font-weight: 600; }
h2.kind { margin: 2rem 0 0; }
@media print { figure svg { max-height: 7cm; width: auto; } section.item { border-top: 1px solid var(--track); } }
)";

/// What became of an item; the page has them in this order.
enum class ItemKind { Changed, Rejected, Open, Remarked, Nothing };
struct KindWords {
    const char *heading, *none;
};
constexpr std::array<KindWords, 4> kKinds{{{"Changed", "No item was changed."},
                                           {"Rejected", "No item was rejected."},
                                           {"Open", "No item is left open."},
                                           {"Accepted as annotated, with a remark", ""}}};

ItemKind kindOf(const Standing& standing)
{
    const bool remarked = standing.flagged || standing.comments > 0;
    switch (standing.verdict) {
    case Verdict::Accepted:
        return !standing.correction.empty() ? ItemKind::Changed : remarked ? ItemKind::Remarked : ItemKind::Nothing;
    case Verdict::Rejected:
        return ItemKind::Rejected;
    case Verdict::Unsure:
        return ItemKind::Open;
    case Verdict::Undecided:
        break;
    }
    return remarked || !standing.reviewers.empty() || !standing.tags.empty() ? ItemKind::Open : ItemKind::Nothing;
}

std::vector<ReportBox> boxesOf(const Example& example)
{
    std::vector<ReportBox> boxes;
    std::map<std::string, std::size_t> colors;
    for (const LabelledBox& box : example.truth.boxes)
        boxes.push_back({box.box, box.label, colors.try_emplace(box.label, colors.size()).first->second});
    for (std::size_t p = 0; p < example.truth.phraseBoxes.size(); ++p)
        for (const Box& box : example.truth.phraseBoxes[p]) {
            const TextSpan span = p < example.phrases.size() ? example.phrases[p] : TextSpan();
            boxes.push_back({box, example.text.substr(span.begin, span.end - span.begin), p});
        }
    if (boxes.empty())
        for (std::size_t i = 0; i < example.boxes.size(); ++i)
            boxes.push_back({example.boxes[i], {}, i});
    return boxes;
}

std::string picturesOf(const Example& before, const Example& after, ReportPictures& pictures)
{
    const bool moved = before.truth.boxes != after.truth.boxes || before.truth.phraseBoxes != after.truth.phraseBoxes;
    const bool pair = before.pictures.size() > 1;
    std::string figures;
    for (std::size_t i = 0; i < before.pictures.size(); ++i) {
        const std::string side = !pair ? "" : i == 0 ? "left" : "right";
        const auto show = [&](const Example& example, const std::string& caption) {
            figures += pictures.shown(example.pictures[i], boxesOf(example), example.truth.width, example.truth.height,
                                      caption);
        };
        show(before, moved ? "before" : side);
        if (moved)
            show(after, "after");
    }
    return figures.empty() ? "" : "<div class=\"pictures\">\n" + figures + "</div>\n";
}

std::string choiceList(const Example& example)
{
    std::string list;
    for (std::size_t i = 0; i < example.choices.size(); ++i)
        list += html::element("li", example.choices[i], example.truth.label == i ? "right" : "");
    return list.empty() ? "" : "<ol>" + list + "</ol>\n";
}

std::string changesTable(const Example& before, const Example& after)
{
    std::string rows;
    for (const ChangedWords& change : changedWords(before, after))
        rows += "<tr>" + html::element("th", change.what) + html::element("td", change.before) +
                html::element("td", change.after) + "</tr>\n";
    return rows.empty() ? ""
                        : "<table class=\"changes\"><thead><tr><th></th><th>before</th><th>after</th></tr></thead>"
                          "<tbody>\n" +
                              rows + "</tbody></table>\n";
}

/// A correction that stands is in the table above; another one, of reviewers who disagree, is told here.
std::string actInWords(const Decision& act, const Example& example, const Standing& standing)
{
    std::string words(nameOf(act.kind));
    if (act.adjudicates)
        words += ", to settle it";
    if (act.kind != DecisionKind::Correct)
        return act.value.empty() ? words : words + ": " + act.value;
    if (act.value == standing.correction)
        return words;
    if (act.value.empty())
        return words + ": as annotated";
    for (const ChangedWords& change : changedWords(example, corrected(example, act.value)))
        words += "\n" + change.what + ": " + change.after;
    return words;
}

std::string actsTable(const std::vector<Decision>& acts, const Example& example, const Standing& standing)
{
    std::string rows;
    for (const Decision& act : acts)
        if (!act.undone)
            rows += "<tr>" + html::element("th", utcTime(act.time)) + html::element("td", act.reviewer) +
                    html::element("td", actInWords(act, example, standing)) + "</tr>\n";
    return "<table class=\"acts\"><tbody>\n" + rows + "</tbody></table>\n";
}

std::string statusOf(const Standing& standing, const Example& example)
{
    std::string words = standing.conflict ? "reviewers disagree" : std::string(nameOf(standing.verdict));
    words += standing.flagged ? " \u00b7 flagged" : "";
    for (const std::string& tag : standing.tags)
        words += " \u00b7 tag: " + tag;
    return words + (example.type.empty() ? "" : " \u00b7 " + example.type);
}

std::string itemSection(const ReviewStore& store, const std::string& model, std::uint32_t number,
                        const std::vector<Decision>& acts, const Standing& standing, ReportPictures& pictures)
{
    const Example example = store.item(number).example;
    try {
        const Example now = corrected(example, standing.correction);
        std::string html = "<section class=\"item\">\n" + html::element("h3", example.id) + "\n" +
                           html::element("p", statusOf(standing, example), "about") + "\n" +
                           picturesOf(example, now, pictures);
        if (!example.text.empty())
            html += html::element("p", example.text, "asked") + "\n";
        html += choiceList(now);
        const std::string changes = changesTable(example, now);
        html += changes.empty() ? html::element("p", "Annotated: " + truthInWords(example)) + "\n" : changes;
        if (const auto prediction = model.empty() ? std::nullopt : store.prediction(model, number);
            prediction && !prediction->guess.empty())
            html += html::element("p", "The model says: " + prediction->guess) + "\n";
        return html + actsTable(acts, example, standing) + "</section>\n";
    } catch (const Error& e) {
        throw e.withContext("Item " + example.id);
    }
}

std::string remarkOn(const ReportPictures& pictures)
{
    std::string words;
    if (pictures.leftOut() > 0)
        words += "Pictures beyond the first " + std::to_string(pictures.embedded()) + ", " +
                 std::to_string(pictures.leftOut()) + " in number, are left out and named in their places. ";
    if (pictures.unreadable() > 0)
        words += "Pictures that could not be read: " + std::to_string(pictures.unreadable()) + ". ";
    return words.empty() ? "" : html::element("p", words, "about") + "\n";
}

} // namespace

std::string reviewReport(const ReviewStore& store, const ReviewReportOptions& options, const JobControl& control)
{
    const ReviewProject project = store.project();
    const DecisionsByItem decisions = decisionsByItem(store);
    std::array<std::vector<std::pair<std::uint32_t, Standing>>, kKinds.size()> kinds;
    std::size_t listed = 0, done = 0;
    for (const auto& [number, acts] : decisions) {
        Standing standing = standingOf(acts, project.reviewersWanted);
        const ItemKind kind = kindOf(standing);
        if (kind == ItemKind::Nothing)
            continue;
        kinds[static_cast<std::size_t>(kind)].emplace_back(number, std::move(standing));
        ++listed;
    }
    ReportPictures pictures(options.pictures);
    std::string sections;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        if (kinds[kind].empty() && kKinds[kind].none[0] == 0)
            continue;
        sections += "<h2 class=\"kind\">" + xmlText(kKinds[kind].heading) + " (" + std::to_string(kinds[kind].size()) +
                    ")</h2>\n";
        if (kinds[kind].empty())
            sections += html::element("p", kKinds[kind].none) + "\n";
        for (const auto& [number, standing] : kinds[kind]) {
            control.throwIfStopped();
            control.report(forPeople("Writing the report"), double(done++) / double(listed));
            sections += itemSection(store, project.model, number, decisions.at(number), standing, pictures);
        }
    }
    control.report(forPeople("Measuring the model"));
    const std::string summary = html::projectSection(store, decisions) +
                                html::metricsSection(store, options.bootstrap, control) + html::agreementSection(store);
    return html::page("Review of " + project.name, kReviewStyle,
                      pictures.definitions() + summary + remarkOn(pictures) + sections);
}

} // namespace vbs
