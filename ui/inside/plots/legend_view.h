#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace vbs {

/// A line of a plot's legend.
struct LegendRow {
    enum class Mark { None, Line, Disc, Square, Diamond, Triangle };
    Mark mark = Mark::None;
    QColor color{};
    Qt::PenStyle dashes = Qt::SolidLine; ///< of Mark::Line
    QString name;
    QString value{}; ///< at the right edge
    bool strong = false;
};

/// How high a legend of so many rows is.
int legendHeight(const std::vector<LegendRow>& rows, const QFont& font);
/// Names that are too long are cut in their middle.
void paintLegend(QPainter& painter, const QRect& rect, const std::vector<LegendRow>& rows, const QFont& font);

class LegendView : public QWidget {
    Q_OBJECT
public:
    explicit LegendView(QWidget* parent = nullptr);

    void show(const std::vector<LegendRow>& rows);
    const std::vector<LegendRow>& rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    std::vector<LegendRow> m_rows;
};

} // namespace vbs
