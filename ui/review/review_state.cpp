#include "ui/review/review_state.h"

#include <algorithm>

namespace vbs {

std::ptrdiff_t ReviewState::placeInQueue() const
{
    if (!item)
        return -1;
    const auto at = std::ranges::find(queue, item->item.number);
    return at == queue.end() ? -1 : at - queue.begin();
}

} // namespace vbs
