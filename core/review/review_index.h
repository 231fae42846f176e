#pragma once

#include "core/review/act_book.h"
#include "core/review/prediction.h"
#include "core/review/queue_order.h"
#include "core/review/review_filter.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vbs {

/// How many items are what.
struct ReviewCounts {
    std::size_t total = 0, predicted = 0;
    std::size_t undecided = 0, accepted = 0, rejected = 0, unsure = 0, corrected = 0;
    std::size_t flagged = 0, commented = 0, conflict = 0, faulty = 0;
    std::size_t modelRight = 0, modelWrong = 0, peopleDisagree = 0;
    std::map<std::string, std::size_t> types, tags, reviewers;

    friend bool operator==(const ReviewCounts&, const ReviewCounts&) = default;
};

/// A step through a queue.
struct QueueStep {
    bool backwards = false;
    /// Only to items that are undecided; after the queue's end it goes on at its beginning.
    bool undecidedOnly = false;
    std::string reviewer{}; ///< with undecidedOnly: nor to what this one decided, and others have yet to
};

/// A whole project in memory, as far as orders, filters and counts need it: under forty bytes an item, and what an
/// ActBook needs. One thread at a time.
class ReviewIndex {
public:
    ReviewIndex(ReviewSummaries summaries, const std::vector<Decision>& decisions, int reviewersWanted);

    /// Takes in a new act, or one that was undone or redone: the same id takes the other's place.
    void apply(const Decision& decision);
    void setPrediction(const Prediction& prediction);

    std::size_t size() const { return m_summaries.items.size(); }
    const ItemSummary& summary(std::uint32_t number) const { return m_summaries.items.at(number); }
    const std::string& typeOf(std::uint32_t number) const { return m_summaries.types[summary(number).type]; }
    Standing standing(std::uint32_t number) const { return standingOf(m_acts.of(number), m_reviewersWanted); }

    /// The items that meet a filter, in an order. Equal ones stay in data set order; what has no value (the model was
    /// not asked yet) comes last.
    /// @param seed of the random order. @param found what ReviewStore::search found for the filter's words; null
    /// without words.
    std::vector<std::uint32_t> queue(QueueOrder order, std::uint64_t seed, const ReviewFilter& filter,
                                     const std::vector<std::uint32_t>* found = nullptr) const;
    std::size_t count(const ReviewFilter& filter, const std::vector<std::uint32_t>* found = nullptr) const;
    ReviewCounts counts() const;

    /// The item of a queue that a step from another leads to; from one that is not in it, the first, or backwards the
    /// last. Nothing where the queue ends or holds no such item.
    std::optional<std::uint32_t> step(std::uint32_t number, std::span<const std::uint32_t> queue,
                                      const QueueStep& step = {}) const;
    /// The first items of a queue that are undecided, and not decided by one reviewer; "": whoever decided them.
    std::vector<std::uint32_t> undecided(std::span<const std::uint32_t> queue, const std::string& reviewer,
                                         std::size_t most) const;

private:
    struct Wanted;
    template <typename Visit>
    void forEachMatch(const ReviewFilter& filter, const std::vector<std::uint32_t>* found, Visit&& visit) const;
    bool matches(const ItemSummary& item, const ReviewFilter& filter, const Wanted& wanted) const;
    /// Counts how an item stands, and keeps what filters look at.
    void note(std::uint32_t number);
    bool isOpenTo(std::uint32_t number, std::uint32_t reviewer) const;

    ReviewSummaries m_summaries;
    ActBook m_acts;
    std::vector<std::uint8_t> m_states; ///< by item: see stateOf
    ReviewCounts m_standings;           ///< what counts() says of acts
    int m_reviewersWanted;
};

} // namespace vbs
