#include "tests/support/test_main.h"
#include "tests/ui/lesson/recorder/recorder_fixture.h"
#include "tests/ui/shown_windows.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>

using namespace vbs;
using namespace vbs::test;

/// Steps are moved, copied, deleted and brought back.
class StepOrderTest : public QObject {
    Q_OBJECT

    /// Drops a row before another one, as the view does at the end of a drag.
    static void dropBefore(const RecorderFixture& f, int from, int before)
    {
        auto* list = f.part<QAbstractItemView>("lessonSteps");
        const std::unique_ptr<QMimeData> mime(list->model()->mimeData({list->model()->index(from, 0)}));
        const int last = list->model()->rowCount() - 1;
        const QRect row = list->visualRect(list->model()->index(std::min(before, last), 0));
        const QPoint at = before > last ? row.bottomLeft() + QPoint(20, -1) : row.topLeft() + QPoint(20, 1);
        QDragEnterEvent enter(at, Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &move);
        QDropEvent drop(at, Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &drop);
    }

private Q_SLOTS:
    void byKeys()
    {
        RecorderFixture f;
        f.openWhole();
        const ShownWindows windows;
        for (int row = 0; row < 7; ++row) // with all kinds of quizzes
            f.chooseStep(row);
        QCOMPARE(windows.names, QStringList());
        f.chooseStep(1);
        f.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(f.titles(), (QStringList{"Intro", "Several", "All", "Text", "Region", "Predict", "Find"}));
        f.key(Qt::Key_Down, Qt::AltModifier); // it stays the chosen one
        f.key(Qt::Key_Up, Qt::AltModifier);
        f.key(Qt::Key_Up, Qt::AltModifier);
        f.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(f.titles().first(), QString("All"));
        f.key(Qt::Key_Up, Qt::AltModifier); // no further
        QCOMPARE(f.titles().first(), QString("All"));
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.titles().first(), QString("Intro"));
        QCOMPARE(f.draft().stateOf(1), StepState::Recorded);
    }

    void byDragging_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("down") << 0 << 3 << QStringList{"All", "Several", "Intro", "Text", "Region", "Predict", "Find"};
        QTest::newRow("up") << 3 << 1 << QStringList{"Intro", "Text", "All", "Several", "Region", "Predict", "Find"};
        QTest::newRow("nowhere") << 2 << 2
                                 << QStringList{"Intro", "All", "Several", "Text", "Region", "Predict", "Find"};
    }
    void byDragging()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QStringList, titles);
        RecorderFixture f;
        f.openWhole();
        f.recorder->resize(1100, 900); // all rows are in sight
        QTest::qWait(0);
        dropBefore(f, from, before);
        QCOMPARE(f.titles(), titles);
    }

    void copiedDeletedAndBroughtBack()
    {
        RecorderFixture f;
        f.openWhole();
        f.chooseStep(1);
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.titles().mid(0, 4), (QStringList{"Intro", "All", "All", "Several"}));
        QCOMPARE(f.draft().stateOf(2), StepState::Recorded);
        f.part<QWidget>("lessonSteps")->setFocus();
        f.key(Qt::Key_Delete);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.titles().mid(0, 3), (QStringList{"Intro", "All", "Text"}));
        for (int i = 0; i < 3; ++i)
            f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.draft().count(), std::size_t(7));
        QVERIFY(!f.draft().isDirty());
        f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.draft().count(), std::size_t(8));
    }

    /// Del in a text deletes a letter, and Ctrl+Z brings back what was typed.
    void keysInTexts()
    {
        RecorderFixture f;
        f.openWhole();
        f.chooseStep(2);
        auto* title = f.part<QLineEdit>("stepTitle");
        title->setFocus();
        title->setCursorPosition(0);
        f.key(Qt::Key_Delete);
        QCOMPARE(f.step(2).title, std::string("everal"));
        QCOMPARE(f.draft().count(), std::size_t(7));
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.step(2).title, std::string("Several"));
        QCOMPARE(title->text(), QString("Several"));
        auto* text = f.part<QPlainTextEdit>("stepText");
        text->setFocus();
        QTest::keyClicks(text, " Well?");
        QCOMPARE(f.step(2).text, std::string("What is *this*? Well?"));
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text->toPlainText(), QString("What is *this*?"));
    }

    void boldAndLists()
    {
        RecorderFixture f;
        f.openWhole();
        f.chooseStep(2);
        f.type("stepText", "red ball");
        auto* text = f.part<QPlainTextEdit>("stepText");
        text->selectAll();
        f.press("stepTextBold");
        QCOMPARE(f.step(2).text, std::string("**red ball**"));
        f.press("stepTextBold"); // and back
        QCOMPARE(f.step(2).text, std::string("red ball"));
        f.press("stepTextList");
        QCOMPARE(f.step(2).text, std::string("- red ball"));
        QVERIFY(f.part<QWidget>("stepTextPreview")->property("plainText").toString().contains("red ball"));
    }
};

VBS_TEST_MAIN(StepOrderTest)
#include "step_order_test.moc"
