#include "ui/review/carry_text.h"

#include "ui/review/review_text.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kMostItemsListed = 1000; ///< of a kind

struct CarryText {
    Q_DECLARE_TR_FUNCTIONS(vbs::CarryText)
};

QString numberText(std::size_t number)
{
    return QLocale().toString(qulonglong(number));
}

QString lineOf(const CarryReport::Item& item)
{
    QStringList what;
    for (const std::string& one : item.what)
        what << toQString(one);
    const QString line = CarryText::tr("%1 (was %2)").arg(toQString(item.id), toQString(item.verdict));
    return what.isEmpty() ? line : line + ": " + what.join(", ");
}

QString lineOf(const std::string& id)
{
    return toQString(id);
}

template <typename Item> void addList(QStringList& lines, const QString& heading, const std::vector<Item>& items)
{
    if (items.empty())
        return;
    lines << heading;
    for (std::size_t i = 0; i < std::min(kMostItemsListed, items.size()); ++i)
        lines << "    " + lineOf(items[i]);
    if (items.size() > kMostItemsListed)
        lines << CarryText::tr("    and %1 more").arg(numberText(items.size() - kMostItemsListed));
}

} // namespace

QString carriedText(const CarryReport& report)
{
    QStringList sentences{CarryText::tr("The new project has %1, %2 of them as they were.")
                              .arg(itemsText(report.items), numberText(report.same))};
    if (const int count = int(report.applied.size()); count > 0)
        sentences << CarryText::tr("%Ln are now as their reviewers had corrected them, and stay accepted.", nullptr,
                                   count);
    if (const int count = int(report.changed.size()); count > 0)
        sentences << CarryText::tr("%Ln have changed: they are undecided again, with the tag “data set changed”.",
                                   nullptr, count);
    if (const int count = int(report.came.size()); count > 0)
        sentences << CarryText::tr("%Ln are new.", nullptr, count);
    if (const int count = int(report.gone.size()); count > 0)
        sentences << CarryText::tr("%Ln are gone.", nullptr, count);
    if (const int count = int(report.actsLeft); count > 0)
        sentences << CarryText::tr("%Ln act(s) on items that are gone are in the old project only.", nullptr, count);
    if (const int count = int(report.answersLeft); count > 0)
        sentences << CarryText::tr("%Ln answer(s) of models were about something else.", nullptr, count);
    return sentences.join(' ');
}

QString carriedItemsText(const CarryReport& report)
{
    QStringList lines;
    addList(lines, CarryText::tr("Changed, and undecided again:"), report.changed);
    addList(lines, CarryText::tr("As their reviewers had corrected them:"), report.applied);
    addList(lines, CarryText::tr("New:"), report.came);
    addList(lines, CarryText::tr("Gone:"), report.gone);
    return lines.join('\n');
}

QString proposedCarryPath(const QString& where)
{
    static const QRegularExpression parts("^(.*?)(?:-(\\d{1,6}))?(\\.vbsreview|/?(?:\\?.*)?)$");
    const QRegularExpressionMatch match = parts.match(where);
    const int next = match.captured(2).isEmpty() ? 2 : match.captured(2).toInt() + 1;
    return match.captured(1) + '-' + QString::number(next) + match.captured(3);
}

} // namespace vbs
