#pragma once

#include "core/lesson/lesson_file.h"
#include "tests/support/lesson_fixture.h"
#include "tests/ui/task_fixture.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/lesson/recorder/recorder_actions.h"
#include "ui/widgets/key_map.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace vbs::test {

/// Presses the button of the question that is open in a window.
inline void answerQuestion(QWidget& window, const char* question, const QString& button)
{
    QTRY_VERIFY(window.findChild<QMessageBox*>(question));
    auto* box = window.findChild<QMessageBox*>(question);
    for (QAbstractButton* one : box->buttons())
        if (one->text().remove('&').startsWith(button))
            return QTest::mouseClick(one, Qt::LeftButton);
    QFAIL(qPrintable("There is no button " + button));
}

/// The recorder alone over a scripted engine, in a folder of its own.
class RecorderFixture {
public:
    RecorderFixture() : script(std::make_shared<BackendScript>()), settings(path("settings.ini")), keys(settings.keys)
    {
        BackendScript::Step step;
        step.reply = scriptedPack();
        script->push(step);
        workbench = std::make_unique<Workbench>(std::make_unique<ScriptedBackend>(script), KeptFolders());
        workbench->loadPack("scripted");
        keys.add({"Lesson Recorder", recorderActions()});
        open();
    }
    ~RecorderFixture() { recorder.reset(); }

    /// A new window, as after a start of the program.
    void open()
    {
        recorder.reset();
        recorder = std::make_unique<LessonRecorder>(RecorderParts{
            *workbench,
            settings,
            chooser,
            keys,
            path("drafts"),
            [this] { return sight; },
            [this](Lesson lesson, int step) {
                previewed = {std::move(lesson), step};
            },
        });
        recorder->show();
        QVERIFY(QTest::qWaitForWindowActive(recorder.get()));
    }

    /// Opens the fixture's lesson with all that a step may hold.
    void openWhole()
    {
        writeLesson(path("whole.vbslesson").toStdString(), wholeLesson());
        chooser.pictures = {path("whole.vbslesson")};
        key(Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(draft().count(), wholeLesson().steps.size());
    }

    QString path(const QString& name) const { return folder.filePath(name); }
    QString picture(const QString& name) const
    {
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        image.save(path(name));
        return path(name);
    }
    void ask(const QString& text)
    {
        workbench->open({picture("toys.png")});
        QTRY_VERIFY(workbench->state().pack && workbench->state().left.regions);
        workbench->ask(text);
        QTRY_VERIFY(workbench->state().answered);
    }

    LessonDraft& draft() { return recorder->draft(); }
    const LessonStep& step(std::size_t row) { return draft().step(row); }
    QStringList titles()
    {
        QStringList list;
        for (std::size_t row = 0; row < draft().count(); ++row)
            list << QString::fromStdString(step(row).title);
        return list;
    }
    template <typename T> T* part(const char* name) const { return recorder->findChild<T*>(name); }
    void press(const char* button) const
    {
        QTRY_VERIFY(part<QAbstractButton>(button)->isVisible()); // what was made just now is laid out first
        QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(recorder->windowHandle(), key, modifiers);
    }
    /// Into the field, instead of what is there.
    void type(const char* field, const QString& text) const
    {
        auto* widget = part<QWidget>(field);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(widget, Qt::Key_Delete);
        QTest::keyClicks(widget, text);
    }
    void choose(const char* box, const QString& entry) const
    {
        auto* chooserBox = part<QComboBox>(box);
        const int at = chooserBox->findText(entry);
        QVERIFY2(at >= 0, qPrintable(entry));
        chooserBox->setCurrentIndex(at);
        Q_EMIT chooserBox->activated(at); // as the popup does, which another window system shows
    }
    void chooseStep(int row) const
    {
        auto* list = part<QAbstractItemView>("lessonSteps");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
    void showTab(int tab) const { part<QTabWidget>("stepTabs")->setCurrentIndex(tab); }
    QString told() const { return part<QLabel>("runSentence")->text(); }

    QTemporaryDir folder;
    std::shared_ptr<BackendScript> script;
    AppSettings settings;
    KeyMap keys;
    ChooserStub chooser;
    ViewInSight sight;
    std::unique_ptr<Workbench> workbench;
    std::unique_ptr<LessonRecorder> recorder;
    std::pair<Lesson, int> previewed;
};

} // namespace vbs::test
