#include "ui/workbench/picture_locator.h"

#include "core/image/image_io.h"
#include "core/image/picture_digest.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>

namespace vbs {
namespace {

QString differenceOf(const QString& file, const QSize& found, const QString& digest, const OpenPicture& wanted,
                     const QSize& size)
{
    if (found != size)
        return PictureLocator::tr("“%1” has %2 × %3 pixels; the picture that was asked about has %4 × %5.")
            .arg(file)
            .arg(found.width())
            .arg(found.height())
            .arg(size.width())
            .arg(size.height());
    if (!wanted.digest.isEmpty())
        return digest == wanted.digest ? QString()
                                       : PictureLocator::tr("“%1” is as large as the picture that was asked about, but "
                                                            "its pixels are others.")
                                             .arg(file);
    return file == wanted.name
               ? QString()
               : PictureLocator::tr("“%1” is as large as “%2”, but has another name.").arg(file, wanted.name);
}

} // namespace

PictureLocator::PictureLocator(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PictureLocator::~PictureLocator()
{
    m_pool.waitForDone();
}

void PictureLocator::look(const QString& path, const OpenPicture& wanted, const QSize& size)
{
    m_pool.start([this, path, wanted, size] {
        const auto post = [this](std::function<void()> event) {
            QMetaObject::invokeMethod(this, std::move(event), Qt::QueuedConnection);
        };
        try {
            const RgbImage image = readImage(toPath(path));
            const QString digest = toQString(pictureDigest(image));
            const QString difference =
                differenceOf(QFileInfo(path).fileName(), {image.width, image.height}, digest, wanted, size);
            post([this, path, digest, difference] { Q_EMIT looked(path, digest, difference); });
        } catch (const Error& e) {
            post([this, error = infoOf(e)] { Q_EMIT failed(error); });
        } catch (const std::exception& e) {
            post([this, error = ErrorInfo{ErrorCode::Internal, e.what()}] { Q_EMIT failed(error); });
        }
    });
}

} // namespace vbs
