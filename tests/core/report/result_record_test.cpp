#include "core/base/error.h"
#include "core/base/json.h"
#include "core/report/result_json.h"
#include "core/report/result_record.h"
#include "tests/core/report/result_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTest>

#include <cmath>

using namespace vbs;

class ResultRecordTest : public QObject {
    Q_OBJECT

    static Json changed(const Json& record, const char* pointer, const Json& value)
    {
        Json copy = record;
        copy[Json::json_pointer(pointer)] = value;
        return copy;
    }

private Q_SLOTS:
    void everyTaskComesBack()
    {
        for (fixture::Exchange e :
             {fixture::ask(), fixture::compare(), fixture::choose(), fixture::find(), fixture::fill()}) {
            e.result.blindAnswers = {{"no", 0.5}};
            e.result.unknownWords = {"zebra"};
            e.result.strangeness = {.picture = 1.5, .rightPicture = 0.5, .text = 2};
            e.result.phraseSource = PhraseSource::Names;
            e.result.tokens = {{"[CLS]", 0, 0, true, false}, {"ball", 2, 6, false, true}};
            e.result.explanation.request = {ExplanationMethod::Attention, 3, 1};
            e.result.explanation.tokens = {0.25, 0.75};
            const Json record = recordOf(e.result);
            const InferenceResult back = resultOfRecord(Json::parse(record.dump()));
            QCOMPARE(back.task, e.result.task);
            QCOMPARE(back.regions, e.result.regions);
            QCOMPARE(back.rightRegions, e.result.rightRegions);
            QCOMPARE(back.explanation.request.method, ExplanationMethod::Attention);
            QCOMPARE(back.explanation.request.layer, 3);
            QCOMPARE(back.tokens[1].ofChoice, true);
            QCOMPARE(jsonText(resultJson(e.request, back)), jsonText(resultJson(e.request, e.result)));
            QCOMPARE(recordOf(back).dump(), record.dump()); // nothing is left out on the way back
        }
    }

    void regionsAndMethods()
    {
        const std::vector<Region> regions = fixture::ask().result.regions.regions;
        QCOMPARE(regionsOfRecord(recordOf(regions)), regions);
        for (const ExplanationMethod method : {ExplanationMethod::None, ExplanationMethod::Occlusion})
            QCOMPARE(explanationRequestOfRecord(recordOf(ExplanationRequest{method, 1, 2})).method, method);
    }

    void refusesWhatIsDamaged()
    {
        fixture::Exchange e = fixture::find();
        e.result.explanation.regions.assign(e.result.regions.regions.size(), 0.25);
        const Json record = recordOf(e.result);
        resultOfRecord(record);
        for (const Json& damaged :
             {Json(), Json::array(), Json("text"), changed(record, "/task", "juggle"), changed(record, "/task", 3),
              changed(record, "/match", nullptr), changed(record, "/explanation/request/method", "magic"),
              changed(record, "/explanation/regions", {0.5}), changed(record, "/explanation/rightRegions", {0.5}),
              changed(record, "/explanation/tokens", Json(std::vector<double>(99, 0.0))),
              changed(record, "/explanation/layers", 2'000'000'000), changed(record, "/explanation/heads", 257),
              changed(record, "/explanation/layers", -1), changed(record, "/explanation/heads", NAN),
              changed(record, "/explanation/layers", true),
              changed(record, "/explanation/request/layer", 2'147'483'647),
              changed(record, "/explanation/request/head", -2), changed(record, "/phrases/0/regions", Json::array()),
              changed(record, "/regions/regions/0/box", Json::object())})
            QVERIFY_EXCEPTION_THROWN(resultOfRecord(damaged), Error);
        Json without = record;
        without.erase("task");
        QVERIFY_EXCEPTION_THROWN(resultOfRecord(without), Error);
    }

    /// A record as version 0.1 writes it: what it says must be read, and written again, for ever.
    void readsTheFirstFormat()
    {
        const Json golden = readJsonFile(vbs::test::dataFile("records/card.json"))["answered"]["result"];
        const InferenceResult result = resultOfRecord(golden);
        QCOMPARE(result.task, Task::VisualReasoning);
        QCOMPARE(result.regions.regions[1].label, std::string("ball"));
        QCOMPARE(result.explanation.request.layer, 3);
        const Json again = recordOf(result), values = golden.flatten();
        for (const auto& [key, value] : values.items())
            QVERIFY2(again.contains(Json::json_pointer(key)) && again[Json::json_pointer(key)] == value, key.c_str());
    }

    void passesOverUnknownKeys()
    {
        const Json record = recordOf(fixture::find().result);
        Json later = record;
        for (const char* pointer : {"", "/regions", "/regions/regions/0", "/regions/regions/0/box", "/phrases/0",
                                    "/phrases/0/span", "/explanation", "/explanation/request", "/timing"})
            later[Json::json_pointer(pointer)]["addedLater"] = {1, "two"};
        QCOMPARE(recordOf(resultOfRecord(later)).dump(), record.dump());
    }

    void missingKeysKeepTheirDefaults()
    {
        fixture::Exchange e = fixture::ask();
        e.result.tokens = {{"[CLS]", 0, 0, true, false}};
        Json earlier = recordOf(e.result);
        for (const char* key : {"rightRegions", "blindAnswers", "match", "unknownWords", "precision"})
            earlier.erase(key);
        earlier["explanation"].erase("heads");
        earlier["explanation"]["request"].erase("layer");
        earlier["regions"]["regions"][0].erase("wholeImage");
        earlier["tokens"][0].erase("ofChoice");
        const InferenceResult result = resultOfRecord(earlier);
        QCOMPARE(result.match, -1.0);
        QCOMPARE(result.explanation.request.layer, ExplanationRequest().layer);
        QCOMPARE(result.regions.regions[0].wholeImage, false);
        QCOMPARE(result.answers.size(), e.result.answers.size());
    }
};

VBS_TEST_MAIN(ResultRecordTest)
#include "result_record_test.moc"
