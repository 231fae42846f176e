#include "core/engine/inference_types.h"

#include <algorithm>

namespace vbs {

double AnswerDistribution::probabilityOf(std::string_view name) const
{
    const auto found = std::ranges::find(*names, name);
    const auto i = std::size_t(found - names->begin());
    return i < probabilities.size() ? double(probabilities[i]) : 0.;
}

std::span<const float> Inspection::row(std::size_t layer, std::size_t head, std::size_t from) const
{
    return std::span(attention).subspan(((layer * heads + head) * positions + from) * positions, positions);
}

const Presence* presenceOf(const InferenceResult& result, const TextSpan& span)
{
    const auto found = std::ranges::find(result.presences, span, &Presence::span);
    return found == result.presences.end() ? nullptr : &*found;
}

bool isAbsent(const InferenceResult& result, const TextSpan& span)
{
    const Presence* presence = presenceOf(result, span);
    return presence != nullptr && presence->isAbsent();
}

} // namespace vbs
