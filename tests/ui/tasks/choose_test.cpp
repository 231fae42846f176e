#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"
#include "ui/tasks/choice_list.h"
#include "ui/tasks/choice_row.h"
#include "ui/widgets/panel_title.h"

#include <algorithm>

using namespace vbs;
using namespace vbs::test;

/// A question with choices.
class ChooseTest : public QObject {
    Q_OBJECT

    static QList<ChoiceRow*> rows(const TaskFixture& f)
    {
        QList<ChoiceRow*> shown;
        for (auto* row : f.find<ChoiceList>("choices")->findChildren<ChoiceRow*>()) {
            if (row->isVisible())
                shown << row;
        }
        std::sort(shown.begin(), shown.end(), [](auto* a, auto* b) { return a->y() < b->y(); });
        return shown;
    }

    static void type(ChoiceRow* row, const QString& text)
    {
        auto* edit = row->findChild<QLineEdit*>("choice");
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keyClicks(edit, text);
    }

    static void openWith(TaskFixture& f, const QStringList& choices)
    {
        f.openTask(Task::MultipleChoice);
        for (qsizetype i = 0; i < choices.size(); ++i) {
            if (i >= rows(f).size())
                QTest::mouseClick(f.find<QWidget>("addChoice"), Qt::LeftButton);
            QTRY_VERIFY(rows(f).size() > i);
            type(rows(f)[i], choices[i]);
        }
        QTRY_VERIFY(f.state().answered && f.state().answered->choices == choices);
    }

private Q_SLOTS:
    /// The keyboard goes through the task in its order.
    void tabGoesFromTheQuestionThroughTheChoices()
    {
        TaskFixture f;
        openWith(f, {"a", "bcd"});
        f.find<SentenceEdit>("chooseText")->setFocus();
        QStringList visited;
        for (int i = 0; i < 12; ++i) {
            f.key(Qt::Key_Tab);
            visited << QApplication::focusWidget()->objectName();
        }
        const qsizetype first = visited.indexOf("choice"), second = visited.indexOf("choice", first + 1);
        QVERIFY2(first >= 0 && second > first && visited.indexOf("addChoice") > second, qPrintable(visited.join(' ')));
        QVERIFY2(visited.indexOf("chooseButton") > second, qPrintable(visited.join(' ')));
    }

    /// Once around the window, with the key that presses buttons.
    void tabAndSpaceCloseNoPanel()
    {
        TaskFixture f;
        openWith(f, {"a", "bcd"});
        const auto shown = [&] {
            QStringList names;
            for (const QDockWidget* dock : f.window->findChildren<QDockWidget*>())
                if (dock->isVisible())
                    names << dock->objectName();
            return names;
        };
        const QStringList before = shown();
        QCOMPARE(before.size(), 4);
        QWidget* first = f.find<SentenceEdit>("chooseText");
        first->setFocus();
        int stops = 0;
        do {
            f.key(Qt::Key_Tab);
            if (const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
                button && qobject_cast<PanelTitle*>(button->parentWidget()))
                f.key(Qt::Key_Space);
            QCOMPARE(shown(), before);
        } while (QApplication::focusWidget() != first && ++stops < 100);
        QVERIFY2(stops >= 10 && stops < 100, qPrintable(QString::number(stops)));
    }

    void returnGoesToTheChoiceThatIsMissing()
    {
        TaskFixture f;
        f.openTask(Task::MultipleChoice);
        QTRY_COMPARE(rows(f).size(), 2);
        type(rows(f)[0], "a");
        f.key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rows(f)[1]->findChild<QLineEdit*>("choice")));
        QTest::keyClicks(QApplication::focusWidget(), "bcd");
        f.key(Qt::Key_Return); // a further choice, until one is left empty
        QCOMPARE(rows(f).size(), 3);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(rows(f)[2]->findChild<QLineEdit*>("choice")));
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
    }

    void equalChoicesAreNotAsked()
    {
        TaskFixture f;
        openWith(f, {"a", "bcd"});
        const int calls = f.script->started();
        auto* edit = rows(f)[1]->findChild<QLineEdit*>("choice");
        edit->selectAll();
        QTest::keyClicks(edit, " A ");
        f.key(Qt::Key_Return);
        QCOMPARE(f.script->started(), calls);
        QVERIFY(missingInput(f.state()).contains("the same"));
    }

    void barsBesideTheChoices()
    {
        TaskFixture f;
        openWith(f, {"a", "bcd"}); // answered while typing, without a question
        QCOMPARE(f.asked().task, Task::MultipleChoice);
        QCOMPARE(f.asked().choices, (std::vector<std::string>{"a", "bcd"}));
        QCOMPARE(f.asked().text, std::string());
        QVERIFY(rows(f)[0]->bar() && rows(f)[1]->bar());
        QCOMPARE(rows(f)[1]->bar()->probability, 0.75);
        QVERIFY(rows(f)[1]->bar()->best);
        QVERIFY(!rows(f)[0]->bar()->best);
        QCOMPARE(rows(f)[0]->bar()->blind, 0.5);
        QCOMPARE(f.state().history.size(), std::size_t(0));
        f.enter("chooseText", "which?");
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
    }

    void twoAreNeeded()
    {
        TaskFixture f;
        f.openTask(Task::MultipleChoice);
        const int calls = f.script->started();
        QVERIFY(!f.find<QWidget>("chooseButton")->isEnabled());
        QVERIFY(f.isSeen("chooseNone"));
        QVERIFY(f.label("chooseNone").contains("two choices"));
        type(rows(f)[0], "a");
        QVERIFY(!f.find<QWidget>("chooseButton")->isEnabled());
        QVERIFY(!rows(f)[0]->findChild<QWidget*>("removeChoice")->isEnabled());
        type(rows(f)[1], "b");
        QVERIFY(f.find<QWidget>("chooseButton")->isEnabled());
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.script->started(), calls + 1);
        auto* edit = rows(f)[1]->findChild<QLineEdit*>("choice");
        QTest::keyClick(edit, Qt::Key_Backspace);
        QVERIFY(!f.state().answered);
        QVERIFY(!rows(f)[0]->bar());
    }

    void eightAtMost()
    {
        TaskFixture f;
        openWith(f, {"a", "b", "c", "d", "e", "f", "g", "h"});
        QVERIFY(!f.find<QWidget>("addChoice")->isEnabled());
        QTest::mouseClick(rows(f)[2]->findChild<QWidget*>("removeChoice"), Qt::LeftButton);
        QCOMPARE(f.state().choices, QStringList({"a", "b", "d", "e", "f", "g", "h"}));
        QVERIFY(f.find<QWidget>("addChoice")->isEnabled());
        QTRY_VERIFY(f.state().answered && f.state().answered->choices.size() == 7);
    }

    void enterAddsAnother()
    {
        TaskFixture f;
        openWith(f, {"a", "b"});
        QTest::keyClick(rows(f)[1]->findChild<QLineEdit*>("choice"), Qt::Key_Return);
        QCOMPARE(rows(f).size(), 3);
        QVERIFY(rows(f)[2]->findChild<QLineEdit*>("choice")->hasFocus());
        QTest::keyClicks(rows(f)[2]->findChild<QLineEdit*>("choice"), "longest");
        QTRY_VERIFY(rows(f)[2]->bar() && rows(f)[2]->bar()->best);
    }

    void draggedByTheHandle()
    {
        TaskFixture f;
        openWith(f, {"a", "b", "c"});
        auto* handle = rows(f)[0]->findChild<QWidget*>("choiceHandle");
        const QPoint from = handle->rect().center();
        const QPoint to = handle->mapFromGlobal(rows(f)[2]->mapToGlobal(QPoint(0, rows(f)[2]->height() - 2)));
        TaskFixture::drag(handle, from, {from.x(), to.y()});
        QCOMPARE(f.state().choices, QStringList({"b", "c", "a"}));
        QTRY_VERIFY(f.state().answered && f.state().answered->choices.last() == "a");
    }

    void movedByTheKeyboard()
    {
        TaskFixture f;
        openWith(f, {"a", "b"});
        QTest::keyClick(rows(f)[1]->findChild<QLineEdit*>("choice"), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.state().choices, QStringList({"b", "a"}));
        QTest::keyClick(rows(f)[0]->findChild<QLineEdit*>("choice"), Qt::Key_Up, Qt::AltModifier); // no further
        QCOMPARE(f.state().choices, QStringList({"b", "a"}));
    }
};

VBS_TEST_MAIN(ChooseTest)
#include "choose_test.moc"
