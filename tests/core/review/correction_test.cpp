#include "core/base/error.h"
#include "core/review/correction.h"
#include "core/review/example_record.h"
#include "tests/support/test_main.h"

#include <functional>

using namespace vbs;

namespace {

Example question()
{
    Example example;
    example.id = "7";
    example.group = "/pictures/a/1.png";
    example.pictures = {"/pictures/a/1.png"};
    example.task = Task::VisualQuestionAnswering;
    example.text = "What colour is the ball?";
    example.type = "what colour";
    example.truth.answers = {"red", "Red.", "orange"};
    example.truth.answerType = "other";
    example.truth.fewPeople = true;
    return example;
}

Example pair()
{
    Example example;
    example.id = "dev-1-0-0";
    example.pictures = {"/pictures/dev-1-0-img0.png", "/elsewhere/dev-1-0-img1.png"};
    example.task = Task::VisualReasoning;
    example.text = "Both show a dog.";
    example.truth.label = 1;
    example.truth.votes = {1, 1, 0, 1};
    example.truth.together = "dev-1--0";
    return example;
}

Example choice()
{
    Example example;
    example.id = "val-0 answer";
    example.pictures = {"/pictures/0.jpg"};
    example.boxes = {{1, 2, 3.5, 4}};
    example.task = Task::MultipleChoice;
    example.text = "Why is Casey here?";
    example.choices = {"a", "Casey", "c", "d"};
    example.mentions = {{-1, {7, 12}, 0}, {1, {0, 5}, 0}};
    example.truth.label = 2;
    return example;
}

Example caption()
{
    Example example;
    example.id = "36979#0";
    example.pictures = {"/pictures/36979.jpg"};
    example.task = Task::RegionToPhrase;
    example.text = "A dog on grass";
    example.phrases = {{0, 5}, {9, 14}};
    example.truth.phraseBoxes = {{{0, 0, 10, 10}, {20, 20, 30.25, 30}}, {}};
    example.truth.phraseTypes = {"animals", "scene"};
    example.truth.width = 500;
    example.truth.height = 333;
    return example;
}

Example picture()
{
    Example example;
    example.id = "b.png";
    example.pictures = {"/pictures/b.png"};
    example.truth.boxes = {{{1, 1, 9, 9}, "cat", 4}, {{3, 3, 8, 8}, "", 5}};
    example.fault = "It is missing.";
    return example;
}

const std::vector<std::pair<const char*, Example>>& examples()
{
    static const std::vector<std::pair<const char*, Example>> all{{"question", question()},
                                                                  {"pair", pair()},
                                                                  {"choice", choice()},
                                                                  {"caption", caption()},
                                                                  {"picture", picture()}};
    return all;
}

} // namespace

class CorrectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsComeBackWhole_data() { rows(); }
    void recordsComeBackWhole()
    {
        QFETCH(int, row);
        const Example& example = examples()[std::size_t(row)].second;
        const Json record = Json::parse(recordOf(example, "/pictures").dump());
        Example read = exampleOfRecord(record, "/pictures");
        read.group = example.group; // kept as a name only
        QCOMPARE(read, example);
        // The folder of pictures may move; what lies outside stays where it is.
        const Example moved = exampleOfRecord(record, "/new/place");
        for (std::size_t i = 0; i < moved.pictures.size(); ++i)
            QCOMPARE(moved.pictures[i].string().starts_with("/new/place/"),
                     example.pictures[i].string().starts_with("/pictures/"));
    }

    void damagedRecordsAreRefused()
    {
        for (
            const char* text :
            {"{}", R"({"pictures": 3})", R"({"pictures": [1]})", R"({"pictures": [], "truth": {"label": "x"}})",
             R"({"pictures": [], "task": "none"})",
             R"({"pictures": [], "text": "a", "phrases": [{"begin": 0, "end": 9}]})",
             R"({"pictures": [], "text": "a", "mentions": [{"choice": -1, "span": {"begin": 0, "end": 1}, "box": 0}]})",
             R"({"pictures": [], "regions": [{"x1": 0, "y1": 0, "x2": 1, "y2": 1}], "mentions": [{"choice": 0, "span": {"begin": 0, "end": 0}, "box": 0}]})"})
            QVERIFY_THROWS_EXCEPTION(Error, exampleOfRecord(Json::parse(text), "/pictures"));
    }

    void nothingChangedIsNoCorrection_data() { rows(); }
    void nothingChangedIsNoCorrection()
    {
        QFETCH(int, row);
        const Example& example = examples()[std::size_t(row)].second;
        QCOMPARE(correctionOf(example, example), std::string());
        QCOMPARE(corrected(example, ""), example);
    }

    void changesComeBack_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("json");
        QTest::newRow("text") << 0 << 0 << R"({"text":"Is it red?"})";
        QTest::newRow("answers") << 0 << 1 << R"({"answers":["blue","Red.","orange"]})";
        QTest::newRow("label") << 1 << 2 << R"({"label":0})";
        QTest::newRow("choice") << 2 << 2 << R"({"label":0})";
        QTest::newRow("no box for a phrase") << 3 << 3 << R"({"phrase_boxes":[[],[]]})";
        QTest::newRow("boxes") << 4 << 4
                               << R"({"boxes":[{"box":[1.0,1.0,9.0,9.0],"label":"dog","record":4},)"
                                  R"({"box":[0.0,0.5,2.0,2.0],"label":"cat"}]})";
    }
    void changesComeBack()
    {
        QFETCH(int, row);
        QFETCH(int, change);
        QFETCH(QString, json);
        const std::vector<std::function<void(Example&)>> changes{
            [](Example& e) { e.text = "Is it red?"; }, [](Example& e) { e.truth.answers[0] = "blue"; },
            [](Example& e) { e.truth.label = 0; }, [](Example& e) { e.truth.phraseBoxes[0].clear(); },
            [](Example& e) {
                e.truth.boxes = {{{1, 1, 9, 9}, "dog", 4}, {{0, .5f, 2, 2}, "cat", -1}};
            }};
        const Example& before = examples()[std::size_t(row)].second;
        Example after = before;
        changes[std::size_t(change)](after);
        const std::string correction = correctionOf(before, after);
        QCOMPARE(QString::fromStdString(correction), json);
        QCOMPARE(corrected(before, correction), after);
        QCOMPARE(corrected(after, correctionOf(after, before)), before);
    }

    void unfitOnesAreRefused_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("no object") << 0 << "[]"
                                   << "no object";
        QTest::newRow("unknown") << 0 << R"({"x":1})"
                                 << "unknown key \"x\"";
        QTest::newRow("fewer answers") << 0 << R"({"answers":["a"]})"
                                       << "3 answers";
        QTest::newRow("no text") << 0 << R"({"text":1})"
                                 << "a text is needed";
        QTest::newRow("third of two") << 1 << R"({"label":2})"
                                      << "below 2";
        QTest::newRow("fifth of four") << 2 << R"({"label":4})"
                                       << "below 4";
        QTest::newRow("negative") << 1 << R"({"label":-1})"
                                  << "below 2";
        QTest::newRow("phrases") << 3 << R"({"phrase_boxes":[[]]})"
                                 << "2 phrases";
        QTest::newRow("three numbers") << 4 << R"({"boxes":[{"box":[1,2,3]}]})"
                                       << "four numbers";
        QTest::newRow("not finite") << 4 << R"({"boxes":[{"box":[1,2,3,NaN]}]})"
                                    << "places in a picture";
        QTest::newRow("no box") << 4 << R"({"boxes":[{}]})"
                                << "needs a \"box\"";
        QTest::newRow("score") << 0 << R"({"scores":{"a":2}})"
                               << "none from 0 to 1";
    }
    void unfitOnesAreRefused()
    {
        QFETCH(int, row);
        QFETCH(QString, json);
        QFETCH(QString, says);
        try {
            corrected(examples()[std::size_t(row)].second, json.toStdString());
            QFAIL("It was taken.");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(says), e.what());
        }
    }

    void truthIsSaidInWords()
    {
        QCOMPARE(truthInWords(question()), std::string("red (2 of 3)"));
        QCOMPARE(truthInWords(pair()), std::string("true"));
        QCOMPARE(truthInWords(choice()), std::string("c"));
        QCOMPARE(truthInWords(caption()), std::string("A dog: 2 boxes, grass: 0 boxes"));
        QCOMPARE(truthInWords(picture()), std::string("unnamed, cat"));
    }

    void dissentIsTheShareThatSaysOtherwise()
    {
        QCOMPARE(dissentOf(question()), 1 / 3.);
        QCOMPARE(dissentOf(pair()), .25);
        QCOMPARE(dissentOf(choice()), -1.);
        QCOMPARE(dissentOf(picture()), -1.);
        Example alone = question();
        alone.truth.answers = {"red"};
        QCOMPARE(dissentOf(alone), -1.);
    }

private:
    static void rows()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < examples().size(); ++i)
            QTest::newRow(examples()[i].first) << int(i);
    }
};

VBS_TEST_MAIN(CorrectionTest)
#include "correction_test.moc"
