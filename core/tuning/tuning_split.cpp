#include "core/tuning/tuning_split.h"

#include "core/base/random.h"
#include "core/base/splitmix.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace vbs {

namespace {

constexpr std::uint64_t kSplitStream = 0x73706c6974, kOrderStream = 0x6f72646572; // unlike each other, no more

} // namespace

std::vector<std::size_t> allOf(const TuningExamples& examples)
{
    std::vector<std::size_t> all(examples.count());
    std::iota(all.begin(), all.end(), std::size_t(0));
    return all;
}

TuningSplit splitExamples(const TuningExamples& examples, double heldOutShare, std::uint64_t seed)
{
    std::set<std::string> distinct;
    for (const std::size_t example : allOf(examples))
        distinct.insert(examples.groupOf(example));
    std::vector<std::string> groups(distinct.begin(), distinct.end());
    Rng rng(splitMix(seed, kSplitStream));
    rng.shuffle(groups);
    std::size_t count = 0;
    if (heldOutShare > 0 && groups.size() > 1) {
        const auto share = std::size_t(std::lround(heldOutShare * double(groups.size())));
        count = std::clamp<std::size_t>(share, 1, groups.size() - 1);
    }
    const std::set<std::string> heldOut(groups.begin(), groups.begin() + std::ptrdiff_t(count));
    TuningSplit split;
    for (const std::size_t example : allOf(examples))
        (heldOut.contains(examples.groupOf(example)) ? split.heldOut : split.training).push_back(example);
    return split;
}

TuningOrder::TuningOrder(std::vector<std::size_t> training, std::size_t batch, std::uint64_t seed)
    : m_training(std::move(training)), m_batch(batch), m_seed(seed)
{
    shuffleFor(0);
}

std::vector<std::size_t> TuningOrder::ofStep(std::size_t step)
{
    std::vector<std::size_t> examples;
    for (std::size_t i = step * m_batch; examples.size() < m_batch; ++i) {
        if (const std::size_t epoch = i / m_training.size(); epoch != m_epoch)
            shuffleFor(epoch);
        examples.push_back(m_order[i % m_training.size()]);
    }
    return examples;
}

void TuningOrder::shuffleFor(std::size_t epoch)
{
    m_order = m_training;
    m_epoch = epoch;
    Rng rng(splitMix(splitMix(m_seed, kOrderStream), epoch));
    rng.shuffle(m_order);
}

} // namespace vbs
