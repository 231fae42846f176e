#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vbs {

/// How much of a batch a question takes.
struct QuestionSize {
    std::int64_t sequences = 1; ///< one, or one a choice
    std::int64_t tokens = 0;    ///< of a sequence
    std::int64_t regions = 0;
};

/// Cuts questions into as few batches as there can be, equally large, of like length: by halves, along tokens or
/// regions, so that little only fills up. Only the sizes and their order decide.
/// @param most sequences in a batch; a question with more of them is a batch of its own.
/// @return places in sizes, rising within each batch.
std::vector<std::vector<std::size_t>> cutBatches(std::span<const QuestionSize> sizes, std::size_t most);

} // namespace vbs
