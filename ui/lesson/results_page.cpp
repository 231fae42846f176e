#include "ui/lesson/results_page.h"

#include "ui/lesson/large_text.h"
#include "ui/lesson/lesson_colors.h"
#include "ui/lesson/step_bar.h"
#include "ui/lesson/words_scroll.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

/// "3. Find the region   ✓ right (2 tries)"
QWidget* resultRow(const LessonPlay& play, int step)
{
    const LessonResult* result = play.result(step);
    const bool right = result && isRight(*play.stepAt(step), result->response);
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    QLabel* title = plainLabel(pageTitle(play, step));
    title->setWordWrap(true);
    QString words = !result ? ResultsPage::tr("not answered")
                    : right ? ResultsPage::tr("✓ right")
                            : ResultsPage::tr("✗ wrong");
    if (result && result->tries > 1)
        words += ' ' + ResultsPage::tr("(%n tries)", nullptr, result->tries);
    QLabel* outcome = plainLabel(words);
    outcome->setObjectName(QStringLiteral("result%1").arg(step + 1));
    QPalette palette = outcome->palette();
    palette.setColor(QPalette::WindowText, !result ? themeColors().muted : right ? rightColor() : wrongColor());
    outcome->setPalette(palette);
    line->addWidget(title, 1);
    line->addWidget(outcome);
    return row;
}

QPushButton* resultButton(const QString& text, const char* objectName)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ResultsPage::ResultsPage(LessonPlay& play, const QString& student, QWidget* parent)
    : QWidget(parent), m_play(play), m_score(largeTitle({}, "resultsScore", 1.3)), m_told(mutedLabel("resultsTold")),
      m_student(new QLineEdit(student)), m_list(new QVBoxLayout)
{
    setObjectName("resultsPage");
    m_student->setObjectName("student");
    m_student->setProperty("role", "text");
    m_student->setMaxLength(200);
    m_student->setMaximumWidth(480);
    QLabel* name = plainLabel(tr("Your &name"));
    name->setBuddy(m_student);
    m_student->setAccessibleName(tr("Your name"));
    auto* save = resultButton(tr("Save Results as CSV…"), "resultsSave");
    auto* reset = resultButton(tr("Forget My Answers"), "resultsReset");
    auto* again = resultButton(tr("To the First Step"), "resultsAgain");
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setSpacing(12);
    column->addWidget(largeTitle(tr("Your results"), "stepTitle", 1.5));
    column->addWidget(m_score);
    m_list->setSpacing(4);
    column->addLayout(m_list);
    auto* naming = new QHBoxLayout;
    naming->addWidget(name);
    naming->addWidget(m_student, 1);
    naming->addStretch(1);
    column->addLayout(naming);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {save, reset, again})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_told);
    column->addStretch(1);
    setTextFactor(m_told, 0.85);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(new WordsScroll(words), 6);
    layout->addStretch(1);
    connect(m_student, &QLineEdit::editingFinished, this, [this] { Q_EMIT studentNamed(m_student->text().trimmed()); });
    connect(save, &QPushButton::clicked, this, &ResultsPage::saveWanted);
    connect(reset, &QPushButton::clicked, this, &ResultsPage::resetWanted);
    connect(again, &QPushButton::clicked, &play, [&play] { play.go(0); });
    connect(&play, &LessonPlay::resultsChanged, this, &ResultsPage::showResults);
    m_told->hide();
    showResults();
}

void ResultsPage::showResults()
{
    m_score->setText(tr("%1 of %2 right").arg(m_play.right()).arg(m_play.quizzes()));
    while (QLayoutItem* item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int step = 0; step < m_play.steps(); ++step)
        if (m_play.stepAt(step)->quiz.kind != QuizKind::None)
            m_list->addWidget(resultRow(m_play, step));
}

void ResultsPage::tell(const QString& sentence)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
}

} // namespace vbs
