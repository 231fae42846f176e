#pragma once

#include "core/base/progress.h"
#include "core/review/decision.h"
#include "core/review/prediction.h"
#include "core/review/review_filter.h"
#include "core/review/review_item.h"
#include "core/review/review_project.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vbs {

class ReviewTeam;

/// Where a project is kept: a file of one reviewer, or a server that several share. One thread at a time; a second
/// thread opens a store of its own. Whatever writes is in the store when it returns, also after a power cut; what
/// throws has changed nothing.
/// @throws Error from every function: (FileUnreadable, FileUnwritable) with the system's reason, e.g. a full disk or a
/// lost connection; (CorruptData) for a damaged file.
class ReviewStore {
public:
    virtual ~ReviewStore() = default;

    virtual ReviewProject project() const = 0;
    virtual void setProject(const ReviewProject& project) = 0;

    /// Adds items in one transaction. Their numbers go on from those that are there.
    virtual void addItems(std::span<const ReviewItem> items) = 0;
    virtual std::size_t count() const = 0;
    virtual ReviewItem item(std::uint32_t number) const = 0; ///< @throws Error (InvalidArgument) for no item's number
    virtual std::optional<std::uint32_t> numberOf(const std::string& id) const = 0;
    /// All items, with the predictions of the project's model.
    virtual ReviewSummaries summaries() const = 0;
    /// Lines of some items, in their order.
    virtual std::vector<ItemLine> lines(std::span<const std::uint32_t> numbers) const = 0;
    /// Items with all of these words, each the beginning of one of theirs, in text, truth or comments; ascending.
    /// Whatever a user types is words, never a query language.
    virtual std::vector<std::uint32_t> search(const std::string& words) const = 0;
    /// Items on the same pictures, in data set order.
    virtual std::vector<std::uint32_t> withGroupOf(std::uint32_t number) const = 0;

    /// Adds or replaces predictions in one transaction. @param model see ReviewProject::model.
    virtual void putPredictions(const std::string& model, std::span<const Prediction> predictions) = 0;
    virtual std::optional<Prediction> prediction(const std::string& model, std::uint32_t item) const = 0;
    /// Those of a model by ascending item, one in memory at a time.
    virtual void forEachPrediction(const std::string& model,
                                   const std::function<void(const Prediction&)>& visit) const = 0;

    /// Adds an act; its id and undone are the store's. @return it as stored.
    virtual Decision add(const Decision& decision) = 0;
    /// Undoes a reviewer's last act that stands; redoes the one that was undone last. A new act ends what can be
    /// redone.
    /// @return it, or nothing when there is none.
    virtual std::optional<Decision> undo(const std::string& reviewer) = 0;
    virtual std::optional<Decision> redo(const std::string& reviewer) = 0;
    /// All acts by ascending id, undone ones included.
    virtual std::vector<Decision> decisions() const = 0;
    virtual std::vector<Decision> decisionsOf(std::uint32_t item) const = 0;

    /// Filters that the user named.
    virtual std::map<std::string, ReviewFilter> filters() const = 0;
    virtual void setFilter(const std::string& name, const ReviewFilter& filter) = 0;
    virtual void removeFilter(const std::string& name) = 0;

    /// Where a reviewer left off: any short text by its key, which no other reviewer sees.
    virtual std::string note(const std::string& reviewer, const std::string& key) const = 0;
    virtual void setNote(const std::string& reviewer, const std::string& key, const std::string& value) = 0;

    /// What several reviewers at once need; null: the project is a file.
    virtual ReviewTeam* team() { return nullptr; }
};

} // namespace vbs
