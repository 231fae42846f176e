#include "core/tuning/task_labels.h"

#include <torch/types.h>

namespace vbs {

namespace {

class NumberLabels : public TaskLabels {
public:
    explicit NumberLabels(std::vector<std::string> names) : m_names(std::move(names)) {}

    bool knows(const Example& example) const override { return example.truth.label.has_value(); }
    std::vector<std::string> fixedNames() const override { return m_names; }
    at::Tensor of(const Example& example, const RegionSet&) const override
    {
        return torch::tensor(std::int64_t(example.truth.label.value()), torch::kLong);
    }

private:
    std::vector<std::string> m_names;
};

} // namespace

std::unique_ptr<TaskLabels> makeVerdictLabels()
{
    return std::make_unique<NumberLabels>(std::vector<std::string>{"False", "True"});
}

std::unique_ptr<TaskLabels> makeChoiceLabels()
{
    return std::make_unique<NumberLabels>(std::vector<std::string>());
}

} // namespace vbs
