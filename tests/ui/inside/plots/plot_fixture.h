#pragma once

#include "ui/inside/plots/plot_files.h"
#include "ui/util/theme.h"

#include <QApplication>
#include <QImage>
#include <QStringList>
#include <QXmlStreamReader>

#include <set>

namespace vbs::test {

/// A CSV table as RFC 4180 has it, read by hand: [row][field], the header first.
inline QList<QStringList> parsedCsv(const std::string& text)
{
    QList<QStringList> rows;
    QStringList row;
    QByteArray field;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            field += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || text.compare(i, 2, "\r\n") == 0)) {
            row.append(QString::fromUtf8(field));
            field.clear();
            if (c == '\r') {
                rows.append(row);
                row.clear();
                ++i;
            }
        } else {
            field += c;
        }
    }
    return rows;
}

/// Whether all of it is well-formed XML with the root svg; its texts are appended.
inline bool isSvg(const QByteArray& bytes, QString* texts)
{
    QXmlStreamReader reader(bytes);
    bool root = false, first = true;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && first) {
            root = reader.name() == QLatin1String("svg");
            first = false;
        } else if (reader.isCharacters()) {
            *texts += reader.text();
        }
    }
    return root && !reader.hasError();
}

/// How many pixels of a picture have about this colour.
inline int pixelsLike(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                         std::abs(pixel.blue() - color.blue()) <
                     24;
        }
    return count;
}

/// Saves what a widget looks like where VBS_PLOT_PICTURES names a folder, to look at.
inline void keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("VBS_PLOT_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + '/' + name + (themeColors().dark ? "-dark.png" : "-light.png"));
}

} // namespace vbs::test
