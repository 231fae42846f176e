#include "core/lesson/lesson_file.h"
#include "tests/support/test_main.h"
#include "tests/ui/translation_texts.h"
#include "tests/ui/window_fixture.h"
#include "ui/lesson/lesson_player.h"
#include "ui/lesson/presenter_view.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/review/review_window.h"
#include "ui/util/language.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTimer>
#include <QToolBar>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;

namespace {

/// The keys that open a menu's entries, twice where two have the same; those of its submenus likewise.
QStringList doubledKeys(const QList<QAction*>& actions, const QString& where)
{
    QStringList doubled;
    QString seen;
    for (const QAction* action : actions) {
        if (action->menu())
            doubled << doubledKeys(action->menu()->actions(), where + " > " + action->text());
        const auto match = QRegularExpression("&([^& ])").match(action->text());
        const QString key = match.captured(1).toLower();
        if (!key.isEmpty() && seen.contains(key))
            doubled << where + ": " + action->text();
        seen += key;
    }
    return doubled;
}

/// Everything that a window says, except in its lists.
QStringList textsOf(const QWidget& window)
{
    QStringList texts{window.windowTitle()};
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        texts << widget->toolTip() << widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
    }
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip();
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QString plain(QString text)
{
    return text.remove('&').remove(u'…').section('\t', 0, 0).section(" (", 0, 0).trimmed();
}

/// Those that are an English text of the program, or made from one with three words or more.
QStringList englishAmong(const QStringList& texts)
{
    static const auto known = [] {
        std::pair<QSet<QString>, QVector<QRegularExpression>> all;
        static const QRegularExpression place("%L?[0-9n]"), escapedPlace("\\\\%L?[0-9n]");
        for (const TranslatedText& text : textsIn(translationFile("de"))) {
            if (text.forms.contains(text.source))
                continue;
            const QStringList parts = text.source.split(place);
            if (parts.size() == 1)
                all.first.insert(plain(text.source));
            else if (parts.join(' ').contains(QRegularExpression("([a-z]{2,}\\W+){2}[a-z]{2,}")))
                all.second << QRegularExpression(QRegularExpression::anchoredPattern(
                    QRegularExpression::escape(text.source).replace(escapedPlace, ".+")));
        }
        // German words that are English ones, too, elsewhere
        for (const TranslatedText& text : textsIn(translationFile("de")))
            for (const QString& form : text.forms)
                all.first.remove(plain(form));
        return all;
    }();
    QStringList found;
    for (const QString& text : texts)
        if (known.first.contains(plain(text)) ||
            std::any_of(known.second.begin(), known.second.end(),
                        [&](const QRegularExpression& pattern) { return pattern.match(text).hasMatch(); }))
            found << text;
    return found;
}

} // namespace

class GermanWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { speak("de"); }
    void cleanup() { speak("en"); }

    void everyMenuHasKeysOfItsOwn()
    {
        WindowFixture f;
        f.openWithPicture();
        QCOMPARE(doubledKeys(f.window->menuBar()->actions(), "main window"), QStringList());
        QCOMPARE(doubledKeys(f.window->reviewWindow().menuBar()->actions(), "review"), QStringList());
        QCOMPARE(doubledKeys(f.window->lessonRecorder().menuBar()->actions(), "recorder"), QStringList());
        speak("en");
        WindowFixture english;
        english.openWithPicture();
        QCOMPARE(doubledKeys(english.window->menuBar()->actions(), "main window"), QStringList());
        QCOMPARE(doubledKeys(english.window->reviewWindow().menuBar()->actions(), "review"), QStringList());
        QCOMPARE(doubledKeys(english.window->lessonRecorder().menuBar()->actions(), "recorder"), QStringList());
    }

    void nothingIsEnglish_data()
    {
        QTest::addColumn<QString>("task");
        for (const TaskSpec& spec : taskTable())
            QTest::newRow(qPrintable(spec.id())) << spec.id();
    }

    void nothingIsEnglish()
    {
        QFETCH(QString, task);
        WindowFixture f;
        f.openWithPicture();
        f.action(qPrintable("task-" + task))->trigger();
        f.settle();
        QCOMPARE(englishAmong(textsOf(*f.window)).join(" | "), QString());
        QCOMPARE(englishAmong({"&Open…", "Öffnen", "The regions of x are known.", "What is it?"}),
                 (QStringList{"&Open…", "The regions of x are known."}));
    }

    /// Of a lesson that is English, texts, questions and answers alone are.
    void noLessonsWindowIsEnglish()
    {
        WindowFixture f;
        f.openWithPicture();
        LessonRecorder& recorder = f.window->lessonRecorder();
        recorder.startNew();
        QCOMPARE(englishAmong(textsOf(recorder)).join(" | "), QString());
        recorder.findChild<QAction*>("recorder.add-text")->trigger();
        QCOMPARE(englishAmong(textsOf(recorder)).join(" | "), QString());
        LessonPlayer& player = f.window->lessonPlayer();
        const Lesson lesson = readLesson(std::string(dataFolder()) + "/lessons/tour");
        QStringList own;
        for (const LessonStep& step : lesson.steps) {
            own << QString::fromStdString(step.title);
            for (const std::string& option : step.quiz.options)
                own << QString::fromStdString(option);
        }
        player.play(lesson);
        for (int step = 0; step < player.now().pages(); ++step) {
            player.now().go(step);
            player.now().reveal();
            QStringList english = englishAmong(textsOf(player));
            english.removeIf([&](const QString& text) { return own.contains(text); });
            QCOMPARE(english.join(" | "), QString());
        }
        player.setPresenterShown(true);
        QStringList english = englishAmong(textsOf(*player.presenter()));
        english.removeIf([&](const QString& text) { return own.contains(text); });
        QCOMPARE(english.join(" | "), QString());
    }

    void noDialogIsEnglish_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* id : {"about", "shortcuts", "model.device", "model.page", "model.get", "clear-history"})
            QTest::newRow(id) << id;
    }

    void noDialogIsEnglish()
    {
        QFETCH(QString, action);
        WindowFixture f;
        f.openWithPicture();
        QAction* entry = f.action(qPrintable(action));
        QVERIFY2(entry, "no such action");
        entry->trigger();
        f.settle();
        for (const QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible())
                QCOMPARE(englishAmong(textsOf(*window)).join(" | "), QString());
        for (QWidget* window : QApplication::topLevelWidgets())
            if (qobject_cast<QDialog*>(window))
                window->close();
    }

    /// Asked with the keyboard; what comes back is data, and the numbers beside it are German.
    void numbersAndPlurals()
    {
        WindowFixture f;
        f.openWithPicture();
        f.script->push(answerStep("green"));
        f.type("What?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QTRY_COMPARE(f.firstAnswer(), QString("green"));
        const QString tip = f.list("answers")->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(QRegularExpression("green: Wahrscheinlichkeit 0,\\d{4}").match(tip).hasMatch(), qPrintable(tip));

        QVERIFY2(textsOf(*f.window).filter(QRegularExpression("^\\d+ Region(en)?$")).size() > 0, "no plural");
    }

    void everyToolHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
    void everyToolHasRoom()
    {
        QFETCH(QString, language);
        speak(language);
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.title = "A pack with quite a long name";
        f.expectPack(pack);
        f.openWithPicture();
        const auto* bar = f.find<QToolBar>("toolBar");
        const auto* last = bar->widgetForAction(f.action("actual-size"));
        QTRY_VERIFY(last->isVisible() && bar->rect().contains(last->geometry()));
    }

    void theLanguageIsChosenInTheMenu()
    {
        speak("en");
        WindowFixture f;
        f.openWithPicture();
        QVERIFY(f.action("language-system")->isChecked());
        f.action("language-de")->trigger();
        QCOMPARE(f.window->settings().language(), QString("de"));
        QCOMPARE(f.message(), QString("The language changes with the next start of the program."));
        f.action("language-en")->trigger(); // which it speaks
        QCOMPARE(f.message(), QString());
        f.action("language-de")->trigger();
        auto* restart = f.find<QAbstractButton>("messageAction");
        QVERIFY(restart && restart->isVisible());
        QCOMPARE(restart->text(), QString("Restart Now"));
        QTimer::singleShot(0, restart, [restart] { QTest::mouseClick(restart, Qt::LeftButton); });
        QCOMPARE(QApplication::exec(), kNewWindow);
        QVERIFY(!f.window->isVisible());
    }
};

VBS_TEST_MAIN(GermanWindowTest)
#include "german_window_test.moc"
