#include "ui/lesson/step_page.h"

#include "ui/canvas/canvas_pane.h"
#include "ui/canvas/picture_view.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/lesson_text.h"
#include "ui/lesson/look_view.h"
#include "ui/lesson/quiz_card.h"
#include "ui/lesson/said_card.h"
#include "ui/lesson/words_scroll.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kFitRoom = 4; ///< around a picture
constexpr int kPicturesShare = 11, kWordsShare = 9;

} // namespace

StepPage::StepPage(LessonPlay& play, LessonPictures& pictures, Workbench& workbench, const HeatLook& look,
                   QWidget* parent)
    : QWidget(parent), m_play(play), m_pictures(pictures), m_workbench(workbench), m_step(*play.step())
{
    setObjectName("stepPage");
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(20);
    if (!m_step.picture.empty()) {
        columns->addWidget(picturesColumn(), kPicturesShare);
        columns->addWidget(wordsColumn(), kWordsShare);
    } else {
        columns->addStretch(1);
        columns->addWidget(wordsColumn(), 6);
        columns->addStretch(1);
    }
    setHeatLook(look);
    connect(&pictures, &LessonPictures::arrived, this, &StepPage::showPictures);
    connect(&play, &LessonPlay::revealed, this, [this] {
        showAnswer();
        showSolved();
    });
    connect(&play, &LessonPlay::answered, this, [this] {
        showSolved();
        if (m_quiz)
            bringIntoSight(m_quiz);
    });
    showAnswer();
    showSolved();
    showPictures();
}

// The canvases' models go before the panes, which look at them, unless the panes go first.
StepPage::~StepPage()
{
    for (const Sight& sight : m_sights)
        delete sight.pane;
}

QWidget* StepPage::picturesColumn()
{
    auto* side = new QWidget;
    m_left = new QVBoxLayout(side);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_sides = new QHBoxLayout;
    addSight(Side::Left, m_step.picture);
    if (!m_step.rightPicture.empty())
        addSight(Side::Right, m_step.rightPicture);
    for (const Sight& sight : m_sights)
        m_sides->addWidget(sight.pane, 1);
    m_caption = mutedLabel("stepCaption");
    m_caption->setAlignment(Qt::AlignHCenter);
    setTextFactor(m_caption, 0.75);
    m_left->addLayout(m_sides, 3);
    m_left->addWidget(m_caption);
    return side;
}

void StepPage::addSight(Side side, const std::string& key)
{
    auto* model = new RecordedCanvas(m_step, side, this);
    auto* pane = new CanvasPane(*model);
    PictureView& view = pane->view();
    view.setObjectName(side == Side::Left ? "lessonPicture" : "lessonRightPicture");
    view.setAccessibleName(m_step.rightPicture.empty() ? tr("Picture")
                           : side == Side::Left        ? tr("Left picture")
                                                       : tr("Right picture"));
    view.setFocusPolicy(Qt::TabFocus);
    view.setFitMargin(kFitRoom);
    pane->setMinimumSize(160, 120);
    pane->setBoxesShown(m_step.boxes);
    setTextFactor(pane, m_step.view == DockView::None && m_step.rightPicture.empty() ? 0.8 : 0.62);
    m_sights.push_back({model, pane, key});
    m_panes.push_back(pane);
    const int offset = side == Side::Left ? 0 : regionsOfLeft();
    connect(model, &RecordedCanvas::hovered, this, [this, offset](int region) {
        if (m_look)
            m_look->pointAt(region < 0 ? -1 : region + offset);
    });
    connect(model, &RecordedCanvas::picked, this, [this, side, offset](int region) {
        if (m_quiz && m_quiz->isRegionQuiz())
            m_quiz->chooseRegion(side == Side::Right, region);
        else if (m_look && region >= 0)
            m_look->choose(region + offset);
    });
}

QWidget* StepPage::wordsColumn()
{
    auto* words = new QWidget;
    words->setObjectName("stepWords");
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(10);
    column->addWidget(largeTitle(toQString(m_step.title), "stepTitle", 1.5));
    auto* text = new LessonText(m_pictures, "stepText");
    column->addWidget(text); // first: what has no parent would be shown as a window
    text->setLessonText(m_step.text);
    if (!m_step.asked.empty()) {
        QLabel* asked = largeTitle(toQString(m_step.asked), "stepAsked", 1.15);
        asked->setProperty("role", "asked");
        asked->setAccessibleName(tr("Asked: %1").arg(toQString(m_step.asked)));
        column->addWidget(asked);
    }
    buildQuiz(column);
    buildAnswer(column);
    auto* notes = new LessonText(m_pictures, "stepNotes");
    auto* frame = new QFrame;
    frame->setProperty("role", "card");
    frame->setAccessibleName(tr("For the teacher"));
    auto* inside = new QVBoxLayout(frame);
    inside->addWidget(largeTitle(tr("For the teacher"), "notesTitle", 0.8));
    inside->addWidget(notes);
    notes->setLessonText(m_step.notes);
    setTextFactor(notes, 0.85);
    m_notes = frame;
    m_notes->setObjectName("notesCard");
    m_notes->hide();
    column->addWidget(m_notes);
    column->addStretch(1);
    m_scroll = new WordsScroll(words);
    return m_scroll;
}

void StepPage::buildQuiz(QVBoxLayout* column)
{
    if (m_step.quiz.kind == QuizKind::None)
        return;
    m_quiz = new QuizCard(m_play);
    column->addWidget(m_quiz);
    connect(m_quiz, &QuizCard::regionChosen, this, [this](bool right, int region) {
        for (const Sight& sight : m_sights)
            sight.model->setPicked((sight.model->which() == Side::Right) == right ? region : -1);
    });
}

void StepPage::buildAnswer(QVBoxLayout* column)
{
    m_answer = new QVBoxLayout;
    column->addLayout(m_answer);
    if (!m_step.task)
        return;
    if (!m_step.recorded) {
        QLabel* none = mutedLabel("stepUnrecorded");
        none->setText(tr("This step was not recorded."));
        return m_answer->addWidget(none);
    }
    m_hiddenAnswer = new QWidget;
    auto* line = new QVBoxLayout(m_hiddenAnswer);
    line->setContentsMargins(0, 0, 0, 0);
    QLabel* hint = mutedLabel("stepHidden");
    hint->setText(tr("The answer is hidden until you show it."));
    setTextFactor(hint, 0.85);
    auto* button = new QPushButton(tr("Show the Answer"));
    button->setObjectName("stepReveal");
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, &m_play, &LessonPlay::reveal);
    line->addWidget(hint);
    line->addWidget(button, 0, Qt::AlignLeft);
    m_answer->addWidget(m_hiddenAnswer);
}

int StepPage::regionsOfLeft() const
{
    return m_step.recorded ? int(m_step.recorded->regions.regions.size()) : 0;
}

RecordedCanvas* StepPage::modelOf(Side side) const
{
    for (const Sight& sight : m_sights)
        if (sight.model->which() == side)
            return sight.model;
    return nullptr;
}

bool StepPage::arePicturesThere() const
{
    return std::ranges::all_of(m_sights, [](const Sight& sight) { return sight.model->side().picture.has_value(); });
}

void StepPage::showPictures()
{
    for (const Sight& sight : m_sights) {
        sight.model->setPicture(m_pictures.picture(sight.key));
        if (const QString problem = m_pictures.problem(sight.key); !problem.isEmpty())
            sight.model->setProblem(problem);
    }
    arrangeSights();
    showLook();
}

/// The answer, and what gives it away: the heatmap and the view.
void StepPage::showAnswer()
{
    if (m_answerShown || !m_play.isShown())
        return;
    m_answerShown = true;
    for (const Sight& sight : m_sights)
        sight.model->setAnswerShown(true);
    if (m_hiddenAnswer) {
        m_hiddenAnswer->hide();
        auto* said = new SaidCard(tr("The model says"), "said");
        said->show(*m_step.task, *m_step.recorded);
        connect(said, &SaidCard::phraseLookedAt, this, [this](int phrase) {
            for (const Sight& sight : m_sights)
                sight.model->setLookedPhrase(phrase);
            showCaption();
        });
        m_answer->addWidget(said);
        auto* trial = new TryCard(m_workbench, m_play.shared(), std::size_t(m_play.at()));
        connect(trial, &TryCard::grown, this, [this, trial] { bringIntoSight(trial); });
        m_answer->addWidget(trial);
        scaleTexts(this, font());
    }
    showLook();
    showCaption();
}

/// A quiz about regions: which ones are right is seen once it is solved, and until then nothing is named.
void StepPage::showSolved()
{
    const bool region = m_step.quiz.kind == QuizKind::Region, solved = m_play.isSolved();
    for (const Sight& sight : m_sights) {
        const bool left = sight.model->which() == Side::Left;
        sight.model->setNamesShown(m_step.labels && (!region || solved));
        if (region)
            sight.model->setRight(solved ? (left ? m_step.quiz.right : m_step.quiz.rightRegions)
                                         : std::vector<std::size_t>());
    }
}

bool StepPage::chooseOption(int number)
{
    return m_quiz && m_quiz->chooseOption(number);
}

void StepPage::enter()
{
    if (m_quiz && m_quiz->hasUnchecked())
        m_quiz->check();
    else
        m_play.reveal();
}

void StepPage::setNotesShown(bool shown)
{
    m_notes->setVisible(shown && !m_step.notes.empty());
    if (m_notes->isVisible())
        bringIntoSight(m_notes);
}

/// Once it has its size.
void StepPage::bringIntoSight(QWidget* part)
{
    QTimer::singleShot(0, part, [this, part] { m_scroll->ensureWidgetVisible(part, 0, 4); });
}

void StepPage::scroll(int lines)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + lines * 2 * fontMetrics().height());
}

void StepPage::setHeatLook(const HeatLook& look)
{
    for (CanvasPane* pane : m_panes)
        pane->setHeatLook(look);
}

} // namespace vbs
