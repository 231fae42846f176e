#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QFile>
#include <QPainter>

#include <cmath>
#include <cstring>

namespace vbs {
namespace {

struct BridgeText {
    Q_DECLARE_TR_FUNCTIONS(vbs::BridgeText)
};

} // namespace

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

QString fromPath(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

QImage wrapImage(const ImagePtr& image)
{
    if (!image || image->empty())
        return {};
    auto* keeper = new ImagePtr(image);
    return QImage(
        image->pixels.data(), image->width, image->height, qsizetype(image->width) * 3, QImage::Format_RGB888,
        [](void* kept) { delete static_cast<ImagePtr*>(kept); }, keeper);
}

ImagePtr toRgbImage(const QImage& source)
{
    QImage image = source;
    if (image.hasAlphaChannel()) {
        QImage opaque(image.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        image.setDevicePixelRatio(1);
        QPainter(&opaque).drawImage(0, 0, image);
        image = opaque;
    }
    image.convertTo(QImage::Format_RGB888);
    auto result = std::make_shared<RgbImage>(image.width(), image.height());
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(result->row(y), image.constScanLine(y), std::size_t(image.width()) * 3);
    return result;
}

QString percentText(double fraction)
{
    const double percent = fraction * 100;
    if (percent > 0 && percent < 0.5)
        return BridgeText::tr("<1 %");
    return BridgeText::tr("%1 %").arg(std::lround(percent));
}

QString timingText(double milliseconds)
{
    if (milliseconds < 999.5)
        return BridgeText::tr("%1 ms").arg(std::lround(milliseconds));
    return BridgeText::tr("%L1 s").arg(milliseconds / 1000, 0, 'f', 1);
}

} // namespace vbs
