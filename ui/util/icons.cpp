#include "ui/util/icons.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <algorithm>

namespace vbs {
namespace {

/// The drawing's file; empty: there is none.
QByteArray drawingNamed(const QString& name)
{
    static QHash<QString, QByteArray> read;
    const auto known = read.constFind(name);
    if (known != read.constEnd())
        return *known;
    QFile file(":/icons/line/" + name + ".svg");
    return *read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        paintLineIcon(*painter, m_name, rect, palette.color(group, role));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name); }
    bool isNull() override { return drawingNamed(m_name).isEmpty(); }

private:
    QString m_name;
};

} // namespace

QIcon lineIcon(const QString& name)
{
    return QIcon(new LineIconEngine(name));
}

void paintLineIcon(QPainter& painter, const QString& name, const QRectF& place, const QColor& color)
{
    QByteArray drawing = drawingNamed(name);
    if (drawing.isEmpty())
        return;
    // Qt's renderer takes the color from the file alone, and knows no "currentColor" of a palette's.
    drawing.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(drawing);
    const double side = std::min(place.width(), place.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * color.alphaF());
    renderer.render(&painter, QRectF(place.center() - QPointF(side / 2, side / 2), QSizeF(side, side)));
    painter.restore();
}

} // namespace vbs
