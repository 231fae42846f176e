#pragma once

#include "core/base/progress.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace vbs {

/// Measures this machine: gives a line of text for each thing that was measured. Runs on a thread of DeviceBench's.
/// @throws Error (Cancelled).
using BenchWork = std::function<void(const JobControl& control, const std::function<void(const QString&)>& line)>;

/// Runs a measurement on a thread of its own. Methods and signals belong to the GUI thread.
class DeviceBench : public QObject {
    Q_OBJECT
public:
    explicit DeviceBench(BenchWork work, QObject* parent = nullptr);
    ~DeviceBench() override; ///< stops it

    bool isAvailable() const { return bool(m_work); }
    bool isRunning() const { return m_running; }
    bool isStopping() const { return m_running && m_stop.stop_requested(); } ///< its step under way ends first
    const QString& text() const { return m_text; }                           ///< the lines so far
    void start();
    void cancel();

Q_SIGNALS:
    void changed(); ///< a line came, or it began or ended

private:
    void add(const QString& line);

    BenchWork m_work;
    std::stop_source m_stop;
    QThreadPool m_pool;
    QString m_text;
    bool m_running = false;
};

} // namespace vbs
