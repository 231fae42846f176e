#include "ui/review/review_text.h"

#include "ui/review/export_targets.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QLocale>

namespace vbs {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("vbs::ReviewText", text);
}

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

QString reviewText(QueueOrder order)
{
    switch (order) {
    case QueueOrder::DataSet:
        return tr("As in the data set");
    case QueueOrder::MostSurprising:
        return tr("Most surprising first");
    case QueueOrder::LeastCertain:
        return tr("Least certain first");
    case QueueOrder::PeopleDisagree:
        return tr("People disagree first");
    case QueueOrder::Random:
        return tr("Random");
    case QueueOrder::ByPicture:
        return tr("By picture");
    }
    return {};
}

QString reviewText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Undecided:
        return tr("Undecided");
    case Verdict::Accepted:
        return tr("Accepted");
    case Verdict::Rejected:
        return tr("Rejected");
    case Verdict::Unsure:
        return tr("Unsure");
    }
    return {};
}

QString reviewText(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Accept:
        return tr("accepted it");
    case DecisionKind::Reject:
        return tr("rejected it");
    case DecisionKind::Unsure:
        return tr("was unsure");
    case DecisionKind::Correct:
        return tr("corrected it");
    case DecisionKind::Flag:
        return tr("flagged it");
    case DecisionKind::Unflag:
        return tr("took the flag away");
    case DecisionKind::Tag:
        return tr("tagged it");
    case DecisionKind::Untag:
        return tr("took a tag away");
    case DecisionKind::Comment:
        return tr("commented");
    }
    return {};
}

QString reviewText(ExportScope scope)
{
    switch (scope) {
    case ExportScope::All:
        return tr("All items");
    case ExportScope::WithoutRejected:
        return tr("All but rejected items");
    case ExportScope::AcceptedOnly:
        return tr("Accepted items only");
    }
    return {};
}

QString choiceText(std::size_t place, const QString& choice)
{
    return tr("%1. %2").arg(QChar(char16_t(u'A' + place % 26))).arg(choice);
}

QString itemsText(std::size_t count)
{
    return count == 1 ? tr("1 item") : tr("%1 items").arg(countText(count));
}

QString exportedText(const ExportDone& done, const ExportTargets& to)
{
    QStringList sentences{
        tr("%1 written, %2 of them changed, %3 left out.")
            .arg(itemsText(done.report.items), countText(done.report.changed), countText(done.report.left))};
    if (!to.changes.empty())
        sentences << (done.listed == 1 ? tr("1 change is listed.")
                                       : tr("%1 changes are listed.").arg(countText(done.listed)));
    if (!to.predictions.empty())
        sentences << (done.results == 1 ? tr("1 result of the model is written.")
                                        : tr("%1 results of the model are written.").arg(countText(done.results)));
    if (!to.report.empty())
        sentences << tr("The report is written.");
    QStringList lines{sentences.join(' ')};
    for (const std::string& remark : done.remarks)
        lines << toQString(remark);
    return lines.join('\n');
}

} // namespace vbs
