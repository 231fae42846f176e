#pragma once

#include "tests/support/scripted_backend.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/canvas/picture_view.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_canvas_panel.h"
#include "ui/review/review_window.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>

#include <memory>

namespace vbs::test {

/// The real window over a scripted engine and a project's file. A base of the test's class.
class ReviewWindowFixture : protected DialogParts {
protected:
    /// Closes the window and removes all files.
    void clear()
    {
        closeWindow();
        QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30)) &&
                waitForBackground(std::chrono::seconds(30))); // on the files that go now
        for (const auto& entry : std::filesystem::directory_iterator(path("")))
            std::filesystem::remove_all(entry.path());
    }

    /// Another window over the same files and settings, as after a restart; its reviewer is "ann". No model is loaded.
    void restart(const QString& where = {})
    {
        closeWindow();
        m_settings = std::make_unique<AppSettings>(file("settings.ini"));
        if (m_settings->reviewer() != "ann")
            m_settings->reviewer.set("ann");
        m_keys = std::make_unique<KeyMap>(m_settings->keys);
        m_keys->add({"Review", reviewActions() + reviewPanelActions()});
        script = std::make_shared<BackendScript>();
        m_bench = std::make_unique<Workbench>(std::make_unique<ScriptedBackend>(script), KeptFolders());
        m_window = std::make_unique<ReviewWindow>(ReviewParts{*m_bench, *m_settings, chooser, *m_keys, sample});
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        if (where.isEmpty())
            return;
        m_window->open(where);
        QTRY_VERIFY(state().index);
        if (!state().queue.empty())
            QTRY_VERIFY(state().item);
    }

    /// The questions of dataset() in their order, with their pictures.
    void openQuestions(int count = 7)
    {
        restart(QString::fromStdString(project(count)));
        window().desk().setOrder(QueueOrder::DataSet);
    }

    /// Lets the engine's next calls, and then all others, answer with this.
    void loadModel()
    {
        BackendScript::Step load;
        LoadPackResult loaded;
        loaded.pack.name = loaded.pack.title = "scripted";
        loaded.pack.tasks = {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                             Task::RegionToPhrase};
        loaded.device = {"cpu", "This is a scripted engine.", "float32", 1, ""};
        load.reply = loaded;
        script->push(load);
        m_bench->loadPack(path("pack"));
    }
    void loadModel(const std::vector<BackendScript::Step>& answers)
    {
        loadModel();
        for (const BackendScript::Step& answer : answers)
            script->push(answer);
    }

    ReviewWindow& window() const { return *m_window; }
    const ReviewState& state() const { return m_window->desk().state(); }
    KeyMap& keys() const { return *m_keys; }
    Workbench& bench() const { return *m_bench; }
    int shown() const { return state().item ? int(state().item->item.number) : -1; }
    QString message() const { return m_window->canvas().messages().text(); }
    QAction* action(const char* id) const { return m_window->findChild<QAction*>(id); }
    template <typename Widget> Widget* part(const char* name) const { return find<Widget>(*m_window, name); }

    /// A key as the window system sends it: shortcuts first, then the widget with the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window->windowHandle(), key, modifiers);
    }
    void type(const QString& text) const
    {
        for (const QChar c : text)
            QTest::keyClick(m_window->windowHandle(), c.toLatin1());
    }
    /// One press of a key that stays down, and the presses that follow by themselves.
    void hold(Qt::Key key, const QString& text, int repeats) const
    {
        for (int i = 0; i <= repeats; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QTest::simulateEvent(focus, true, key, {}, text, i > 0);
        }
    }
    void letGo(Qt::Key key, const QString& text) const
    {
        QTest::simulateEvent(QApplication::focusWidget(), false, key, {}, text, false);
    }

    /// What the file holds, read by another store.
    std::vector<Decision> kept() const { return openReviewProject(state().where.toStdString())->decisions(); }
    /// Its acts that stand, one a word: "accept", "tag:odd".
    QString standing() const
    {
        QStringList acts;
        for (const Decision& act : kept())
            if (!act.undone)
                acts << QString::number(act.item) + " " + QString::fromStdString(std::string(nameOf(act.kind))) +
                            (act.value.empty() ? QString() : ":" + QString::fromStdString(act.value));
        return acts.join("; ");
    }

    AppSettings& settings() const { return *m_settings; }

    ChooserStub chooser;
    SampleReview sample; ///< of the next window
    std::shared_ptr<BackendScript> script;

private:
    void closeWindow()
    {
        m_window.reset();
        m_bench.reset();
        m_keys.reset();
        m_settings.reset();
    }

    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<KeyMap> m_keys;
    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<ReviewWindow> m_window;
};

} // namespace vbs::test
