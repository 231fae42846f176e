#include "core/base/error.h"
#include "core/review/predicted_result.h"
#include "tests/support/test_main.h"

using namespace vbs;

class PredictedResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsComeBackRounded()
    {
        PredictedResult result;
        result.answers = {{"red", .12345678}, {"light blue", .25}};
        result.phrases = {{{{1, 2, 3.5f, 4}}, {.33333333}, .55555, true}, {}};
        Region region;
        region.box = {0, 0, 8, 4};
        region.label = "cat";
        region.score = .75f;
        result.regions = {region};
        result.width = 640;
        result.height = 480;
        const std::string record = recordOf(result);
        QCOMPARE(QString::fromStdString(record),
                 QString(R"({"answers":[["red",0.123457],["light blue",0.25]],"phrases":[{"boxes":[[1.0,2.0,3.5,4.0]],)"
                         R"("p":[0.333333],"overlap":0.5556,"within":true},{"boxes":[],"p":[],"overlap":-1.0,)"
                         R"("within":false}],"regions":[{"box":[0.0,0.0,8.0,4.0],"label":"cat","p":0.75}],)"
                         R"("size":[640,480]})"));
        const PredictedResult read = predictedResultOf(record);
        QCOMPARE(read.answers.at(0).probability, .123457);
        QCOMPARE(read.answers.at(1).text, std::string("light blue"));
        QVERIFY(read.phrases.at(0).boxes == result.phrases[0].boxes && read.phrases[0].within);
        QVERIFY(read.phrases.at(1) == result.phrases[1]);
        QVERIFY(read.regions == result.regions);
        QVERIFY(read.width == 640 && read.height == 480);
        QCOMPARE(recordOf(read), record);
    }

    void nothingComesBackAsNothing()
    {
        QCOMPARE(recordOf({}), std::string("{}"));
        const PredictedResult read = predictedResultOf("{}");
        QVERIFY(read.answers.empty() && read.phrases.empty() && read.regions.empty() && read.width == 0);
    }

    void damagedOnesAreRefused_data()
    {
        QTest::addColumn<QString>("record");
        for (const char* record : {"",
                                   "{",
                                   "[]",
                                   "null",
                                   "3",
                                   R"({"answers":null})",
                                   R"({"answers":{"a":["b",1]}})",
                                   R"({"answers":[[]]})",
                                   R"({"answers":[["a","b"]]})",
                                   R"({"answers":[["a",NaN]]})",
                                   R"({"answers":[[1,1]]})",
                                   R"({"phrases":[{}]})",
                                   R"({"phrases":[{"boxes":[[1,2,3,4]],"p":[],"overlap":0,"within":true}]})",
                                   R"({"phrases":[{"boxes":[],"p":[],"overlap":0,"within":1}]})",
                                   R"({"regions":[{"box":[1,2,3],"label":"a","p":1}]})",
                                   R"({"regions":[{"box":[1,2,3,1e300],"label":"a","p":1}]})",
                                   R"({"regions":[{"box":[1,2,3,4],"label":"a"}]})",
                                   R"({"size":[1]})",
                                   R"({"size":[1e30,1]})",
                                   R"({"size":[Infinity,1]})"})
            QTest::newRow(*record ? record : "no text") << QString(record);
    }
    void damagedOnesAreRefused()
    {
        QFETCH(QString, record);
        try {
            predictedResultOf(record.toStdString());
            QFAIL("It was taken.");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::CorruptData);
        }
    }
};

VBS_TEST_MAIN(PredictedResultTest)
#include "predicted_result_test.moc"
