#include "core/review/decisions_by_item.h"

#include <utility>

namespace vbs {

DecisionsByItem decisionsByItem(const ReviewStore& store)
{
    DecisionsByItem byItem;
    for (Decision& decision : store.decisions())
        byItem[decision.item].push_back(std::move(decision));
    return byItem;
}

} // namespace vbs
