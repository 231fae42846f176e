#include "ui/inside/plots/chart_plot.h"

#include "ui/inside/plots/chart_canvas.h"
#include "ui/util/labels.h"
#include "ui/util/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kMargin = 12, kSpace = 8;
constexpr int kWide = 560, kLegendBeside = 260;
constexpr QSize kSmallestChart(480, 320); ///< in files

QSize chartSizeInFiles(const ChartCanvas& canvas)
{
    return canvas.size().expandedTo(kSmallestChart);
}

} // namespace

ChartPlot::ChartPlot(QWidget* parent)
    : Plot(parent), m_rows(new QVBoxLayout(this)), m_middle(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_canvas(new ChartCanvas), m_legend(new LegendView), m_sentence(mutedLabel("plotSentence"))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(kSpace);
    m_middle->setSpacing(kSpace);
    m_middle->addWidget(m_canvas, 1);
    m_middle->addWidget(m_legend);
    m_rows->addLayout(m_middle, 1);
    m_rows->addWidget(m_sentence);
}

QWidget* ChartPlot::canvas() const
{
    return m_canvas;
}

void ChartPlot::setSentenceShown(bool shown)
{
    m_sentence->setVisible(shown);
}

void ChartPlot::rebuild()
{
    m_canvas->clearChart();
    if (!isEmpty())
        build();
    showLegend();
}

void ChartPlot::showLegend()
{
    m_legend->show(isEmpty() ? std::vector<LegendRow>() : legend());
    const QString text = isEmpty() ? QString() : sentence();
    m_canvas->setAccessibleDescription(QStringList{text, m_legend->accessibleDescription()}.join(' '));
    if (text == m_sentence->text())
        return;
    m_sentence->setText(text);
    Q_EMIT sentenceChanged();
}

// A style sheet changes fonts and palettes one after the other: what is drawn is made anew each time, which is cheap.
void ChartPlot::changeEvent(QEvent* event)
{
    Plot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

/// A low and wide dock has no height to spare for a legend.
void ChartPlot::resizeEvent(QResizeEvent* event)
{
    Plot::resizeEvent(event);
    const bool wide = width() >= kWide;
    m_middle->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_middle->setAlignment(m_legend, wide ? Qt::AlignTop : Qt::Alignment());
    m_legend->setMaximumWidth(wide ? kLegendBeside : QWIDGETSIZE_MAX);
}

QSize ChartPlot::drawingSize() const
{
    const QSize chart = chartSizeInFiles(*m_canvas);
    const int text =
        fontMetrics().boundingRect(QRect(0, 0, chart.width(), 10'000), Qt::TextWordWrap, m_sentence->text()).height();
    return {chart.width() + 2 * kMargin,
            chart.height() + legendHeight(m_legend->rows(), font()) + text + 2 * kSpace + 2 * kMargin};
}

void ChartPlot::draw(QPainter& painter) const
{
    const QSize chart = chartSizeInFiles(*m_canvas), whole = drawingSize();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(0, 0), whole), themeColors().base);
    const QRect target(QPoint(kMargin, kMargin), chart);
    m_canvas->drawAt(painter, target);
    QRect below(kMargin, target.bottom() + 1 + kSpace, chart.width(), legendHeight(m_legend->rows(), font()));
    paintLegend(painter, below, m_legend->rows(), font());
    below = QRect(kMargin, below.bottom() + 1 + kSpace, chart.width(), whole.height() - below.bottom() - kSpace);
    painter.setFont(font());
    painter.setPen(themeColors().muted);
    painter.drawText(below, Qt::TextWordWrap, m_sentence->text());
    painter.restore();
}

} // namespace vbs
