#pragma once

#include "core/image/rgb_image.h"

#include <QImage>
#include <QString>

#include <filesystem>
#include <string>

namespace vbs {

inline QString toQString(const std::string& text)
{
    return QString::fromStdString(text);
}

std::filesystem::path toPath(const QString& path);
QString fromPath(const std::filesystem::path& path);

/// The same pixels without a copy; the QImage keeps the picture alive.
QImage wrapImage(const ImagePtr& image);

/// A copy as 8-bit RGB, transparency over white.
ImagePtr toRgbImage(const QImage& image);

/// "93 %", and "<1 %" where rounding would hide a chance that is there.
QString percentText(double fraction);

/// "9 ms", "1.4 s".
QString timingText(double milliseconds);

} // namespace vbs
