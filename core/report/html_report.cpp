#include "core/report/html_report.h"

#include "core/engine/absence_text.h"
#include "core/report/heatmap.h"
#include "core/report/html_page.h"
#include "core/report/html_pictures.h"
#include "core/report/html_tables.h"
#include "core/report/task_report.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

constexpr const char* kReportStyle = R"(
figure { margin: .8rem 0; display: flex; gap: 1rem; align-items: flex-start; }
figure svg { min-width: 0; max-width: 100%; height: auto; border-radius: .3rem; font-family: "DejaVu Sans", Verdana, sans-serif; }
.shared { position: absolute; }
th { width: 35%; }
tr:first-child th { font-weight: 600; }
.track { padding: .15rem 0; }
.bar { display: block; height: .9rem; background: var(--bar); }
.number { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tokens { line-height: 2; }
.token { padding: .15rem .35rem; border-radius: .25rem; }
@media print {
  figure svg { max-height: 7.5cm; }
  .bar, .token { print-color-adjust: exact; }
}
)";

/// The texts that there are, with a point between them.
std::string joined(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts)
        if (!text.empty())
            line += (line.empty() ? "" : " \u00b7 ") + text;
    return line;
}

std::string aboutOf(const ReportEntry& entry)
{
    std::vector<std::string> texts = entry.pictures;
    texts.push_back(entry.date);
    texts.push_back(entry.pack);
    const std::string line = joined(texts);
    return line.empty() ? "" : html::element("p", line, "about") + "\n";
}

std::string factsOf(const ReportEntry& entry)
{
    const InferenceResult& result = *entry.result;
    std::string unknown;
    for (const std::string& word : result.unknownWords)
        unknown += (unknown.empty() ? "unknown to this pack: " : ", ") + word;
    std::string absent;
    for (const Presence& presence : result.presences)
        if (presence.isAbsent())
            absent += (absent.empty() ? absenceText(result) + std::string(": ") : ", ") + presence.phrase;
    const std::string picture =
        result.strangeness.isPictureStrange() ? "a picture is unlike everything that this pack knows" : "";
    const std::string text = result.strangeness.isTextStrange() ? "this pack never learned a text of this kind" : "";
    const std::string times = std::to_string(std::lround(result.timing.extractMs)) + " ms to find regions, " +
                              std::to_string(std::lround(result.timing.inferMs)) + " ms to answer";
    return html::element(
               "p", joined({entry.regions, times, result.device, result.precision, unknown, absent, picture, text}),
               "facts") +
           "\n";
}

std::string sectionOf(const ReportEntry& entry, const HeatLook& look, html::SharedPictures& pictures)
{
    const InferenceRequest& request = *entry.request;
    const InferenceResult& result = *entry.result;
    const Explanation& why = result.explanation;
    const double maximum = heatMaximum(look, std::max(greatestWeight(result.regions, why.regions),
                                                      greatestWeight(result.rightRegions, why.rightRegions)));
    const double scale = taskInfo(request.task).pair ? 0.5 : 1;
    const std::string images =
        pictures.shown(request.image, {result.regions, why.regions, maximum, scale}) +
        pictures.shown(request.rightImage, {result.rightRegions, why.rightRegions, maximum, scale});
    return "<section>\n" + html::element("h2", entry.title) + "\n" + aboutOf(entry) +
           (images.empty() ? "" : "<figure>" + images + "</figure>\n") +
           html::element("p", std::string(taskInfo(request.task).heading), "task") + "\n" +
           html::element("p", request.text, "asked") + "\n" + taskReport(request.task).tables(result) +
           html::blindOf(result) + html::explanationOf(result) + factsOf(entry) + "</section>\n";
}

} // namespace

std::string htmlReport(const std::string& title, std::span<const ReportEntry> entries, const HeatLook& look)
{
    html::SharedPictures pictures(look);
    std::string sections;
    for (const ReportEntry& entry : entries)
        sections += sectionOf(entry, look, pictures);
    return html::page(title, kReportStyle, pictures.definitions() + sections);
}

} // namespace vbs
