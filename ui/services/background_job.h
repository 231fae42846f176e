#pragma once

#include "core/base/progress.h"
#include "core/engine/inference_types.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace vbs {

/// Work beside the window, one at a time. Methods and signals belong to the GUI thread, which never waits for it: work
/// whose owner is gone is asked to stop, and ends on its own.
class BackgroundJob : public QObject {
    Q_OBJECT
public:
    using Reply = std::function<void()>;                  ///< called on the GUI thread
    using Work = std::function<Reply(const JobControl&)>; ///< runs on a thread of its own

    explicit BackgroundJob(QObject* parent = nullptr);
    ~BackgroundJob() override; ///< nothing is heard of the work any more

    /// Takes the place of earlier work, which is asked to stop and of which nothing more is heard. It begins when that
    /// has stopped.
    void start(Work work);
    void cancel(); ///< asks the work to stop; where it is done already, its reply comes all the same
    void forget(); ///< asks it to stop; nothing more is heard of it
    bool isRunning() const { return m_wanted; }

Q_SIGNALS:
    void progressed(const QString& stage, double fraction); ///< see Progress
    void failed(const QString& sentence);
    void cancelled(); ///< after cancel(), when it has stopped

private:
    struct Line; ///< from the thread to this object, as long as that lives

    void begin();
    void end(const Reply& reply, const std::optional<ErrorInfo>& problem);

    std::shared_ptr<Line> m_line;
    Work m_next;             ///< waits for the work under way
    std::stop_source m_stop; ///< of that
    bool m_isUnderWay = false;
    bool m_wanted = false; ///< something is under way, or waits, of which the owner wants to hear
};

/// Calls a function on one of the threads that do such work, when one is free.
void runInBackground(std::function<void()> work);

/// Waits for all such work. @return whether it has ended.
bool waitForBackground(std::chrono::milliseconds most);

/// Something large, which takes its time to be destroyed: that happens on such a thread.
template <typename T> std::shared_ptr<T> destroyedInBackground(std::unique_ptr<T> object)
{
    return {object.release(), [](T* last) { runInBackground([last] { delete last; }); }};
}

} // namespace vbs
