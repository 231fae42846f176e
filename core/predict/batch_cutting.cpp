#include "core/predict/batch_cutting.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace vbs {

namespace {

using Places = std::vector<std::size_t>;

struct Cut {
    std::vector<Places> batches;
    std::int64_t cells = 0; ///< of all sequences, filled up
};

/// Halves places along tokens and along regions, these again, and keeps what fills up least.
class BatchCutter {
public:
    explicit BatchCutter(std::span<const QuestionSize> sizes) : m_sizes(sizes) {}

    /// @param count batches to make of these.
    Cut cut(Places places, std::size_t count) const
    {
        if (count <= 1) {
            std::ranges::sort(places);
            const std::int64_t cells = cellsOf(places);
            return {{std::move(places)}, cells};
        }
        Cut byTokens = halved(places, count, true), byRegions = halved(places, count, false);
        return byTokens.cells < byRegions.cells ? byTokens : byRegions;
    }

private:
    Cut halved(Places places, std::size_t count, bool byTokens) const
    {
        std::ranges::sort(places, {}, [&](std::size_t place) {
            const QuestionSize& size = m_sizes[place];
            return byTokens ? std::tuple(size.tokens, size.regions, place)
                            : std::tuple(size.regions, size.tokens, place);
        });
        const std::size_t left = count / 2;
        const auto middle = places.begin() + std::ptrdiff_t(places.size() * left / count);
        Cut cut = this->cut({places.begin(), middle}, left);
        Cut rest = this->cut({middle, places.end()}, count - left);
        std::ranges::move(rest.batches, std::back_inserter(cut.batches));
        cut.cells += rest.cells;
        return cut;
    }

    std::int64_t cellsOf(const Places& places) const
    {
        std::int64_t tokens = 0, regions = 0;
        for (const std::size_t place : places) {
            tokens = std::max(tokens, m_sizes[place].tokens);
            regions = std::max(regions, m_sizes[place].regions);
        }
        return std::int64_t(places.size()) * (tokens + regions);
    }

    std::span<const QuestionSize> m_sizes;
};

} // namespace

std::vector<Places> cutBatches(std::span<const QuestionSize> sizes, std::size_t most)
{
    std::map<std::int64_t, Places> kinds; // only as many sequences go together
    for (std::size_t i = 0; i < sizes.size(); ++i)
        kinds[sizes[i].sequences].push_back(i);
    const BatchCutter cutter(sizes);
    std::vector<Places> batches;
    for (auto& [sequences, places] : kinds) {
        const std::size_t together = std::max<std::size_t>(1, most / std::size_t(std::max<std::int64_t>(sequences, 1)));
        Cut cut = cutter.cut(std::move(places), (places.size() + together - 1) / together);
        std::ranges::move(cut.batches, std::back_inserter(batches));
    }
    return batches;
}

} // namespace vbs
