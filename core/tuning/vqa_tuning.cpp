#include "core/base/error.h"
#include "core/datasets/lxmert_vqa.h"
#include "core/datasets/picture_folder.h"
#include "core/datasets/vqa_answer.h"
#include "core/datasets/vqa_v2.h"
#include "core/runtime/task_text.h"
#include "core/text/bert_tokenizer.h"
#include "core/tuning/tuning_batch.h"
#include "core/tuning/tuning_task.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <unordered_map>

#include <torch/types.h>

namespace vbs {

namespace {

/// As the session asks it. @param place names the record in the message when there is nothing to ask.
std::string questionOf(const std::string& text, const std::string& place)
{
    requireText(text, place);
    return asQuestion(text);
}

struct VqaExample {
    std::string question;
    std::filesystem::path picture;
    std::string type;                         ///< "yes/no", "number", "other"
    std::map<std::string, double> given;      ///< how many people gave a normalised answer; without people, its score
    int people = 0;                           ///< 0: the answers are scored already
    std::map<std::string, double> compared{}; ///< people by what the official accuracy compares predictions with

    /// The official accuracy of an answer; a plain share where fewer than four people were asked.
    double accuracyOf(const std::string& answer) const
    {
        const auto& counts = people == 0 ? given : compared;
        const auto found = counts.find(normalizedVqaAnswer(answer));
        const double n = found == counts.end() ? 0 : found->second;
        if (people < 4)
            return people == 0 ? n : n / people;
        return (n * std::min(1., (n - 1) / 3) + (people - n) * std::min(1., n / 3)) / people;
    }

    double labelOf(double count) const { return people == 0 ? count : std::min(1., count / std::min(3, people)); }
};

class VqaExamples : public TuningExamples {
public:
    VqaExamples(const TuningFiles& files, const TuningSetup& setup) : m_setup(setup)
    {
        PictureFolder pictures(files.images);
        files.annotations.empty() ? readScored(files, pictures) : readAnswered(files, pictures);
        if (m_examples.empty()) {
            throw Error(ErrorCode::Mismatch, (files.annotations.empty() ? files.dataset : files.annotations).string() +
                                                 " answers none of the questions in " + files.dataset.string() +
                                                 ": name the files that belong together.");
        }
    }

    std::size_t count() const override { return m_examples.size(); }
    std::vector<TuningPicture> picturesOf(std::size_t example) const override
    {
        return {{m_examples[example].picture, {}}};
    }
    std::string groupOf(std::size_t example) const override { return m_examples[example].picture.string(); }

    std::vector<std::string> labelNames() const override { return m_answers; }
    void setLabelNames(const std::vector<std::string>& names) override
    {
        m_answers = names;
        m_labels.clear();
        for (std::size_t i = 0; i < names.size(); ++i)
            m_labels.try_emplace(normalizedVqaAnswer(names[i]), std::int64_t(i));
    }

    std::vector<std::string> suggestLabelNames(TuningIndices examples, std::size_t most) const override
    {
        std::map<std::string, double> counts;
        for (const std::size_t example : examples)
            for (const auto& [answer, count] : m_examples[example].given)
                counts[answer] += count;
        std::vector<std::pair<std::string, double>> sorted(counts.begin(), counts.end());
        std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> names;
        for (const auto& [answer, count] : sorted)
            if (names.size() < most)
                names.push_back(answer);
        return names;
    }

    std::vector<std::string> remarks(TuningIndices examples) const override
    {
        std::vector<std::string> remarks;
        if (m_unanswered > 0)
            remarks.push_back(std::to_string(m_unanswered) + " questions without an annotation are left out.");
        double known = 0;
        for (const std::size_t example : examples)
            known += reachable(m_examples[example]);
        char text[160];
        std::snprintf(
            text, sizeof text, "The list of %zu answers covers %.1f %% of what people answered to %zu questions.",
            m_answers.size(), 100 * known / double(std::max<std::size_t>(1, examples.size())), examples.size());
        remarks.emplace_back(text);
        return remarks;
    }

    VisualBertInputs batch(TuningIndices examples, TuningRegionStore& regions) const override
    {
        std::vector<Encoding> texts;
        std::vector<at::Tensor> features;
        VisualBertInputs inputs;
        inputs.labels = torch::zeros({std::int64_t(examples.size()), std::int64_t(m_answers.size())});
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const VqaExample& example = m_examples[examples[i]];
            texts.push_back(encodeWithin(*m_setup.tokenizer, example.question, std::nullopt, m_setup.maxTokens));
            features.push_back(regions.of({example.picture, {}}).features);
            for (const auto& [answer, count] : example.given)
                if (const auto label = m_labels.find(answer); label != m_labels.end())
                    inputs.labels[std::int64_t(i)][label->second] = example.labelOf(count);
        }
        addTexts(texts, m_setup.tokenizer->padId(), inputs);
        addRegions(features, inputs);
        return inputs;
    }

    void score(TuningIndices examples, const at::Tensor& logits, TuningRegionStore&, TuningScore& score) const override
    {
        const at::Tensor best = logits.argmax(-1).to(torch::kCPU);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const VqaExample& example = m_examples[examples[i]];
            const std::string& answer = m_answers.at(std::size_t(best[std::int64_t(i)].item<std::int64_t>()));
            const double accuracy = example.accuracyOf(answer);
            score.add("accuracy", accuracy);
            if (!example.type.empty())
                score.add("accuracy " + example.type, accuracy);
        }
    }

private:
    void readAnswered(const TuningFiles& files, PictureFolder& pictures)
    {
        const VqaV2Questions questions = readVqaV2Questions(files.dataset);
        const VqaV2Annotations annotations = readVqaV2Annotations(files.annotations);
        std::unordered_map<std::int64_t, const VqaV2Annotation*> byId;
        for (const VqaV2Annotation& annotation : annotations.annotations)
            byId[annotation.questionId] = &annotation;
        for (const VqaV2Question& question : questions.questions) {
            const auto found = byId.find(question.questionId);
            const std::string place = files.dataset.string() + ": the question " + std::to_string(question.questionId);
            if (found == byId.end())
                ++m_unanswered;
            else
                add(questionOf(question.question, place), *found->second,
                    pictures.find(vqaV2ImageName(questions.head, question.imageId), place));
        }
    }

    void readScored(const TuningFiles& files, PictureFolder& pictures)
    {
        for (const LxmertQuestion& question : readLxmertVqa(files.dataset)) {
            const std::string place = files.dataset.string() + ": the question " + question.id;
            VqaExample example{questionOf(question.question, place), {}, question.answerType, {}, 0};
            for (const auto& [answer, score] : question.scores)
                if (const std::string text = normalizedVqaAnswer(answer); !text.empty())
                    example.given[text] = std::max(example.given[text], score);
            if (example.given.empty()) {
                ++m_unanswered;
                continue;
            }
            example.picture = pictures.find(question.image, place);
            m_examples.push_back(std::move(example));
        }
    }

    void add(std::string question, const VqaV2Annotation& annotation, std::filesystem::path picture)
    {
        VqaExample example{std::move(question), std::move(picture), annotation.answerType, {}, 0};
        std::vector<std::string> answers;
        for (const VqaV2Answer& answer : annotation.answers)
            answers.push_back(answer.answer);
        if (answers.empty())
            answers.push_back(annotation.multipleChoiceAnswer);
        const bool agreed = std::ranges::adjacent_find(answers, std::not_equal_to()) == answers.end();
        for (const std::string& answer : answers) {
            const std::string text = normalizedVqaAnswer(answer);
            if (text.empty())
                continue;
            example.given[text] += 1;
            example.compared[comparableVqaAnswer(answer, agreed)] += 1;
            ++example.people;
        }
        if (example.given.empty())
            ++m_unanswered;
        else
            m_examples.push_back(std::move(example));
    }

    /// Share of the people (or of the score) whose answer is in the list.
    double reachable(const VqaExample& example) const
    {
        double known = 0, all = 0;
        for (const auto& [answer, count] : example.given) {
            known += m_labels.contains(answer) ? count : 0;
            all += count;
        }
        return all > 0 ? known / all : 0;
    }

    TuningSetup m_setup;
    std::vector<VqaExample> m_examples;
    std::size_t m_unanswered = 0;
    std::vector<std::string> m_answers;
    std::unordered_map<std::string, std::int64_t> m_labels;
};

} // namespace

std::unique_ptr<TuningExamples> readVqaTuning(const TuningFiles& files, const TuningSetup& setup)
{
    return std::make_unique<VqaExamples>(files, setup);
}

} // namespace vbs
