#include "ui/util/icons.h"

#include "ui/util/theme.h"

#include <QApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QRegularExpression>
#include <QStringList>

namespace vbs {
namespace {

/// Outlines on a 24 x 24 grid: M x y, L x y, C (cubic), Z as in SVG paths; O x y r is a circle,
/// D x y r a filled dot.
const QHash<QString, QString>& outlines()
{
    static const QHash<QString, QString> table = {
        {"open", "M 4 5 L 20 5 L 20 19 L 4 19 Z M 4 16 L 9 11 L 13 15 L 16 12 L 20 16 O 15.5 9 1.4"},
        {"folder", "M 3 6 L 9 6 L 11 8.5 L 21 8.5 L 21 19 L 3 19 Z"},
        {"paste", "M 9 5 L 5 5 L 5 21 L 19 21 L 19 5 L 15 5 M 9 3 L 15 3 L 15 7 L 9 7 Z M 9 12 L 15 12 M 9 16 L 13 16"},
        {"boxes", "M 3 5 L 13 5 L 13 14 L 3 14 Z M 10 14 L 10 19 L 21 19 L 21 10 L 13 10"},
        {"draw", "M 14 5 L 4 5 L 4 19 L 20 19 L 20 13 M 11 13 L 12 10 L 19 3 L 21 5 L 14 12 Z"},
        {"heatmap", "O 12 12 3 O 12 12 6 O 12 12 9 D 12 12 1.4"},
        {"fit", "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15"},
        {"actual", "M 5 8 L 7 6.5 L 7 17.5 M 17 8 L 19 6.5 L 19 17.5 D 12.5 10 1.2 D 12.5 15 1.2"},
        {"zoom-in", "O 10.5 10.5 6.5 M 15.3 15.3 L 20.5 20.5 M 7.5 10.5 L 13.5 10.5 M 10.5 7.5 L 10.5 13.5"},
        {"zoom-out", "O 10.5 10.5 6.5 M 15.3 15.3 L 20.5 20.5 M 7.5 10.5 L 13.5 10.5"},
        {"close", "M 6 6 L 18 18 M 18 6 L 6 18"},
        {"info", "O 12 12 9 M 12 11 L 12 17 D 12 7.6 1.2"},
        {"warning", "M 12 4 L 21.5 20 L 2.5 20 Z M 12 10 L 12 14.5 D 12 17.2 1.1"},
        {"error", "O 12 12 9 M 12 7 L 12 13 D 12 16.6 1.2"},
        {"picture", "M 3 5 L 21 5 L 21 19 L 3 19 Z M 3 16 L 9 10 L 14 15 L 17 12 L 21 16 O 16 9 1.5"},
        {"broken", "M 3 5 L 21 5 L 21 19 L 3 19 Z M 13 5 L 10.5 10 L 14 13 L 11 19"},
        {"ask", "M 4 5 L 20 5 L 20 16 L 12 16 L 8 20 L 8 16 L 4 16 Z"},
        {"compare", "M 3 6 L 10.5 6 L 10.5 18 L 3 18 Z M 13.5 6 L 21 6 L 21 18 L 13.5 18 Z"},
        {"choose", "O 6 7 2.2 O 6 17 2.2 D 6 17 1 M 11.5 7 L 20 7 M 11.5 17 L 20 17"},
        {"find", "O 12 12 5.5 M 12 3 L 12 9 M 12 15 L 12 21 M 3 12 L 9 12 M 15 12 L 21 12"},
        {"fill", "M 8.5 6 L 15.5 6 L 15.5 16 L 8.5 16 Z M 2.5 19 L 6 19 M 8.5 19 L 15.5 19 M 18 19 L 21.5 19"},
        {"swap", "M 4 8 L 19 8 L 15.5 4.5 M 19 8 L 15.5 11.5 M 20 16 L 5 16 L 8.5 12.5 M 5 16 L 8.5 19.5"},
        {"hide", "M 3 12 C 6.5 6 17.5 6 21 12 C 17.5 18 6.5 18 3 12 O 12 12 2.6 M 5.5 19.5 L 18.5 4.5"},
        {"check", "M 5 12.5 L 10 17.5 L 19 7"},
        {"up", "M 6 15 L 12 9 L 18 15"},
        {"down", "M 6 9 L 12 15 L 18 9"}};
    return table;
}

void appendOutline(const QString& outline, QPainterPath* lines, QPainterPath* dots)
{
    const QStringList words = outline.split(' ', Qt::SkipEmptyParts);
    int i = 0;
    const auto number = [&] { return words.value(++i).toDouble(); };
    const auto point = [&] {
        const double x = number();
        return QPointF(x, number());
    };
    for (; i < words.size(); ++i) {
        const QChar command = words[i][0];
        if (command == 'M') {
            lines->moveTo(point());
        } else if (command == 'L') {
            lines->lineTo(point());
        } else if (command == 'C') {
            const QPointF first = point(), second = point();
            lines->cubicTo(first, second, point());
        } else if (command == 'Z') {
            lines->closeSubpath();
        } else if (command == 'O' || command == 'D') {
            const QPointF centre = point();
            const double radius = number();
            (command == 'O' ? lines : dots)->addEllipse(centre, radius, radius);
        }
    }
}

class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        paintLineIcon(*painter, m_name, rect, palette.color(group, QPalette::ButtonText));
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
    bool isNull() override { return !outlines().contains(m_name); }

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
    QPainterPath lines, dots;
    appendOutline(outlines().value(name), &lines, &dots);
    const double side = std::min(place.width(), place.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 24, side / 24);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(lines);
    painter.fillPath(dots, color);
    painter.restore();
}

} // namespace vbs
