#include "core/datasets/vqa_v2_dataset.h"

#include "core/base/error.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/record_edits.h"
#include "core/datasets/vqa_v2.h"

#include <algorithm>
#include <unordered_map>

namespace vbs {

namespace {

constexpr std::size_t kChallengePeople = 4; ///< with fewer, nobody can reach the official accuracy's three others

struct Answered {
    RecordPlace place;
    std::size_t record = 0; ///< its number in the file
    std::string questionType, answerType;
    std::vector<std::string> answers;
    bool listed = true; ///< false: the file gives the most frequent answer only
};

struct Question {
    RecordPlace place;
    std::string id, image; ///< numbers or texts: they only have to match
    std::string text;
    PictureFolder::Place picture; ///< with the fault of the record or of its annotation
};

std::string mostFrequent(const std::vector<std::string>& answers)
{
    const auto countOf = [&](const std::string& answer) { return std::ranges::count(answers, answer); };
    return *std::ranges::max_element(answers, {}, countOf);
}

class VqaV2Dataset : public Dataset {
public:
    explicit VqaV2Dataset(const DatasetFiles& files) : m_files(files), m_stamp(FileStamp::of(files.dataset))
    {
        const auto read = [&](const JsonRecord& record, const RecordPlace& at) { addQuestion(record, at); };
        const Json rest = forEachRecordOf(files.dataset, "questions", read);
        const VqaV2Head head = vqaV2HeadOf(JsonRecord(files.dataset.string(), "", rest));
        PictureFolder pictures(files.images);
        for (Question& question : m_questions)
            if (question.picture.fault.empty())
                question.picture = pictures.place(vqaV2ImageName(head, question.image), placeOf(question.id));
        if (!files.annotations.empty())
            readAnswers();
    }

    std::size_t count() const override { return m_questions.size(); }

    Example at(std::size_t number) const override
    {
        const Question& question = m_questions.at(number);
        Example example;
        example.id = question.id;
        example.group = question.picture.file;
        example.pictures = {question.picture.file};
        example.fault = question.picture.fault;
        example.task = Task::VisualQuestionAnswering;
        example.text = question.text;
        if (const auto found = m_answers.find(question.id); found != m_answers.end()) {
            example.type = found->second.questionType;
            example.truth.answers = found->second.answers;
            example.truth.answerType = found->second.answerType;
            example.truth.fewPeople = m_mostPeople < kChallengePeople;
        }
        return example;
    }

    std::vector<Sentence> remarks() const override { return m_remarks; }

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed,
               const std::set<std::size_t>& left) const override
    {
        RecordEdits questions(m_files.dataset, m_stamp);
        std::optional<RecordEdits> answers;
        if (!m_files.annotations.empty())
            answers.emplace(m_files.annotations, m_annotationsStamp);
        for (const auto& [number, now] : changed) {
            const Example& example = now; // Clang 14 captures no structured binding
            const Question& question = m_questions.at(number);
            if (left.contains(number))
                continue;
            if (example.text != question.text)
                questions.edit(question.place, [&](OrderedJson& record) { record["question"] = example.text; });
            const auto found = m_answers.find(question.id);
            if (found == m_answers.end() ? !example.truth.answers.empty()
                                         : found->second.answers.size() != example.truth.answers.size())
                throw Error(
                    ErrorCode::UnsupportedFormat,
                    sentence("%1 can have other answers, but not more or fewer of them.", placeOf(question.id)));
            if (found != m_answers.end() && found->second.answers != example.truth.answers)
                answers->edit(found->second.place,
                              [&](OrderedJson& record) { change(record, example, found->second); });
        }
        std::vector<std::size_t> removed(left.begin(), left.end()), withoutQuestion;
        questions.changeArray({}, m_places, removed, {});
        for (const std::size_t number : left)
            if (const auto found = m_answers.find(m_questions.at(number).id); found != m_answers.end())
                withoutQuestion.push_back(found->second.record);
        std::ranges::sort(withoutQuestion);
        if (answers)
            answers->changeArray({}, m_answerPlaces, withoutQuestion, {});
        questions.write(to.dataset);
        if (answers)
            answers->write(to.annotations);
    }

private:
    std::string placeOf(const std::string& id) const { return m_files.dataset.string() + ": the question " + id; }

    void addQuestion(const JsonRecord& record, const RecordPlace& at)
    {
        m_places.push_back(at);
        Question question{at, record.place(), {}, {}, {}};
        question.picture.fault = faultOf([&] {
            question.id = record.id("question_id");
            question.image = record.id("image_id");
            question.text = record.text("question");
            if (question.text.find_first_not_of(" \t\r\n") == std::string::npos)
                throw Error(ErrorCode::CorruptData,
                            sentence("%1 is empty: give it a text, or take it out.", placeOf(question.id)));
        });
        if (!m_byId.try_emplace(question.id, m_questions.size()).second) {
            throw Error(ErrorCode::CorruptData, sentence("%1 is there twice, so that its answers cannot be told apart: "
                                                         "give every question an id of its own.",
                                                         placeOf(question.id)));
        }
        m_questions.push_back(std::move(question));
    }

    void readAnswers()
    {
        m_annotationsStamp = FileStamp::of(m_files.annotations);
        std::size_t unknown = 0;
        std::string firstUnknown;
        forEachRecordOf(m_files.annotations, "annotations", [&](const JsonRecord& record, const RecordPlace& place) {
            m_answerPlaces.push_back(place);
            std::string id;
            if (const std::string fault = faultOf([&] { id = record.id("question_id"); }); !fault.empty()) {
                firstUnknown = unknown++ == 0 ? fault : firstUnknown;
                return;
            }
            if (const auto question = m_byId.find(id); question != m_byId.end())
                addAnswers(record, place, m_questions[question->second]);
        });
        if (unknown > 0)
            m_remarks.push_back(sentence("%1 annotations belong to no question, e.g. %2", unknown, firstUnknown));
        if (m_answers.empty()) {
            throw Error(ErrorCode::Mismatch,
                        sentence("%1 answers none of the questions in %2: name the files that belong together.",
                                 m_files.annotations.string(), m_files.dataset.string()));
        }
    }

    void addAnswers(const JsonRecord& record, const RecordPlace& place, Question& question)
    {
        if (m_answers.contains(question.id)) {
            throw Error(ErrorCode::CorruptData, sentence("%1 answers the question %2 twice: take one of the two out.",
                                                         m_files.annotations.string(), question.id));
        }
        Answered& answered = m_answers[question.id];
        answered.place = place;
        answered.record = m_answerPlaces.size() - 1;
        const std::string fault = faultOf([&] {
            VqaV2Annotation annotation = vqaV2AnswersOf(record);
            answered.questionType = std::move(annotation.questionType);
            answered.answerType = std::move(annotation.answerType);
            for (VqaV2Answer& answer : annotation.answers)
                answered.answers.push_back(std::move(answer.answer));
            answered.listed = !answered.answers.empty();
            if (!answered.listed && !annotation.multipleChoiceAnswer.empty())
                answered.answers = {std::move(annotation.multipleChoiceAnswer)};
            if (record.find("image_id") && record.id("image_id") != question.image) {
                throw Error(ErrorCode::Mismatch,
                            sentence("%1: the answers to the question %2 are about the picture %3, the question itself "
                                     "about %4: name the files that belong together.",
                                     m_files.annotations.string(), question.id, record.id("image_id"), question.image));
            }
        });
        m_mostPeople = std::max(m_mostPeople, answered.answers.size());
        if (question.picture.fault.empty())
            question.picture.fault = fault;
    }

    static void change(OrderedJson& record, const Example& example, const Answered& before)
    {
        const std::vector<std::string>& now = example.truth.answers;
        for (std::size_t i = 0; before.listed && i < now.size(); ++i)
            record["answers"][i]["answer"] = now[i];
        // Of several that are as frequent the file may name another than we would: that stays while it can.
        const auto stated = record.find("multiple_choice_answer");
        const auto isStated = [&](const std::string& answer) { return *stated == answer; };
        if (!before.listed || (stated != record.end() && (mostFrequent(now) != mostFrequent(before.answers) ||
                                                          std::ranges::none_of(now, isStated))))
            record["multiple_choice_answer"] = mostFrequent(now);
    }

    DatasetFiles m_files;
    FileStamp m_stamp, m_annotationsStamp;
    std::vector<Question> m_questions;
    std::vector<RecordPlace> m_places, m_answerPlaces; ///< of all records
    std::unordered_map<std::string, std::size_t> m_byId;
    std::unordered_map<std::string, Answered> m_answers;
    std::vector<Sentence> m_remarks;
    std::size_t m_mostPeople = 0;
};

} // namespace

bool isVqaV2Dataset(const DatasetFiles& files)
{
    return firstKeysOf(files.dataset).contains("questions");
}

std::unique_ptr<Dataset> openVqaV2Dataset(const DatasetFiles& files, const DatasetOptions&)
{
    return std::make_unique<VqaV2Dataset>(files);
}

} // namespace vbs
