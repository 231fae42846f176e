#include "ui/review/label_editor.h"

#include "ui/review/item_edits.h"
#include "ui/review/review_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

LabelEditor::LabelEditor(ReviewDesk& desk, QWidget* parent)
    : TruthEditor(desk, parent), m_rows(new QVBoxLayout), m_buttons(new QButtonGroup(this)),
      m_votes(mutedLabel("votes"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(m_rows);
    layout->addWidget(m_votes);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) {
        if (this->desk().state().item && item().now.truth.label != std::size_t(id))
            this->desk().correct(withLabel(item().now, std::size_t(id)));
    });
}

bool LabelEditor::suits(const Example& example) const
{
    return example.task && example.phrases.empty() && (!example.choices.empty() || example.truth.label);
}

/// A radio button's own text is one line; choices may need more.
void LabelEditor::build(const QStringList& labels)
{
    m_labels = labels;
    const QList<QAbstractButton*> old = m_buttons->buttons();
    for (QAbstractButton* button : old) {
        m_buttons->removeButton(button);
        button->parentWidget()->deleteLater();
    }
    for (int i = 0; i < labels.size(); ++i) {
        auto* row = new QWidget;
        auto* button = new QRadioButton;
        button->setObjectName(QStringLiteral("label%1").arg(i));
        button->setAccessibleName(labels[i]);
        button->setFocusPolicy(Qt::TabFocus);
        QLabel* text = plainLabel(labels[i]);
        text->setWordWrap(true);
        text->setBuddy(button);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(button, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        m_buttons->addButton(button, i);
        m_rows->addWidget(row);
        text->installEventFilter(this);
    }
}

bool LabelEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        if (const auto* text = qobject_cast<QLabel*>(watched); text && text->buddy())
            static_cast<QRadioButton*>(text->buddy())->click();
    return TruthEditor::eventFilter(watched, event);
}

void LabelEditor::showItem(const ReviewedItem& now)
{
    const ExampleTruth& truth = now.now.truth;
    QStringList labels;
    for (std::size_t i = 0; i < now.now.choices.size(); ++i)
        labels << choiceText(i, toQString(now.now.choices[i]));
    if (labels.isEmpty())
        labels = {tr("False"), tr("True")};
    if (labels != m_labels)
        build(labels);
    m_buttons->setExclusive(false);
    for (QAbstractButton* button : m_buttons->buttons())
        button->setChecked(truth.label && m_buttons->id(button) == int(*truth.label));
    m_buttons->setExclusive(true);
    m_votes->setVisible(!truth.votes.empty());
    if (!truth.votes.empty() && now.now.choices.empty()) {
        const auto yes = std::ranges::count(truth.votes, std::size_t(1));
        m_votes->setText(tr("%n person(s) checked it: %1 said true, %2 said false.", nullptr, int(truth.votes.size()))
                             .arg(yes)
                             .arg(std::ptrdiff_t(truth.votes.size()) - yes));
    }
}

void LabelEditor::edit()
{
    if (QAbstractButton* chosen = m_buttons->checkedButton() ? m_buttons->checkedButton() : m_buttons->button(0))
        chosen->setFocus(Qt::ShortcutFocusReason);
}

} // namespace vbs
