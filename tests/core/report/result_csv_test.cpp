#include "core/report/result_csv.h"

#include "tests/core/report/result_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class ResultCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesFields_data();
    void quotesFields();
    void rowsOfEveryTask();
    void keepsTopRegions();
    void textsAreNoFormulas_data();
    void textsAreNoFormulas();
    void everyLineHasTheHeadersColumns();
    void noAnswersNoLines();
};

void ResultCsvTest::quotesFields_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("plain") << std::string("a red ball") << std::string("a red ball");
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("comma") << std::string("red, blue") << std::string("\"red, blue\"");
    QTest::newRow("quote") << std::string("a \"b\"") << std::string("\"a \"\"b\"\"\"");
    QTest::newRow("line feed") << std::string("a\nb") << std::string("\"a\nb\"");
    QTest::newRow("carriage return") << std::string("a\rb") << std::string("\"a\rb\"");
}

void ResultCsvTest::quotesFields()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(csvField(text), expected);
}

void ResultCsvTest::rowsOfEveryTask()
{
    std::string all;
    for (const auto& e : {fixture::ask(), fixture::compare(), fixture::choose(), fixture::fill(), fixture::match()})
        all += csvRows(e.request, e.result);
    QCOMPARE(all, std::string("a.png,,vqa,what color?,,1,red,0.75,,,,,\r\n"
                              "a.png,,vqa,what color?,,2,blue,0.125,,,,,\r\n"
                              "a.png,b.png,nlvr,both are red,,1,false,0.875,,,,,\r\n"
                              "a.png,b.png,nlvr,both are red,,2,true,0.125,,,,,\r\n"
                              "a.png,,multiple_choice,what is it?,,1,a ball,0.625,2.5,,,,\r\n"
                              "a.png,,multiple_choice,what is it?,,2,a box,0.25,0.5,,,,\r\n"
                              "a.png,,multiple_choice,what is it?,,3,a cup,0.125,-1.5,,,,\r\n"
                              "a.png,,masked_words,a [MASK] by a [MASK],1,1,ball,0.5,,,,,\r\n"
                              "a.png,,masked_words,a [MASK] by a [MASK],1,2,cup,0.25,,,,,\r\n"
                              "a.png,,masked_words,a [MASK] by a [MASK],2,1,box,0.75,,,,,\r\n"
                              "a.png,,masked_words,a [MASK] by a [MASK],,1,match,0.875,,,,,\r\n"
                              "a.png,,caption_match,a red ball,,1,match,0.25,,,,,\r\n"));
}

void ResultCsvTest::textsAreNoFormulas_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("field");
    QTest::newRow("equals") << std::string("=1+2") << std::string("'=1+2");
    QTest::newRow("plus") << std::string("+1") << std::string("'+1");
    QTest::newRow("minus") << std::string("-cmd|' /C calc'!A0") << std::string("'-cmd|' /C calc'!A0");
    QTest::newRow("at") << std::string("@SUM(A1)") << std::string("'@SUM(A1)");
    QTest::newRow("tab") << std::string("\t=1") << std::string("'\t=1");
    QTest::newRow("quoted, too") << std::string("=a,b") << std::string("\"'=a,b\"");
    QTest::newRow("inside") << std::string("1=1") << std::string("1=1");
}

/// They come from packs, files and users; numbers stay numbers.
void ResultCsvTest::textsAreNoFormulas()
{
    QFETCH(std::string, text);
    QFETCH(std::string, field);
    auto asked = fixture::choose();
    asked.request.text = text;
    for (ChoiceScore& choice : asked.result.choices)
        choice.text = text;
    const std::string rows = csvRows(asked.request, asked.result);
    const std::string first = rows.substr(0, rows.find("\r\n"));
    QCOMPARE(first, "a.png,,multiple_choice," + field + ",,1," + field + ",0.625,2.5,,,,");
    QVERIFY(rows.find(",-1.5,") != std::string::npos);
}

void ResultCsvTest::keepsTopRegions()
{
    fixture::Exchange e = fixture::find();
    e.request.topK = 1;
    QCOMPARE(csvRows(e.request, e.result),
             std::string("a.png,,region_to_phrase,a ball by a box,a ball,1,red ball,0.625,,1,2,10.5,20\r\n"
                         "a.png,,region_to_phrase,a ball by a box,a box,1,box,0.75,,20,5,30,15\r\n"));
}

void ResultCsvTest::everyLineHasTheHeadersColumns()
{
    const auto commas = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
    const fixture::Exchange e = fixture::find();
    const QString rows = QString::fromStdString(csvRows(e.request, e.result));
    const QStringList lines = rows.split("\r\n", Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    for (const QString& line : lines)
        QCOMPARE(commas(line.toStdString()), commas(csvHeader()));
}

void ResultCsvTest::noAnswersNoLines()
{
    const fixture::Exchange e(Task::RegionToPhrase);
    QCOMPARE(csvRows(e.request, e.result), std::string());
}

VBS_TEST_MAIN(ResultCsvTest)
#include "result_csv_test.moc"
