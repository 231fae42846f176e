#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"
#include "ui/tasks/word_strip.h"

using namespace vbs;
using namespace vbs::test;

/// Masked words and whether a caption fits.
class FillTest : public QObject {
    Q_OBJECT

    static WordStrip* words(const TaskFixture& f) { return f.find<WordStrip>("fillWords"); }
    static QString text(const TaskFixture& f) { return f.find<SentenceEdit>("fillText")->text(); }
    static void click(const TaskFixture& f, int word)
    {
        QTest::mouseClick(words(f), Qt::LeftButton, {}, words(f)->placeOf(word).center());
    }

private Q_SLOTS:
    void withoutAMaskOnlyTheMatchIsAsked()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a red square");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().task, Task::CaptionMatch);
        QCOMPARE(f.bars("match").size(), std::size_t(1));
        QCOMPARE(f.bars("match")[0].probability, 0.75);
        QVERIFY(f.bars("mask1").empty());
        QVERIFY(!f.isSeen("blindText"));
        QVERIFY(f.isSeen("fillNote"));
    }

    void blanksAsPeopleWriteThem()
    {
        for (const char* typed : {"a ___ square", "a [mask] square", "a ... square"}) {
            TaskFixture f;
            f.openTask(Task::MaskedWords);
            f.enter("fillText", typed);
            QTRY_VERIFY(f.state().answered);
            QCOMPARE(f.asked().task, Task::MaskedWords);
            QCOMPARE(f.asked().text, std::string("a [MASK] square"));
            QCOMPARE(text(f), QString(typed));
            QCOMPARE(f.bars("mask1").size(), std::size_t(3));
        }
    }

    void aCaptionThatDoesNotFitIsCalledSo()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        InferenceResult result = cannedResult(320, 240);
        result.answers.clear();
        result.match = 0.01;
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        f.enter("fillText", "a green cat");
        QTRY_COMPARE(f.bars("match").size(), std::size_t(1));
        QCOMPARE(f.bars("match")[0].text, QString("Does not fit"));
        QCOMPARE(f.bars("match")[0].probability, 0.99);
    }

    void aClickMasksAWord()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a red square.", false);
        click(f, 1);
        QCOMPARE(text(f), QString("a [MASK] square."));
        QTRY_VERIFY(f.state().answered && f.state().answered->result.masks.size() == 1);
        QCOMPARE(f.asked().task, Task::MaskedWords);
        QCOMPARE(f.asked().text, std::string("a [MASK] square."));
        const auto bars = f.bars("mask1");
        QCOMPARE(bars.size(), std::size_t(3));
        QCOMPARE(bars[0].text, QString("red"));
        QCOMPARE(bars[0].blind, 0.3);
        QVERIFY(f.isSeen("match"));
        click(f, 2);
        QCOMPARE(text(f), QString("a [MASK] [MASK]."));
        QTRY_VERIFY(f.state().answered && f.state().answered->result.masks.size() == 2);
        QVERIFY(f.isSeen("mask2"));
        QCOMPARE(f.bars("mask2")[0].blind, -1.0); // the text alone is known for the first only
        click(f, 1);
        QCOMPARE(text(f), QString("a red [MASK].")); // each comes back as it was
        click(f, 2);
        QCOMPARE(text(f), QString("a red square."));
    }

    void aTypedMaskIsFilledByTheModel()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a [MASK] square");
        QTRY_VERIFY(f.state().answered);
        click(f, 1);
        QCOMPARE(text(f), QString("a red square")); // its best word
    }

    void byTheKeyboard()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a red square", false);
        words(f)->setFocus();
        QTest::keyClick(words(f), Qt::Key_Right);
        QTest::keyClick(words(f), Qt::Key_Space);
        QCOMPARE(text(f), QString("a [MASK] square"));
    }

    void hiddenRegionsChangeEveryMask()
    {
        TaskFixture f;
        f.openTask(Task::MaskedWords);
        f.enter("fillText", "a [MASK] and a [MASK]");
        QTRY_VERIFY(f.state().answered);
        f.rightClick(64, 150);
        QTRY_VERIFY(f.state().answered->hasRemoved());
        for (const char* name : {"mask1", "mask2"}) {
            QCOMPARE(f.bars(name)[0].before, 0.9);
            QCOMPARE(f.bars(name)[0].probability, 0.3);
        }
        QCOMPARE(f.bars("match")[0].before, 0.75);
    }
};

VBS_TEST_MAIN(FillTest)
#include "fill_test.moc"
