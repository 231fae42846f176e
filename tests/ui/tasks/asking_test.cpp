#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

using Wait = BackendScript::Step::Wait;

/// Questions and answers, by mouse and keyboard.
class AskingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesThatArePastedBecomeOne()
    {
        WindowFixture f;
        f.openWithPicture();
        QApplication::clipboard()->setText("what color\nis\tthe square?");
        f.question()->setFocus();
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.question()->text(), QString("what color is the square?"));
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.question()->text(), QString("what color is the square?"));
    }

    /// An answer must not stand under a text that was never asked.
    void aTextThatIsTooLongIsNeitherCutNorAsked()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        const int calls = f.script->started();
        QApplication::clipboard()->setText(QString("is it red? ").repeated(500));
        f.question()->selectAll();
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.question()->text().size(), 5500);
        QVERIFY(!f.state().answered);
        QVERIFY(f.find<QLabel>("hint")->text().contains("5,500"));
        QVERIFY(!f.find<QPushButton>("askButton")->isEnabled());
        f.key(Qt::Key_Return);
        QTest::qWait(300);
        QCOMPARE(f.script->started(), calls);
    }

    void aMarkAloneIsNoQuestion()
    {
        WindowFixture f;
        f.openWithPicture();
        const int calls = f.script->started();
        f.type("?");
        f.key(Qt::Key_Return);
        QCOMPARE(f.script->started(), calls);
        QVERIFY(!f.find<QPushButton>("askButton")->isEnabled());
    }

    void whatThePictureLacksIsSaid()
    {
        WindowFixture f;
        f.openWithPicture();
        InferenceResult result = cannedResult(320, 240);
        result.presences = {{{16, 23}, "the cat", "cat", 0.02}};
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        f.type("what is left of the cat");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.find<QLabel>("hint")->isVisible());
        QVERIFY(f.find<QLabel>("hint")->text().remove(QChar(0x2068)).remove(QChar(0x2069)).contains("sees no cat"));
        QTest::keyClick(f.window->windowHandle(), Qt::Key_S); // the answer is another question's now
        QVERIFY(!f.find<QLabel>("hint")->isVisible());
    }

    /// Each text that another task fits better says so, and the way there takes the text along.
    void aStatementIsShownTheWay()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("the ball is red");
        auto* elsewhere = f.find<QAbstractButton>("askElsewhere");
        QVERIFY(elsewhere->isVisible());
        QTest::keyClick(elsewhere, Qt::Key_Space);
        QCOMPARE(f.state().task, Task::MaskedWords);
        QCOMPARE(f.state().question, QString("the ball is red"));
        QTRY_COMPARE(f.script->requests().back().task, Task::CaptionMatch);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
    }

    void nothingMovesWhileOneTypes()
    {
        WindowFixture f;
        f.openWithPicture();
        InferenceResult result = cannedResult(320, 240);
        result.unknownWords = {"zeppelin", "quux", "frob", "wibble"};
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        const QPoint before = f.find<QWidget>("noAnswers")->mapTo(f.window.get(), QPoint());
        f.type("zeppelin quux frob wibble");
        QTRY_VERIFY(f.find<QLabel>("hint")->isVisible());
        QVERIFY(f.find<QLabel>("hint")->text().contains("zeppelin"));
        QVERIFY(f.find<QLabel>("hint")->text().contains("1 more"));
        QCOMPARE(f.list("answers")->mapTo(f.window.get(), QPoint()), before);
    }

    void aClickExplainsThatAnswer()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QAbstractItemView* answers = f.list("answers");
        const std::string second = f.state().answered->result.answers[1].text;
        const QPoint row = answers->visualRect(answers->model()->index(1, 0)).center();
        QTest::mouseClick(answers->viewport(), Qt::LeftButton, {}, row);
        QTRY_COMPARE(f.script->requests().back().explanation.of, second);
        QCOMPARE(f.state().why.method, ExplanationMethod::Relevance); // attention is the same for every answer
        QTRY_COMPARE(f.state().answered->why.of, second);
        QTest::mouseClick(answers->viewport(), Qt::LeftButton, {}, row); // again: back to the first
        QTRY_VERIFY(f.state().answered->why.of.empty());
        QTest::mouseClick(answers->viewport(), Qt::LeftButton, {}, row);
        QTRY_COMPARE(f.state().answered->why.of, second);
        f.type(" and why?"); // another question has other answers
        QVERIFY(f.state().why.of.empty());
    }

    void enterGivesBars()
    {
        WindowFixture f;
        f.openWithPicture();
        f.script->push(answerStep("red"));
        f.type("What color is it?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.list("answers")->model()->rowCount(), 3);
        QVERIFY(f.list("answers")->isVisible());
        QCOMPARE(f.list("answers")->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QString("red, 90 %"));
        QCOMPARE(f.script->texts().back(), std::string("What color is it?"));
        QTRY_COMPARE(f.list("history")->model()->rowCount(), 1);
        QVERIFY(f.find<QLabel>("statusTimes")->text().contains("ms"));
    }

    void exampleChip()
    {
        WindowFixture f;
        f.openWithPicture();
        f.script->push(answerStep("green"));
        auto* chip = f.find<QAbstractButton>("exampleChip");
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(f.firstAnswer(), QString("green"));
        QCOMPARE(f.question()->text(), QString("What color is the square?"));
    }

    void answersWhileTyping()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("how many");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.script->texts().back(), std::string("how many"));
        QCOMPARE(f.state().history.size(), std::size_t(0)); // only what was asked on purpose is kept
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
    }

    void emptiedQuestionClearsTheAnswer()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("a");
        QTRY_VERIFY(f.state().answered);
        f.key(Qt::Key_Backspace);
        QVERIFY(!f.state().answered);
        QVERIFY(!f.find<QWidget>("askButton")->isEnabled());
    }

    void latestQuestionWins()
    {
        WindowFixture f;
        f.openWithPicture();
        f.script->push(answerStep("stale", Wait::DeafUntilReleased));
        f.script->push(answerStep("fresh"));
        QStringList seen;
        connect(&f.window->workbench(), &Workbench::stateChanged, f.window.get(), [&] { seen << f.firstAnswer(); });
        f.type("first?");
        f.key(Qt::Key_Return);
        QVERIFY(f.script->waitForStarted(3)); // pack, regions, question
        f.type(" second?");
        f.key(Qt::Key_Return);
        f.script->release();
        QTRY_COMPARE(f.firstAnswer(), QString("fresh"));
        QVERIFY(!seen.contains("stale"));
        QCOMPARE(f.state().history.size(), std::size_t(1));
        QCOMPARE(f.state().history.back().answered.question, QString("first? second?"));
    }

    void questionWaitsForRegions()
    {
        WindowFixture f;
        f.script->push(answerStep("", Wait::UntilReleased)); // the search for regions
        f.open({f.picture("picture.png")});
        QVERIFY(f.script->waitForStarted(2));
        f.type("what?");
        f.key(Qt::Key_Return);
        QCOMPARE(f.script->started(), 2);
        f.script->release();
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.script->started(), 3);
    }

    void cancelledSearchForRegions()
    {
        WindowFixture f;
        BackendScript::Step step = answerStep("", Wait::UntilReleased);
        step.progress = {{"Finding regions", 0.25}};
        f.script->push(step);
        f.open({f.picture("picture.png")});
        auto* cancel = f.find<QWidget>("cancel");
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(f.message().contains("cancelled"));
        QTRY_VERIFY(!cancel->isVisible());
        QVERIFY(!f.state().left.regions);
        QTest::mouseClick(f.find<QWidget>("messageAction"), Qt::LeftButton); // the way out
        QTRY_VERIFY(f.state().left.regions);
        QVERIFY(f.message().isEmpty());
    }

    void engineErrorIsTold()
    {
        WindowFixture f;
        f.openWithPicture();
        f.script->push(errorStep("The question has too many words. Shorten it."));
        f.type("why?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.message(), QString("The question has too many words. Shorten it."));
        QVERIFY(!f.state().answered);
        f.key(Qt::Key_Return); // and asking goes on
        QTRY_VERIFY(f.state().answered);
        QVERIFY(f.message().isEmpty());
    }

    void withoutPicture()
    {
        WindowFixture f;
        f.open();
        f.type("what?");
        f.key(Qt::Key_Return);
        QVERIFY(f.message().contains("Open a picture first"));
        f.chooser->pictures = {f.picture("picture.png")};
        QTest::mouseClick(f.find<QWidget>("messageAction"), Qt::LeftButton);
        QTRY_COMPARE(f.firstAnswer(), QString("red")); // the question was not forgotten
    }

    void packThatCannotBeLoaded()
    {
        WindowFixture f;
        f.script = std::make_shared<BackendScript>();
        f.script->push(errorStep("The pack scripted lacks vocab.txt. Fetch it again."));
        auto chooser = std::make_unique<ChooserStub>();
        f.window = std::make_unique<MainWindow>(
            WindowParts{std::make_unique<ScriptedBackend>(f.script), f.path("settings.ini"), std::move(chooser)});
        f.window->show();
        f.window->start({"scripted", {}, {f.picture("picture.png")}});
        QTRY_VERIFY(f.message().contains("vocab.txt"));
        QTRY_VERIFY(f.state().left.picture); // pictures can still be looked at
        QTest::mouseClick(f.find<QWidget>("messageClose"), Qt::LeftButton);
        QVERIFY(f.message().isEmpty());
        f.type("what?");
        f.key(Qt::Key_Return);
        QVERIFY(f.message().contains("vocab.txt")); // told again when it matters
    }

    void unknownWordsAreNamed()
    {
        WindowFixture f;
        f.openWithPicture();
        BackendScript::Step step = answerStep("red");
        std::get<InferenceResult>(*step.reply).unknownWords = {"zeppelin"};
        f.script->push(step);
        f.type("zeppelin?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.find<QLabel>("hint")->isVisible());
        QVERIFY(f.find<QLabel>("hint")->text().contains("zeppelin"));
    }

    /// A right-to-left word must not mix up the sentence that names it.
    void unknownWordsOfAnyScriptStandAlone()
    {
        WindowFixture f;
        f.openWithPicture();
        BackendScript::Step step = answerStep("red");
        const QString first = QString::fromUtf8("كرة"), second = QString::fromUtf8("بيت");
        std::get<InferenceResult>(*step.reply).unknownWords = {first.toStdString(), second.toStdString()};
        f.script->push(step);
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.find<QLabel>("hint")->isVisible());
        const QString hint = f.find<QLabel>("hint")->text();
        for (const QString& word : {first, second})
            QVERIFY2(hint.contains(QChar(0x2068) + word + QChar(0x2069)), qPrintable(hint));
    }

    /// Layers and heads come and go with the method, and nothing else moves to the side.
    void anotherMethodShiftsNothing()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        auto* methods = f.find<QComboBox>("whyMethod");
        auto* content = f.find<QWidget>("taskContent");
        auto* panel = f.find<QWidget>("taskPanel");
        const int width = panel->width();
        for (int i = 0; i < methods->count(); ++i) {
            methods->setCurrentIndex(i);
            Q_EMIT methods->activated(i);
            QTRY_VERIFY(!f.state().answered || f.state().activity.text.isEmpty());
            QCoreApplication::processEvents();
            QCOMPARE(panel->width(), width);
            QVERIFY2(content->minimumSizeHint().width() <= content->parentWidget()->width(),
                     qPrintable(methods->itemText(i)));
        }
    }

    void historyRecall()
    {
        WindowFixture f;
        f.open({f.picture("a.png"), f.picture("b.png", QSize(320, 240), Qt::red)});
        QTRY_VERIFY(f.state().left.regions);
        f.script->push(answerStep("first"));
        f.type("one?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.list("history")->model()->rowCount(), 1);
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        QTRY_VERIFY(f.state().answered && f.firstAnswer() == "red"); // the question follows to the next picture
        const int calls = f.script->started();

        QAbstractItemView* cards = f.list("history");
        QTest::mouseClick(cards->viewport(), Qt::LeftButton, {},
                          cards->visualRect(cards->model()->index(0, 0)).center());
        QTRY_COMPARE(f.state().left.picture->name, QString("a.png"));
        QTRY_COMPARE(f.firstAnswer(), QString("first"));
        QCOMPARE(f.question()->text(), QString("one?"));
        QCOMPARE(f.script->started(), calls); // nothing is computed again
    }

    void layerAndHeadKeys()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.window->workbench().setWhy({ExplanationMethod::Attention, -1, -1}); // the one with layers and heads
        f.key(Qt::Key_Escape);                                                // leaves the question box
        QVERIFY(f.view().hasFocus());
        f.key(Qt::Key_BracketRight);
        QCOMPARE(f.state().why.layer, 0);
        f.key(Qt::Key_BracketRight);
        f.key(Qt::Key_Period);
        QCOMPARE(f.state().why.layer, 1);
        QCOMPARE(f.state().why.head, 0);
        QTRY_COMPARE(f.state().answered->why.head, 0);
        QCOMPARE(f.find<QComboBox>("whyLayer")->currentText(), QString("Layer 2"));
        f.key(Qt::Key_BracketLeft);
        f.key(Qt::Key_BracketLeft);
        f.key(Qt::Key_BracketLeft);
        QCOMPARE(f.state().why.layer, -1);
        QCOMPARE(f.state().history.size(), std::size_t(1));
    }
};

VBS_TEST_MAIN(AskingTest)
#include "asking_test.moc"
