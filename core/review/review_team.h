#pragma once

#include "core/datasets/dataset.h"
#include "core/review/decision.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vbs {

/// An item that a reviewer has open.
struct Claim {
    std::uint32_t item = 0;
    std::string reviewer;

    friend bool operator==(const Claim&, const Claim&) = default;
};

/// Acts that wait for their server have ids from here on, above all that a server gives.
inline constexpr std::int64_t kFirstWaitingId = std::int64_t(1) << 62;

inline bool isWaiting(const Decision& decision)
{
    return decision.id >= kFirstWaitingId;
}

/// An act that waited on this computer and has come to the server.
struct SentDecision {
    std::int64_t waitingId = 0; ///< the id that ReviewStore::add gave it; nothing has it any more
    Decision stored;
    bool crowded = false; ///< it decides an item that as many others as are wanted had decided meanwhile
};

struct TeamChanges {
    std::vector<Decision> decisions; ///< everybody's that were added, undone or redone, one's own too, in that order
    std::vector<SentDecision> sent;
};

/// What a project on a server has besides: several reviewers at once. ReviewStore::team gives it.
///
/// While the server cannot be reached, add() keeps acts in a file on this computer (isWaiting), and
/// undo() and redo() turn those; everything else throws. Whatever is called later tries to connect again, and
/// changes(), claimNext(), add(), undo() and redo() send what waits, in its order and once, also when an earlier try
/// had reached the server. An undo on the server whose answer got lost may have happened: changes() tells.
class ReviewTeam {
public:
    virtual ~ReviewTeam() = default;

    /// Claims the first of some items that wants this reviewer: not decided by them, and decided or claimed by fewer
    /// others than the project wants. Two reviewers never get one item unless it wants two.
    /// @param order best without what is known to be decided, which would only be looked through.
    /// @return nothing when there is none.
    virtual std::optional<std::uint32_t> claimNext(const std::string& reviewer,
                                                   std::span<const std::uint32_t> order) = 0;
    /// Claims an item that the reviewer chose, decided or not; or prolongs a claim, which lapses otherwise: an open
    /// item's should be prolonged each minute.
    /// @return who has it open instead; empty: the claim holds. @throws Error (InvalidArgument) for no item's number.
    virtual std::vector<std::string> claim(const std::string& reviewer, std::uint32_t item) = 0;
    virtual void release(const std::string& reviewer, std::uint32_t item) = 0;
    /// By item.
    virtual std::vector<Claim> claims() const = 0;
    /// Everybody who has done something, by name.
    virtual std::vector<std::string> reviewers() const = 0;

    /// What happened since the last call, or since the store was opened.
    virtual TeamChanges changes() = 0;
    /// Calls back, by the thread's event loop and within a second, when changes() has something to tell. While the
    /// server is away nothing calls back: call changes() every few seconds besides.
    virtual void whenChanged(const std::function<void()>& callback) = 0;

    /// Acts that wait on this computer.
    virtual std::size_t waiting() const = 0;
    /// Whether the server was there when it was last asked.
    virtual bool isConnected() const = 0;

    /// Where the data set's files and pictures lie on this computer; the project knows those of who made it. An empty
    /// path leaves what it knows.
    virtual void setFilesHere(const DatasetFiles& files) = 0;
};

} // namespace vbs
