#pragma once

#include <QImage>
#include <QMutex>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QThreadPool>

#include <stop_token>

namespace vbs {

/// Makes small copies of picture files on a thread of its own, the one asked for last first, since that is
/// what the user looks at. Methods and signals belong to the GUI thread.
class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    explicit ThumbnailLoader(const QSize& box, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    QSize box() const { return m_box; }
    /// @return a request of long ago that was dropped for this one (empty: none): it may be made again.
    QString request(const QString& path);
    void forgetRequests();

Q_SIGNALS:
    /// A null image: the file cannot be shown.
    void ready(const QString& path, const QImage& thumbnail);

private:
    void work();

    QSize m_box;
    std::stop_source m_stop; ///< of the thumbnail being made
    QThreadPool m_pool;
    QMutex m_mutex;        ///< guards what follows
    QStringList m_waiting; ///< asked for last = last
    bool m_running = false;
};

} // namespace vbs
