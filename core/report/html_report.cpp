#include "core/report/html_report.h"

#include "core/image/png_data.h"
#include "core/image/transform.h"
#include "core/report/heatmap.h"
#include "core/report/html_tables.h"
#include "core/report/task_report.h"
#include "core/report/xml_text.h"

#include <algorithm>
#include <cmath>

namespace vbs {

namespace {

/// Larger than a page shows, and small enough for a report of a hundred pictures.
constexpr int kPictureSide = 1024;

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #202124; --faint: #6e7278; --paper: #ffffff; --card: #f6f7f9;
  --track: #e2e5e9; --bar: #31688e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --faint: #9aa0a6; --paper: #17181a; --card: #222427;
  --track: #3a3d42; --bar: #6aa5c9; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
section { background: var(--card); border-radius: .6rem; padding: 1rem 1.5rem; margin: 1.5rem 0; }
h2 { margin: .2rem 0; } h3 { margin: 1.2rem 0 .3rem; }
.task, .facts { color: var(--faint); font-size: .875rem; margin: .2rem 0; }
.asked { font-size: 1.2rem; font-weight: 600; }
figure { margin: .8rem 0; display: flex; gap: 1rem; align-items: flex-start; }
img { min-width: 0; max-width: 100%; height: auto; border-radius: .3rem; object-fit: contain; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
caption { text-align: left; color: var(--faint); font-size: .875rem; }
th { text-align: left; font-weight: 400; width: 35%; padding: .15rem .8rem .15rem 0; overflow-wrap: anywhere; }
tr:first-child th { font-weight: 600; }
.track { padding: .15rem 0; }
.bar { display: block; height: .9rem; background: var(--bar); }
.number { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tokens { line-height: 2; }
.token { padding: .15rem .35rem; border-radius: .25rem; }
@media print { section { break-inside: avoid; } }
)";

std::string imageOf(const ImagePtr& picture, const RegionSet& regions, std::span<const double> weights,
                    const HeatLook& look, double maximum)
{
    if (!picture || picture->empty())
        return {};
    AnnotationOptions options;
    options.look = look;
    const RgbImage shown = overlaidPicture(shrinkToFit(*picture, kPictureSide), regions, weights, options, maximum);
    return "<img src=\"" + pngDataUri(shown) + "\" alt=\"" + xmlText(picture->name) + "\" width=\"" +
           std::to_string(shown.width) + "\" height=\"" + std::to_string(shown.height) + "\"/>";
}

std::string factsOf(const InferenceResult& result)
{
    std::string facts = std::to_string(result.regions.regions.size() + result.rightRegions.regions.size()) +
                        " regions \u00b7 " + std::to_string(std::lround(result.timing.extractMs)) +
                        " ms to find them, " + std::to_string(std::lround(result.timing.inferMs)) +
                        " ms to answer \u00b7 " + result.device + " \u00b7 " + result.precision;
    std::string unknown;
    for (const std::string& word : result.unknownWords)
        unknown += (unknown.empty() ? " \u00b7 unknown to this pack: " : ", ") + word;
    std::string absent;
    for (const Presence& presence : result.presences)
        if (presence.isAbsent())
            absent += (absent.empty() ? " \u00b7 not in this picture: " : ", ") + presence.phrase;
    return html::element("p", facts + unknown + absent, "facts") + "\n";
}

std::string sectionOf(const ReportEntry& entry, const HeatLook& look)
{
    const InferenceRequest& request = *entry.request;
    const InferenceResult& result = *entry.result;
    const Explanation& why = result.explanation;
    const double maximum = heatMaximum(look, std::max(greatestWeight(result.regions, why.regions),
                                                      greatestWeight(result.rightRegions, why.rightRegions)));
    const std::string images = imageOf(request.image, result.regions, why.regions, look, maximum) +
                               imageOf(request.rightImage, result.rightRegions, why.rightRegions, look, maximum);
    return "<section>\n" + html::element("h2", entry.title) + "\n" +
           html::element("p", std::string(taskInfo(request.task).heading), "task") + "\n" +
           (images.empty() ? "" : "<figure>" + images + "</figure>\n") + html::element("p", request.text, "asked") +
           "\n" + taskReport(request.task).tables(result) + html::explanationOf(result) + factsOf(result) +
           "</section>\n";
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
    for (const ReportEntry& entry : entries)
        page += sectionOf(entry, look);
    return page + "</body>\n</html>\n";
}

} // namespace vbs
