#include "ui/review/review_text.h"

#include "ui/review/export_targets.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QLocale>

namespace vbs {
namespace {

struct ReviewText {
    Q_DECLARE_TR_FUNCTIONS(vbs::ReviewText)
};

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

QString reviewText(QueueOrder order)
{
    switch (order) {
    case QueueOrder::DataSet:
        return ReviewText::tr("As in the data set");
    case QueueOrder::MostSurprising:
        return ReviewText::tr("Most surprising first");
    case QueueOrder::LeastCertain:
        return ReviewText::tr("Least certain first");
    case QueueOrder::PeopleDisagree:
        return ReviewText::tr("People disagree first");
    case QueueOrder::Random:
        return ReviewText::tr("Random");
    case QueueOrder::ByPicture:
        return ReviewText::tr("By picture");
    }
    return {};
}

QString reviewText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Undecided:
        return ReviewText::tr("Undecided");
    case Verdict::Accepted:
        return ReviewText::tr("Accepted");
    case Verdict::Rejected:
        return ReviewText::tr("Rejected");
    case Verdict::Unsure:
        return ReviewText::tr("Unsure");
    }
    return {};
}

QString reviewText(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::Accept:
        return ReviewText::tr("accepted it");
    case DecisionKind::Reject:
        return ReviewText::tr("rejected it");
    case DecisionKind::Unsure:
        return ReviewText::tr("was unsure");
    case DecisionKind::Correct:
        return ReviewText::tr("corrected it");
    case DecisionKind::Flag:
        return ReviewText::tr("flagged it");
    case DecisionKind::Unflag:
        return ReviewText::tr("took the flag away");
    case DecisionKind::Tag:
        return ReviewText::tr("tagged it");
    case DecisionKind::Untag:
        return ReviewText::tr("took a tag away");
    case DecisionKind::Comment:
        return ReviewText::tr("commented");
    }
    return {};
}

QString reviewText(ExportScope scope)
{
    switch (scope) {
    case ExportScope::All:
        return ReviewText::tr("All items");
    case ExportScope::WithoutRejected:
        return ReviewText::tr("All but rejected items");
    case ExportScope::AcceptedOnly:
        return ReviewText::tr("Accepted items only");
    }
    return {};
}

QString choiceText(std::size_t place, const QString& choice)
{
    return ReviewText::tr("%1. %2").arg(QChar(char16_t(u'A' + place % 26))).arg(choice);
}

QString itemsText(std::size_t count)
{
    return ReviewText::tr("%Ln item(s)", nullptr, int(count));
}

QString exportedText(const ExportDone& done, const ExportTargets& to)
{
    QStringList sentences{
        ReviewText::tr("%1 written, %2 of them changed, %3 left out.")
            .arg(itemsText(done.report.items), countText(done.report.changed), countText(done.report.left))};
    if (!to.changes.empty())
        sentences << ReviewText::tr("%Ln change(s) are listed.", nullptr, int(done.listed));
    if (!to.predictions.empty())
        sentences << ReviewText::tr("%Ln result(s) of the model are written.", nullptr, int(done.results));
    if (!to.report.empty())
        sentences << ReviewText::tr("The report is written.");
    QStringList lines{sentences.join(' ')};
    for (const std::string& remark : done.remarks)
        lines << toQString(remark);
    return lines.join('\n');
}

} // namespace vbs
