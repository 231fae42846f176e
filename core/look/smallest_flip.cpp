#include "core/look/smallest_flip.h"

#include "core/look/region_hiding.h"
#include "core/look/single_answer.h"
#include "core/look/word_hiding.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string>

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

/// What can be hidden, and what the network says then.
struct Things {
    std::size_t count = 0;          ///< in a set
    std::vector<std::size_t> shown; ///< those that may be hidden
    std::function<std::vector<InferenceResult>(const std::vector<std::vector<bool>>& sets)> run;
    std::string hiding, fewer; ///< what goes on, in plain English
};

/// The smallest set of things without which the answer is another.
class Search {
public:
    struct Tried {
        std::vector<std::size_t> things;
        Answer answer;
        double left = 0; ///< of the first answer's probability
    };

    Search(Things things, const std::string& before, std::size_t provenUpTo, std::size_t mostRuns,
           const JobControl& control)
        : m_things(std::move(things)), m_before(before), m_mostRuns(mostRuns), m_control(control),
          m_order(m_things.shown)
    {
        hideOneByOne();
        const std::size_t most =
            std::min({provenUpTo, m_order.size(), m_best ? m_best->things.size() : m_order.size()});
        std::size_t through = 0; // sets of this size were all tried
        bool smaller = false;
        for (std::size_t size = 1; size <= most && !smaller; ++size) {
            if (!tryAll(size, smaller))
                break;
            through = size;
        }
        m_proven = m_best ? through >= m_best->things.size() : through == m_order.size();
        if (m_best)
            std::ranges::sort(m_best->things);
    }

    const std::optional<Tried>& best() const { return m_best; }
    bool isProven() const { return m_proven; }
    std::size_t runs() const { return m_runs; }

private:
    std::vector<Tried> tryOut(const std::vector<std::vector<std::size_t>>& sets)
    {
        std::vector<std::vector<bool>> hidden(sets.size(), std::vector<bool>(m_things.count));
        for (std::size_t i = 0; i < sets.size(); ++i)
            for (const std::size_t thing : sets[i])
                hidden[i][thing] = true;
        const std::vector<InferenceResult> results = m_things.run(hidden);
        m_runs += sets.size();
        std::vector<Tried> tried;
        for (std::size_t i = 0; i < sets.size(); ++i)
            tried.push_back({sets[i], singleAnswerOf(results[i]), probabilityOf(m_before, results[i])});
        return tried;
    }

    bool isFlip(const Tried& tried) const { return tried.answer.text != m_before; }

    /// Of flips with as many things the one that makes the new answer surest.
    void keep(const Tried& tried)
    {
        if (m_best) {
            const std::size_t size = tried.things.size(), now = m_best->things.size();
            if (size > now || (size == now && tried.answer.probability <= m_best->answer.probability))
                return;
        }
        m_best = tried;
    }

    bool mayRun(std::size_t runs) const { return m_runs + runs <= m_mostRuns; }

    void hideOneByOne()
    {
        std::vector<std::size_t> gone, left = m_order;
        while (!left.empty() && !m_best && mayRun(left.size())) {
            m_control.report(m_things.hiding, double(gone.size()) / double(m_order.size()));
            std::vector<std::vector<std::size_t>> sets;
            for (const std::size_t thing : left) {
                sets.push_back(gone);
                sets.back().push_back(thing);
            }
            std::vector<Tried> tried = tryOut(sets);
            if (gone.empty())
                sortByFall(tried);
            for (const Tried& one : tried)
                if (isFlip(one))
                    keep(one);
            const auto most = std::ranges::min_element(tried, {}, &Tried::left);
            gone = most->things;
            std::erase(left, gone.back());
        }
    }

    /// Those that take most from the answer come first in the search.
    void sortByFall(std::vector<Tried> alone)
    {
        std::ranges::stable_sort(alone, {}, &Tried::left);
        m_order.clear();
        for (const Tried& one : alone)
            m_order.push_back(one.things.front());
    }

    /// @param found whether a set of this size flips. @return whether all were tried.
    bool tryAll(std::size_t size, bool& found)
    {
        constexpr std::size_t kAtOnce = 256;
        if (size == 1) { // the first round of hideOneByOne
            found = m_best && m_best->things.size() == 1;
            return m_runs >= m_order.size();
        }
        Combinations all(m_order.size(), size);
        while (all.any()) {
            m_control.report(m_things.fewer);
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

    const Things m_things;
    const std::string m_before;
    const std::size_t m_mostRuns;
    const JobControl& m_control;
    std::vector<std::size_t> m_order;
    std::optional<Tried> m_best;
    std::size_t m_runs = 0;
    bool m_proven = false;
};

/// Takes over what a search has found. @return whether it has.
bool takeOver(const Search& search, SmallestFlip& flip)
{
    flip.runs += search.runs();
    if (!search.best())
        return false;
    flip.found = true;
    flip.after = search.best()->answer;
    flip.left = search.best()->left;
    flip.proven = search.isProven();
    return true;
}

std::vector<std::size_t> upTo(std::size_t count)
{
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t(0));
    return places;
}

} // namespace

SmallestFlip smallestFlip(InferenceBackend& engine, const InferenceRequest& request, const FlipOptions& options,
                          const JobControl& control)
{
    RegionHiding regions(engine, request, control);
    SmallestFlip flip;
    flip.before = singleAnswerOf(regions.first());
    flip.runs = 1;
    const Search byRegions({regions.regions(), regions.shown(), [&](const auto& sets) { return regions.run(sets); },
                            forPeople("Hiding regions one by one"), forPeople("Looking for fewer regions")},
                           flip.before.text, options.provenUpTo,
                           options.mostRuns - std::min<std::size_t>(options.mostRuns, 1), control);
    if (takeOver(byRegions, flip)) {
        flip.regions = byRegions.best()->things;
        return flip;
    }
    flip.regionsProven = byRegions.isProven();
    WordHiding words(engine, request, regions.first(), control);
    flip.wordsTried = words.words().size();
    const Search byWords({flip.wordsTried, upTo(flip.wordsTried), [&](const auto& sets) { return words.run(sets); },
                          forPeople("Hiding words one by one"), forPeople("Looking for fewer words")},
                         flip.before.text, options.provenUpTo, options.mostRuns, control);
    if (takeOver(byWords, flip)) {
        std::vector<bool> hidden(flip.wordsTried);
        for (const std::size_t word : byWords.best()->things) {
            const TextSpan& span = words.words()[word].span;
            flip.words.push_back({span, request.text.substr(span.begin, span.end - span.begin)});
            hidden[word] = true;
        }
        flip.textWithout = words.hiding(hidden).text;
        return flip;
    }
    flip.proven = flip.regionsProven && byWords.isProven();
    return flip;
}

} // namespace vbs
