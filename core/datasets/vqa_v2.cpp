#include "core/datasets/vqa_v2.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/datasets/record_file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace vbs {

namespace {

constexpr std::uintmax_t kMaxBytes = std::uintmax_t(1) << 30; // the train annotations of VQA v2 have 347 MB

OrderedJson headJson(const VqaV2Head& head)
{
    return {{"info", OrderedJson::object()},
            {"license", OrderedJson::object()},
            {"task_type", head.taskType},
            {"data_type", head.dataType},
            {"data_subtype", head.dataSubtype}};
}

OrderedJson annotationJson(const VqaV2Annotation& annotation)
{
    OrderedJson answers = OrderedJson::array();
    for (const VqaV2Answer& answer : annotation.answers)
        answers.push_back(
            {{"answer_id", answer.answerId}, {"answer", answer.answer}, {"answer_confidence", answer.confidence}});
    return {{"question_id", annotation.questionId},
            {"image_id", annotation.imageId},
            {"question_type", annotation.questionType},
            {"answer_type", annotation.answerType},
            {"multiple_choice_answer", annotation.multipleChoiceAnswer},
            {"answers", std::move(answers)}};
}

} // namespace

std::string vqaV2ImageName(const VqaV2Head& head, std::int64_t imageId)
{
    const bool coco = head.dataType == "mscoco";
    char digits[24];
    std::snprintf(digits, sizeof digits, "%012lld", static_cast<long long>(imageId));
    return (coco ? "COCO" : head.dataType) + "_" + head.dataSubtype + "_" + digits + (coco ? ".jpg" : ".png");
}

std::string vqaV2ImageName(const VqaV2Head& head, const std::string& imageId)
{
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(imageId.data(), imageId.data() + imageId.size(), number);
    return fault == std::errc() && end == imageId.data() + imageId.size() ? vqaV2ImageName(head, number) : imageId;
}

std::string_view vqaV2AnswerType(std::string_view answer)
{
    if (answer == "yes" || answer == "no")
        return "yes/no";
    const bool digits =
        !answer.empty() && std::all_of(answer.begin(), answer.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? "number" : "other";
}

VqaV2Head vqaV2HeadOf(const JsonRecord& file)
{
    VqaV2Head head;
    head.taskType = file.textOr("task_type", head.taskType);
    head.dataType = file.textOr("data_type", head.dataType);
    head.dataSubtype = file.textOr("data_subtype", head.dataSubtype);
    return head;
}

VqaV2Annotation vqaV2AnswersOf(const JsonRecord& record)
{
    VqaV2Annotation annotation;
    annotation.questionType = record.textOr("question_type", "");
    annotation.multipleChoiceAnswer = record.textOr("multiple_choice_answer", "");
    record.forEach("answers", false, [&](const JsonRecord& answer) {
        annotation.answers.push_back({answer.integerOr("answer_id", std::int64_t(annotation.answers.size()) + 1),
                                      answer.text("answer"), answer.textOr("answer_confidence", "")});
    });
    annotation.answerType = record.textOr(
        "answer_type",
        annotation.multipleChoiceAnswer.empty() ? "" : std::string(vqaV2AnswerType(annotation.multipleChoiceAnswer)));
    return annotation;
}

VqaV2Questions readVqaV2Questions(const std::filesystem::path& path)
{
    VqaV2Questions result;
    const Json rest = forEachRecordOf(path, "questions", [&](const JsonRecord& record, const RecordPlace&) {
        result.questions.push_back(
            {record.integer("question_id"), record.integer("image_id"), record.text("question")});
    });
    result.head = vqaV2HeadOf(JsonRecord(path.string(), "", rest));
    return result;
}

VqaV2Annotations readVqaV2Annotations(const std::filesystem::path& path)
{
    VqaV2Annotations result;
    const Json rest = forEachRecordOf(path, "annotations", [&](const JsonRecord& record, const RecordPlace&) {
        VqaV2Annotation annotation = vqaV2AnswersOf(record);
        annotation.questionId = record.integer("question_id");
        annotation.imageId = record.integer("image_id");
        result.annotations.push_back(std::move(annotation));
    });
    result.head = vqaV2HeadOf(JsonRecord(path.string(), "", rest));
    return result;
}

std::vector<VqaV2Result> readVqaV2Results(const std::filesystem::path& path)
{
    const Json json = readJsonFile(path, kMaxBytes);
    if (!json.is_array())
        throw Error(
            ErrorCode::CorruptData,
            sentence("%1: a VQA results file should be a JSON array of {\"question_id\", \"answer\"}.", path.string()));
    std::vector<VqaV2Result> results;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonRecord record(path.string(), "result[" + std::to_string(i) + "]", json[i]);
        results.push_back({record.integer("question_id"), record.text("answer")});
    }
    return results;
}

void writeVqaV2Questions(const std::filesystem::path& path, const VqaV2Questions& questions)
{
    RecordLines lines(headJson(questions.head));
    lines.beginArray("questions");
    for (const VqaV2Question& question : questions.questions)
        lines.add(
            {{"image_id", question.imageId}, {"question", question.question}, {"question_id", question.questionId}});
    lines.endArray();
    writeFileAtomically(path, lines.finish());
}

void writeVqaV2Annotations(const std::filesystem::path& path, const VqaV2Annotations& annotations)
{
    RecordLines lines(headJson(annotations.head));
    lines.beginArray("annotations");
    for (const VqaV2Annotation& annotation : annotations.annotations)
        lines.add(annotationJson(annotation));
    lines.endArray();
    writeFileAtomically(path, lines.finish());
}

void writeVqaV2Results(const std::filesystem::path& path, const std::vector<VqaV2Result>& results)
{
    std::string text = "[";
    for (const VqaV2Result& result : results)
        text += (text.size() > 1 ? ",\n" : "\n") +
                OrderedJson{{"question_id", result.questionId}, {"answer", result.answer}}.dump();
    writeFileAtomically(path, text + "\n]\n");
}

} // namespace vbs
