#include "core/report/html_report.h"

#include "core/engine/absence_text.h"
#include "core/report/heatmap.h"
#include "core/report/html_pictures.h"
#include "core/report/html_tables.h"
#include "core/report/task_report.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #202124; --faint: #6e7278; --paper: #ffffff; --card: #f6f7f9;
  --track: #e2e5e9; --bar: #31688e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --faint: #9aa0a6; --paper: #17181a; --card: #222427;
  --track: #3a3d42; --bar: #6aa5c9; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
section { background: var(--card); border-radius: .6rem; padding: 1rem 1.5rem; margin: 1.5rem 0; }
h2 { margin: .2rem 0; } h3 { margin: 1.2rem 0 .3rem; }
.task, .about, .facts { color: var(--faint); font-size: .875rem; margin: .2rem 0; }
.asked { font-size: 1.2rem; font-weight: 600; }
figure { margin: .8rem 0; display: flex; gap: 1rem; align-items: flex-start; }
figure svg { min-width: 0; max-width: 100%; height: auto; border-radius: .3rem; font-family: "DejaVu Sans", Verdana, sans-serif; }
.shared { position: absolute; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
caption { text-align: left; color: var(--faint); font-size: .875rem; }
th { text-align: left; font-weight: 400; width: 35%; padding: .15rem .8rem .15rem 0; overflow-wrap: anywhere; }
tr:first-child th { font-weight: 600; }
.track { padding: .15rem 0; }
.bar { display: block; height: .9rem; background: var(--bar); }
.number { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tokens { line-height: 2; }
.token { padding: .15rem .35rem; border-radius: .25rem; }
@media print {
  html { font-size: 12px; }
  h1 { margin: 0; }
  body { max-width: none; padding: 0; }
  section { padding: 0; background: none; break-inside: avoid; }
  figure svg { max-height: 7.5cm; }
  .bar, .token { print-color-adjust: exact; }
  h2, h3, .asked, caption { break-after: avoid; }
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
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                       "style-src 'unsafe-inline'\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
    page += html::element("title", title) + "\n<style>" + kStyle + "</style>\n</head>\n<body>\n" +
            html::element("h1", title) + "\n";
    html::SharedPictures pictures(look);
    std::string sections;
    for (const ReportEntry& entry : entries)
        sections += sectionOf(entry, look, pictures);
    return page + pictures.definitions() + sections + "</body>\n</html>\n";
}

} // namespace vbs
