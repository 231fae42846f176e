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

QString trCarry(const char* text)
{
    return QCoreApplication::translate("vbs::CarryText", text);
}

QString numberText(std::size_t number)
{
    return QLocale().toString(qulonglong(number));
}

/// "3 items have changed": nothing for none. @param one, many with %1 for the number
void addCount(QStringList& sentences, std::size_t count, const char* one, const char* many)
{
    if (count > 0)
        sentences << (count == 1 ? trCarry(one) : trCarry(many).arg(numberText(count)));
}

QString lineOf(const CarryReport::Item& item)
{
    QStringList what;
    for (const std::string& one : item.what)
        what << toQString(one);
    const QString line = trCarry("%1 (was %2)").arg(toQString(item.id), toQString(item.verdict));
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
        lines << trCarry("    and %1 more").arg(numberText(items.size() - kMostItemsListed));
}

} // namespace

QString carriedText(const CarryReport& report)
{
    QStringList sentences{trCarry("The new project has %1, %2 of them as they were.")
                              .arg(itemsText(report.items), numberText(report.same))};
    addCount(sentences, report.applied.size(), "1 is now as its reviewers had corrected it, and stays accepted.",
             "%1 are now as their reviewers had corrected them, and stay accepted.");
    addCount(sentences, report.changed.size(), "1 has changed: it is undecided again, with the tag “data set changed”.",
             "%1 have changed: they are undecided again, with the tag “data set changed”.");
    addCount(sentences, report.came.size(), "1 is new.", "%1 are new.");
    addCount(sentences, report.gone.size(), "1 is gone.", "%1 are gone.");
    addCount(sentences, report.actsLeft, "1 act on an item that is gone is in the old project only.",
             "%1 acts on items that are gone are in the old project only.");
    addCount(sentences, report.answersLeft, "1 answer of a model was about something else.",
             "%1 answers of models were about something else.");
    return sentences.join(' ');
}

QString carriedItemsText(const CarryReport& report)
{
    QStringList lines;
    addList(lines, trCarry("Changed, and undecided again:"), report.changed);
    addList(lines, trCarry("As their reviewers had corrected them:"), report.applied);
    addList(lines, trCarry("New:"), report.came);
    addList(lines, trCarry("Gone:"), report.gone);
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
