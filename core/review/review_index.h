#pragma once

#include "core/review/prediction.h"
#include "core/review/review_filter.h"
#include "core/review/review_item.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

enum class QueueOrder {
    DataSet,
    MostSurprising, ///< what the model finds least probable first
    LeastCertain,   ///< where the model's answers are spread most
    PeopleDisagree, ///< where annotators differ most
    Random,
    ByPicture ///< items on the same pictures together, in the order of first mention
};
inline constexpr std::size_t kQueueOrders = 6;

/// "data-set", "most-surprising", …
std::string_view nameOf(QueueOrder order);
std::optional<QueueOrder> queueOrderNamed(std::string_view name);

/// How many items are what.
struct ReviewCounts {
    std::size_t total = 0, predicted = 0;
    std::size_t undecided = 0, accepted = 0, rejected = 0, unsure = 0, corrected = 0;
    std::size_t flagged = 0, commented = 0, conflict = 0, faulty = 0;
    std::size_t modelRight = 0, modelWrong = 0, peopleDisagree = 0;
    std::map<std::string, std::size_t> types, tags, reviewers;

    friend bool operator==(const ReviewCounts&, const ReviewCounts&) = default;
};

/// A whole project in memory, as far as orders, filters and counts need it: about thirty bytes an item, and what its
/// reviewers did. One thread at a time.
class ReviewIndex {
public:
    ReviewIndex(ReviewSummaries summaries, const std::vector<Decision>& decisions, int reviewersWanted);

    /// Takes in a new act, or one that was undone or redone: the same id takes the other's place.
    void apply(const Decision& decision);
    void setPrediction(const Prediction& prediction);

    std::size_t size() const { return m_summaries.items.size(); }
    const ItemSummary& summary(std::uint32_t number) const { return m_summaries.items.at(number); }
    const std::string& typeOf(std::uint32_t number) const { return m_summaries.types[summary(number).type]; }
    const Standing& standing(std::uint32_t number) const;
    /// All acts on an item, undone ones included, by id.
    const std::vector<Decision>& decisionsOf(std::uint32_t number) const;

    /// The items that meet a filter, in an order. Equal ones stay in data set order; what has no value (the model was
    /// not asked yet) comes last.
    /// @param seed of the random order. @param found what ReviewStore::search found for the filter's words; null
    /// without words.
    std::vector<std::uint32_t> queue(QueueOrder order, std::uint64_t seed, const ReviewFilter& filter,
                                     const std::vector<std::uint32_t>* found = nullptr) const;
    std::size_t count(const ReviewFilter& filter, const std::vector<std::uint32_t>* found = nullptr) const;
    ReviewCounts counts() const;

private:
    struct Acts {
        std::vector<Decision> decisions;
        Standing standing;
    };
    template <typename Visit>
    void forEachMatch(const ReviewFilter& filter, const std::vector<std::uint32_t>* found, Visit&& visit) const;
    bool matches(const ItemSummary& item, const ReviewFilter& filter, std::optional<std::uint32_t> type) const;
    const Acts* actsOf(std::uint32_t number) const; ///< null: nobody has touched it
    Acts& actsToChange(std::uint32_t number);
    /// Works out how an item stands, and keeps what is counted of it.
    void settle(Acts& acts);

    ReviewSummaries m_summaries;
    std::deque<Acts> m_acts;             ///< of the items that somebody has touched; they stay where they are
    std::vector<std::uint32_t> m_actsOf; ///< by item: 1 + place in m_acts, or 0
    ReviewCounts m_standings;            ///< what counts() says of m_acts
    int m_reviewersWanted;
};

} // namespace vbs
