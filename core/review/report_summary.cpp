#include "core/review/report_summary.h"

#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "core/report/html_tables.h"
#include "core/review/change_words.h"

#include <algorithm>
#include <array>

namespace vbs::html {

namespace {

constexpr std::size_t kLongestSlice = 12;

std::string line(const std::string& name, const std::string& value)
{
    return "<tr>" + element("th", name) + element("td", value) + "</tr>\n";
}

std::string countedWords(std::size_t count, const std::string& one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string share(double value, bool perCent)
{
    return perCent ? fixedNumber(100 * value, 2) + " %" : fixedNumber(value, 3);
}

/// COCO's code has -1 where nothing counts towards a figure.
std::string figureInWords(const Figure& figure, bool perCent)
{
    if (figure.value < 0)
        return "\u2013";
    std::string words = share(figure.value, perCent);
    if (figure.interval)
        words += " (" + share(figure.interval->low, perCent) + " \u2026 " + share(figure.interval->high, perCent) + ")";
    return words;
}

std::string figureRows(const std::vector<Figure>& before, const std::vector<Figure>& after, bool perCent)
{
    std::string rows;
    for (const Figure& figure : before) {
        const auto now = std::ranges::find(after, figure.name, &Figure::name);
        rows += "<tr>" + element("th", figure.name) + element("td", figureInWords(figure, perCent)) +
                element("td", now == after.end() ? "\u2013" : figureInWords(*now, perCent)) +
                element("td", std::to_string(figure.count), "number") + "</tr>\n";
    }
    return rows;
}

std::string figureTable(const std::string& caption, const std::string& rows)
{
    return "<table>" + element("caption", caption) +
           "<thead><tr><th></th><th>by the annotation as it was</th><th>as it was corrected</th>"
           "<th class=\"number\">items</th></tr></thead><tbody>\n" +
           rows + "</tbody></table>\n";
}

std::string valueOrWords(const std::optional<double>& value)
{
    return value ? fixedNumber(*value, 3) : "not defined";
}

} // namespace

std::string projectSection(const ReviewStore& store, const DecisionsByItem& decisions)
{
    const ReviewProject project = store.project();
    std::array<std::size_t, 4> verdicts{};
    std::size_t corrected = 0, conflicts = 0;
    std::map<std::string, std::size_t> reviewers;
    std::int64_t first = 0, last = 0;
    for (const auto& [item, acts] : decisions) {
        const Standing standing = standingOf(acts, project.reviewersWanted);
        ++verdicts[static_cast<std::size_t>(standing.verdict)];
        corrected += standing.verdict == Verdict::Accepted && !standing.correction.empty();
        conflicts += standing.conflict;
        for (const std::string& reviewer : standing.reviewers)
            ++reviewers[reviewer];
        for (const Decision& act : acts) {
            if (act.undone)
                continue;
            first = first == 0 ? act.time : std::min(first, act.time);
            last = std::max(last, act.time);
        }
    }
    const auto count = [&](Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)]; };
    const std::size_t decided = count(Verdict::Accepted) + count(Verdict::Rejected) + count(Verdict::Unsure);
    std::string people;
    for (const auto& [name, items] : reviewers)
        people += (people.empty() ? "" : ", ") + name + " (" + countedWords(items, "item") + ")";
    std::string rows = line("Data set", std::string(datasetFormat(project.format).title));
    for (const SourceFile& source : project.sources)
        rows += line(source.role == "dataset" ? "File" : "Annotations", source.path.filename().string());
    rows += line("Model", project.model.empty() ? "none was asked" : project.model);
    rows += line("Reviewers", people.empty() ? "nobody decided anything yet" : people);
    if (project.reviewersWanted > 1)
        rows += line("Wanted for each item", countedWords(std::size_t(project.reviewersWanted), "reviewer"));
    if (last > 0)
        rows += line("Reviewed", utcTime(first) + " to " + utcTime(last));
    rows += line("Items", std::to_string(store.count()));
    rows += line("Accepted",
                 std::to_string(count(Verdict::Accepted)) + ", " + std::to_string(corrected) + " of them corrected");
    rows += line("Rejected", std::to_string(count(Verdict::Rejected)));
    rows += line("Unsure", std::to_string(count(Verdict::Unsure)));
    rows += line("Undecided", std::to_string(store.count() - decided) +
                                  (conflicts > 0 ? ", reviewers disagree on " + std::to_string(conflicts) : ""));
    return "<section>\n" + element("h2", "The review") + "\n<table class=\"facts\"><tbody>\n" + rows +
           "</tbody></table>\n</section>\n";
}

std::string metricsSection(const ReviewStore& store, const BootstrapOptions& options, const JobControl& control)
{
    const std::string heading = "<section>\n" + element("h2", "The model") + "\n";
    ReviewMetrics metrics;
    try {
        metrics = reviewMetricsOf(store, options, control);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::InvalidArgument)
            throw;
        return heading + element("p", e.what()) + "\n</section>\n";
    }
    const MetricReport &before = metrics.before, &after = metrics.after;
    std::string tables =
        figureTable(store.project().model + ", " + countedWords(metrics.items, "item") +
                        (before.resamples > 0 ? "; 95 % intervals in parentheses, drawn by picture" : ""),
                    figureRows(before.figures, after.figures, before.perCent));
    for (const auto& [name, figures] : before.slices) {
        const auto now = std::ranges::find(after.slices, name, [](const auto& slice) { return slice.first; });
        if (figures.size() <= kLongestSlice)
            tables +=
                figureTable(name, figureRows(figures, now == after.slices.end() ? std::vector<Figure>() : now->second,
                                             before.perCent));
    }
    return heading + tables +
           element("p", "As it was corrected: with the corrections of accepted items, and without rejected ones.",
                   "about") +
           "\n</section>\n";
}

std::string agreementSection(const ReviewStore& store)
{
    const ReviewerRatings rated = ratingsOf(store.decisions());
    if (rated.reviewers.size() < 2)
        return {};
    std::string rows;
    for (std::size_t i = 0; i < rated.reviewers.size(); ++i)
        for (std::size_t j = i + 1; j < rated.reviewers.size(); ++j)
            rows += line("Cohen's kappa: " + rated.reviewers[i] + ", " + rated.reviewers[j],
                         valueOrWords(cohenKappa(rated.ratings[i], rated.ratings[j])));
    rows += line("Fleiss' kappa", valueOrWords(fleissKappa(rated.ratings)));
    rows += line("Krippendorff's alpha, with gaps", valueOrWords(krippendorffAlpha(rated.ratings)));
    return "<section>\n" + element("h2", "How far the reviewers agree") + "\n<table class=\"facts\"><tbody>\n" + rows +
           "</tbody></table>\n</section>\n";
}

} // namespace vbs::html
