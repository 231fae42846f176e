#include "ui/history/history_notice.h"

#include "ui/util/labels.h"
#include "ui/workbench/history_store.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vbs {
namespace {

/// "the disk is full", or the system's own words: the last part of the sentence.
QString reasonOf(const HistoryTrouble& trouble)
{
    if (trouble.diskFull)
        return HistoryNotice::tr("the disk is full");
    QString reason = trouble.reason.section(QStringLiteral(": "), -1);
    if (reason.endsWith('.'))
        reason.chop(1);
    return reason;
}

} // namespace

HistoryNotice::HistoryNotice(QWidget* parent)
    : QFrame(parent), m_text(plainLabel()), m_again(new QPushButton(tr("Try Again")))
{
    setObjectName("historyNotice");
    m_text->setObjectName("historyNoticeText");
    m_text->setWordWrap(true);
    m_again->setObjectName("historyTryAgain");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &HistoryNotice::tryAgain);
    hide();
}

void HistoryNotice::show(const HistoryTrouble& trouble, int unsaved)
{
    QStringList sentences;
    const QString reason = reasonOf(trouble);
    if (unsaved > 0)
        sentences << tr("%n card(s) are not saved: %1.", nullptr, unsaved).arg(reason);
    if (trouble.undeleted > 0)
        sentences << tr("%n removed card(s) are still on the disk: %1.", nullptr, trouble.undeleted).arg(reason);
    m_text->setText(sentences.join('\n'));
    setToolTip(plainToolTip(trouble.reason));
    setVisible(!sentences.isEmpty());
}

} // namespace vbs
