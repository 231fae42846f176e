#pragma once

#include "core/review/predicted_result.h"
#include "core/review/review_index.h"
#include "core/review/review_project.h"
#include "core/review/review_team.h"
#include "core/review/suggestion.h"
#include "ui/review/prediction_runner.h"

#include <QFlags>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace vbs {

/// The item in hand.
struct ReviewedItem {
    ReviewItem item;            ///< as the data set has it
    Example now;                ///< with the correction that stands
    std::vector<Decision> acts; ///< by ascending id, undone ones included
    Standing standing;
    std::optional<Prediction> prediction; ///< of the project's model
    PredictedResult predicted;            ///< empty without a prediction
    std::vector<Suggestion> suggestions;  ///< of the model, for the picked phrase where there are phrases
    std::vector<ItemLine> onPicture;      ///< the items on the same pictures, this one among them
    std::vector<std::string> openedBy;    ///< others who have it open, on a server
    std::size_t phrase = 0;               ///< whose boxes are in hand
};

/// An item that somebody has open.
struct OpenItem {
    std::string reviewer;
    std::uint32_t number = 0;
    std::string id; ///< as the data set has it

    friend bool operator==(const OpenItem&, const OpenItem&) = default;
};

/// How several people at once get on.
struct ReviewTeamState {
    bool isTeam = false;
    bool isConnected = true;
    bool isSilent = false;        ///< the server has not answered for seconds
    std::size_t waiting = 0;      ///< acts that are kept on this computer until the server is there
    std::vector<OpenItem> open{}; ///< everybody's
};

/// Everything that the review window shows. Written by ReviewDesk alone, on the GUI thread.
struct ReviewState {
    QString where;        ///< the project's file or address; empty: none
    bool opening = false; ///< it is being read
    QString reviewer;     ///< who decides here
    ReviewProject project;
    std::shared_ptr<ReviewIndex> index; ///< null: no project is open
    ReviewCounts counts;
    QueueOrder order = QueueOrder::MostSurprising;
    std::uint64_t seed = 1; ///< of the random order
    ReviewFilter filter;
    std::map<std::string, ReviewFilter> filters; ///< that the user named
    std::vector<std::uint32_t> queue;
    std::set<std::string> knownLabels; ///< of the detector, where the data set has boxes
    std::optional<ReviewedItem> item;
    bool settling = false; ///< decisions on items in conflict settle it
    ReviewTeamState team;

    bool predicting = false;
    PredictionProgress prediction;

    /// Which place the item has in the queue, from 0; -1: it is not in it, or there is none.
    std::ptrdiff_t placeInQueue() const;
};

/// What is another than before.
enum class ReviewChange : unsigned {
    Project = 1 << 0,
    Queue = 1 << 1,  ///< which items, and in which order
    Item = 1 << 2,   ///< another item, or more is known of it
    Counts = 1 << 3, ///< how items stand
    Prediction = 1 << 4,
    Team = 1 << 5,
};
Q_DECLARE_FLAGS(ReviewChanges, ReviewChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReviewChanges)
inline constexpr ReviewChanges kAllReviewChanges = ReviewChanges::fromInt((1 << 6) - 1);

} // namespace vbs
