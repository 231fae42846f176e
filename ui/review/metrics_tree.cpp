#include "ui/review/metrics_tree.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace vbs {
namespace {

enum MetricsColumn { NameColumn, BeforeColumn, AfterColumn, CountColumn };

constexpr int kWidthWithCount = 420;
constexpr int kTypeRole = Qt::UserRole;         ///< of a group that can be activated: the type
constexpr int kSliceRole = Qt::UserRole + 1;    ///< of a row with groups: its name
constexpr std::size_t kGroupsShownAtFirst = 12; ///< longer lists are closed at first

const Figure* figureNamed(const std::vector<Figure>& figures, const std::string& name)
{
    const auto found = std::ranges::find(figures, name, &Figure::name);
    return found == figures.end() ? nullptr : &*found;
}

QString numberText(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

/// "64.90 – 66.01"
QString intervalText(const Interval& interval, bool perCent, int decimals, const QString& dash)
{
    const double scale = perCent ? 100 : 1;
    return numberText(scale * interval.low, decimals) + dash + numberText(scale * interval.high, decimals);
}

/// "65.43 (64.9–66.0)", short enough for a narrow dock: the hint has the rest.
QString figureText(const Figure* figure, bool perCent)
{
    if (figure == nullptr || figure->value < 0)
        return QStringLiteral("–");
    QString text = numberText(figure->rounded, perCent ? 2 : 3);
    if (figure->interval)
        text += QStringLiteral(" (") + intervalText(*figure->interval, perCent, perCent ? 1 : 3, QStringLiteral("–")) +
                QLatin1Char(')');
    return text;
}

QString figureHint(const Figure* figure, bool perCent)
{
    if (figure == nullptr || figure->value < 0)
        return MetricsTree::tr("Nothing counts towards it.");
    const QString count = MetricsTree::tr("Count: %1").arg(QLocale().toString(qulonglong(figure->count)));
    if (!figure->interval)
        return count;
    const QString interval =
        intervalText(*figure->interval, perCent, perCent ? 2 : 3, QStringLiteral(" – ")) + (perCent ? " %" : "");
    return count + '\n' + MetricsTree::tr("95 % interval: %1").arg(interval);
}

/// A row's names in the order of before, and then what only after has.
std::vector<std::string> namesOfBoth(const std::vector<Figure>& before, const std::vector<Figure>& after)
{
    std::vector<std::string> names;
    for (const Figure& figure : before)
        names.push_back(figure.name);
    for (const Figure& figure : after)
        if (figureNamed(before, figure.name) == nullptr)
            names.push_back(figure.name);
    return names;
}

void fillMetricsRow(QTreeWidgetItem* row, const Figure* before, const Figure* after, bool perCent)
{
    row->setText(BeforeColumn, figureText(before, perCent));
    row->setText(AfterColumn, figureText(after, perCent));
    row->setToolTip(BeforeColumn, figureHint(before, perCent));
    row->setToolTip(AfterColumn, figureHint(after, perCent));
    row->setText(CountColumn, QLocale().toString(qulonglong((before != nullptr ? before : after)->count)));
    for (const int column : {BeforeColumn, AfterColumn, CountColumn})
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    if (before != nullptr && after != nullptr && before->rounded != after->rounded) {
        QFont bold = row->treeWidget()->font();
        bold.setBold(true);
        row->setFont(AfterColumn, bold);
    }
}

/// Rows with some air between them.
class ReviewTreeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(8, 8);
    }
};

/// "by answer type" as a row's name.
QString sliceTitle(const std::string& name)
{
    QString title = toQString(name);
    if (!title.isEmpty() && title.startsWith(QLatin1String("by ")))
        title[0] = title[0].toUpper();
    return title;
}

} // namespace

void setUpReviewTree(QTreeWidget* tree, const QStringList& columns, int stretched)
{
    tree->setColumnCount(int(columns.size()));
    tree->setHeaderLabels(columns);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    tree->setUniformRowHeights(true);
    tree->setItemDelegate(new ReviewTreeDelegate(tree));
    tree->setTextElideMode(Qt::ElideRight);
    tree->header()->setStretchLastSection(false);
    tree->header()->setMinimumSectionSize(56);
    for (int column = 0; column < columns.size(); ++column)
        tree->header()->setSectionResizeMode(column,
                                             column < stretched ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    for (int column = stretched; column < columns.size(); ++column)
        tree->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

MetricsTree::MetricsTree(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName("metricsTree");
    setAccessibleName(tr("Metrics before and after the review"));
    setUpReviewTree(this, {tr("Metric"), tr("Before"), tr("After"), tr("Count")});
    headerItem()->setToolTip(BeforeColumn,
                             tr("Compared with the annotation as it was; in parentheses the 95 % interval"));
    headerItem()->setToolTip(
        AfterColumn,
        tr("Compared with the corrected annotation, without rejected items; in parentheses the 95 % interval"));
    setIndentation(textPixels(14));
    setStyleSheet("QTreeView { activate-on-singleclick: 1; }");
    connect(this, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        if (const QVariant type = item->data(NameColumn, kTypeRole); type.isValid())
            Q_EMIT typeWanted(type.toString());
    });
}

/// In a narrow dock names need the space more; the hints tell counts, too.
void MetricsTree::resizeEvent(QResizeEvent* event)
{
    setColumnHidden(CountColumn, width() < textPixels(kWidthWithCount));
    QTreeWidget::resizeEvent(event);
}

void MetricsTree::showMetrics(const ReviewMetrics& metrics, const std::vector<std::string>& types)
{
    QHash<QString, bool> open; // as the user left them
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (const QTreeWidgetItem* row = topLevelItem(i); row->childCount() > 0)
            open[row->data(NameColumn, kSliceRole).toString()] = row->isExpanded();
    const int place = verticalScrollBar()->value();
    clear();
    m_types = types;
    const MetricReport &before = metrics.before, &after = metrics.after;
    headerItem()->setText(BeforeColumn, before.perCent ? tr("Before, %") : tr("Before"));
    headerItem()->setText(AfterColumn, before.perCent ? tr("After, %") : tr("After"));
    for (const std::string& name : namesOfBoth(before.figures, after.figures)) {
        auto* row = new QTreeWidgetItem(this, {toQString(name)});
        fillMetricsRow(row, figureNamed(before.figures, name), figureNamed(after.figures, name), before.perCent);
    }
    const auto sliceOf = [](const MetricReport& report, const std::string& name) {
        const auto found = std::ranges::find(report.slices, name, [](const auto& slice) { return slice.first; });
        return found == report.slices.end() ? std::vector<Figure>() : found->second;
    };
    for (const auto& [name, figures] : before.slices)
        addSlice(name, figures, sliceOf(after, name), before.perCent);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = topLevelItem(i);
        const QString name = row->data(NameColumn, kSliceRole).toString();
        row->setExpanded(open.value(name, row->childCount() <= int(kGroupsShownAtFirst)));
    }
    verticalScrollBar()->setValue(place);
}

void MetricsTree::addSlice(const std::string& name, const std::vector<Figure>& before, const std::vector<Figure>& after,
                           bool perCent)
{
    const bool byType = isByType(before, m_types);
    auto* head = new QTreeWidgetItem(this, {sliceTitle(name)});
    head->setFirstColumnSpanned(true);
    head->setData(NameColumn, kSliceRole, toQString(name));
    for (const std::string& group : namesOfBoth(before, after)) {
        const QString title = group.empty() ? tr("(none)") : toQString(group);
        auto* row = new QTreeWidgetItem(head, {title});
        const Figure *was = figureNamed(before, group), *is = figureNamed(after, group);
        fillMetricsRow(row, was, is, perCent);
        if (!byType) {
            row->setToolTip(NameColumn, plainToolTip(title));
            continue;
        }
        row->setData(NameColumn, kTypeRole, toQString(group));
        row->setToolTip(NameColumn, plainToolTip(tr("Show the items of “%1”").arg(title)));
    }
}

} // namespace vbs
