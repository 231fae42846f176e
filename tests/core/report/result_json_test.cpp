#include "core/report/result_json.h"

#include "tests/core/report/result_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <regex>

using namespace vbs;

namespace {

const std::string kLeft =
    R"({"file":"/p/a.png","name":"a.png","width":40,"height":30,"regions":[)"
    R"({"box":[0.0,0.0,40.0,30.0],"label":"whole picture","score":1.0,"whole_picture":true},)"
    R"({"box":[1.0,2.0,10.5,20.0],"label":"ball","score":0.75,"attribute":"red","attribute_score":0.5,"whole_picture":false},)"
    R"({"box":[20.0,5.0,30.0,15.0],"label":"box","score":0.5,"whole_picture":false}]})";
const std::string kRight = R"({"file":"/p/b.png","name":"b.png","width":40,"height":30,"regions":[)"
                           R"({"box":[3.0,4.0,9.0,9.0],"label":"cup","score":0.5,"whole_picture":false}]})";
const std::string kEnd = R"("timing_ms":{"extract":12.5,"infer":3.25},"device":"cpu","precision":"float32"})";

} // namespace

class ResultJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsAreExact_data();
    void documentsAreExact();
    void explanations_data();
    void explanations();
    void unknownWordsOnlyWhenAny();
    void strangenessWhereThePackCanTell();
    void regionsOnlyGivesEmptyAnswers();
    void aPastedPictureHasNoFile();
    void whereAnAnswerComesFrom();
    void picturesAreToldApartByTheirPixels();
    void masksWithoutMatch();
    void brokenTextDoesNotThrow();
    void textIsIndentedByTwo();
};

void ResultJsonTest::documentsAreExact_data()
{
    QTest::addColumn<std::function<fixture::Exchange()>>("make");
    QTest::addColumn<std::string>("expected");
    auto row = [](const char* name, fixture::Exchange (*make)(), const std::string& start) {
        const bool pair = make().request.rightImage != nullptr;
        const std::string pictures = "\"pictures\":[" + kLeft + (pair ? "," + kRight : "") + "],";
        QTest::newRow(name) << std::function<fixture::Exchange()>(make) << start + pictures + kEnd;
    };
    row("ask", fixture::ask,
        R"({"task":"vqa","question":"what color?","answers":[{"answer":"red","probability":0.75},)"
        R"({"answer":"blue","probability":0.125}],"regions":3,)");
    row("compare", fixture::compare,
        R"({"task":"nlvr","statement":"both are red","verdict":false,"probability":0.875,"regions":3,"right_regions":1,)");
    row("choose", fixture::choose,
        R"({"task":"multiple_choice","question":"what is it?","choices":[)"
        R"({"choice":"a cup","score":-1.5,"probability":0.125},{"choice":"a ball","score":2.5,"probability":0.625},)"
        R"({"choice":"a box","score":0.5,"probability":0.25}],"regions":3,)");
    row("find", fixture::find,
        R"({"task":"region_to_phrase","sentence":"a ball by a box","phrases":[{"phrase":"a ball","regions":[)"
        R"({"box":[1.0,2.0,10.5,20.0],"probability":0.625},{"box":[0.0,0.0,40.0,30.0],"probability":0.25},)"
        R"({"box":[20.0,5.0,30.0,15.0],"probability":0.125}]},{"phrase":"a box","regions":[)"
        R"({"box":[20.0,5.0,30.0,15.0],"probability":0.75},{"box":[1.0,2.0,10.5,20.0],"probability":0.25},)"
        R"({"box":[0.0,0.0,40.0,30.0],"probability":0.0}]}],"regions":3,)");
    row("fill", fixture::fill,
        R"({"task":"masked_words","sentence":"a [MASK] by a [MASK]","masks":[[{"word":"ball","probability":0.5},)"
        R"({"word":"cup","probability":0.25}],[{"word":"box","probability":0.75}]],"match":0.875,"regions":3,)");
    row("match", fixture::match, R"({"task":"caption_match","sentence":"a red ball","match":0.25,"regions":3,)");
}

void ResultJsonTest::documentsAreExact()
{
    QFETCH(std::function<fixture::Exchange()>, make);
    QFETCH(std::string, expected);
    fixture::Exchange e = make();
    for (ImagePtr* image : {&e.request.image, &e.request.rightImage}) {
        if (!*image)
            continue;
        RgbImage placed = **image;
        placed.path = "/p/" + placed.name;
        placed.pixels.clear();
        *image = std::make_shared<const RgbImage>(placed);
    }
    QCOMPARE(resultJson(e.request, e.result).dump(), expected);
}

void ResultJsonTest::explanations_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("pair");
    QTest::addColumn<std::string>("of");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("as it always was") << int(ExplanationMethod::Attention) << false << std::string()
                                      << std::string(R"({"method":"attention","regions":[0.5,0.25],"tokens":[0.25]})");
    QTest::newRow("of an answer") << int(ExplanationMethod::Relevance) << false << std::string("red")
                                  << std::string(
                                         R"({"method":"relevance","of":"red","regions":[0.5,0.25],"tokens":[0.25]})");
    QTest::newRow("two pictures")
        << int(ExplanationMethod::Occlusion) << true << std::string("true")
        << std::string(
               R"({"method":"occlusion","of":"true","regions":[0.5,0.25],"right_regions":[-0.5],"tokens":[0.25]})");
}

void ResultJsonTest::explanations()
{
    QFETCH(int, method);
    QFETCH(bool, pair);
    QFETCH(std::string, of);
    QFETCH(std::string, expected);
    fixture::Exchange e = pair ? fixture::compare() : fixture::ask();
    e.request.explanation.method = ExplanationMethod(method);
    e.result.explanation.of = of;
    e.result.explanation.regions = {0.5, 0.25};
    e.result.explanation.tokens = {0.25};
    if (pair)
        e.result.explanation.rightRegions = {-0.5};
    QCOMPARE(resultJson(e.request, e.result)["explanation"].dump(), expected);
}

void ResultJsonTest::unknownWordsOnlyWhenAny()
{
    fixture::Exchange e = fixture::ask();
    QVERIFY(!resultJson(e.request, e.result).contains("unknown_words"));
    e.result.unknownWords = {"zebra"};
    QCOMPARE(resultJson(e.request, e.result)["unknown_words"].dump(), std::string(R"(["zebra"])"));
}

void ResultJsonTest::strangenessWhereThePackCanTell()
{
    fixture::Exchange exchange = fixture::ask();
    const auto json = [&] { return Json(resultJson(exchange.request, exchange.result)); };
    QVERIFY(!json().contains("unfamiliar") && !json().contains("strangeness"));
    exchange.result.strangeness = {.picture = 0.5, .text = 1};
    QCOMPARE(json()["unfamiliar"], Json(false));
    QCOMPARE(json()["strangeness"], (Json{{"picture", 0.5}, {"text", 1.0}}));
    exchange.result.strangeness = {.picture = 0.5, .rightPicture = 1.25};
    QCOMPARE(json()["unfamiliar"], Json(true));
    QCOMPARE(json()["strangeness"], (Json{{"picture", 0.5}, {"right_picture", 1.25}}));
    exchange.result.strangeness = {.text = 2};
    QCOMPARE(json()["unfamiliar"], Json(true));
}

void ResultJsonTest::regionsOnlyGivesEmptyAnswers()
{
    const fixture::Exchange pair(Task::VisualReasoning), find(Task::RegionToPhrase), match(Task::CaptionMatch);
    QVERIFY(resultJson(pair.request, pair.result)["verdict"].is_null());
    QVERIFY(resultJson(pair.request, pair.result)["probability"].is_null());
    QCOMPARE(resultJson(find.request, find.result)["phrases"].dump(), std::string("[]"));
    QVERIFY(resultJson(match.request, match.result)["match"].is_null());
}

void ResultJsonTest::aPastedPictureHasNoFile()
{
    fixture::Exchange e = fixture::ask();
    QCOMPARE(resultJson(e.request, e.result)["pictures"][0]["file"].dump(), std::string("\"\""));
    e.request.image = nullptr;
    QCOMPARE(resultJson(e.request, e.result)["pictures"][0]["file"].dump(), std::string("\"\""));
}

void ResultJsonTest::whereAnAnswerComesFrom()
{
    fixture::Exchange e = fixture::ask();
    e.result.blindAnswers = {{"blue", 0.5}};
    e.result.regions.regions[1].givenLabel = "my ball";
    const AnswerOrigin origin{"2026-11-27T09:30:00+01:00", "1.2", "picture-book", "Picture book", "ab12"};
    const OrderedJson json = resultJson(e.request, e.result, origin);
    QCOMPARE(json["without_picture"].dump(), std::string(R"([{"answer":"blue","probability":0.5}])"));
    QCOMPARE(json["pictures"][0]["regions"][1]["given_label"], "my ball");
    QCOMPARE(json["date"], "2026-11-27T09:30:00+01:00");
    QCOMPARE(json["program"].dump(), std::string(R"({"name":"VisualBERT Studio","version":"1.2"})"));
    QCOMPARE(json["pack"].dump(),
             std::string(R"({"name":"picture-book","title":"Picture book","manifest_sha256":"ab12"})"));
    const std::regex iso(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d)");
    QVERIFY2(std::regex_match(dateNow(), iso), dateNow().c_str());
}

void ResultJsonTest::picturesAreToldApartByTheirPixels()
{
    fixture::Exchange e = fixture::ask();
    const auto hashOf = [&](int width, int height, std::uint8_t gray) {
        RgbImage image(width, height);
        std::ranges::fill(image.pixels, gray);
        e.request.image = std::make_shared<const RgbImage>(image);
        return resultJson(e.request, e.result)["pictures"][0].value("pixels_sha256", "");
    };
    const std::string hash = hashOf(2, 1, 7);
    // printf '\7\7\7\7\7\7' | sha256sum
    QCOMPARE(hash, std::string("45b3214c8ef3dc5037ec46ec0c2ce243cef4e836412a77797caae4d3fcf1d913"));
    QVERIFY(hash != hashOf(2, 1, 8));
}

void ResultJsonTest::masksWithoutMatch()
{
    fixture::Exchange e = fixture::fill();
    e.result.match = -1;
    QVERIFY(!resultJson(e.request, e.result).contains("match"));
}

void ResultJsonTest::brokenTextDoesNotThrow()
{
    fixture::Exchange e = fixture::ask();
    e.request.text = "caf\xe9?";
    const auto text = jsonText(resultJson(e.request, e.result));
    QVERIFY(text.find("caf\xef\xbf\xbd?") != std::string::npos);
    QCOMPARE(OrderedJson::parse(text)["task"].get<std::string>(), std::string("vqa"));
}

void ResultJsonTest::textIsIndentedByTwo()
{
    const fixture::Exchange e = fixture::match();
    QCOMPARE(jsonText(resultJson(e.request, e.result)).substr(0, 31),
             std::string("{\n  \"task\": \"caption_match\",\n  "));
}

VBS_TEST_MAIN(ResultJsonTest)
#include "result_json_test.moc"
