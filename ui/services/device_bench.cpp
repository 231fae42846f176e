#include "ui/services/device_bench.h"

#include "core/base/one_line.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

namespace vbs {

DeviceBench::DeviceBench(BenchWork work, QObject* parent) : QObject(parent), m_work(std::move(work))
{
    m_pool.setMaxThreadCount(1);
}

DeviceBench::~DeviceBench()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void DeviceBench::add(const QString& line)
{
    m_text += m_text.isEmpty() ? line : '\n' + line;
    Q_EMIT changed();
}

void DeviceBench::start()
{
    if (m_running || !m_work)
        return;
    m_running = true;
    m_text.clear();
    m_stop = std::stop_source();
    Q_EMIT changed();
    m_pool.start([this, stop = m_stop.get_token()] {
        const auto post = [this](std::function<void()> event) {
            QMetaObject::invokeMethod(this, std::move(event), Qt::QueuedConnection);
        };
        QString problem;
        try {
            m_work({stop, {}}, [&](const QString& line) { post([this, line] { add(line); }); });
        } catch (const Error& e) {
            problem = e.code() == ErrorCode::Cancelled ? tr("Cancelled.") : problemText(infoOf(e));
        } catch (const std::exception& e) {
            problem = toQString(firstLine(e.what()));
        }
        post([this, problem] {
            m_running = false;
            problem.isEmpty() ? Q_EMIT changed() : add(problem);
        });
    });
}

void DeviceBench::cancel()
{
    m_stop.request_stop();
    Q_EMIT changed();
}

} // namespace vbs
