#include "core/look/smallest_flip.h"

#include "core/look/region_hiding.h"
#include "core/look/single_answer.h"

#include <algorithm>
#include <numeric>

namespace vbs {
namespace {

/// Every set of `size` of so many things, by their places, those of the first things first.
class Combinations {
public:
    Combinations(std::size_t count, std::size_t size) : m_count(count), m_places(size)
    {
        std::iota(m_places.begin(), m_places.end(), std::size_t(0));
        m_any = size > 0 && size <= count;
    }
    bool any() const { return m_any; }
    const std::vector<std::size_t>& places() const { return m_places; }
    void next()
    {
        std::size_t i = m_places.size();
        while (i > 0 && m_places[i - 1] == m_count - m_places.size() + i - 1)
            --i;
        if (i == 0) {
            m_any = false;
            return;
        }
        ++m_places[i - 1];
        for (; i < m_places.size(); ++i)
            m_places[i] = m_places[i - 1] + 1;
    }

private:
    std::size_t m_count;
    std::vector<std::size_t> m_places;
    bool m_any = false;
};

class Search {
public:
    Search(InferenceBackend& engine, const InferenceRequest& request, const FlipOptions& options,
           const JobControl& control)
        : m_options(options), m_control(control), m_hiding(engine, request, control)
    {
        m_flip.before = singleAnswerOf(m_hiding.first());
        m_order = m_hiding.shown();
    }

    SmallestFlip run()
    {
        hideOneByOne();
        const std::size_t most =
            std::min({m_options.provenUpTo, m_order.size(), m_flip.found ? m_flip.regions.size() : m_order.size()});
        std::size_t through = 0; // sets of this size were all tried
        bool smaller = false;
        for (std::size_t size = 1; size <= most && !smaller; ++size) {
            if (!tryAll(size, smaller))
                break;
            through = size;
        }
        m_flip.proven = m_flip.found ? through >= m_flip.regions.size() : through == m_order.size();
        std::ranges::sort(m_flip.regions);
        m_flip.runs = m_hiding.runs();
        return m_flip;
    }

private:
    struct Tried {
        std::vector<std::size_t> regions;
        Answer answer;
        double left = 0; ///< of the first answer's probability
    };

    std::vector<Tried> tryOut(const std::vector<std::vector<std::size_t>>& sets)
    {
        std::vector<std::vector<bool>> hidden(sets.size(), std::vector<bool>(m_hiding.regions()));
        for (std::size_t i = 0; i < sets.size(); ++i)
            for (const std::size_t region : sets[i])
                hidden[i][region] = true;
        const std::vector<InferenceResult> results = m_hiding.run(hidden);
        std::vector<Tried> tried;
        for (std::size_t i = 0; i < sets.size(); ++i)
            tried.push_back({sets[i], singleAnswerOf(results[i]), probabilityOf(m_flip.before.text, results[i])});
        return tried;
    }

    bool isFlip(const Tried& tried) const { return tried.answer.text != m_flip.before.text; }

    /// Of flips with as many regions the one that makes the new answer surest.
    void keep(const Tried& tried)
    {
        const std::size_t size = tried.regions.size(), now = m_flip.regions.size();
        if (m_flip.found && (size > now || (size == now && tried.answer.probability <= m_flip.after.probability)))
            return;
        m_flip.found = true;
        m_flip.regions = tried.regions;
        m_flip.after = tried.answer;
        m_flip.left = tried.left;
    }

    bool mayRun(std::size_t runs) const { return m_hiding.runs() + runs <= m_options.mostRuns; }

    void hideOneByOne()
    {
        std::vector<std::size_t> gone, left = m_order;
        while (!left.empty() && !m_flip.found && mayRun(left.size())) {
            m_control.report("Hiding regions one by one", double(gone.size()) / double(m_order.size()));
            std::vector<std::vector<std::size_t>> sets;
            for (const std::size_t region : left) {
                sets.push_back(gone);
                sets.back().push_back(region);
            }
            std::vector<Tried> tried = tryOut(sets);
            if (gone.empty())
                sortByFall(tried);
            for (const Tried& one : tried)
                if (isFlip(one))
                    keep(one);
            const auto most = std::ranges::min_element(tried, {}, &Tried::left);
            gone = most->regions;
            std::erase(left, gone.back());
        }
    }

    /// Those that take most from the answer come first in the search.
    void sortByFall(std::vector<Tried> alone)
    {
        std::ranges::stable_sort(alone, {}, &Tried::left);
        m_order.clear();
        for (const Tried& one : alone)
            m_order.push_back(one.regions.front());
    }

    /// @param found whether a set of this size flips. @return whether all were tried.
    bool tryAll(std::size_t size, bool& found)
    {
        constexpr std::size_t kAtOnce = 256;
        if (size == 1) { // the first round of hideOneByOne
            found = m_flip.found && m_flip.regions.size() == 1;
            return m_hiding.runs() > m_order.size();
        }
        Combinations all(m_order.size(), size);
        while (all.any()) {
            m_control.report("Looking for fewer regions");
            std::vector<std::vector<std::size_t>> sets;
            for (; all.any() && sets.size() < kAtOnce; all.next()) {
                sets.emplace_back();
                for (const std::size_t place : all.places())
                    sets.back().push_back(m_order[place]);
            }
            if (!mayRun(sets.size()))
                return false;
            for (const Tried& one : tryOut(sets))
                if (isFlip(one)) {
                    keep(one);
                    found = true;
                }
        }
        return true;
    }

    const FlipOptions& m_options;
    const JobControl& m_control;
    RegionHiding m_hiding;
    std::vector<std::size_t> m_order;
    SmallestFlip m_flip;
};

} // namespace

SmallestFlip smallestFlip(InferenceBackend& engine, const InferenceRequest& request, const FlipOptions& options,
                          const JobControl& control)
{
    return Search(engine, request, options, control).run();
}

} // namespace vbs
