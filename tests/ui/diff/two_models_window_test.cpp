#include "ui/diff/two_models_window.h"

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"
#include "tests/ui/chooser_stub.h"
#include "tests/ui/diff/two_models_engine.h"
#include "ui/canvas/picture_view.h"
#include "ui/diff/dataset_diff_page.h"
#include "ui/diff/second_chooser.h"
#include "ui/tasks/bars_view.h"
#include "ui/util/qt_bridge.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60000)

using namespace vbs;
using namespace vbs::test;

/// Two models side by side, over an engine with two packs.
class TwoModelsWindowTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ChooserStub m_chooser;
    std::shared_ptr<TwoModelsScript> m_script;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<TwoModelsWindow> m_window;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString picture(const QString& name) const
    {
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        image.save(path(name));
        return path(name);
    }
    const SecondState& second() const { return m_window->second().state(); }
    template <typename T> T* part(const char* name) const { return m_window->findChild<T*>(name); }
    QString text(const char* name) const { return part<QLabel>(name)->text(); }
    std::vector<AnswerBar> bars(const char* name) const { return part<BarsView>(name)->bars(); }

    void openPicture()
    {
        m_workbench->loadPack("one");
        m_workbench->open({picture("a.png")});
        QTRY_VERIFY(m_workbench->state().pack && m_workbench->state().left.regions);
    }
    void askAndChoose()
    {
        openPicture();
        m_workbench->ask("What color is the square?");
        QTRY_VERIFY(m_workbench->state().answered);
        m_window->second().choose({"two", {}});
        QTRY_VERIFY(second().isReady());
    }

private Q_SLOTS:
    void init()
    {
        m_script = std::make_shared<TwoModelsScript>();
        m_workbench = std::make_unique<Workbench>(std::make_unique<TwoModelsEngine>(m_script), KeptFolders());
        m_window = std::make_unique<TwoModelsWindow>(*m_workbench, m_chooser);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_workbench.reset();
    }

    void saysWhatBothSay()
    {
        askAndChoose();
        QCOMPARE(text("firstName"), QString("one"));
        QCOMPARE(text("secondName"), QString("two"));
        QVERIFY2(text("twoModelsVerdict").startsWith("The first model says “"), qPrintable(text("twoModelsVerdict")));
        QVERIFY(text("twoModelsVerdict").contains("red") && text("twoModelsVerdict").contains("blue"));
        QVERIFY(!bars("firstAnswers").empty());
        QCOMPARE(bars("secondAnswers").front().text, QString("blue"));
        // The very same explanation was given to both.
        QVERIFY2(text("twoModelsDetails").contains("share 100"), qPrintable(text("twoModelsDetails")));
        QVERIFY(bars("secondAnswers")[2].note.isEmpty()); // "two" is as probable to both
    }

    void agreementIsOneSentence()
    {
        m_script->secondSays = "red";
        askAndChoose();
        QVERIFY2(text("twoModelsVerdict").startsWith("Both models say"), qPrintable(text("twoModelsVerdict")));
        QVERIFY(text("twoModelsDetails").startsWith("The answers are equally probable."));
    }

    void aNewQuestionGoesToBoth()
    {
        askAndChoose();
        auto* line = part<QLineEdit>("twoModelsQuestion");
        QTest::mouseClick(line, Qt::LeftButton);
        line->selectAll();
        QTest::keyClicks(line, "What is blue?");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(second().isReady() && second().second->question == "What is blue?");
        QCOMPARE(m_script->questionsTo(1).back().text, std::string("What is blue?"));
        QCOMPARE(m_script->questionsTo(2).back().text, std::string("What is blue?"));
        const std::size_t asked = m_script->requests().size();
        m_window->hide();
        m_window->show(); // what is known is not asked again
        QTRY_VERIFY(second().isReady());
        QCOMPARE(m_script->requests().size(), asked);
    }

    void whatIsHiddenFromOneIsHiddenFromTheOther()
    {
        m_script->otherRegions = true;
        askAndChoose();
        m_workbench->regions(Side::Left).toggle(1); // the square, which is the second model's region 2
        QTRY_VERIFY(!m_script->questionsTo(2).back().hiddenRegions.empty());
        QCOMPARE(m_script->questionsTo(2).back().hiddenRegions, (std::vector<bool>{false, false, true}));
        QTRY_VERIFY(second().isReady());
        QCOMPARE(second().hidden, (std::vector<bool>{false, false, true}));
        QCOMPARE(second().lost, 0);
    }

    void theUsersBoxesAreGivenToBoth()
    {
        askAndChoose();
        m_workbench->regions(Side::Left).add({10, 10, 60, 60});
        QTRY_VERIFY(!m_script->questionsTo(2).back().boxes.empty());
        QVERIFY(m_script->questionsTo(2).back().boxes == m_script->questionsTo(1).back().boxes);
    }

    void anotherTaskOfWhichTheSecondKnowsNothing()
    {
        askAndChoose();
        m_workbench->setTask(Task::MultipleChoice);
        m_workbench->setInput({"What is it?", {"a square", "a circle"}});
        QTRY_COMPARE(second().stage, SecondState::Stage::Refused);
        QTRY_VERIFY2(text("secondSentence").startsWith("“two” has no model for"), qPrintable(text("secondSentence")));
        QVERIFY(bars("secondAnswers").empty());
        m_workbench->setTask(Task::VisualQuestionAnswering);
        QTRY_VERIFY(second().isReady());
    }

    void aPackThatCannotBeLoaded()
    {
        openPicture();
        m_script->problem = "There is no pack at two.";
        m_window->second().choose({"two", {}});
        QTRY_COMPARE(second().stage, SecondState::Stage::NoModel);
        QCOMPARE(text("secondSentence"), QString("There is no pack at two."));
    }

    void theModelInUseIsNoSecondOne()
    {
        askAndChoose();
        m_workbench->loadPack("two"); // now the window's own model is the second one
        QTRY_COMPARE(second().stage, SecondState::Stage::NoModel);
        QVERIFY2(text("secondSentence").startsWith("This is the model in use"), qPrintable(text("secondSentence")));
        m_window->second().choose({"two", "bfloat16"}); // but in another precision it is
        QTRY_VERIFY(second().isReady());
        QVERIFY(text("secondFacts").startsWith("bfloat16"));
        const auto entries = part<SecondChooser>("secondChooser")->entries();
        QVERIFY(!entries.empty());
        QCOMPARE(entries.front().choice.precision, std::string("bfloat16"));
    }

    void nobodyIsAskedWhileNobodyLooks()
    {
        openPicture();
        m_window->second().choose({"two", {}});
        QTRY_VERIFY(second().pack);
        m_window->hide();
        m_workbench->ask("What color is the square?");
        QTRY_VERIFY(m_workbench->state().answered);
        QVERIFY(m_script->questionsTo(2).empty());
        m_window->show();
        QTRY_VERIFY(second().isReady());
    }

    void zoomIsCommon()
    {
        askAndChoose();
        auto *first = part<PictureView>("firstPicture"), *other = part<PictureView>("secondPicture");
        first->setZoom(4);
        QTRY_VERIFY(std::abs(other->place().zoom - first->place().zoom) < 1e-6);
    }

    /// Questions about one picture, of which the models answer one alike.
    void aDataSetIsAskedOfBoth()
    {
        askAndChoose();
        picture("COCO_train2014_000000000001.jpg");
        writeFileAtomically(
            path("questions.json").toStdString(),
            R"({"questions": [{"question_id": 1, "image_id": 1, "question": "What color is the square?"},
                                    {"question_id": 2, "image_id": 1, "question": "What color is the box?"}]})");
        writeFileAtomically(path("annotations.json").toStdString(),
                            R"({"annotations": [
                      {"question_id": 1, "image_id": 1, "question_type": "what", "answer_type": "other",
                       "multiple_choice_answer": "red", "answers": [{"answer": "red", "answer_id": 1}]},
                      {"question_id": 2, "image_id": 1, "question_type": "what", "answer_type": "other",
                       "multiple_choice_answer": "blue", "answers": [{"answer": "blue", "answer_id": 1}]}]})");
        part<QTabWidget>("twoModelsTabs")->setCurrentIndex(1);
        m_chooser.pictures = {path("questions.json")};
        QTest::mouseClick(part<QPushButton>("diffDatasetFile"), Qt::LeftButton);
        m_chooser.pictures = {path("annotations.json")};
        QTest::mouseClick(part<QPushButton>("diffAnnotationsFile"), Qt::LeftButton);
        QVERIFY(!part<QPushButton>("diffStart")->isEnabled()); // the pictures are missing
        m_chooser.folder = m_folder.path();
        QTest::mouseClick(part<QPushButton>("diffImagesFolder"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("diffStart"), Qt::LeftButton);
        QTRY_VERIFY2(m_window->datasetPage().diff(), qPrintable(text("diffSaid")));
        const ModelDiff& diff = *m_window->datasetPage().diff();
        QCOMPARE(diff.examples, std::size_t(2));
        QCOMPARE(diff.same, std::size_t(0));
        QCOMPARE(diff.right.onlyA, std::size_t(1));
        QCOMPARE(diff.right.onlyB, std::size_t(1));
        QVERIFY2(text("diffSummary").startsWith("Both models answer 2 example"), qPrintable(text("diffSummary")));
        auto* list = part<QAbstractItemView>("diffList");
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(1, 3).data().toString(), QString("the second"));

        m_chooser.target = path("differences.csv");
        QTest::mouseClick(part<QPushButton>("diffExport"), Qt::LeftButton);
        QTRY_VERIFY(text("diffSaid").startsWith("Written to"));
        QCOMPARE(QString::fromStdString(readTextFile(path("differences.csv").toStdString())).count("\r\n"), 3);

        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return); // both are asked this one, in sight
        QTRY_COMPARE(m_workbench->state().question, QString("What color is the box?"));
        QCOMPARE(part<QTabWidget>("twoModelsTabs")->currentIndex(), 0);
        QTRY_VERIFY(second().isReady() && second().second->question == "What color is the box?");
    }

    void aDataSetThatIsNone()
    {
        askAndChoose();
        part<QTabWidget>("twoModelsTabs")->setCurrentIndex(1);
        m_chooser.pictures = {path("missing.json")};
        m_chooser.folder = m_folder.path();
        QTest::mouseClick(part<QPushButton>("diffDatasetFile"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("diffImagesFolder"), Qt::LeftButton);
        QTest::mouseClick(part<QPushButton>("diffStart"), Qt::LeftButton);
        QTRY_VERIFY2(text("diffSaid").contains("missing.json"), qPrintable(text("diffSaid")));
        QVERIFY(part<QPushButton>("diffStart")->isEnabled());
        QVERIFY(!m_window->datasetPage().diff());
    }

    void phrasesAreMarkedAsTheWindowReadsThem()
    {
        Example example;
        example.task = Task::RegionToPhrase;
        example.text = "The red ball lies on the box.";
        example.phrases = {{0, 12}, {4, 12}, {21, 28}};
        example.pictures = {"a.png"};
        QCOMPARE(exampleToAsk(example).text, std::string("[The red ball] lies on [the box]."));
    }
};

VBS_TEST_MAIN(TwoModelsWindowTest)
#include "two_models_window_test.moc"
