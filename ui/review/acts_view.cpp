#include "ui/review/acts_view.h"

#include "ui/review/review_text.h"
#include "ui/util/date_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace vbs {
namespace {

constexpr int kMostActs = 30;

QString lineOf(const Decision& act)
{
    QString line = ActsView::tr("%1 %2").arg(toQString(act.reviewer), reviewText(act.kind));
    if (act.kind == DecisionKind::Comment || act.kind == DecisionKind::Tag || act.kind == DecisionKind::Untag)
        line = ActsView::tr("%1: %2").arg(line, toQString(act.value));
    if (act.adjudicates)
        line = ActsView::tr("%1, which settles it").arg(line);
    if (isWaiting(act))
        line = ActsView::tr("%1 (not sent yet)").arg(line);
    return ActsView::tr("%1 · %2").arg(
        line, dateText(QDateTime::fromMSecsSinceEpoch(act.time), QDateTime::currentDateTime()));
}

} // namespace

ActsView::ActsView(ReviewDesk& desk, KeyText keyOf, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_keyOf(std::move(keyOf)), m_edit(new QLineEdit), m_acts(new QVBoxLayout)
{
    m_edit->setObjectName("commentEdit");
    m_edit->setAccessibleName(tr("Comment on the item"));
    m_edit->setFocusPolicy(Qt::ClickFocus);
    m_edit->installEventFilter(this);
    m_acts->setSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_edit);
    layout->addLayout(m_acts);
}

bool ActsView::isTold(const Decision& act, const ReviewedItem& item) const
{
    const std::string reviewer = m_desk.state().reviewer.toStdString();
    if (act.undone)
        return false;
    if (!decides(act.kind) || act.reviewer == reviewer || m_desk.state().project.reviewersWanted == 1)
        return true;
    return item.standing.conflict || item.standing.verdict != Verdict::Undecided ||
           std::ranges::find(item.standing.reviewers, reviewer) != item.standing.reviewers.end();
}

void ActsView::showItem(const ReviewedItem& item)
{
    m_edit->setPlaceholderText(withKey(tr("Comment"), m_keyOf("review.comment")));
    while (QLayoutItem* old = m_acts->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const Decision& act : item.acts | std::views::reverse) {
        if (!isTold(act, item) || m_acts->count() >= kMostActs)
            continue;
        QLabel* line = mutedLabel("act");
        line->setText(lineOf(act));
        m_acts->addWidget(line);
    }
}

void ActsView::comment()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool ActsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter && !m_edit->text().trimmed().isEmpty())
            m_desk.decide(DecisionKind::Comment, m_edit->text().trimmed());
        if (enter || key == Qt::Key_Escape) {
            m_edit->clear();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vbs
