#pragma once

#include "core/base/progress.h"
#include "core/datasets/example_score.h"
#include "core/regions/tuning_regions.h"
#include "core/tuning/process_group.h"
#include "core/tuning/run_identity.h"

#include <optional>
#include <span>
#include <vector>

namespace vbs {

/// How several processes share out a fine-tuning; alone, all of it is this one's and nothing is exchanged.
class TuningProcesses {
public:
    /// Waits for the others. @throws Error as ProcessGroup.
    TuningProcesses(const ProcessPlace& place, c10::Device device);

    bool leads() const { return m_place.leads(); }
    const ProcessGroup* group() const { return m_group ? &*m_group : nullptr; } ///< null: alone

    /// What --device means to this process: of several on a computer, each takes a GPU of its own.
    static std::string deviceWord(const std::string& asked, const ProcessPlace& place);

    /// The seed of this process's chance in a step: alone, and for the first, the step's own.
    std::uint64_t seedOf(std::uint64_t step) const;

    /// This process's part of a step's examples, next to each other; may be empty.
    std::span<const std::size_t> shareOf(std::span<const std::size_t> step) const;
    /// Whether this process does the batch of that number.
    bool takes(std::size_t batch) const { return batch % std::size_t(m_place.count) == std::size_t(m_place.rank); }
    /// The pictures that this process looks at: each is one process's.
    std::vector<TuningPicture> shareOf(const std::vector<TuningPicture>& pictures) const;

    /// Waits until all have come here: none goes on before the first has made the run's folder.
    void meet() const;
    /// Everybody's unreadable pictures, in the order of the processes. Waits for a day, since pictures take long.
    std::vector<UnreadablePicture> together(std::vector<UnreadablePicture> own) const;
    /// Everybody's scores.
    ScoreSum together(const ScoreSum& own) const;
    /// @throws Error (Mismatch) naming the first option that differs from the first process's.
    void requireSame(const RunIdentity& identity) const;
    /// @throws Error (Cancelled) where one of them was asked to stop.
    void throwIfStopped(const JobControl& control) const;

private:
    ProcessPlace m_place;
    std::optional<ProcessGroup> m_group;
};

} // namespace vbs
