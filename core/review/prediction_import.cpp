#include "core/review/prediction_import.h"

#include "core/base/error.h"
#include "core/datasets/record_file.h"
#include "core/metrics/result_lines.h"
#include "core/review/prediction_of.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace vbs {

namespace {

namespace fs = std::filesystem;

double probabilityIn(const std::string& text, const std::string& place)
{
    double value = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1))
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 has \"%2\" where a probability from 0 to 1 should be.", place, text));
    return value;
}

std::vector<Answer> listedIn(const JsonRecord& record)
{
    std::vector<Answer> answers;
    for (const Json& item : record.array("answers")) {
        if (!item.is_array() || item.size() != 2 || !item[0].is_string() || !isFiniteNumber(item[1]))
            record.fail("answers", "should hold pairs of an answer and its probability.");
        answers.push_back({item[0], item[1]});
    }
    return answers;
}

std::vector<Answer> answersIn(const JsonRecord& record)
{
    if (!record.find("answers"))
        return {{record.text("answer"), record.numberOr("probability", 1)}};
    std::vector<Answer> answers = listedIn(record);
    std::ranges::stable_sort(answers, std::greater(), &Answer::probability);
    return answers;
}

/// Puts results into the store, some thousands at once.
class PredictionSink {
public:
    PredictionSink(ReviewStore& store, std::string model, const JobControl& control)
        : m_store(store), m_model(std::move(model)), m_control(control)
    {
    }

    void add(const std::string& id, const InferenceResult& result)
    {
        const auto number = m_store.numberOf(id);
        if (!number) {
            if (m_report.unknown++ == 0)
                m_report.firstUnknown = id;
            return;
        }
        m_waiting.push_back(predictionOf(m_store.item(*number), result));
        ++m_report.items;
        if (m_waiting.size() >= kAtOnce)
            flush();
    }

    PredictionImport finish(const fs::path& file)
    {
        flush();
        if (m_report.items == 0)
            throw Error(ErrorCode::Mismatch, sentence("%1 has no result for any item of the project.", file.string()));
        ReviewProject project = m_store.project();
        project.model = m_model;
        m_store.setProject(project);
        return m_report;
    }

private:
    static constexpr std::size_t kAtOnce = 2048;

    void flush()
    {
        m_control.throwIfStopped();
        m_store.putPredictions(m_model, m_waiting);
        m_waiting.clear();
    }

    ReviewStore& m_store;
    std::string m_model;
    const JobControl& m_control;
    std::vector<Prediction> m_waiting;
    PredictionImport m_report;
};

void importAnswers(const fs::path& file, PredictionSink& sink)
{
    forEachRecord(file, [&](const JsonRecord& record, const RecordPlace&) {
        InferenceResult result;
        result.answers = answersIn(record);
        sink.add(record.id("question_id"), result);
    });
}

/// Whether the file is `visualbert predict`'s: lines with "item", "id" and "answers".
bool isOfPredict(const fs::path& file)
{
    const auto keys = firstKeysOf(file);
    return keys.contains("item") && keys.contains("id");
}

void importLines(const fs::path& file, Task task, PredictionSink& sink)
{
    forEachRecord(file, [&](const JsonRecord& record, const RecordPlace&) {
        InferenceResult result;
        result.task = task;
        if (task != Task::MultipleChoice) {
            result.answers = answersIn(record);
        } else {
            for (Answer& choice : listedIn(record)) // in the order of the choices
                result.choices.push_back({std::move(choice.text), 0, choice.probability});
        }
        sink.add(record.id("id"), result);
    });
}

void importVerdicts(const fs::path& file, PredictionSink& sink)
{
    forEachCsvLine(file, [&](const std::vector<std::string>& cells, std::size_t line) {
        const std::string place = file.string() + ": line " + std::to_string(line);
        if (cells.size() < 2 || (cells[1] != "True" && cells[1] != "False"))
            throw Error(ErrorCode::CorruptData, sentence("%1 should be as in \"dev-850-0-0,False\".", place));
        const double probability = cells.size() > 2 ? probabilityIn(cells[2], place) : 1;
        const bool verdict = cells[1] == "True";
        InferenceResult result;
        result.task = Task::VisualReasoning;
        result.answers = {{verdict ? "true" : "false", probability}, {verdict ? "false" : "true", 1 - probability}};
        sink.add(cells[0], result);
    });
}

InferenceResult choicesOf(const std::array<double, 4>& probabilities)
{
    InferenceResult result;
    result.task = Task::MultipleChoice;
    for (std::size_t i = 0; i < 4; ++i)
        result.choices.push_back({std::to_string(i + 1), 0, probabilities[i]});
    return result;
}

void importChoices(const fs::path& file, const ReviewStore& store, PredictionSink& sink)
{
    std::vector<std::string> head;
    forEachCsvLine(file, [&](const std::vector<std::string>& cells, std::size_t line) {
        const std::string place = file.string() + ": line " + std::to_string(line);
        if (head.empty()) {
            head = cells;
            return;
        }
        const auto cell = [&](const std::string& column) {
            const auto at = std::ranges::find(head, column) - head.begin();
            if (std::size_t(at) >= head.size() || std::size_t(at) >= cells.size())
                throw Error(ErrorCode::CorruptData, sentence("%1 has no cell \"%2\".", place, column));
            return cells[std::size_t(at)];
        };
        const auto four = [&](const std::string& stem) {
            std::array<double, 4> values{};
            for (std::size_t i = 0; i < 4; ++i)
                values[i] = probabilityIn(cell(stem + std::to_string(i)), place);
            return choicesOf(values);
        };
        const std::string id = cell("annot_id");
        const auto answer = store.numberOf(id + " answer");
        sink.add(answer ? id + " answer" : id, four("answer_"));
        if (!answer)
            return;
        const std::optional<std::size_t> right = store.item(*answer).example.truth.label;
        if (right && *right < 4)
            sink.add(id + " reason", four("rationale_conditioned_on_a" + std::to_string(*right) + "_"));
    });
}

} // namespace

PredictionImport importPredictions(ReviewStore& store, const fs::path& file, const std::string& model,
                                   const JobControl& control)
{
    const std::optional<Task> task = store.item(0).example.task;
    PredictionSink sink(store, model, control);
    const bool known =
        task == Task::VisualQuestionAnswering || task == Task::VisualReasoning || task == Task::MultipleChoice;
    if (known && isOfPredict(file))
        importLines(file, *task, sink);
    else if (task == Task::VisualQuestionAnswering)
        importAnswers(file, sink);
    else if (task == Task::VisualReasoning)
        importVerdicts(file, sink);
    else if (task == Task::MultipleChoice)
        importChoices(file, store, sink);
    else
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("Results of other programs can be imported for questions (VQA), "
                             "statements (NLVR2) and choices (VCR)."));
    return sink.finish(file);
}

} // namespace vbs
