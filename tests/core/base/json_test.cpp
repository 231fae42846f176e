#include "core/base/json.h"

#include "core/base/error.h"
#include "core/base/json_shape.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <cmath>

using namespace vbs;

namespace {

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

/// What the reader says, with the keys in order or not: both must agree.
QString refusalOf(const std::string& text)
{
    QStringList said;
    for (const bool ordered : {false, true}) {
        try {
            ordered ? void(parseOrderedJson(text, "a.json")) : void(parseJson(text, "a.json"));
            said << "";
        } catch (const Error& e) {
            said << QString::fromStdString(e.what());
        }
    }
    return said[0] == said[1] ? said[0] : said.join(" / ");
}

} // namespace

class JsonTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheLibraryReads_data();
    void readsWhatTheLibraryReads();
    void keepsTheOrder();
    void readsNumbersThatAreNone();
    void refuses_data();
    void refuses();
    void boundsTheDepth();
    void boundsTheDepthOfBinaryJson();
    void readsManyKeysInTime();
    void writesBytesThatAreNoText();
    void knowsShapes();
};

void JsonTest::readsWhatTheLibraryReads_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"null", "true", "-3", "18446744073709551615", "1.5e-3", "1e400000000000000000", "\"a\\u00e9\\\"N\"", "[]",
          "{}", "[1,[2,{\"a\":[]}],{}]", R"({"b":1,"a":{"c":[true,false,null]},"b":2})", "\xEF\xBB\xBF{\"a\":1}",
          R"({"a":1,"b":2,"a":[3],"c":{"a":1,"a":2}})", " \n[ 1 , 2 ]\t", R"(["NaN","-Infinity\\",-1,-0.0])"})
        if (Json::accept(text))
            QTest::newRow(text) << QByteArray(text);
}

void JsonTest::readsWhatTheLibraryReads()
{
    QFETCH(QByteArray, text);
    QCOMPARE(parseJson(text.toStdString(), "").dump(), Json::parse(text.toStdString()).dump());
    QCOMPARE(parseOrderedJson(text.toStdString(), "").dump(), OrderedJson::parse(text.toStdString()).dump());
}

void JsonTest::keepsTheOrder()
{
    QCOMPARE(parseOrderedJson(R"({"z":1,"a":2,"z":3})", "").dump(), std::string(R"({"z":3,"a":2})"));
}

/// Python's json module writes these words and reads them.
void JsonTest::readsNumbersThatAreNone()
{
    const Json json = parseJson(R"({"NaN":NaN,"a":[Infinity,-Infinity,-0e-3,"NaN"],"b":-1})", "");
    QVERIFY(std::isnan(json["NaN"].get<double>()));
    QCOMPARE(json["a"][0].get<double>(), HUGE_VAL);
    QCOMPARE(json["a"][1].get<double>(), -HUGE_VAL);
    QCOMPARE(json["a"][2].get<double>(), 0.0);
    QCOMPARE(json["a"][3].get<std::string>(), std::string("NaN"));
    QVERIFY(!isFiniteNumber(json["NaN"]) && !isFiniteNumber(json["a"][0]) && !isFiniteNumber(json["a"][3]));
    QVERIFY(isFiniteNumber(json["a"][2]) && isFiniteNumber(json["b"]));
    QVERIFY(std::isnan(parseOrderedJson("NaN", "").get<double>()));
}

void JsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << "it is empty";
    QTest::newRow("blanks") << QByteArray(" \n ") << "it is empty";
    QTest::newRow("cut off") << QByteArray("{\"a\": [1,") << "it ends unexpectedly";
    QTest::newRow("cut off in a string") << QByteArray("{\"a") << "it ends unexpectedly";
    QTest::newRow("one line") << QByteArray("{\"a\": ?}") << "there is unexpected text at character 7.";
    QTest::newRow("lines") << QByteArray("{\n\"\xC3\xA9\": ?}") << "there is unexpected text at line 2, column 6.";
    QTest::newRow("a name for a number") << QByteArray("[1, Nan]") << "there is unexpected text at character 5.";
    QTest::newRow("more behind") << QByteArray("[]x") << "there is unexpected text at character 3.";
    QTest::newRow("too large") << QByteArray("[1e999]") << "the number before character 6 is too large.";
    QTest::newRow("Latin-1") << QByteArray("[\"caf\xE9\"]") << "the text before character 7 is not UTF-8";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE[\0]\0", 6) << "it is UTF-16; save it as UTF-8.";
    QTest::newRow("UTF-16 without a mark") << QByteArray("\0[\0]", 4) << "it is UTF-16; save it as UTF-8.";
}

void JsonTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    const QString said = refusalOf(text.toStdString());
    QVERIFY2(said.startsWith("a.json is not valid JSON: " + why), qPrintable(said));
    QVERIFY2(!said.contains("exception"), qPrintable(said));
}

void JsonTest::boundsTheDepth()
{
    QCOMPARE(refusalOf(nested(kMaxJsonDepth)), QString());
    for (const std::size_t depth : {kMaxJsonDepth + 1, std::size_t(200000)})
        QCOMPARE(refusalOf(nested(depth)),
                 QString("a.json is not valid JSON: it is nested more than 200 levels deep."));
    std::string objects;
    for (int i = 0; i < 100000; ++i)
        objects += "{\"a\":";
    QVERIFY(refusalOf(objects).contains("nested"));
    QVERIFY_THROWS_EXCEPTION(Error, readOrderedJsonFile(write("deep.json", nested(100000))));
}

void JsonTest::boundsTheDepthOfBinaryJson()
{
    const auto bytes = Json::to_cbor(Json::parse(R"({"a":[1,2.5,"x",null],"b":{"c":true}})"));
    QCOMPARE(parseCbor({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, "").dump(),
             std::string(R"({"a":[1,2.5,"x",null],"b":{"c":true}})"));
    constexpr char kArrayOfOne = char(0x81);
    QVERIFY_THROWS_EXCEPTION(Error, parseCbor(std::string(100000, kArrayOfOne), ""));
    QVERIFY_THROWS_EXCEPTION(Error, parseCbor("\x82\x01", ""));
}

/// The library's own builder looks each key up from the first on, and copies all when it grows: this took minutes.
void JsonTest::readsManyKeysInTime()
{
    constexpr int kKeys = 200000;
    std::string text = "{";
    for (int i = 0; i < kKeys; ++i)
        text += "\"key" + std::to_string(i) + "\":[" + std::to_string(i) + "],";
    text.back() = '}';
    const OrderedJson json = parseOrderedJson(text, "");
    QCOMPARE(json.size(), std::size_t(kKeys));
    QCOMPARE(json.dump(), text);
}

void JsonTest::writesBytesThatAreNoText()
{
    const OrderedJson json = {{"path", "caf\xE9.png"}};
    QCOMPARE(jsonText(json, -1), std::string("{\"path\":\"caf\xEF\xBF\xBD.png\"}"));
}

void JsonTest::knowsShapes()
{
    QVERIFY(JsonShape<int>::fits(3) && JsonShape<int>::fits(3.0) && JsonShape<int>::fits(-3));
    QVERIFY(!JsonShape<int>::fits(3.5) && !JsonShape<int>::fits(true) && !JsonShape<int>::fits("3"));
    QVERIFY(!JsonShape<int>::fits(std::int64_t(1) << 40) && !JsonShape<int>::fits(1e300));
    QVERIFY(!JsonShape<int>::fits(parseJson("NaN", "")) && !JsonShape<double>::fits(parseJson("NaN", "")));
    QVERIFY(JsonShape<double>::fits(3) && JsonShape<double>::fits(.5) && !JsonShape<double>::fits(nullptr));
    QVERIFY(JsonShape<bool>::fits(true) && !JsonShape<bool>::fits(1));
    QVERIFY(JsonShape<std::vector<double>>::fits({1, 2.5}) && !JsonShape<std::vector<double>>::fits({1, "2"}));
}

VBS_TEST_MAIN(JsonTest)
#include "json_test.moc"
