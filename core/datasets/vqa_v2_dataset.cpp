#include "core/datasets/vqa_v2_dataset.h"

#include "core/base/error.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/vqa_v2.h"

#include <algorithm>
#include <unordered_map>

namespace vbs {

namespace {

constexpr std::size_t kChallengePeople = 4; ///< with fewer, nobody can reach the official accuracy's three others

struct Answered {
    RecordPlace place;
    std::string questionType, answerType;
    std::vector<std::string> answers;
    bool listed = true; ///< false: the file gives the most frequent answer only
};

struct Question {
    RecordPlace place;
    std::int64_t id = 0, image = 0;
    std::string text;
    std::filesystem::path picture;
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
        const VqaV2Head head = forEachVqaV2Question(files.dataset, [&](VqaV2Question question, const RecordPlace& at) {
            if (!m_byId.try_emplace(question.questionId, m_questions.size()).second) {
                throw Error(ErrorCode::CorruptData, placeOf(question.questionId) +
                                                        " is there twice, so that its answers cannot be told apart: "
                                                        "give every question an id of its own.");
            }
            if (question.question.find_first_not_of(" \t\r\n") == std::string::npos) {
                throw Error(ErrorCode::CorruptData,
                            placeOf(question.questionId) + " is empty: give it a text, or take it out.");
            }
            m_questions.push_back({at, question.questionId, question.imageId, std::move(question.question), {}});
        });
        PictureFolder pictures(files.images);
        for (Question& question : m_questions)
            question.picture = pictures.place(vqaV2ImageName(head, question.image), placeOf(question.id));
        if (!files.annotations.empty())
            readAnswers();
    }

    std::size_t count() const override { return m_questions.size(); }

    Example at(std::size_t number) const override
    {
        const Question& question = m_questions.at(number);
        Example example;
        example.id = std::to_string(question.id);
        example.group = question.picture.string();
        example.pictures = {question.picture};
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

    void write(const DatasetFiles& to, const std::map<std::size_t, Example>& changed) const override
    {
        RecordEdits questions(m_files.dataset, m_stamp);
        std::optional<RecordEdits> answers;
        if (!m_files.annotations.empty())
            answers.emplace(m_files.annotations, m_annotationsStamp);
        for (const auto& [number, example] : changed) {
            const Question& question = m_questions.at(number);
            if (example.text != question.text)
                questions.edit(question.place, [&](OrderedJson& record) { record["question"] = example.text; });
            const auto found = m_answers.find(question.id);
            if (found == m_answers.end() ? !example.truth.answers.empty()
                                         : found->second.answers.size() != example.truth.answers.size())
                throw Error(ErrorCode::UnsupportedFormat,
                            placeOf(question.id) + " can have other answers, but not more or fewer of them.");
            if (found != m_answers.end() && found->second.answers != example.truth.answers)
                answers->edit(found->second.place,
                              [&](OrderedJson& record) { change(record, example, found->second); });
        }
        questions.write(to.dataset);
        if (answers)
            answers->write(to.annotations);
    }

private:
    std::string placeOf(std::int64_t id) const
    {
        return m_files.dataset.string() + ": the question " + std::to_string(id);
    }

    void readAnswers()
    {
        m_annotationsStamp = FileStamp::of(m_files.annotations);
        forEachVqaV2Annotation(m_files.annotations, [&](VqaV2Annotation annotation, const RecordPlace& place) {
            if (!m_byId.contains(annotation.questionId))
                return;
            Answered answered{place, std::move(annotation.questionType), std::move(annotation.answerType), {}};
            for (VqaV2Answer& answer : annotation.answers)
                answered.answers.push_back(std::move(answer.answer));
            answered.listed = !answered.answers.empty();
            if (!answered.listed && !annotation.multipleChoiceAnswer.empty())
                answered.answers = {std::move(annotation.multipleChoiceAnswer)};
            m_mostPeople = std::max(m_mostPeople, answered.answers.size());
            if (!m_answers.emplace(annotation.questionId, std::move(answered)).second) {
                throw Error(ErrorCode::CorruptData, m_files.annotations.string() + " answers the question " +
                                                        std::to_string(annotation.questionId) +
                                                        " twice: take one of the two out.");
            }
        });
        if (m_answers.empty()) {
            throw Error(ErrorCode::Mismatch, m_files.annotations.string() + " answers none of the questions in " +
                                                 m_files.dataset.string() + ": name the files that belong together.");
        }
    }

    static void change(OrderedJson& record, const Example& example, const Answered& before)
    {
        const std::vector<std::string>& now = example.truth.answers;
        for (std::size_t i = 0; before.listed && i < now.size(); ++i)
            record["answers"][i]["answer"] = now[i];
        if (!before.listed || record.contains("multiple_choice_answer"))
            record["multiple_choice_answer"] = mostFrequent(now);
    }

    DatasetFiles m_files;
    FileStamp m_stamp, m_annotationsStamp;
    std::vector<Question> m_questions;
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    std::unordered_map<std::int64_t, Answered> m_answers;
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
