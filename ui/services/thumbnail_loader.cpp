#include "ui/services/thumbnail_loader.h"

#include "core/image/image_io.h"
#include "ui/util/picture_pyramid.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>
#include <QImageReader>
#include <QMutexLocker>

namespace vbs {
namespace {

constexpr qsizetype kWaitingAtMost = 200;     ///< several screens of thumbnails
constexpr qint64 kDecodedPixels = 50'000'000; ///< larger pictures get their thumbnail when they are opened

QImage readThumbnail(const QString& path, const QSize& box)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (size.isValid()) {
        if (qint64(size.width()) * size.height() > kDecodedPixels && reader.format() != "jpeg")
            return {};
        const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        const QSize fits = size.scaled(turned ? box.transposed() : box, Qt::KeepAspectRatio);
        if (fits.width() < size.width())
            reader.setScaledSize(fits.expandedTo(QSize(1, 1)));
        const QImage image = reader.read();
        if (!image.isNull())
            return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }
    try { // formats that Qt has no plugin for here
        const ImageSize known = readImageSize(toPath(path));
        if (std::int64_t(known.width) * known.height > kDecodedPixels)
            return {};
        const auto image = std::make_shared<const RgbImage>(readImage(toPath(path)));
        return PicturePyramid::build(image)->thumbnail(box);
    } catch (const std::exception&) {
        return {}; // shown as a broken picture; opening it gives the message
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
        const QImage thumbnail = readThumbnail(path, m_box);
        QMetaObject::invokeMethod(
            this, [this, path, thumbnail] { Q_EMIT ready(path, thumbnail); }, Qt::QueuedConnection);
    }
}

} // namespace vbs
