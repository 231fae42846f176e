#include "core/look/attention_choice.h"

#include "core/base/error.h"

namespace vbs {

std::vector<double> chosenAttention(const Inspection& inspection, const AttentionChoice& choice)
{
    if (choice.layer >= inspection.layers || choice.head < -1 || choice.head >= int(inspection.heads) ||
        choice.position >= inspection.positions)
        throw Error(ErrorCode::InvalidArgument, sentence("There is no such layer, head or position."));
    const std::size_t first = choice.head < 0 ? 0 : std::size_t(choice.head),
                      last = choice.head < 0 ? inspection.heads : first + 1;
    std::vector<double> weights(inspection.positions, 0.);
    for (std::size_t head = first; head < last; ++head) {
        const double share = 1 / double(last - first);
        if (!choice.incoming) {
            const std::span<const float> row = inspection.row(choice.layer, head, choice.position);
            for (std::size_t i = 0; i < weights.size(); ++i)
                weights[i] += share * double(row[i]);
        } else {
            for (std::size_t i = 0; i < weights.size(); ++i)
                weights[i] += share * double(inspection.row(choice.layer, head, i)[choice.position]);
        }
    }
    return weights;
}

AttentionChoice withinOf(const Inspection& inspection, AttentionChoice choice)
{
    if (choice.layer >= inspection.layers)
        choice.layer = inspection.layers == 0 ? 0 : inspection.layers - 1;
    if (choice.head >= int(inspection.heads))
        choice.head = -1;
    if (choice.position >= inspection.positions)
        choice.position = inspection.readFrom < inspection.positions ? inspection.readFrom : 0;
    return choice;
}

} // namespace vbs
