#include "core/review/result_writers.h"

#include "core/base/error.h"
#include "core/report/result_csv.h"

#include <algorithm>
#include <map>

namespace vbs {

namespace {

class QuestionResults : public ResultWriter {
public:
    void add(const ReviewItem& item, const PredictedResult& result) override
    {
        const ExampleTruth& truth = item.example.truth;
        m_fewPeople |= truth.fewPeople;
        m_scored |= !truth.scores.empty();
        m_unanswered += truth.answers.empty() && truth.scores.empty();
        m_list.add({{"question_id", resultId(item.example.id)},
                    {"answer", result.answers.empty() ? "" : result.answers.front().text}});
    }
    PredictionExport finish() override
    {
        PredictionExport results = m_list.finish();
        if (m_scored)
            results.remarks.push_back(
                "LXMERT's scored answers are none of the forms that `visualbert metrics` measures "
                "by: it needs the annotations of VQA v2.");
        if (m_fewPeople)
            results.remarks.push_back("With fewer than four people a question a review measures the share of them that "
                                      "agrees; the challenge's code measures it lower.");
        if (m_unanswered > 0)
            results.remarks.push_back(
                std::to_string(m_unanswered) +
                " questions have no people's answers: nothing measures what the model says to them.");
        return results;
    }

private:
    ResultList m_list;
    std::size_t m_unanswered = 0;
    bool m_fewPeople = false, m_scored = false;
};

class StatementResults : public ResultWriter {
public:
    void add(const ReviewItem& item, const PredictedResult& result) override
    {
        if (result.answers.empty())
            return;
        ++m_export.results;
        m_export.text += csvField(item.example.id) + (result.answers.front().text == "true" ? ",True\n" : ",False\n");
    }
    PredictionExport finish() override { return std::move(m_export); }

private:
    PredictionExport m_export;
};

class ChoiceResults : public ResultWriter {
public:
    void add(const ReviewItem& item, const PredictedResult& result) override
    {
        const Example& example = item.example;
        if (result.answers.empty() || example.truth.together.empty())
            return;
        const std::string suffix = " " + example.type; // that tells a record's halves apart
        std::string id = example.id;
        if (id.ends_with(suffix))
            id.erase(id.size() - suffix.size());
        const auto [place, isNew] = m_places.try_emplace(example.truth.together, m_records.size());
        if (isNew)
            m_records.push_back({id, -1, -1});
        const auto chosen =
            int(std::ranges::max_element(result.answers, {}, &Answer::probability) - result.answers.begin());
        Chosen& record = m_records[place->second];
        (example.type == "reason" ? record.reason : record.answer) = chosen;
    }
    PredictionExport finish() override
    {
        PredictionExport results{"annot_id,answer_label,rationale_label\n", 0, {}};
        std::size_t halves = 0;
        for (const Chosen& record : m_records) {
            if (record.answer < 0 || record.reason < 0) {
                ++halves;
                continue;
            }
            ++results.results;
            results.text +=
                csvField(record.id) + "," + std::to_string(record.answer) + "," + std::to_string(record.reason) + "\n";
        }
        if (results.results == 0)
            throw Error(ErrorCode::UnsupportedFormat,
                        sentence("VCR's results need an answer and a reason of each record, and the "
                                 "model gave but one of them: make a project of a data set with "
                                 "both, and let a model answer it."));
        if (halves > 0)
            results.remarks.push_back(std::to_string(halves) +
                                      " records have an answer or a reason only, and are left out.");
        results.remarks.push_back(
            "The leaderboard's form asks for reasons given each answer; a project has those given "
            "the right one, so that the file has the chosen labels.");
        return results;
    }

private:
    struct Chosen {
        std::string id;
        int answer = -1, reason = -1;
    };
    std::map<std::string, std::size_t> m_places;
    std::vector<Chosen> m_records;
};

} // namespace

void ResultList::add(const OrderedJson& record)
{
    m_export.text += (m_export.results++ == 0 ? "\n" : ",\n") + jsonText(record, -1);
}

PredictionExport ResultList::finish()
{
    m_export.text += "\n]\n";
    return std::move(m_export);
}

OrderedJson resultId(const std::string& id)
{
    constexpr std::size_t kDigits = 18; // that surely fit
    const bool isNumber =
        !id.empty() && id.size() <= kDigits && id.find_first_not_of("0123456789") == std::string::npos;
    return isNumber && (id.size() == 1 || id.front() != '0') ? OrderedJson(std::stoll(id)) : OrderedJson(id);
}

std::unique_ptr<ResultWriter> questionResultWriter()
{
    return std::make_unique<QuestionResults>();
}

std::unique_ptr<ResultWriter> statementResultWriter()
{
    return std::make_unique<StatementResults>();
}

std::unique_ptr<ResultWriter> choiceResultWriter()
{
    return std::make_unique<ChoiceResults>();
}

} // namespace vbs
