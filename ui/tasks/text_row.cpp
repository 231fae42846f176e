#include "ui/tasks/text_row.h"

#include "ui/tasks/sentence_edit.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"
#include "ui/workbench/answer_bars.h"
#include "ui/workbench/strangeness_text.h"
#include "ui/workbench/task_hint.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vbs {
namespace {

constexpr int kHintHeight = 54;         ///< three small lines, kept free so that nothing below moves while one types
constexpr qsizetype kUnknownNamed = 3;  ///< of words that the pack never learned
constexpr qsizetype kCountedFrom = 400; ///< characters: near the limit they are counted

} // namespace

TextRow::TextRow(Workbench& workbench, Task task, const TextRowSpec& spec, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_task(task), m_edit(new SentenceEdit),
      m_button(new QPushButton(spec.button)), m_below(new QWidget), m_hint(plainLabel()), m_elsewhere(new QPushButton),
      m_count(mutedLabel(spec.prefix + "Count"))
{
    const bool ask = spec.prefix == "ask"; // its names are older than the other tasks
    m_edit->setObjectName(ask ? QStringLiteral("question") : spec.prefix + "Text");
    m_edit->setProperty("role", "text");
    m_edit->setAccessibleName(spec.name);
    m_edit->setPlaceholderText(spec.placeholder);
    m_button->setObjectName(spec.prefix + "Button");
    m_button->setProperty("role", "primary");
    m_button->setEnabled(false);
    m_hint->setObjectName(ask ? QStringLiteral("hint") : spec.prefix + "Hint");
    m_hint->setProperty("role", "hint");
    m_hint->setWordWrap(true);
    m_hint->setMinimumWidth(1);
    m_hint->hide();
    m_elsewhere->setObjectName(spec.prefix + "Elsewhere");
    m_elsewhere->setProperty("role", "link");
    m_elsewhere->hide();
    m_count->hide();
    m_below->setFixedHeight(textPixels(kHintHeight));
    auto* row = new QHBoxLayout(m_below);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* hints = new QVBoxLayout;
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(2);
    hints->addWidget(m_hint);
    hints->addWidget(m_elsewhere, 0, Qt::AlignLeft);
    hints->addStretch();
    row->addLayout(hints, 1);
    row->addWidget(m_count, 1, Qt::AlignTop);
    row->addStretch();
    row->addWidget(m_button, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_edit);
    layout->addWidget(m_below);

    connect(m_edit, &SentenceEdit::edited, this, [this](const QString& text) {
        if (isInHand())
            m_workbench.setInput({text, m_workbench.state().choices});
    });
    connect(m_edit, &SentenceEdit::entered, this, [this] { m_workbench.ask(m_edit->text()); });
    connect(m_edit, &SentenceEdit::left, this, &TextRow::left);
    connect(m_elsewhere, &QPushButton::clicked, this, [this] {
        const auto hint = taskHint(m_workbench.state());
        if (!hint)
            return;
        const QString text = m_workbench.state().question; // of this task
        m_workbench.setTask(hint->task);
        m_workbench.ask(text);
    });
    connect(m_button, &QPushButton::clicked, this, [this] { m_workbench.ask(m_edit->text()); });
}

void TextRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_below->setFixedHeight(textPixels(kHintHeight));
}

void TextRow::showText()
{
    if (m_edit->text() != m_workbench.state().question)
        m_edit->setText(m_workbench.state().question);
    m_button->setEnabled(missingInput(m_workbench.state()).isEmpty());
}

void TextRow::showHint()
{
    const WorkbenchState& state = m_workbench.state();
    const qsizetype length = state.question.size();
    const auto elsewhere = length > kMostCharacters ? std::nullopt : taskHint(state);
    QString hint;
    if (length > kMostCharacters)
        hint = tr("%L1 characters; at most %L2 can be asked.").arg(length).arg(kMostCharacters);
    else if (elsewhere)
        hint = elsewhere->text;
    else
        for (const QString& text : {unknownText(), absentText(state), strangeTextText(state)})
            if (hint.isEmpty())
                hint = text;
    m_elsewhere->setVisible(elsewhere.has_value());
    if (elsewhere)
        m_elsewhere->setText(elsewhere->button);
    m_hint->setText(hint);
    m_hint->setToolTip(plainToolTip(hint));
    m_hint->setVisible(!hint.isEmpty());
    m_count->setText(tr("%L1 of %L2 characters").arg(length).arg(kMostCharacters));
    m_count->setVisible(hint.isEmpty() && length > kCountedFrom);
}

QString TextRow::unknownText() const
{
    const WorkbenchState& state = m_workbench.state();
    if (!state.answered || isStale(state) || state.answered->result.unknownWords.empty())
        return {};
    const auto& words = state.answered->result.unknownWords;
    QStringList named;
    for (std::size_t i = 0; i < words.size() && named.size() < kUnknownNamed; ++i)
        named << tr("“%1”").arg(isolatedWord(toQString(words[i])));
    if (const qsizetype more = qsizetype(words.size()) - named.size(); more > 0)
        named << tr("%n more", nullptr, int(more));
    return tr("This pack never learned %1: the answer is a guess.").arg(named.join(", "));
}

QWidget* TextRow::button() const
{
    return m_button;
}

void TextRow::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

} // namespace vbs
