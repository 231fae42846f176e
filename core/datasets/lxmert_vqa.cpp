#include "core/datasets/lxmert_vqa.h"

#include "core/datasets/record_file.h"

#include <cmath>

namespace vbs {

namespace {

std::map<std::string, double> scoresOf(const JsonRecord& record)
{
    std::map<std::string, double> scores;
    const Json* label = record.find("label");
    if (label == nullptr)
        return scores;
    if (!label->is_object())
        record.fail("label", "should be an object: answers and their scores.");
    for (const auto& item : label->items()) {
        const double score = item.value().is_number() ? item.value().get<double>() : -1;
        if (!(score >= 0 && score <= 1))
            record.fail("label", "gives \"" + item.key() + "\" no score from 0 to 1.");
        scores[item.key()] = score;
    }
    return scores;
}

} // namespace

LxmertQuestion lxmertQuestionOf(const JsonRecord& record)
{
    const Json* id = record.find("question_id");
    return {id == nullptr     ? ""
            : id->is_string() ? id->get<std::string>()
                              : id->dump(),
            record.text("img_id"), record.text("sent"), record.textOr("answer_type", ""), scoresOf(record)};
}

std::vector<LxmertQuestion> readLxmertVqa(const std::filesystem::path& path)
{
    std::vector<LxmertQuestion> questions;
    forEachRecord(path,
                  [&](const JsonRecord& record, const RecordPlace&) { questions.push_back(lxmertQuestionOf(record)); });
    return questions;
}

} // namespace vbs
