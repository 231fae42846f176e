#include "ui/services/export_service.h"

#include "core/base/error.h"
#include "core/base/one_line.h"

namespace vbs {

ExportService::ExportService(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ExportService::~ExportService()
{
    m_pool.waitForDone();
}

void ExportService::start(const QString& path, std::function<void()> write)
{
    m_pool.start([this, path, write = std::move(write)] {
        ErrorInfo error{ErrorCode::Internal, {}};
        try {
            write();
        } catch (const Error& e) {
            error = infoOf(e);
        } catch (const std::exception& e) {
            error.message = firstLine(e.what());
        }
        // This object outlives the pool's work.
        QMetaObject::invokeMethod(
            this,
            [this, path, error] {
                if (error.message.empty())
                    Q_EMIT written(path);
                else
                    Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
    });
}

} // namespace vbs
