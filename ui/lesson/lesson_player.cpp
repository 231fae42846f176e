#include "ui/lesson/lesson_player.h"

#include "ui/lesson/large_text.h"
#include "ui/lesson/presenter_view.h"
#include "ui/lesson/results_page.h"
#include "ui/lesson/step_bar.h"
#include "ui/lesson/step_page.h"
#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr QSize kPlayerSize(1100, 700);

} // namespace

LessonPlayer::LessonPlayer(const LessonParts& parts, QWidget* parent)
    : QWidget(parent, Qt::Window), m_parts(parts), m_title(mutedLabel("lessonTitle")),
      m_place(mutedLabel("lessonPlace")), m_hint(mutedLabel("lessonKeys")), m_list(new QListWidget),
      m_middle(new QVBoxLayout)
{
    setObjectName("lessonPlayer");
    setFocusPolicy(Qt::ClickFocus); // away from a text that was written in
    m_list->setObjectName("lessonSteps");
    m_list->setAccessibleName(tr("Steps"));
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->hide();
    setTextFactor(m_list, 0.7);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(12);
    sides->addWidget(m_list, 1);
    sides->addLayout(m_middle, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(8);
    layout->addWidget(header());
    layout->addLayout(sides, 1);
    layout->addWidget(footer());
    resize(kPlayerSize);
    connect(&m_play, &LessonPlay::begun, this, &LessonPlayer::fillList);
    connect(&m_play, &LessonPlay::moved, this, &LessonPlayer::showPage);
    connect(&m_play, &LessonPlay::resultsChanged, this, &LessonPlayer::keep);
    connect(m_list, &QListWidget::currentRowChanged, &m_play, [this](int row) {
        if (row >= 0)
            m_play.go(row);
    });
    connect(&m_files, &ExportService::written, this, [this](const QString& path) {
        if (m_results && path.endsWith(QLatin1String(".csv")))
            m_results->tell(tr("Saved as %1.").arg(path));
    });
    connect(&m_files, &ExportService::failed, this, [this](const ErrorInfo& error) {
        m_trouble = problemText(error);
        if (m_results)
            m_results->tell(m_trouble);
    });
}

// The page looks at what is played, a member.
LessonPlayer::~LessonPlayer()
{
    delete m_presenter;
    delete m_page;
    delete m_results;
}

QWidget* LessonPlayer::header()
{
    auto* head = new QWidget;
    m_place->setAlignment(Qt::AlignRight);
    m_place->setWordWrap(false);
    setTextFactor(m_title, 0.75);
    setTextFactor(m_place, 0.75);
    auto* line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_place);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(new StepBar(m_play));
    return head;
}

QWidget* LessonPlayer::button(const QString& text, const char* objectName, QPushButton** made)
{
    *made = new QPushButton(text);
    (*made)->setObjectName(objectName);
    (*made)->setFocusPolicy(Qt::TabFocus);
    setTextFactor(*made, 0.75);
    return *made;
}

QWidget* LessonPlayer::footer()
{
    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    QPushButton* close = nullptr;
    line->addWidget(button(tr("Steps"), "lessonList", &m_steps));
    line->addWidget(button(tr("Notes"), "lessonNotes", &m_notes));
    line->addWidget(button(tr("Presenter View"), "lessonPresenter", &m_present));
    line->addWidget(button(tr("Close"), "lessonClose", &close));
    line->addWidget(m_hint, 1);
    line->addWidget(button(tr("← Back"), "lessonBack", &m_back));
    line->addWidget(button(tr("Next →"), "lessonNext", &m_next));
    m_next->setProperty("role", "primary");
    setTextFactor(m_next, 0.75, true); // its role makes it bold
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setText(tr("← → steps · R answer · N notes · L list · P presenter · F11 full screen"));
    setTextFactor(m_hint, 0.6);
    for (QPushButton* toggle : {m_steps, m_notes, m_present})
        toggle->setCheckable(true);
    connect(m_steps, &QPushButton::clicked, this, &LessonPlayer::setListShown);
    connect(m_notes, &QPushButton::clicked, this, &LessonPlayer::setNotesShown);
    connect(m_present, &QPushButton::clicked, this, &LessonPlayer::setPresenterShown);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, &m_play, &LessonPlay::back);
    connect(m_next, &QPushButton::clicked, &m_play, &LessonPlay::next);
    return foot;
}

void LessonPlayer::play(Lesson lesson, int fromStep, Keep keep)
{
    m_keep = keep;
    m_trouble.clear();
    auto shared = std::make_shared<const Lesson>(std::move(lesson));
    delete std::exchange(m_page, nullptr); // they look at the lesson before
    delete std::exchange(m_results, nullptr);
    m_pictures.setLesson(shared);
    m_play.begin(shared, fromStep, {});
    if (auto results = known(m_parts.settings.student()); !results.empty())
        m_play.takeResults(std::move(results));
    placeWindows();
    raise();
    activateWindow();
    setFocus();
}

/// The class sees the last screen where there are several.
void LessonPlayer::placeWindows()
{
    const QList<QScreen*> screens = QApplication::screens();
    if (screens.size() > 1 && !isVisible())
        setGeometry(screens.last()->geometry());
    showFullScreen();
}

void LessonPlayer::setPresenterShown(bool shown)
{
    m_present->setChecked(shown);
    if (!shown) {
        if (m_presenter)
            m_presenter->close();
        return;
    }
    if (!m_presenter) {
        m_presenter = new PresenterView(m_play, m_pictures, [this](QKeyEvent& event) { return takeKey(event); });
        m_presenter->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_presenter, &QObject::destroyed, this, [this] { m_present->setChecked(false); });
    }
    const QList<QScreen*> screens = QApplication::screens();
    if (screens.size() > 1)
        for (QScreen* other : screens)
            if (other != screen()) {
                m_presenter->move(other->availableGeometry().center() - m_presenter->rect().center());
                break;
            }
    if (screens.size() < 2)
        leaveFullScreen(); // both are to be seen
    m_presenter->show();
    m_presenter->raise();
    m_presenter->activateWindow();
}

PresenterView* LessonPlayer::presenter() const
{
    return m_presenter;
}

void LessonPlayer::showPage()
{
    delete std::exchange(m_page, nullptr);
    delete std::exchange(m_results, nullptr);
    if (m_play.isAtResults()) {
        m_results = new ResultsPage(m_play, m_parts.settings.student());
        connect(m_results, &ResultsPage::studentNamed, this, &LessonPlayer::nameStudent);
        connect(m_results, &ResultsPage::saveWanted, this, &LessonPlayer::saveResults);
        connect(m_results, &ResultsPage::resetWanted, this, &LessonPlayer::resetResults);
        m_results->tell(m_trouble);
        m_middle->addWidget(m_results);
    } else {
        m_page = new StepPage(m_play, m_pictures, m_parts.workbench, m_parts.settings.heatLook());
        m_page->setNotesShown(m_notesShown);
        m_middle->addWidget(m_page);
        if (const LessonStep* next = m_play.stepAt(m_play.at() + 1)) // it is there when the user goes on
            for (const std::string& key : {next->picture, next->rightPicture})
                m_pictures.picture(key);
    }
    scaleTexts(this, largeFont(size()));
    showPlace();
    setFocus();
}

void LessonPlayer::showPlace()
{
    const QString title = toQString(m_play.lesson().title), place = placeText(m_play);
    m_title->setText(title);
    m_place->setText(place);
    setWindowTitle(tr("%1 – %2").arg(place, title));
    m_back->setEnabled(m_play.at() > 0);
    m_next->setEnabled(m_play.at() + 1 < m_play.pages());
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(m_play.at());
}

void LessonPlayer::fillList()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (int page = 0; page < m_play.pages(); ++page)
        m_list->addItem(pageTitle(m_play, page));
}

void LessonPlayer::setListShown(bool shown)
{
    m_steps->setChecked(shown);
    m_list->setVisible(shown);
}

void LessonPlayer::setNotesShown(bool shown)
{
    m_notesShown = shown;
    m_notes->setChecked(shown);
    if (m_page)
        m_page->setNotesShown(shown);
}

void LessonPlayer::setHeatLook(const HeatLook& look)
{
    if (m_page)
        m_page->setHeatLook(look);
}

void LessonPlayer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    scaleTexts(this, largeFont(size()));
}

void LessonPlayer::closeEvent(QCloseEvent* event)
{
    setPresenterShown(false);
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace vbs
