#pragma once

#include "core/lesson/lesson_file.h"
#include "tests/support/scripted_backend.h"
#include "tests/support/test_paths.h"
#include "tests/ui/chooser_stub.h"
#include "ui/canvas/canvas_pane.h"
#include "ui/canvas/picture_view.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/step_page.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// The standard five seconds are too few on a machine that is busy building; the limit only bounds a failure.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60000)

namespace vbs::test {

inline Lesson tourLesson()
{
    return readLesson(std::string(dataFolder()) + "/lessons/tour");
}

/// The player over a scripted engine, with settings and results in a folder of its own.
class PlayerFixture {
public:
    PlayerFixture()
    {
        settings = std::make_unique<AppSettings>(m_folder.filePath("settings.ini"));
        settings->lastFolder.set(m_folder.path());
        workbench = std::make_unique<Workbench>(std::make_unique<ScriptedBackend>(script), KeptFolders());
        theme = std::make_unique<Theme>();
        restart();
    }
    ~PlayerFixture() { player.reset(); }

    /// As if the program was started again: what is kept is read from the disk.
    void restart()
    {
        player.reset();
        player =
            std::make_unique<LessonPlayer>(LessonParts{*workbench, *settings, chooser, m_folder.filePath("results")});
    }

    void play(Lesson lesson = tourLesson(), int step = 0)
    {
        player->play(std::move(lesson), step);
        player->resize(1280, 720);
        QVERIFY(QTest::qWaitForWindowExposed(player.get()));
    }

    /// A key press as the window system sends it.
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(player->windowHandle(), Qt::Key(key), modifiers);
    }
    void click(const char* name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }

    template <typename T> T* find(const char* name) const { return player->findChild<T*>(name); }
    QString text(const char* label) const { return find<QLabel>(label) ? find<QLabel>(label)->text() : QString(); }
    bool isSeen(const char* name) const { return find<QWidget>(name) && find<QWidget>(name)->isVisible(); }

    /// Where the middle of a region lies on the picture's viewport, which is shown.
    QPoint regionPoint(PictureView& view, const Region& region) const
    {
        const QPointF middle((region.box.x1 + region.box.x2) / 2, (region.box.y1 + region.box.y2) / 2);
        return view.geometryNow().toCanvas(middle).toPoint();
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    std::shared_ptr<BackendScript> script = std::make_shared<BackendScript>();
    std::unique_ptr<Theme> theme;
    std::unique_ptr<AppSettings> settings;
    std::unique_ptr<Workbench> workbench;
    ChooserStub chooser;
    std::unique_ptr<LessonPlayer> player;

private:
    QTemporaryDir m_folder;
};

} // namespace vbs::test
