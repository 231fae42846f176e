#include "ui/tasks/text_row.h"

#include "ui/tasks/question_edit.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vbs {

TextRow::TextRow(Workbench& workbench, Task task, const TextRowSpec& spec, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_task(task), m_edit(new QuestionEdit),
      m_button(new QPushButton(spec.button)), m_hint(plainLabel())
{
    const bool ask = spec.prefix == "ask"; // its names are older than the other tasks
    m_edit->setObjectName(ask ? QStringLiteral("question") : spec.prefix + "Text");
    m_edit->setProperty("role", "text");
    m_edit->setAccessibleName(spec.name);
    m_edit->setPlaceholderText(spec.placeholder);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(500);
    m_button->setObjectName(spec.prefix + "Button");
    m_button->setProperty("role", "primary");
    m_button->setEnabled(false);
    m_hint->setObjectName(ask ? QStringLiteral("hint") : spec.prefix + "Hint");
    m_hint->setProperty("role", "warning");
    m_hint->setWordWrap(true);
    m_hint->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_hint);

    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (isInHand())
            m_workbench.setInput({text, m_workbench.state().choices});
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { m_workbench.ask(m_edit->text()); });
    connect(m_edit, &QuestionEdit::left, this, &TextRow::left);
    connect(m_button, &QPushButton::clicked, this, [this] { m_workbench.ask(m_edit->text()); });
}

void TextRow::showText()
{
    if (m_edit->text() != m_workbench.state().question)
        m_edit->setText(m_workbench.state().question);
    if (!m_edit->hasFocus())
        m_edit->setCursorPosition(0); // a long one shows its beginning
    m_button->setEnabled(missingInput(m_workbench.state()).isEmpty());
}

void TextRow::showHint()
{
    const auto& answered = m_workbench.state().answered;
    QStringList unknown;
    if (answered) {
        for (const std::string& word : answered->result.unknownWords)
            unknown << tr("“%1”").arg(toQString(word));
    }
    m_hint->setVisible(!unknown.isEmpty());
    if (unknown.size() == 1)
        m_hint->setText(tr("%1 is not in this pack's vocabulary; the answer may be unreliable.").arg(unknown.first()));
    else if (!unknown.isEmpty())
        m_hint->setText(
            tr("%1 are not in this pack's vocabulary; the answer may be unreliable.").arg(unknown.join(", ")));
}

void TextRow::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

} // namespace vbs
