#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>

using namespace vbs;
using namespace vbs::test;

/// Picture, question and answer for a room to read; and texts in another size.
class PresentationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRoomSeesPictureQuestionAndAnswer()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.find<QDockWidget>("historyDock")->close();
        const QSize before = f.window->size();
        f.key(Qt::Key_F11, Qt::ShiftModifier);
        QVERIFY(f.window->isFullScreen());
        auto* question = f.find<QLineEdit>("presentedQuestion");
        auto* answer = f.find<QLabel>("presentedAnswer");
        QVERIFY(question->isVisible() && answer->isVisible());
        for (auto* panel : f.window->findChildren<QDockWidget*>())
            QVERIFY(!panel->isVisible());
        QVERIFY(!f.window->menuBar()->isVisible());
        QCOMPARE(question->text(), QString("what?"));
        QVERIFY(answer->text().startsWith("red"));
        QVERIFY(answer->font().pixelSize() > QApplication::font().pixelSize() + 8);

        BackendScript::Step step = answerStep("green");
        f.script->push(step);
        QVERIFY(question->hasFocus()); // with all of it selected
        QTest::keyClicks(question, "which?");
        QCOMPARE(f.state().question, QString("which?"));
        QVERIFY(!answer->text().startsWith("red")); // the old answer is not that of the new question
        QTRY_VERIFY(answer->text().startsWith("green"));

        f.key(Qt::Key_Escape);
        QVERIFY(!f.window->isFullScreen());
        QVERIFY(f.window->menuBar()->isVisible());
        QVERIFY(f.find<QDockWidget>("askDock")->isVisible());
        QVERIFY(!f.find<QDockWidget>("historyDock")->isVisible()); // as it was
        QTRY_COMPARE(f.window->size(), before);
        QCOMPARE(f.question()->text(), QString("which?"));
    }

    void closingWhilePresentingKeepsTheLayout()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("present")->trigger();
        f.window->close();
        f.window.reset();
        f.expectPack(scriptedPack());
        f.openWithPicture();
        QVERIFY(!f.window->isFullScreen());
        QVERIFY(f.find<QDockWidget>("askDock")->isVisible());
        QVERIFY(!f.find<QLineEdit>("presentedQuestion")->isVisible());
    }

    void textsHaveTheSizeThatTheUserWants()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        const QFont usual = QApplication::font();
        const int row = f.list("answers")->sizeHintForRow(0), height = f.list("answers")->height();
        f.action("text-size-150")->trigger();
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF() * 1.5);
        QCOMPARE(f.list("answers")->sizeHintForRow(0), row * 3 / 2);
        QCOMPARE(f.list("answers")->height(), height * 3 / 2);
        f.window->close();
        f.window.reset();
        f.expectPack(scriptedPack());
        f.openWithPicture();
        QVERIFY(f.action("text-size-150")->isChecked());
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF() * 1.5);
        f.action("text-size-100")->trigger();
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF());
    }
};

VBS_TEST_MAIN(PresentationTest)
#include "presentation_test.moc"
