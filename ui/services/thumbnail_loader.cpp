#include "ui/services/thumbnail_loader.h"

#include "core/image/image_io.h"
#include "core/image/picture_header.h"
#include "ui/services/ordinary_file.h"
#include "ui/util/qt_bridge.h"

#include <QFile>
#include <QMutexLocker>

#include <algorithm>
#include <memory>

namespace vbs {
namespace {

constexpr qsizetype kWaitingAtMost = 200;     ///< several screens of thumbnails
constexpr qint64 kDecodedPixels = 50'000'000; ///< larger pictures get their thumbnail when they are opened; JPEG
                                              ///< files are decoded at a fraction of their size

bool isJpeg(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(16);
    return formatOf({reinterpret_cast<const std::uint8_t*>(start.constData()), std::size_t(start.size())}) ==
           PictureFormat::Jpeg;
}

/// Null where the picture cannot be opened, by the same checks: opening it gives the message.
QImage thumbnailOf(const QString& path, const QSize& box, const std::stop_token& stop)
{
    try {
        requireOrdinaryFile(path);
        const std::filesystem::path file = toPath(path);
        const ImageSize size = readImageSize(file);
        if (qint64(size.width) * size.height > kDecodedPixels && !isJpeg(path))
            return {};
        const auto picture =
            std::make_shared<const RgbImage>(readThumbnail(file, std::max(box.width(), box.height()), stop));
        const QImage image = wrapImage(picture);
        const QSize fits = image.size().scaled(image.size().boundedTo(box), Qt::KeepAspectRatio);
        return image.scaled(fits.expandedTo(QSize(1, 1)), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace

ThumbnailLoader::ThumbnailLoader(const QSize& box, QObject* parent) : QObject(parent), m_box(box)
{
    m_pool.setMaxThreadCount(1);
}

ThumbnailLoader::~ThumbnailLoader()
{
    forgetRequests();
    m_stop.request_stop();
    m_pool.waitForDone();
}

QString ThumbnailLoader::request(const QString& path)
{
    QMutexLocker lock(&m_mutex);
    m_waiting << path;
    const QString dropped = m_waiting.size() > kWaitingAtMost ? m_waiting.takeFirst() : QString();
    if (!m_running) {
        m_running = true;
        m_pool.start([this] { work(); });
    }
    return dropped;
}

void ThumbnailLoader::forgetRequests()
{
    QMutexLocker lock(&m_mutex);
    m_waiting.clear();
}

void ThumbnailLoader::work()
{
    for (;;) {
        QString path;
        {
            QMutexLocker lock(&m_mutex);
            if (m_waiting.isEmpty()) {
                m_running = false;
                return;
            }
            path = m_waiting.takeLast();
        }
        const QImage thumbnail = thumbnailOf(path, m_box, m_stop.get_token());
        QMetaObject::invokeMethod(
            this, [this, path, thumbnail] { Q_EMIT ready(path, thumbnail); }, Qt::QueuedConnection);
    }
}

} // namespace vbs
