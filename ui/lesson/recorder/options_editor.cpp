#include "ui/lesson/recorder/options_editor.h"

#include "core/lesson/lesson_file.h"
#include "ui/lesson/recorder/draft_fields.h"
#include "ui/util/icons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

OptionsEditor::OptionsEditor(LessonDraft& draft, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_column(new QVBoxLayout(this)), m_add(new QPushButton(tr("&Add an Option")))
{
    setObjectName("quizOptions");
    m_add->setObjectName("quizAddOption");
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        Q_EMIT addWanted();
        if (!m_rows.empty())
            m_rows.back().text->setFocus();
    });
}

OptionsEditor::Row OptionsEditor::makeRow(int option, QuizKind kind)
{
    Row row{new QWidget, nullptr, nullptr, new QToolButton};
    const QString number = QString::number(option + 1);
    if (kind == QuizKind::Several)
        row.right = new QCheckBox(tr("right"));
    else
        row.right = new QRadioButton(tr("right"));
    row.right->setObjectName("quizRight" + number);
    row.right->setAccessibleName(tr("Option %1 is right").arg(number));
    row.right->setAutoExclusive(false); // the draft says which one is
    row.text = draftLine(("quizOption" + number).toLatin1(), tr("Option %1").arg(number), tr("Option %1").arg(number),
                         m_draft);
    row.remove->setObjectName("quizRemove" + number);
    row.remove->setIcon(lineIcon("close"));
    row.remove->setProperty("role", "switch");
    row.remove->setToolTip(tr("Remove option %1").arg(number));
    row.remove->setAccessibleName(row.remove->toolTip());
    auto* layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(row.right);
    layout->addWidget(row.text, 1);
    layout->addWidget(row.remove);
    row.right->setVisible(kind != QuizKind::Predict); // once it is no window of its own
    connect(row.text, &QLineEdit::textEdited, this,
            [this, option](const QString& text) { Q_EMIT typed(option, text); });
    connect(row.right, &QAbstractButton::clicked, this,
            [this, option, kind](bool on) { Q_EMIT marked(option, on || kind == QuizKind::One); });
    connect(row.remove, &QToolButton::clicked, this, [this, option] { Q_EMIT removeWanted(option); });
    return row;
}

/// Rows stay while nothing but their texts and marks changes: somebody may type in one.
void OptionsEditor::build(const LessonQuiz& quiz)
{
    if (m_kind == quiz.kind && m_rows.size() == quiz.options.size())
        return;
    std::size_t keep = m_kind == quiz.kind ? std::min(m_rows.size(), quiz.options.size()) : 0;
    while (m_rows.size() > keep) {
        m_rows.back().widget->hide();
        m_rows.back().widget->deleteLater(); // its own button may have asked for it
        m_column->removeWidget(m_rows.back().widget);
        m_rows.pop_back();
    }
    m_kind = quiz.kind;
    for (; keep < quiz.options.size(); ++keep) {
        m_rows.push_back(makeRow(int(keep), quiz.kind));
        m_column->insertWidget(int(keep), m_rows.back().widget);
    }
}

void OptionsEditor::show(const LessonQuiz& quiz)
{
    build(quiz);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        showIn(m_rows[i].text, quiz.options[i]);
        m_rows[i].right->setChecked(std::ranges::find(quiz.right, i) != quiz.right.end());
    }
    m_add->setEnabled(quiz.options.size() < LessonLimits::kOptions);
}

} // namespace vbs
