#include "core/metrics/metric_files.h"

#include "core/base/error.h"
#include "core/datasets/nlvr2.h"
#include "core/datasets/record_file.h"
#include "core/datasets/vcr.h"
#include "core/metrics/label_metrics.h"
#include "core/metrics/phrase_metrics.h"
#include "core/metrics/result_lines.h"
#include "core/metrics/vqa_metrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

namespace vbs {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void mismatch(const std::string& sentence)
{
    throw Error(ErrorCode::Mismatch, sentence);
}

/// Results by the item's id, each of which has to be asked for.
template <typename Result> class ResultsById {
public:
    ResultsById(fs::path file, std::string what) : m_file(std::move(file)), m_what(std::move(what)) {}

    void add(const std::string& id, Result result)
    {
        if (!m_results.try_emplace(id, std::move(result), false).second)
            mismatch(m_file.string() + " has the " + m_what + " " + id + " twice: take one of the two out.");
    }

    const Result& take(const std::string& id, const fs::path& dataset)
    {
        const auto found = m_results.find(id);
        if (found == m_results.end())
            mismatch(m_file.string() + " lacks the " + m_what + " " + id + " of " + dataset.string() +
                     ": every one needs a result.");
        m_taken += found->second.second ? 0 : 1;
        found->second.second = true;
        return found->second.first;
    }

    void requireAllTaken(const fs::path& dataset) const
    {
        if (m_taken == 0)
            mismatch(dataset.string() + " has nothing to measure.");
        for (const auto& [id, result] : m_results)
            if (!result.second)
                mismatch(m_file.string() + " has the " + m_what + " " + id + ", which " + dataset.string() +
                         " has not: name the files that belong together.");
    }

private:
    fs::path m_file;
    std::string m_what;
    std::unordered_map<std::string, std::pair<Result, bool>> m_results;
    std::size_t m_taken = 0;
};

double numberIn(const std::string& cell, const std::string& place)
{
    double value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
        throw Error(ErrorCode::CorruptData, place + " has \"" + cell + "\" where a number should be.");
    return value;
}

std::vector<Box> boxesIn(const JsonRecord& record, const char* key)
{
    std::vector<Box> boxes;
    for (const Json& box : record.array(key)) {
        if (!box.is_array() || box.size() != 4 || !std::ranges::all_of(box, isFiniteNumber))
            record.fail(key, "should hold boxes, each [x1, y1, x2, y2].");
        boxes.push_back({box[0], box[1], box[2], box[3]});
    }
    return boxes;
}

/// The columns of a submission to VCR's leaderboard, by what they hold.
class VcrColumns {
public:
    VcrColumns(const std::vector<std::string>& head, const fs::path& file) : m_file(file)
    {
        for (std::size_t i = 0; i < head.size(); ++i)
            m_columns[head[i]] = i;
        m_id = column("annot_id");
        for (std::size_t choice = 0; choice < 4; ++choice) {
            m_answers[choice] = column("answer_" + std::to_string(choice));
            for (std::size_t answer = 0; answer < 4; ++answer)
                m_reasons[answer][choice] =
                    column("rationale_conditioned_on_a" + std::to_string(answer) + "_" + std::to_string(choice));
        }
    }

    struct Choices {
        int answer = -1;
        std::array<int, 4> reasons{}; ///< by the answer that is taken to be right
    };

    std::pair<std::string, Choices> read(const std::vector<std::string>& cells, std::size_t line) const
    {
        const std::string place = m_file.string() + ": line " + std::to_string(line);
        if (cells.size() < m_columns.size())
            throw Error(ErrorCode::CorruptData, place + " has " + std::to_string(cells.size()) +
                                                    " cells, the head has " + std::to_string(m_columns.size()) + ".");
        Choices choices{best(cells, m_answers, place), {}};
        for (std::size_t answer = 0; answer < 4; ++answer)
            choices.reasons[answer] = best(cells, m_reasons[answer], place);
        return {cells[m_id], choices};
    }

private:
    std::size_t column(const std::string& name) const
    {
        const auto found = m_columns.find(name);
        if (found == m_columns.end())
            throw Error(ErrorCode::CorruptData, m_file.string() + " has no column \"" + name +
                                                    "\" in its first line, which names the columns.");
        return found->second;
    }

    static int best(const std::vector<std::string>& cells, const std::array<std::size_t, 4>& columns,
                    const std::string& place)
    {
        std::array<double, 4> values{};
        for (std::size_t i = 0; i < 4; ++i)
            values[i] = numberIn(cells[columns[i]], place);
        return int(std::ranges::max_element(values) - values.begin());
    }

    fs::path m_file;
    std::map<std::string, std::size_t> m_columns;
    std::size_t m_id = 0;
    std::array<std::size_t, 4> m_answers{};
    std::array<std::array<std::size_t, 4>, 4> m_reasons{};
};

} // namespace

MetricReport vqaFilesReport(const fs::path& annotations, const fs::path& results, const BootstrapOptions& options)
{
    ResultsById<std::string> answers(results, "question");
    forEachRecord(results, [&](const JsonRecord& record, const RecordPlace&) {
        answers.add(record.id("question_id"), record.text("answer"));
    });
    VqaMetrics metrics;
    forEachRecordOf(annotations, "annotations", [&](const JsonRecord& record, const RecordPlace&) {
        const VqaV2Annotation annotation = vqaV2AnswersOf(record);
        const std::string& answer = answers.take(record.id("question_id"), annotations);
        metrics.add({record.id("image_id"), annotation.questionType, annotation.answerType,
                     annotation.multipleChoiceAnswer, annotation.answers, answer});
    });
    answers.requireAllTaken(annotations);
    return metrics.report(options);
}

MetricReport nlvr2FilesReport(const fs::path& dataset, const fs::path& results, const BootstrapOptions& options)
{
    ResultsById<bool> verdicts(results, "statement");
    forEachCsvLine(results, [&](const std::vector<std::string>& cells, std::size_t line) {
        std::string verdict = cells.size() == 2 ? cells[1] : "";
        std::ranges::transform(verdict, verdict.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        if (verdict != "true" && verdict != "false")
            throw Error(ErrorCode::CorruptData, results.string() + ": line " + std::to_string(line) +
                                                    " should be as in \"dev-850-0-0,False\".");
        verdicts.add(cells[0], verdict == "true");
    });
    std::vector<Nlvr2Measured> statements;
    for (const Nlvr2Example& example : readNlvr2(dataset)) {
        if (!example.label)
            mismatch(dataset.string() + ": the statement " + example.identifier + " has no label to compare with.");
        statements.push_back({example.identifier, *example.label, verdicts.take(example.identifier, dataset)});
    }
    verdicts.requireAllTaken(dataset);
    return nlvr2Report(statements, options);
}

MetricReport vcrFilesReport(const fs::path& dataset, const fs::path& results, const BootstrapOptions& options)
{
    ResultsById<VcrColumns::Choices> choices(results, "record");
    std::optional<VcrColumns> columns;
    forEachCsvLine(results, [&](const std::vector<std::string>& cells, std::size_t line) {
        if (!columns) {
            columns.emplace(cells, results);
            return;
        }
        auto [id, read] = columns->read(cells, line);
        choices.add(id, read);
    });
    std::vector<VcrMeasured> records;
    for (const VcrExample& example : readVcr(dataset)) {
        const VcrColumns::Choices& chosen = choices.take(example.id, dataset);
        const bool known = example.answerLabel >= 0 && example.answerLabel < 4;
        records.push_back({example.image, example.answerLabel, example.rationaleLabel, chosen.answer,
                           known ? chosen.reasons[std::size_t(example.answerLabel)] : -1});
    }
    choices.requireAllTaken(dataset);
    return vcrReport(records, options);
}

MetricReport phraseFileReport(const fs::path& items, const BootstrapOptions& options)
{
    PhraseMetrics metrics;
    std::size_t number = 0;
    forEachRecord(items, [&](const JsonRecord& record, const RecordPlace&) {
        PhraseMeasured phrase{record.textOr("picture", std::to_string(number++)),
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
    return metrics.report(options);
}

Ratings readRatings(const fs::path& path, const std::string& key)
{
    const Json json = readJsonFile(path);
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array())
        throw Error(ErrorCode::CorruptData, path.string() + " needs a list of raters under \"" + key + "\".");
    Ratings ratings;
    for (const Json& rater : *found) {
        ratings.emplace_back();
        if (!rater.is_array() || rater.size() != found->front().size())
            throw Error(ErrorCode::CorruptData, path.string() + ": every one of \"" + key +
                                                    "\" should be a list of as many ratings as the first one.");
        for (const Json& rating : rater)
            ratings.back().push_back(rating.is_null()     ? std::nullopt
                                     : rating.is_string() ? std::optional(rating.get<std::string>())
                                                          : std::optional(rating.dump()));
    }
    return ratings;
}

} // namespace vbs
