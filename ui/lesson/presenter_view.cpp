#include "ui/lesson/presenter_view.h"

#include "ui/lesson/large_text.h"
#include "ui/lesson/lesson_text.h"
#include "ui/lesson/presenter_clock.h"
#include "ui/lesson/quiz_solution.h"
#include "ui/lesson/step_bar.h"
#include "ui/lesson/words_scroll.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr QSize kPresenterSize(1040, 680);
constexpr double kPresenterLetters = 0.72; ///< of the player's: it is read from near

QPushButton* presenterButton(const QString& text, const char* objectName)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PresenterView::PresenterView(LessonPlay& play, LessonPictures& pictures, std::function<bool(QKeyEvent&)> takeKey,
                             QWidget* parent)
    : QWidget(parent, Qt::Window), m_play(play), m_takeKey(std::move(takeKey)), m_clock(new PresenterClock),
      m_place(mutedLabel("presenterPlace")), m_title(largeTitle({}, "presenterTitle", 1.3)),
      m_asked(largeTitle({}, "presenterAsked", 1)), m_answer(plainLabel()),
      m_nextTitle(largeTitle({}, "presenterNextTitle", 1)), m_noNotes(mutedLabel("presenterNoNotes")),
      m_text(new LessonText(pictures, "presenterText")), m_notes(new LessonText(pictures, "presenterNotes")),
      m_nextText(new LessonText(pictures, "presenterNextText")), m_back(presenterButton(tr("← Back"), "presenterBack")),
      m_next(presenterButton(tr("Next →"), "presenterNext")),
      m_reveal(presenterButton(tr("Show the Answer"), "presenterReveal"))
{
    setObjectName("presenterView");
    setWindowTitle(tr("Presenter View"));
    setFocusPolicy(Qt::ClickFocus);
    m_noNotes->setText(tr("There are no notes to this step."));
    m_answer->setObjectName("presenterAnswer");
    m_answer->setWordWrap(true);
    m_next->setProperty("role", "primary");
    setTextFactor(m_next, 1, true); // its role makes it bold
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(nowColumn(), 3);
    columns->addWidget(nextColumn(), 2);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_place, 1);
    for (QPushButton* button : {m_reveal, m_back, m_next})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_clock);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, &play, &LessonPlay::back);
    connect(m_next, &QPushButton::clicked, &play, &LessonPlay::next);
    connect(m_reveal, &QPushButton::clicked, &play, &LessonPlay::reveal);
    for (const auto signal : {&LessonPlay::moved, &LessonPlay::revealed, &LessonPlay::resultsChanged})
        connect(&play, signal, this, &PresenterView::showPage);
    resize(kPresenterSize);
    if (play.isPlaying())
        showPage();
    setFocus(); // else a button has it, and takes the arrow keys
}

QWidget* PresenterView::nowColumn()
{
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 8, 0);
    column->addWidget(m_title);
    auto* notes = new QFrame;
    notes->setProperty("role", "card");
    auto* inside = new QVBoxLayout(notes);
    inside->addWidget(headingLabel(tr("Notes")));
    setTextFactor(m_notes, 1.2);
    inside->addWidget(m_notes);
    inside->addWidget(m_noNotes);
    column->addWidget(notes);
    column->addWidget(headingLabel(tr("What the class reads")));
    column->addWidget(m_text);
    column->addWidget(m_asked);
    column->addStretch(1);
    return new WordsScroll(words);
}

QWidget* PresenterView::nextColumn()
{
    auto* words = new QWidget;
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 8, 0);
    auto* answer = new QFrame;
    answer->setProperty("role", "card");
    auto* inside = new QVBoxLayout(answer);
    inside->addWidget(headingLabel(tr("Answer")));
    inside->addWidget(m_answer);
    column->addWidget(answer);
    auto* next = new QFrame;
    next->setProperty("role", "card");
    auto* below = new QVBoxLayout(next);
    below->addWidget(headingLabel(tr("Next")));
    below->addWidget(m_nextTitle);
    below->addWidget(m_nextText);
    column->addWidget(next);
    column->addStretch(1);
    return new WordsScroll(words);
}

/// What the quiz wants to hear and what the model said, and whether the class sees it.
QString PresenterView::answerText() const
{
    const LessonStep* step = m_play.step();
    QStringList lines;
    if (step && step->quiz.kind != QuizKind::None)
        lines << solutionText(*step);
    if (step && step->recorded)
        if (const std::string said = recordedAnswer(*step); !said.empty())
            lines << tr("The model says: %1").arg(toQString(said));
    if (lines.isEmpty())
        return tr("This step has none.");
    if (const LessonResult* result = m_play.result(m_play.at()))
        lines << tr("Answered: %1").arg(toQString(responseText(*step, result->response)));
    lines << (m_play.canReveal() ? tr("The class does not see it yet.") : tr("The class sees it."));
    return lines.join('\n');
}

void PresenterView::showPage()
{
    const LessonStep *now = m_play.step(), *next = m_play.stepAt(m_play.at() + 1);
    m_place->setText(placeText(m_play));
    m_title->setText(now ? toQString(now->title) : tr("Your results"));
    m_text->setLessonText(now ? now->text : std::string());
    m_notes->setLessonText(now ? now->notes : std::string());
    m_noNotes->setVisible(!now || now->notes.empty());
    m_asked->setText(now ? toQString(now->asked) : QString());
    m_asked->setVisible(!m_asked->text().isEmpty());
    m_answer->setText(answerText());
    const bool isLast = m_play.at() + 1 >= m_play.pages();
    m_nextTitle->setText(next ? toQString(next->title) : isLast ? tr("This is the end.") : tr("Your results"));
    m_nextText->setLessonText(next ? next->text : std::string());
    m_back->setEnabled(m_play.at() > 0);
    m_next->setEnabled(!isLast);
    m_reveal->setEnabled(m_play.canReveal());
}

void PresenterView::keyPressEvent(QKeyEvent* event)
{
    if (!m_takeKey(*event))
        QWidget::keyPressEvent(event);
}

void PresenterView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QFont font = largeFont(size());
    font.setPointSizeF(font.pointSizeF() * kPresenterLetters);
    scaleTexts(this, font);
}

} // namespace vbs
