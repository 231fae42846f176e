#include "core/base/error.h"
#include "core/metrics/metric_files.h"
#include "core/metrics/metric_formats.h"
#include "tests/core/metrics/figures.h"
#include "tests/core/metrics/vcr_files.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class MetricFormatsTest : public QObject, private TextFiles {
    Q_OBJECT

    fs::path made(const std::string& kind)
    {
        if (kind == "vqa-v2")
            return write("a.json", R"({"annotations":[
                {"question_id":1,"image_id":1,"answers":[{"answer":"a"}]},
                {"question_id":2,"image_id":1,"answers":[{"answer":"a"}]}]})");
        if (kind == "nlvr2")
            return write("n.json", R"({"identifier":"t-1-0-0","sentence":"s","label":"True"})");
        if (kind == "vcr")
            return write("v.jsonl", vcrRecords(2));
        if (kind == "coco")
            return write("c.json", R"({"images":[{"id":1}],"annotations":[],"categories":[{"id":1}]})");
        return {};
    }

private Q_SLOTS:
    void filesAreToldByTheirContents()
    {
        const fs::path results = write("results", "[]\n");
        for (const char* kind : {"vqa-v2", "nlvr2", "vcr", "coco"})
            QCOMPARE(QString(metricFormatOf({made(kind), {}, results}).name.data()), QString(kind));
        QCOMPARE(metricFormatOf({dataFile("metrics/vqa/questions.json"), dataFile("metrics/vqa/annotations.json"),
                                 dataFile("metrics/vqa/results.json")})
                     .name,
                 std::string_view("vqa-v2"));
        QCOMPARE(metricFormatOf({{}, {}, dataFile("metrics/phrases/items.json")}).name, std::string_view("phrases"));
        std::string first = "{\"annotations\":[{\"bbox\":[1,2,3,4]}"; // longer than what is looked at
        for (int i = 0; i < 60'000; ++i)
            first += R"(,{"bbox":[1,2,3,4],"image_id":1})";
        first += "],\"images\":[],\"categories\":[]}";
        QCOMPARE(metricFormatOf({write("late.json", first), {}, results}).name, std::string_view("coco"));
    }

    void aNameDecides()
    {
        const fs::path results = write("results", "[]\n");
        QCOMPARE(metricFormatOf({made("coco"), {}, results}, "vqa-v2").name, std::string_view("vqa-v2"));
        QVERIFY(messageOf([&] {
                    metricFormatOf({made("coco"), {}, results}, "voc");
                }).contains("use one of vqa-v2, nlvr2, vcr, coco, phrases"));
    }

    void whatCannotBeToldIsRefused()
    {
        const fs::path results = write("results", "[]\n"), empty = write("empty.json", ""),
                       other = write("other.json", R"({"a":1})"), questions = dataFile("metrics/vqa/questions.json");
        const auto says = [](const MetricFiles& files, const char* name = "") {
            return messageOf([&] { metricFormatOf(files, name); });
        };
        QVERIFY(says({made("coco"), {}, {}}).contains("use --results"));
        QVERIFY(says({{}, {}, results}).contains("with --dataset"));
        QVERIFY(says({{}, {}, results}, "coco").contains("use --dataset"));
        QVERIFY(says({empty, {}, results}).contains("empty.json is empty"));
        QVERIFY(says({other, {}, empty}).contains("empty.json is empty"));
        QVERIFY(says({other, {}, results}).contains("in none of the formats"));
        QVERIFY(says({questions, {}, results}).contains("holds questions alone"));
        QVERIFY(says({path("none.json"), {}, results}).contains("none.json"));
    }

    void unfitFilesAreRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("results");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* kind, const char* name, const std::string& results, const char* says) {
            QTest::addRow("%s: %s", kind, name) << kind << QString::fromStdString(results) << says;
        };
        row("vqa-v2", "lacks one", R"([{"question_id":1,"answer":"a"}])", "lacks the question 2 of");
        row("vqa-v2", "lacks both", R"([{"question_id":7,"answer":"a"}])", "lacks 2 questions (1, 2) of");
        row("vqa-v2", "twice", R"([{"question_id":1,"answer":"a"},{"question_id":"1","answer":"b"}])",
            "has the question 1 twice");
        row("vqa-v2", "one too many",
            R"([{"question_id":1,"answer":"a"},{"question_id":2,"answer":"b"},{"question_id":3,"answer":"b"}])",
            "has the question 3, which");
        row("vqa-v2", "no answer", R"([{"question_id":1}])", "has no \"answer\"");
        row("vqa-v2", "a number", R"([{"question_id":1,"answer":2}])", "answer should be a string");
        row("vqa-v2", "no results", "[]", "holds no results");
        row("vqa-v2", "cut off", "[{\"question_id\":1,\"answer\":\"a\"},{\"questi", "is not valid JSON");
        row("nlvr2", "a word", "t-1-0-0,maybe\n", "line 1 should be as in");
        row("nlvr2", "a space", "t-1-0-0, True\n", "line 1 should be as in");
        row("nlvr2", "no verdict", "\nt-1-0-0\n", "line 2 should be as in");
        row("nlvr2", "lacks one", "t-1-0-1,True\n", "lacks the statement t-1-0-0");
        row("nlvr2", "unknown", "t-1-0-0,True\nt-1-0-1,True\n", "has the statement t-1-0-1, which");
        row("nlvr2", "twice", "t-1-0-0,True\nt-1-0-0,True\n", "has the statement t-1-0-0 twice");
        row("nlvr2", "white space", "\n \n", "holds no results");
        row("vcr", "no head", "v-0,1,2,3,4\n", "has no column \"annot_id\"");
        std::string wrong = vcrSubmission({{0, 1, 2}});
        wrong.replace(wrong.find("0.7"), 3, "x");
        row("vcr", "no number", wrong, "\"x\" where a number");
        wrong.replace(wrong.find(",x"), 2, ",nan");
        row("vcr", "NaN", wrong, "\"nan\" where a number");
        row("vcr", "short line", vcrSubmission({}) + "v-0,1,2\n", "line 2 has 3 cells");
        row("vcr", "a label", "annot_id,answer_label,rationale_label\nv-0,4,0\n", "a choice from 0 to 3");
        row("vcr", "a column twice", "annot_id,answer_label,answer_label\n", "twice");
        row("vcr", "an open quote", vcrSubmission({}) + "\"v-0,1,2\n", "line 2 has a quote without an end");
        row("coco", "other image", R"([{"image_id":9,"category_id":1,"bbox":[1,2,3,4],"score":0.5}])",
            "the image 9, which");
        row("coco", "score", R"([{"image_id":1,"category_id":1,"bbox":[1,2,3,4],"score":NaN}])",
            "score should be a number");
        row("coco", "no score", R"([{"image_id":1,"category_id":1,"bbox":[1,2,3,4]}])", "score should be a number");
        row("coco", "box", R"([{"image_id":1,"category_id":1,"bbox":[1,2],"score":1}])", "bbox should be");
        row("coco", "NaN in a box", R"([{"image_id":1,"category_id":1,"bbox":[1,NaN,2,3],"score":1}])", "holds NaN");
        row("coco", "negative", R"([{"image_id":1,"category_id":1,"bbox":[1,2,-3,4],"score":1}])", "negative");
        row("coco", "nothing found", "[]", "holds no boxes");
        row("phrases", "scores", R"([{"boxes":[[0,0,1,1]],"scores":[],"gold":[[0,0,1,1]]}])", "one for each of");
        row("phrases", "NaN", R"([{"boxes":[[0,0,1,1]],"scores":[NaN],"gold":[[0,0,1,1]]}])", "should hold numbers");
        row("phrases", "turned box", R"([{"boxes":[[1,0,0,1]],"scores":[1],"gold":[]}])", "ends before it begins");
        row("phrases", "no gold", R"([{"boxes":[[0,0,1,1]],"scores":[1],"gold":[]}])", "holds no phrase");
    }
    void unfitFilesAreRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QString, results);
        QFETCH(QString, says);
        const MetricFiles files{made(kind.toStdString()), {}, write("results", results.toStdString())};
        const QString message =
            messageOf([&] { metricFormatOf(files, kind.toStdString()).report(files, kNoIntervals); });
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(!message.contains('\n') && message.endsWith('.'), qPrintable(message));
    }

    void unfitDataSetsAreRefused_data()
    {
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* dataset, const char* says) {
            QTest::newRow(name) << dataset << says;
        };
        row("an id twice", R"({"images":[{"id":1},{"id":1}],"annotations":[],"categories":[{"id":1}]})",
            "the image 1 twice");
        row("a category twice", R"({"images":[{"id":1}],"annotations":[],"categories":[{"id":1},{"id":1}]})",
            "the category 1 twice");
        row("no categories", R"({"images":[{"id":1}],"annotations":[]})", "needs \"images\" and \"categories\"");
        row("an annotation twice",
            R"({"images":[{"id":1}],"categories":[{"id":1}],"annotations":[
                {"id":5,"image_id":1,"category_id":1,"bbox":[1,1,1,1]},
                {"id":5,"image_id":1,"category_id":1,"bbox":[1,1,1,1]}]})",
            "the annotation 5 twice");
        row("no answers", R"({"annotations":[{"question_id":1,"image_id":1}]})", "of the question 1 is missing");
        row("a question twice",
            R"({"annotations":[{"question_id":1,"image_id":1,"answers":[{"answer":"a"}]},
                               {"question_id":1,"image_id":1,"answers":[{"answer":"a"}]}]})",
            "has the question 1 twice");
        row("no label", R"({"identifier":"t-1-0-0","sentence":"s"})", "label is missing");
    }
    void unfitDataSetsAreRefused()
    {
        QFETCH(QString, dataset);
        QFETCH(QString, says);
        const bool lines = dataset.contains("identifier");
        const MetricFiles files{
            write("truth.json", dataset.toStdString()),
            {},
            write("results", lines ? "t-1-0-0,True\n" : R"([{"question_id":1,"answer":"a","image_id":1,"score":1,
                                                              "category_id":1,"bbox":[1,1,1,1]}])")};
        const QString message = messageOf([&] { metricFormatOf(files).report(files, kNoIntervals); });
        QVERIFY2(message.contains(says), qPrintable(message));
    }

    void annotationsOfOtherQuestionsAreRefused()
    {
        const MetricFiles files{write("q.json", R"({"questions":[{"question_id":1}]})"), made("vqa-v2"),
                                write("r.json", R"([{"question_id":1,"answer":"a"},{"question_id":2,"answer":"a"}])")};
        QVERIFY(messageOf([&] {
                    metricFormatOf(files).report(files, kNoIntervals);
                }).contains("answers the question 2, which"));
    }

    void unfitRatingsAreRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("no list") << R"({"a":1})"
                                 << "needs a list of two raters or more under \"raters\"";
        QTest::newRow("one rater") << R"({"raters":[["a"]]})"
                                   << "needs a list of two raters or more";
        QTest::newRow("lengths") << R"({"raters":[["a","b"],["a"]]})"
                                 << "as many ratings as the first";
        QTest::newRow("no labels") << R"({"raters":[["a",["b"]],["a","b"]]})"
                                   << "should hold labels";
        QTest::newRow("NaN") << R"({"raters":[["a",NaN],["a","b"]]})"
                             << "should hold labels";
    }
    void unfitRatingsAreRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        const QString message = messageOf([&] { readRatings(write("r.json", file.toStdString())); });
        QVERIFY2(message.contains(says), qPrintable(message));
    }
};

VBS_TEST_MAIN(MetricFormatsTest)
#include "metric_formats_test.moc"
