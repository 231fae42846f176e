#include "ui/inside/head_maps.h"

#include "ui/util/qt_bridge.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace vbs {
namespace {

QString measureText(const char* source)
{
    return QCoreApplication::translate("vbs::HeadMeasure", source);
}

} // namespace

QString measureName(HeadMeasure measure)
{
    switch (measure) {
    case HeadMeasure::OnRegions:
        return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "Share on regions"));
    case HeadMeasure::OnSeparator:
        return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "Share on [SEP]"));
    case HeadMeasure::Spread:
        break;
    }
    return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "Spread (entropy)"));
}

QString measureTip(HeadMeasure measure)
{
    switch (measure) {
    case HeadMeasure::OnRegions:
        return measureText(
            QT_TRANSLATE_NOOP("vbs::HeadMeasure", "How much of the head’s attention goes to regions of the picture."));
    case HeadMeasure::OnSeparator:
        return measureText(QT_TRANSLATE_NOOP(
            "vbs::HeadMeasure",
            "How much goes to [SEP], the mark at the end of the text. Heads often look there when they have nothing to "
            "do."));
    case HeadMeasure::Spread:
        break;
    }
    return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure",
                                         "100 %: each position looks everywhere alike. 0 %: at one single place."));
}

QString measureCaption(HeadMeasure measure)
{
    switch (measure) {
    case HeadMeasure::OnRegions:
        return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "regions"));
    case HeadMeasure::OnSeparator:
        return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "[SEP]"));
    case HeadMeasure::Spread:
        break;
    }
    return measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "spread"));
}

double measureOf(const HeadMeasures& head, HeadMeasure measure)
{
    switch (measure) {
    case HeadMeasure::OnRegions:
        return head.onRegions;
    case HeadMeasure::OnSeparator:
        return head.onSeparator;
    case HeadMeasure::Spread:
        break;
    }
    return head.entropy;
}

QStringList measureLines(const HeadMeasures& head)
{
    QStringList lines;
    for (const HeadMeasure measure : kHeadMeasures)
        lines << QStringLiteral("%1: %2").arg(measureName(measure), percentText(measureOf(head, measure)));
    lines << measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "Text looks at text %1, at regions %2"))
                 .arg(percentText(head.blocks[0][0]), percentText(head.blocks[0][1]));
    lines << measureText(QT_TRANSLATE_NOOP("vbs::HeadMeasure", "Regions look at text %1, at regions %2"))
                 .arg(percentText(head.blocks[1][0]), percentText(head.blocks[1][1]));
    return lines;
}

QImage headMap(const Inspection& inspection, std::size_t layer, std::size_t head, const QColor& none, const QColor& all)
{
    const auto side = int(inspection.positions);
    QImage image(side, side, QImage::Format_RGB32);
    QRgb shades[256];
    for (int i = 0; i < 256; ++i) {
        // The root makes small shares visible, of which most rows are made.
        const double share = std::sqrt(i / 255.);
        const auto mixed = [&](int a, int b) { return int(std::lround(a + share * (b - a))); };
        shades[i] =
            qRgb(mixed(none.red(), all.red()), mixed(none.green(), all.green()), mixed(none.blue(), all.blue()));
    }
    for (int from = 0; from < side; ++from) {
        const std::span<const float> row = inspection.row(layer, head, std::size_t(from));
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(from));
        for (int to = 0; to < side; ++to)
            line[to] = shades[int(std::clamp(row[std::size_t(to)], 0.f, 1.f) * 255)];
    }
    return image;
}

void HeadMaps::setLooked(const LookedPtr& looked)
{
    if (looked == m_looked)
        return;
    m_looked = looked;
    m_maps.clear();
}

const QPixmap& HeadMaps::map(std::size_t layer, std::size_t head, int side, const QColor& none, const QColor& all)
{
    if (side != m_side || none != m_none || all != m_all)
        m_maps.clear();
    m_side = side;
    m_none = none;
    m_all = all;
    const std::size_t key = layer * m_looked->inspection.heads + head;
    const auto known = m_maps.constFind(key);
    if (known != m_maps.constEnd())
        return *known;
    const QImage map = headMap(m_looked->inspection, layer, head, none, all);
    // A small map keeps its sharp squares.
    const auto way = map.width() > side ? Qt::SmoothTransformation : Qt::FastTransformation;
    return *m_maps.insert(key, QPixmap::fromImage(map.scaled(side, side, Qt::IgnoreAspectRatio, way)));
}

} // namespace vbs
