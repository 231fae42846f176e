#include "core/checkpoint/load_report.h"

#include "core/checkpoint/tensor_text.h"

#include <algorithm>

namespace vbs {

namespace {

/// @param mismatched at least one.
std::string mismatchText(const std::vector<LoadReport::ShapeMismatch>& mismatched)
{
    // A weight's shape says more than its bias's.
    const auto weight = std::ranges::find_if(mismatched, [](const auto& one) { return one.name.ends_with(".weight"); });
    const LoadReport::ShapeMismatch& shown = weight == mismatched.end() ? mismatched.front() : *weight;
    std::string text = "the weight \"" + shown.name + "\" has the shape " + shapeText(shown.inFile) +
                       "; the model's config expects " + shapeText(shown.inModule);
    if (shown.name == "cls.weight" || shown.name == "cls.bias")
        text += ", so \"num_labels\" in config.json should be " + std::to_string(shown.inFile.front());
    return text;
}

} // namespace

std::string LoadReport::summary() const
{
    std::string text;
    if (!missing.empty())
        text = "the weight \"" + missing.front() + "\" is missing";
    else if (!mismatched.empty())
        text = mismatchText(mismatched);
    else if (!wrongType.empty())
        text = "the weight \"" + wrongType.front() +
               "\" has the wrong kind of numbers (whole for floating-point, or the reverse)";
    else if (!conflicting.empty())
        text = "the weight \"" + conflicting.front() + "\" differs from the one that it is tied to";
    else
        return {};
    const std::size_t others = missing.size() + mismatched.size() + wrongType.size() + conflicting.size() - 1;
    if (others > 0)
        text += " (and " + std::to_string(others) + " more do not fit)";
    return "The weights do not fit the model: " + text + ".";
}

} // namespace vbs
