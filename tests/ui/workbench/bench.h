#pragma once

#include "tests/ui/workbench/gated_engine.h"
#include "ui/workbench/workbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace vbs::test {

inline constexpr qint64 kPatienceMs = 30000; ///< in vain only; a busy machine takes its time

/// A workbench over an engine behind a gate, which opens while the workbench rests.
struct Bench {
    explicit Bench(const KeptFolders& folders = {})
        : workbench(std::make_unique<GatedEngine>(gate), folders), flow(*workbench.findChild<AskFlow*>())
    {
        flow.findChild<QTimer*>()->setInterval(1); // nobody types here
        alarm.start(2);
        workbench.loadPack("gated");
    }

    const WorkbenchState& state() const { return workbench.state(); }
    bool isBusy() const { return !state().activity.text.isEmpty() || flow.state() != AskFlow::State::Resting; }

    /// Until nothing is under way; what is asked is answered well. @return false: it never came to an end.
    bool rest()
    {
        gate->setOpen(true);
        QElapsedTimer timer;
        timer.start();
        do {
            wait();
            if (timer.hasExpired(kPatienceMs))
                return false;
        } while (isBusy());
        gate->setOpen(false);
        QCoreApplication::processEvents();
        return true;
    }

    /// For something to happen, or two milliseconds.
    void wait() { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }

    std::shared_ptr<Gate> gate = std::make_shared<Gate>();
    Workbench workbench;
    AskFlow& flow;
    QTimer alarm; ///< ends wait()
};

} // namespace vbs::test
