#include "core/metrics/metric_files.h"

#include "core/base/error.h"
#include "core/datasets/nlvr2.h"
#include "core/datasets/record_file.h"
#include "core/metrics/label_metrics.h"
#include "core/metrics/phrase_metrics.h"
#include "core/metrics/result_lines.h"
#include "core/metrics/results_by_id.h"

#include <algorithm>

namespace vbs {

namespace {

namespace fs = std::filesystem;

std::string inLowerCase(std::string word)
{
    std::ranges::transform(word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return word;
}

std::vector<PhraseBox> boxesIn(const JsonRecord& record, const char* key)
{
    std::vector<PhraseBox> boxes;
    for (const Json& json : record.array(key)) {
        if (!json.is_array() || json.size() != 4 || !std::ranges::all_of(json, isFiniteNumber))
            record.fail(key, "should hold boxes, each [x1, y1, x2, y2].");
        const PhraseBox box{json[0], json[1], json[2], json[3]};
        if (box.x2 < box.x1 || box.y2 < box.y1)
            record.fail(key, "holds a box that ends before it begins; boxes are [x1, y1, x2, y2].");
        boxes.push_back(box);
    }
    return boxes;
}

} // namespace

MetricReport nlvr2FilesReport(const fs::path& dataset, const fs::path& results, const BootstrapOptions& options,
                              bool partial)
{
    ResultsById<bool> verdicts(results, "statement");
    forEachCsvLine(results, [&](const std::vector<std::string>& cells, std::size_t line) {
        const std::string verdict = cells.size() >= 2 ? inLowerCase(cells[1]) : "";
        if (verdict != "true" && verdict != "false")
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: line %2 should be as in \"dev-850-0-0,False\".", results.string(), line));
        verdicts.add(cells[0], verdict == "true");
    });
    std::vector<Nlvr2Measured> statements;
    forEachRecord(dataset, [&](const JsonRecord& record, const RecordPlace&) {
        const Nlvr2Example example = nlvr2ExampleOf(record);
        if (!example.label)
            record.fail("label", "is missing: results can only be measured by labels.");
        if (const bool* verdict = verdicts.take(example.identifier, dataset))
            statements.push_back({example.identifier, *example.label, *verdict});
    });
    const std::size_t missing = verdicts.requireFit(dataset, partial);
    MetricReport report = nlvr2Report(statements, options);
    noteMissing(missing, "statement", report.remarks);
    return report;
}

MetricReport phraseFileReport(const fs::path& items, const BootstrapOptions& options)
{
    PhraseMetrics metrics;
    std::size_t number = 0;
    forEachRecord(items, [&](const JsonRecord& record, const RecordPlace&) {
        const std::string alone = "item " + std::to_string(number++);
        PhraseMeasured phrase{record.find("picture") ? record.id("picture") : alone,
                              record.textOr("type", ""),
                              boxesIn(record, "boxes"),
                              {},
                              boxesIn(record, "gold")};
        for (const Json& score : record.array("scores")) {
            if (!isFiniteNumber(score))
                record.fail("scores", "should hold numbers.");
            phrase.scores.push_back(score);
        }
        if (phrase.scores.size() != phrase.regions.size())
            record.fail("scores", "should have one for each of \"boxes\".");
        metrics.add(phrase);
    });
    MetricReport report = metrics.report(options);
    if (report.figures.empty())
        throw Error(ErrorCode::CorruptData, sentence("%1 holds no phrase with a box under \"gold\".", items.string()));
    return report;
}

Ratings readRatings(const fs::path& path, const std::string& key)
{
    const Json json = readJsonFile(path);
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array() || found->size() < 2)
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 needs a list of two raters or more under \"%2\".", path.string(), key));
    Ratings ratings;
    for (const Json& rater : *found) {
        ratings.emplace_back();
        if (!rater.is_array() || rater.size() != found->front().size())
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: every one of \"%2\" should be a list of as many ratings as the first one.",
                                 path.string(), key));
        for (const Json& rating : rater) {
            if (rating.is_structured() || (rating.is_number() && !isFiniteNumber(rating)))
                throw Error(
                    ErrorCode::CorruptData,
                    sentence("%1: \"%2\" should hold labels, and null where there is none.", path.string(), key));
            ratings.back().push_back(rating.is_null()     ? std::nullopt
                                     : rating.is_string() ? std::optional(rating.get<std::string>())
                                                          : std::optional(rating.dump()));
        }
    }
    return ratings;
}

} // namespace vbs
