// MainWindow's part that makes lessons of what it shows.

#include "ui/canvas/canvas_panel.h"
#include "ui/inside/inside_panel.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/recorder/inside_taking.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/lesson/recorder/making_menu.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace vbs {

/// Where copies of unsaved lessons are kept; empty: nowhere.
QString MainWindow::lessonDrafts() const
{
    return m_lessonResults.isEmpty() ? QString() : m_lessonResults + "/drafts";
}

LessonRecorder& MainWindow::lessonRecorder()
{
    if (m_recorder)
        return *m_recorder;
    RecorderParts parts{*m_workbench, m_settings, *m_chooser, *m_keys, lessonDrafts(), {}, {}};
    parts.sight = [this] {
        ViewInSight sight;
        sight.boxes = m_actions->action("boxes")->isChecked();
        sight.heatmap = m_actions->action("heatmap")->isChecked();
        takeInside(*m_inside, sight);
        return sight;
    };
    parts.preview = [this](Lesson lesson, int step) {
        lessonPlayer().play(std::move(lesson), step, LessonPlayer::Keep::Nothing);
    };
    parts.toMainWindow = [this] {
        raise();
        activateWindow();
    };
    m_recorder = std::make_unique<LessonRecorder>(std::move(parts));
    const auto tell = [this](Message::Kind kind, const QString& text) {
        m_canvas->messages().show({kind, text, QStringLiteral("lesson.recorder")},
                                  m_actions->action("lesson.recorder")->text().remove('&'));
    };
    connect(m_recorder.get(), &LessonRecorder::viewAdded, this, [this, tell](int row) {
        if (isActiveWindow())
            tell(Message::Kind::Info, tr("This view is step %1 of the lesson now.").arg(row + 1));
    });
    connect(m_recorder.get(), &LessonRecorder::viewRefused, this, [this, tell](const QString& sentence) {
        if (isActiveWindow())
            tell(Message::Kind::Warning, sentence);
    });
    return *m_recorder;
}

void MainWindow::showRecorder()
{
    lessonRecorder().toFront();
}

void MainWindow::connectRecorder()
{
    auto* menu = new MakingMenu(*m_actions, this);
    connect(menu, &MakingMenu::copyWanted, this, [this](const QString& path) { lessonRecorder().editCopy(path); });
    m_actions->on("lesson.new", this, [this] { lessonRecorder().startNew(); });
    m_actions->on("lesson.edit", this, [this] { lessonRecorder().openToEdit(); });
    m_actions->on("lesson.add-view", this, [this] { lessonRecorder().addView(); });
    m_actions->on("lesson.recorder", this, [this] { showRecorder(); });
}

/// A lesson that a program did not get to save is offered until somebody decides.
void MainWindow::offerLeftDrafts()
{
    const std::vector<LeftDraft> left = leftDrafts(lessonDrafts());
    if (left.empty())
        return;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved Lesson"),
                                tr("The program ended before a lesson was saved. What it held on %1 is still there.")
                                    .arg(QLocale().toString(left.front().changed, QLocale::ShortFormat)),
                                QMessageBox::NoButton, this);
    box->setObjectName("leftDraft");
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* on = box->addButton(tr("&Go On with It"), QMessageBox::AcceptRole);
    box->addButton(tr("&Later"), QMessageBox::RejectRole);
    QPushButton* drop = box->addButton(tr("&Delete It"), QMessageBox::DestructiveRole);
    box->setDefaultButton(on);
    const QString file = left.front().file;
    connect(on, &QPushButton::clicked, this, [this, file] { lessonRecorder().recover(file); });
    connect(drop, &QPushButton::clicked, this, [file] { DraftKeeper::forget(file); });
    box->open();
}

} // namespace vbs
