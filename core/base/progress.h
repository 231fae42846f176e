#pragma once

#include "core/base/error.h"

#include <functional>
#include <stop_token>
#include <string>

namespace vbs {

/// How far a long step has come.
struct Progress {
    std::string stage;     ///< plain English, e.g. "Finding regions"
    double fraction = -1.; ///< 0..1; negative when unknown
};

/// What every long-running function takes: it reports through it and asks it whether to go on.
/// The callback runs on the thread that does the work.
struct JobControl {
    std::stop_token stop;
    std::function<void(const Progress&)> onProgress;

    void report(std::string stage, double fraction = -1.) const
    {
        if (onProgress)
            onProgress(Progress{std::move(stage), fraction});
    }

    /// @throws Error (Cancelled) once a stop was requested.
    void throwIfStopped() const
    {
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
    }
};

} // namespace vbs
