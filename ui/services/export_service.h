#pragma once

#include "core/engine/inference_types.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace vbs {

/// Writes files on a thread of its own, one after another. Methods and signals belong to the GUI thread.
class ExportService : public QObject {
    Q_OBJECT
public:
    explicit ExportService(QObject* parent = nullptr);
    ~ExportService() override; ///< waits for the file under way

    /// @param write called on the worker; it may throw Error. What it needs is its own.
    void start(const QString& path, std::function<void()> write);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const vbs::ErrorInfo& error);

private:
    QThreadPool m_pool;
};

} // namespace vbs
