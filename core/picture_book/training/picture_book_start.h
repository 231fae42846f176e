#pragma once

#include "core/picture_book/training/training_net.h"

#include <filesystem>

namespace vbs {

/// Gives the net the weights of a picture-book pack, of an earlier training or the shipped one: the trunk and the
/// answers, and every other head that the pack has. What it lacks keeps its starting values, except that the types of
/// a left picture's regions and of a second sentence then begin near the first ones, which are the trained ones.
/// @throws Error naming the pack, when it has no VQA task or is of another shape.
void startFromPack(TrainingNet& net, const std::filesystem::path& folder);

} // namespace vbs
