#include "core/report/html_report.h"

#include "tests/core/report/annotate_fixture.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <cstdlib>
#include <random>
#include <span>

using namespace vbs;
using namespace vbs::fixture;

namespace {

struct Document {
    bool valid = false;
    QString error;
    QMap<QString, int> elements;
    QMap<QString, QStringList> texts; ///< by element, of those without children
    QStringList sources, styles;
};

Document parse(const std::string& html)
{
    Document document;
    QXmlStreamReader reader(QByteArray::fromStdString(html));
    QString name, text;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            name = reader.name().toString();
            text.clear();
            ++document.elements[name];
            for (const QXmlStreamAttribute& attribute : reader.attributes()) {
                if (attribute.name() == u"src" || attribute.name() == u"href")
                    document.sources << attribute.value().toString();
                if (attribute.name() == u"style")
                    document.styles << attribute.value().toString();
            }
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            if (reader.name() == name)
                document.texts[name] << text;
            break;
        default:
            break;
        }
    }
    document.valid = !reader.hasError();
    document.error = reader.errorString();
    return document;
}

std::string reportOf(const std::vector<Annotated>& all)
{
    std::vector<ReportEntry> entries;
    for (const Annotated& a : all)
        entries.push_back({"Entry " + std::to_string(entries.size() + 1), &a.request, &a.result});
    return htmlReport("My <report>", entries);
}

} // namespace

class HtmlReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryEntry();
    void answersOfEveryTask();
    void refersToNothingOutside();
    void escapesEverything();
    void explainsByRegionsAndTokens();
    void emptyAndWithoutPictures();
    void seventyCardsOfTenPhotosAreFiveMegabytes();
    void picturesAreEmbeddedAsIsSmaller();
    void saysWhatTheCardSays();
    void namesAreUnique();
    void heatLiesOverTheSharedPicture_data();
    void heatLiesOverTheSharedPicture();
};

void HtmlReportTest::holdsEveryEntry()
{
    const std::string html = reportOf(annotatedOfEveryTask());
    if (const char* start = std::getenv("VBS_SAVE_ANNOTATED_TASKS")) { // to look at it
        QFile file(QString("%1report.html").arg(start));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(html.data(), qint64(html.size()));
    }
    const Document document = parse(html);
    QVERIFY2(document.valid, qPrintable(document.error));
    QCOMPARE(document.elements["section"], 7);
    QCOMPARE(document.elements["use"], 8); // Compare has two
    QCOMPARE(document.elements["image"], 2);
    QCOMPARE(document.texts["title"], QStringList("My <report>"));
    QCOMPARE(document.texts["h2"].last(), QString("Entry 7"));
    QVERIFY(document.texts["p"].contains("Two dogs run over the beach in the evening."));
    QVERIFY(html.find("prefers-color-scheme: dark") != std::string::npos);
}

void HtmlReportTest::answersOfEveryTask()
{
    const Document document = parse(reportOf(annotatedOfEveryTask()));
    for (const char* label : {"dark red", "false", "The cloud is white.", "red square", "##case", "fits the picture"})
        QVERIFY2(document.texts["th"].contains(QString(label)), label);
    for (const char* caption : {"a big blue box", "mask 2", "left picture", "right picture"})
        QVERIFY2(document.texts["caption"].contains(QString(caption)), caption);
    for (const char* number : {"91 %", "83 %", "79 %", "93 %", "31 %", "< 0.1 %"})
        QVERIFY2(document.texts["td"].contains(QString(number)), number);
    QVERIFY(document.styles.contains("width:91%"));
}

void HtmlReportTest::refersToNothingOutside()
{
    const std::string html = reportOf(annotatedOfEveryTask());
    const Document document = parse(html);
    QCOMPARE(document.elements.value("script") + document.elements.value("link"), 0);
    for (const QString& source : document.sources)
        QVERIFY(source.startsWith("data:image/") || source.startsWith("#picture-"));
    for (std::size_t at = html.find("url("); at != std::string::npos; at = html.find("url(", at + 1))
        QCOMPARE(html.substr(at, 5), std::string("url(#"));
    QVERIFY(html.find("http://") == std::string::npos && html.find("https://") == std::string::npos &&
            html.find("@import") == std::string::npos);
    QVERIFY(html.find("default-src 'none'") != std::string::npos);
}

void HtmlReportTest::escapesEverything()
{
    const std::string evil = "</p><script>alert(\"1\")</script>&\x02\xff";
    std::vector<Annotated> all = annotatedOfEveryTask();
    for (Annotated& a : all) {
        a.request.text = evil;
        auto picture = std::make_shared<RgbImage>(*a.request.image);
        picture->name = "\" onerror=\"alert(1)";
        a.request.image = picture;
        a.result.explanation.of = a.result.device = a.result.precision = evil;
        a.result.unknownWords = {evil};
        a.result.tokens = {{evil, 0, 1, false, false}};
        a.result.explanation.tokens = {0.5};
        for (auto& answer : a.result.answers)
            answer.text = evil;
        for (auto& choice : a.result.choices)
            choice.text = evil;
        for (auto& phrase : a.result.phrases)
            phrase.text = evil;
        for (auto& mask : a.result.masks)
            mask.words[0].text = evil;
        for (auto& region : a.result.regions.regions)
            region.label = region.attribute = evil;
    }
    const Document document = parse(reportOf(all));
    QVERIFY2(document.valid, qPrintable(document.error));
    QCOMPARE(document.elements.value("script"), 0);
    QVERIFY(document.texts["p"].contains(QString("</p><script>alert(\"1\")</script>&\uFFFD\uFFFD")));
}

void HtmlReportTest::explainsByRegionsAndTokens()
{
    Annotated a = annotatedCompare();
    a.result.tokens = {{"[CLS]", 0, 0, true, false}, {"there", 0, 5, false, false}, {"is", 6, 8, false, false}};
    a.result.explanation.tokens = {0, 0.2, -0.1};
    a.result.explanation.of = "false";
    const Document document = parse(reportOf({a}));
    QCOMPARE(document.texts["h3"], QStringList(QString("Why \u201cfalse\u201d (occlusion)")));
    QVERIFY(document.texts["td"].contains(QString("\u221212 %")));
    QVERIFY(document.styles.contains("background:rgb(230 159 0 / 80%)"));
    QVERIFY(document.styles.contains("background:rgb(230 159 0 / 0%)")); // negative as well as none
    QVERIFY(document.styles.contains("width:50%"));                      // the left square beside the right one
}

void HtmlReportTest::emptyAndWithoutPictures()
{
    QVERIFY(parse(htmlReport("Nothing", {})).valid);
    Annotated a = annotatedAsk();
    a.request.image = nullptr;
    a.result = {};
    const Document document = parse(reportOf({a}));
    QVERIFY(document.valid);
    QCOMPARE(document.elements.value("svg") + document.elements.value("table"), 0);
}

/// With noise as a camera has it, and a color of its own.
static ImagePtr photo(std::uint32_t seed)
{
    auto image = std::make_shared<RgbImage>(1280, 960);
    std::minstd_rand random(seed + 1);
    for (int y = 0; y < image->height; ++y)
        for (int x = 0; x < image->width; ++x)
            for (int c = 0; c < 3; ++c)
                image->row(y)[3 * x + c] = std::uint8_t(110 + 60 * std::sin(x / (40. + 9 * seed) + c) +
                                                        40 * std::cos(y / 70.) + double(random() % 16));
    image->name = "photo-" + std::to_string(seed) + ".jpg";
    return image;
}

void HtmlReportTest::seventyCardsOfTenPhotosAreFiveMegabytes()
{
    std::vector<ImagePtr> photos;
    for (std::uint32_t i = 0; i < 10; ++i)
        photos.push_back(photo(i));
    std::vector<Annotated> all;
    for (std::size_t i = 0; i < 70; ++i) {
        all.push_back(annotatedAsk());
        all.back().request.image = std::make_shared<const RgbImage>(*photos[i % photos.size()]); // each read by itself
    }
    const std::string html = reportOf(all);
    QVERIFY2(html.size() <= 5'000'000, std::to_string(html.size()).c_str());
    const Document document = parse(html);
    QVERIFY2(document.valid, qPrintable(document.error));
    QCOMPARE(document.elements["use"], 70);
    QStringList embedded = document.sources.filter("data:image/");
    QCOMPARE(embedded.size(), 10);
    QCOMPARE(embedded.removeDuplicates(), 0);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(document.sources.count(QString("#picture-%1").arg(i + 1)), 7);
}

void HtmlReportTest::picturesAreEmbeddedAsIsSmaller()
{
    Annotated drawing = annotatedAsk(), taken = annotatedAsk();
    taken.request.image = photo(1);
    QVERIFY(reportOf({drawing}).find("data:image/png;") != std::string::npos);
    QVERIFY(reportOf({taken}).find("data:image/jpeg;") != std::string::npos);
}

void HtmlReportTest::saysWhatTheCardSays()
{
    const Annotated a = annotatedAsk();
    InferenceResult result = a.result;
    result.blindAnswers = {{"blue", 0.52}};
    ReportEntry entry{"Ask",          &a.request,      &result, {"things.png"}, "3 Nov 2026, 14:05",
                      "Picture book", "4 of 5 regions"};
    Document document = parse(htmlReport("History", std::span(&entry, 1)));
    QVERIFY(document.texts["p"].contains(QString("things.png \u00b7 3 Nov 2026, 14:05 \u00b7 Picture book")));
    QVERIFY(document.texts["p"].contains("Without the picture the model would say: blue (52 %)."));
    QVERIFY(document.texts["p"].last().startsWith("4 of 5 regions \u00b7 "));
    result.task = Task::VisualReasoning;
    document = parse(htmlReport("History", std::span(&entry, 1)));
    QVERIFY(document.texts["p"].contains("Without the pictures the model would say: blue (52 %)."));
}

/// All entries share one document, and so must not share the names of clips and masks.
void HtmlReportTest::namesAreUnique()
{
    const std::string html = reportOf(annotatedOfEveryTask());
    QStringList names;
    for (std::size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1))
        names << QString::fromStdString(html.substr(at + 5, html.find('"', at + 5) - at - 5));
    QVERIFY(names.size() > 8);
    QCOMPARE(names.removeDuplicates(), 0);
}

void HtmlReportTest::heatLiesOverTheSharedPicture_data()
{
    QTest::addColumn<int>("style");
    QTest::addColumn<bool>("laidOver");
    QTest::addColumn<bool>("colored");
    QTest::newRow("dim") << int(HeatStyle::Dim) << true << false;
    QTest::newRow("map") << int(HeatStyle::Map) << true << true;
    QTest::newRow("frames") << int(HeatStyle::Frames) << false << false;
}
void HtmlReportTest::heatLiesOverTheSharedPicture()
{
    QFETCH(int, style);
    QFETCH(bool, laidOver);
    QFETCH(bool, colored);
    const Annotated a = annotatedAsk();
    const ReportEntry entry{"Ask", &a.request, &a.result};
    const std::string html = htmlReport("History", std::span(&entry, 1), {HeatStyle(style), false, 0.5});
    QCOMPARE(html.find("<mask ") != std::string::npos, laidOver);
    // The heaviest region is not dimmed at all, and has the map's last color.
    QCOMPARE(html.find("fill=\"#000000\"") != std::string::npos, laidOver);
    QCOMPARE(html.find("fill=\"#fde725\"") != std::string::npos, colored);
}

VBS_TEST_MAIN(HtmlReportTest)
#include "html_report_test.moc"
