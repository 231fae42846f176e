#pragma once

#include "core/tuning/tuning_examples.h"

#include <cstdint>
#include <vector>

namespace vbs {

/// Which examples of two sets (or of one) are learned from and which are measured on.
struct TuningSplit {
    std::vector<std::size_t> training, heldOut;
};

/// 0 … count - 1.
std::vector<std::size_t> allOf(const TuningExamples& examples);

/// Holds out a share of the groups of examples that share a picture, by chance; at least one group when the share is
/// not 0 and there are two, never all.
TuningSplit splitExamples(const TuningExamples& examples, double heldOutShare, std::uint64_t seed);

/// The examples of each step: the training examples in a new order each epoch, one after the other over the epochs'
/// ends. A step's examples depend on nothing before it, so that a run can go on anywhere.
class TuningOrder {
public:
    TuningOrder(std::vector<std::size_t> training, std::size_t batch, std::uint64_t seed);
    std::vector<std::size_t> ofStep(std::size_t step);

private:
    void shuffleFor(std::size_t epoch);

    std::vector<std::size_t> m_training, m_order; ///< m_order: that of m_epoch
    std::size_t m_batch, m_epoch = 0;
    std::uint64_t m_seed;
};

} // namespace vbs
