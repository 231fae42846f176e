#include "ui/inside/plots/plot_files.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace vbs {

QByteArray plotPng(const Plot& plot)
{
    constexpr int kScale = 2;
    QImage image(plot.drawingSize() * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(Qt::white);
    QPainter painter(&image);
    plot.draw(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray plotSvg(const Plot& plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(plot.drawingSize());
    generator.setViewBox(QRect(QPoint(0, 0), plot.drawingSize()));
    generator.setTitle(plot.name());
    generator.setDescription(plot.sentence());
    QPainter painter(&generator);
    plot.draw(painter);
    painter.end();
    return bytes;
}

void writePlot(const Plot& plot, const std::filesystem::path& file)
{
    if (plot.isEmpty())
        throw Error(ErrorCode::InvalidArgument, "There is nothing to write to " + file.string() + " yet.");
    const std::string suffix = file.extension().string();
    if (suffix == ".csv")
        writeFileAtomically(file, plot.table());
    else if (suffix == ".svg")
        writeFileAtomically(file, plotSvg(plot).toStdString());
    else if (suffix == ".png")
        writeFileAtomically(file, plotPng(plot).toStdString());
    else
        throw Error(ErrorCode::InvalidArgument, file.string() + " should end with .png, .svg or .csv.");
}

} // namespace vbs
