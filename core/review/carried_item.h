#pragma once

#include "core/datasets/dataset.h"
#include "core/review/decision.h"

#include <span>
#include <string>
#include <vector>

namespace vbs {

/// What became of an item when its data set changed.
enum class ItemFate {
    Same,    ///< nothing that was decided on is another
    Applied, ///< it is now as its reviewers had corrected it
    Changed  ///< another question, picture or annotation than the one that was decided on
};

/// What differs of that which reviewers decide on: "text", "choices", "pictures", "answers", "scores", "label",
/// "phrases", "boxes". Elsewhere pictures may lie in another folder, records stand at other places in their file, and
/// types be named otherwise.
/// @param tolerance in pixels, of boxes that count as the same.
std::vector<std::string> whatDiffers(const Example& before, const Example& now, double tolerance = .01);

/// @param correction that is accepted; empty: none. @throws Error (CorruptData) for one that is damaged.
ItemFate fateOf(const Example& before, const Example& now, const std::string& correction);

/// An item's acts for the changed data set, in their order and with their ids. All of them are kept:
///   Same      as they are; in corrections of boxes the places of records are those of the new file
///   Applied   likewise, and what corrected it to what it is now leaves it as it is now
///   Changed   those that decide are undone, since they are about something else: an export would else put the old
///             correction over the new annotation
std::vector<Decision> carriedActs(std::span<const Decision> acts, ItemFate fate, const Example& before,
                                  const Example& now);

/// Whether what a model said of the item still holds. Surprise and score are measured by the annotation.
bool answerHolds(ItemFate fate, const Example& before, const Example& now);

} // namespace vbs
