#pragma once

#include "tests/support/scripted_backend.h"
#include "tests/support/scripted_models.h"
#include "tests/ui/chooser_stub.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/canvas/picture_view.h"
#include "ui/tasks/sentence_edit.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDockWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <memory>

// The standard five seconds are too few on a machine that is busy building; the limit only bounds a failure.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60000)

namespace vbs::test {

inline LoadPackResult scriptedPack()
{
    LoadPackResult loaded;
    loaded.pack.name = "scripted";
    loaded.pack.title = "Scripted pack";
    loaded.pack.tasks = {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                         Task::RegionToPhrase,          Task::MaskedWords,     Task::CaptionMatch};
    loaded.pack.exampleQuestions = {"What color is the square?", "Is there a box?"};
    loaded.device = {"cpu", "This is a scripted engine.", "float32", 2, "1.0"};
    return loaded;
}

/// A reply with this first answer, for a picture of 320 x 240.
inline BackendScript::Step answerStep(const std::string& answer,
                                      BackendScript::Step::Wait wait = BackendScript::Step::Wait::No)
{
    BackendScript::Step step;
    step.wait = wait;
    step.reply = cannedResult(320, 240, answer);
    return step;
}

inline BackendScript::Step errorStep(const std::string& message)
{
    BackendScript::Step step;
    step.reply = ErrorInfo{ErrorCode::Internal, message};
    return step;
}

/// The real window over a scripted engine, in a folder of its own.
class WindowFixture {
public:
    WindowFixture() { expectPack(scriptedPack()); }

    /// What the engine's first call gives.
    void expectPack(const LoadPackResult& pack)
    {
        script = std::make_shared<BackendScript>();
        BackendScript::Step step;
        step.reply = pack;
        script->push(step);
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Writes a picture and gives its path.
    QString picture(const QString& name, const QSize& size = QSize(320, 240), const QColor& color = Qt::darkCyan) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        image.save(path(name));
        return path(name);
    }

    void open(const QStringList& paths = {})
    {
        auto chooserOwned = std::make_unique<ChooserStub>();
        chooser = chooserOwned.get();
        window = std::make_unique<MainWindow>(WindowParts{std::make_unique<ScriptedBackend>(script),
                                                          path("settings.ini"),
                                                          std::move(chooserOwned),
                                                          {path("history"), path("boxes")},
                                                          std::make_unique<ScriptedModels>(models),
                                                          bench});
        for (const char* panel : {"picturesDock", "regionsDock"})
            window->findChild<QDockWidget*>(panel)->show(); // the offscreen display is too small for all panels
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->start({"scripted", {}, paths});
        QTRY_VERIFY(state().pack);
        if (!paths.isEmpty())
            QTRY_VERIFY(state().left.picture || !message().isEmpty());
    }

    /// With a picture of 320 x 240 whose regions are known.
    void openWithPicture()
    {
        open({picture("picture.png")});
        QTRY_VERIFY(state().left.regions);
    }

    /// Lets the views see what changed, which they do by themselves at the end of the event loop's turn.
    void settle() const { window->workbench().findChild<ChangeNotifier*>()->tell(); }

    const WorkbenchState& state() const
    {
        settle();
        return window->workbench().state();
    }
    QString message() const
    {
        settle();
        return window->canvas().messages().text();
    }
    PictureView& view() const
    {
        settle();
        return window->canvas().view();
    }
    SentenceEdit* question() const { return find<SentenceEdit>("question"); }
    QAbstractItemView* list(const char* name) const { return find<QAbstractItemView>(name); }
    QAction* action(const char* id) const { return find<QAction>(id); }

    template <typename T> T* find(const char* name) const
    {
        settle();
        return window->findChild<T*>(name);
    }

    /// A key press as the window system sends it: shortcuts first, then the widget with the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }

    void type(const QString& text) const
    {
        QTest::mouseClick(question()->viewport(), Qt::LeftButton);
        for (const QChar c : text)
            QTest::keyClick(window->windowHandle(), c.toLatin1());
    }

    /// Where a pixel of the picture lies in the canvas's viewport.
    QPoint onCanvas(double x, double y) const { return view().geometryNow().toCanvas(QPointF(x, y)).toPoint(); }

    void wheel(const QPoint& at, int steps, Qt::KeyboardModifiers modifiers) const
    {
        QWheelEvent event(at, view().viewport()->mapToGlobal(at), {}, QPoint(0, steps * 120), Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view().viewport(), &event);
    }

    QString firstAnswer() const { return list("answers")->model()->index(0, 0).data().toString(); }

    std::shared_ptr<BackendScript> script;
    BenchWork bench;
    std::shared_ptr<ModelScript> models = std::make_shared<ModelScript>();
    ChooserStub* chooser = nullptr;
    std::unique_ptr<MainWindow> window;

private:
    QTemporaryDir m_folder;
};

} // namespace vbs::test
