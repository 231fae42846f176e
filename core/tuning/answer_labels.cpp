#include "core/datasets/vqa_answer.h"
#include "core/tuning/task_labels.h"

#include <algorithm>

#include <torch/types.h>

namespace vbs {

namespace {

class AnswerLabels : public TaskLabels {
public:
    bool knows(const Example& example) const override { return !namesIn(example).empty(); }

    /// How many people gave each normalised answer, or its score.
    std::map<std::string, double> namesIn(const Example& example) const override
    {
        std::map<std::string, double> given;
        for (const std::string& answer : example.truth.answers)
            if (const std::string text = normalizedVqaAnswer(answer); !text.empty())
                given[text] += 1;
        for (const auto& [answer, score] : example.truth.scores)
            if (const std::string text = normalizedVqaAnswer(answer); !text.empty())
                given[text] = std::max(given[text], score);
        return given;
    }

    void setNames(const std::vector<std::string>& names) override
    {
        m_count = std::int64_t(names.size());
        m_labels.clear();
        for (std::size_t i = 0; i < names.size(); ++i)
            m_labels.try_emplace(normalizedVqaAnswer(names[i]), std::int64_t(i));
    }
    bool has(const std::string& name) const override { return m_labels.contains(name); }

    at::Tensor of(const Example& example, const RegionSet&) const override
    {
        const std::map<std::string, double> given = namesIn(example);
        double people = 0;
        for (const auto& [answer, count] : given)
            people += count;
        at::Tensor row = torch::zeros({m_count});
        for (const auto& [answer, count] : given)
            if (const auto label = m_labels.find(answer); label != m_labels.end())
                row[label->second] = example.truth.answers.empty() ? count : std::min(1., count / std::min(3., people));
        return row;
    }

private:
    std::int64_t m_count = 0;
    std::unordered_map<std::string, std::int64_t> m_labels;
};

} // namespace

std::unique_ptr<TaskLabels> makeAnswerLabels()
{
    return std::make_unique<AnswerLabels>();
}

} // namespace vbs
