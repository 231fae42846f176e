#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"
#include "ui/tasks/word_strip.h"

#include <QComboBox>

using namespace vbs;
using namespace vbs::test;

/// Phrases and the regions that they mean.
class FindTest : public QObject {
    Q_OBJECT

    static WordStrip* words(const TaskFixture& f) { return f.find<WordStrip>("findWords"); }
    static QString text(const TaskFixture& f) { return f.find<SentenceEdit>("findText")->text(); }
    static QPoint at(const TaskFixture& f, int word) { return words(f)->placeOf(word).center(); }
    static const PhraseOverlay& phrases(TaskFixture& f) { return f.window->canvas().left().phrases(); }

private Q_SLOTS:
    void typedBrackets()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "[the square] is left of [the box]");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().task, Task::RegionToPhrase);
        QCOMPARE(f.asked().text, std::string("the square is left of the box"));
        QCOMPARE(f.asked().phrases, (std::vector<TextSpan>{{0, 10}, {22, 29}}));
        QCOMPARE(f.asked().explanation.method, ExplanationMethod::None);
        const auto bars = f.bars("phrases");
        QCOMPARE(bars.size(), std::size_t(2));
        QCOMPARE(bars[0].text, QString("the square"));
        QCOMPARE(bars[0].note, QString("red square"));
        QCOMPARE(bars[1].note, QString("blue box"));
        QCOMPARE(phrases(f).outlines().size(), std::size_t(2));
        QCOMPARE(phrases(f).outlines()[1].box.x1, 160.f);
        QCOMPARE(phrases(f).outlines()[1].phrase, 1);
    }

    void plainSentencesNameTheirPhrases()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "the square next to the box");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().phrases, (std::vector<TextSpan>{{0, 10}, {19, 26}}));
        QCOMPARE(text(f), QString("the square next to the box"));
        QCOMPARE(f.bars("phrases").size(), std::size_t(2));
        f.find<SentenceEdit>("findText")->clear();
        f.enter("findText", "everything red");
        QTRY_COMPARE(f.asked().phrases, (std::vector<TextSpan>{{0, 14}}));
    }

    void whatIsNotInThePictureIsNotFramed()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        InferenceRequest request;
        request.task = Task::RegionToPhrase;
        request.text = "the square and the dog";
        request.phrases = {{0, 10}, {15, 22}};
        InferenceResult result = cannedResult(request);
        result.presences = {{{0, 10}, "the square", "square", 0.98}, {{15, 22}, "the dog", "dog", 0.03}};
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        f.enter("findText", "the square and the dog");
        QTRY_VERIFY(f.state().answered);
        QVERIFY(f.asked().presenceToo);
        const auto bars = f.bars("phrases");
        QCOMPARE(bars[0].note, QString("red square"));
        QCOMPARE(bars[1].note, QString("not in this picture"));
        QCOMPARE(phrases(f).outlines().size(), std::size_t(1));
        QCOMPARE(phrases(f).outlines()[0].text, QString("the square"));
    }

    /// Without a model for phrases nothing is claimed of the picture.
    void aNameThatNoRegionHas()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        InferenceRequest request;
        request.task = Task::RegionToPhrase;
        request.text = "the dog";
        request.phrases = {{0, 7}};
        InferenceResult result = cannedResult(request);
        result.phraseSource = PhraseSource::Names;
        result.presences = {{{0, 7}, "the dog", "the dog", 0}};
        BackendScript::Step step;
        step.reply = result;
        f.script->push(step);
        f.enter("findText", "the dog");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.bars("phrases")[0].note, QString("no region is named so"));
        QVERIFY(f.label("findNote").startsWith("Found by the detector's names"));
    }

    void aPackWithoutTheModelHasAChoice()
    {
        TaskFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.phraseSources = {PhraseSource::Names, PhraseSource::Hiding};
        f.expectPack(pack);
        f.openTask(Task::RegionToPhrase);
        auto* by = f.find<QComboBox>("findBy");
        QCOMPARE(by->currentText(), QString("By the detector's names"));
        f.enter("findText", "the square");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().phraseSource, PhraseSource::Best);
        BackendScript::Step step;
        step.wait = BackendScript::Step::Wait::UntilReleased;
        step.progress = {{"Hiding regions one by one", .5}};
        f.script->push(step);
        by->setFocus();
        QTest::keyClick(by, Qt::Key_Down);
        QTRY_COMPARE(f.state().activity.text, QString("Answering: hiding regions one by one"));
        QCOMPARE(f.asked().phraseSource, PhraseSource::Hiding);
        QCOMPARE(f.state().activity.fraction, .5);
        QVERIFY(f.window->settings().findByHiding());
        f.window->workbench().cancel();
        QTRY_VERIFY(f.state().activity.text.isEmpty());
        QCOMPARE(f.state().question, QString("the square"));
        QTest::keyClick(by, Qt::Key_Up); // that answer is still there
        QTRY_VERIFY(!f.window->settings().findByHiding());
    }

    void theChoiceIsRemembered()
    {
        TaskFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.phraseSources = {PhraseSource::Names, PhraseSource::Hiding};
        f.expectPack(pack);
        {
            AppSettings settings(f.path("settings.ini"));
            settings.findByHiding.set(true);
            settings.sync();
        }
        f.openTask(Task::RegionToPhrase);
        QCOMPARE(f.find<QComboBox>("findBy")->currentText(), QString("By hiding regions (a trial)"));
        f.enter("findText", "the square");
        QTRY_VERIFY(f.state().answered);
        QCOMPARE(f.asked().phraseSource, PhraseSource::Hiding);
    }

    void aPackWithTheModelHasNone()
    {
        TaskFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.phraseSources = {PhraseSource::Head, PhraseSource::Names, PhraseSource::Hiding};
        f.expectPack(pack);
        f.openTask(Task::RegionToPhrase);
        QVERIFY(!f.isSeen("findBy"));
    }

    void aQuestionIsShownTheWay()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "what is the square", false);
        auto* elsewhere = f.find<QAbstractButton>("findElsewhere");
        QVERIFY(elsewhere->isVisible());
        QVERIFY(f.label("findHint").startsWith("This is a question"));
        QTest::mouseClick(elsewhere, Qt::LeftButton);
        QCOMPARE(f.state().task, Task::VisualQuestionAnswering);
        QCOMPARE(f.state().question, QString("what is the square"));
        QTRY_VERIFY(f.state().answered);
        QVERIFY(!f.isSeen("askElsewhere"));
    }

    void nothingToFind()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        const int calls = f.script->started();
        f.enter("findText", "please do show me where they all are");
        QCOMPARE(f.script->started(), calls);
        QVERIFY(f.label("findNone").contains("Click a word"));
    }

    void clickMarksAWordAndTakesItBack()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "a red square", false);
        QTest::mouseClick(words(f), Qt::LeftButton, {}, at(f, 2));
        QCOMPARE(text(f), QString("a red [square]"));
        QTRY_VERIFY(f.state().answered);
        QTest::mouseClick(words(f), Qt::LeftButton, {}, at(f, 2));
        QCOMPARE(text(f), QString("a red square"));
        QTRY_COMPARE(f.asked().phrases, (std::vector<TextSpan>{{0, 12}})); // as for any sentence without marks
    }

    void dragMarksSeveralWords()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "a red square by the box", false);
        TaskFixture::drag(words(f), at(f, 0), at(f, 2));
        QCOMPARE(text(f), QString("[a red square] by the box"));
        TaskFixture::drag(words(f), at(f, 5), at(f, 4)); // backwards
        QCOMPARE(text(f), QString("[a red square] by [the box]"));
        QTRY_VERIFY(f.state().answered && f.state().answered->result.phrases.size() == 2);
    }

    void markedByTheKeyboard()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "a red square", false);
        words(f)->setFocus();
        QTest::keyClick(words(f), Qt::Key_Right);
        QTest::keyClick(words(f), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(words(f), Qt::Key_Space);
        QCOMPARE(text(f), QString("a [red square]"));
    }

    void pointingAtAPhraseShowsItsHeatmap()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "[the square] by [the box]");
        QTRY_VERIFY(f.state().answered);
        QVERIFY(f.window->canvas().heatmap().isEmpty());
        QAbstractItemView* list = f.list("phrases");
        QTest::mouseMove(list->viewport(), list->visualRect(list->model()->index(1, 0)).center());
        QTRY_COMPARE(f.state().lookedPhrase, 1);
        QVERIFY(!f.window->canvas().heatmap().isEmpty());
        QVERIFY(std::abs(f.window->canvas().heatmap().maximum() - (0.8 + 0.2 / 3)) < 1e-6);
        QCOMPARE(f.find<BarsView>("phrases")->marked(), QList<int>{1});
        f.window->workbench().setInput({text(f) + " now", {}});
        QCOMPARE(f.find<BarsView>("phrases")->marked(), QList<int>{1}); // whatever else is told meanwhile
        QTest::mouseMove(words(f), at(f, 0));                           // the first phrase
        QTRY_COMPARE(f.state().lookedPhrase, 0);
    }

    void pointingAtARegionMarksItsPhrases()
    {
        TaskFixture f;
        f.openTask(Task::RegionToPhrase);
        f.enter("findText", "[a square], [a box] and [a thing]");
        QTRY_VERIFY(f.state().answered);
        QTest::mouseMove(f.view().viewport(), f.onCanvas(64, 150)); // the square: the first and the third
        QTRY_COMPARE(f.find<BarsView>("phrases")->marked(), (QList<int>{0, 2}));
        QTest::mouseMove(f.view().viewport(), f.onCanvas(5, 5));
        QTRY_COMPARE(f.find<BarsView>("phrases")->marked(), QList<int>{});
    }
};

VBS_TEST_MAIN(FindTest)
#include "find_test.moc"
