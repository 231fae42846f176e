#include "core/report/annotate_svg.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/report/xml_text.h"
#include "tests/core/report/annotate_fixture.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cstdlib>

using namespace vbs;
using namespace vbs::fixture;

namespace {

struct Document {
    bool valid = false;
    QString error;
    QMap<QString, int> elements;
    QStringList texts, pictures;
    int width = 0, height = 0;
};

Document parse(const std::string& svg)
{
    Document document;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        ++document.elements[name];
        if (name == "svg") {
            document.width = reader.attributes().value("width").toInt();
            document.height = reader.attributes().value("height").toInt();
        } else if (name == "image") {
            document.pictures << reader.attributes().value("http://www.w3.org/1999/xlink", "href").toString();
        } else if (name == "text") {
            document.texts << reader.readElementText();
        }
    }
    document.valid = !reader.hasError();
    document.error = reader.errorString();
    return document;
}

std::string svgOf(const Annotated& a)
{
    return annotateSvg(a.request, a.result, optionsFor(a.result));
}

} // namespace

class AnnotateSvgTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSizeAsThePicture();
    void textsAreText();
    void embedsThePicture();
    void noScaleWithoutRegions_data();
    void noScaleWithoutRegions();
    void escapesEverything();
    void xmlText_data();
    void xmlText();
    void refusesWhatDoesNotFit();
};

void AnnotateSvgTest::sameSizeAsThePicture()
{
    int number = 0;
    for (const Annotated& a : annotatedOfEveryTask()) {
        const std::string svg = svgOf(a);
        if (const char* start = std::getenv("VBS_SAVE_ANNOTATED_TASKS")) { // to look at them
            QFile file(QString("%1%2.svg").arg(start).arg(number++));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(svg.data(), qint64(svg.size()));
        }
        const Document document = parse(svg);
        QVERIFY2(document.valid, qPrintable(document.error));
        const RgbImage image = annotateResult(a.request, a.result, optionsFor(a.result));
        QCOMPARE(document.width, image.width);
        QCOMPARE(document.height, image.height);
    }
}

void AnnotateSvgTest::textsAreText()
{
    const Document document = parse(svgOf(annotatedAsk()));
    for (const char* text : {"What colour is the square to the left of the large blue box?", "dark red", "91 %",
                             "red square", "relevance", "41 %"})
        QVERIFY2(document.texts.contains(QString(text)), text);
    QCOMPARE(document.elements["clipPath"], 1);
    QCOMPARE(document.elements.value("linearGradient"), 0);
    Annotated a = annotatedAsk();
    AnnotationOptions options = optionsFor(a.result);
    options.look.style = HeatStyle::Map;
    QCOMPARE(parse(annotateSvg(a.request, a.result, options)).elements["linearGradient"], 1);
}

void AnnotateSvgTest::embedsThePicture()
{
    Annotated a = annotatedAsk();
    a.result.explanation.regions.clear();
    Document document = parse(svgOf(a));
    QCOMPARE(document.pictures.size(), 1);
    const QString start = "data:image/png;base64,";
    QVERIFY(document.pictures[0].startsWith(start));
    const QByteArray png = QByteArray::fromBase64(document.pictures[0].mid(start.size()).toLatin1());
    const RgbImage image =
        decodeImage({reinterpret_cast<const std::uint8_t*>(png.data()), std::size_t(png.size())}, "it");
    QCOMPARE(image.width, 960);
    QCOMPARE(image.row(450)[3 * 180], std::uint8_t(200)); // the square's red
    QCOMPARE(parse(svgOf(annotatedCompare())).pictures.size(), 2);
    QCOMPARE(parse(svgOf(annotatedFind(5))).pictures.size(), 7); // the whole, five phrases, the explanation
}

void AnnotateSvgTest::noScaleWithoutRegions_data()
{
    QTest::addColumn<int>("style");
    for (const HeatStyleInfo& info : heatStyles())
        QTest::addRow("%s", info.name.data()) << int(info.style);
}

/// The whole picture alone: no "0 %" on a scale of nothing.
void AnnotateSvgTest::noScaleWithoutRegions()
{
    QFETCH(int, style);
    for (Annotated a : {annotatedAsk(), annotatedFind(2)}) {
        a.result.explanation.tokens = {0.9, 0.05};
        const auto texts = [&] {
            AnnotationOptions options = optionsFor(a.result);
            options.look.style = HeatStyle(style);
            return parse(annotateSvg(a.request, a.result, options)).texts;
        };
        const int before = int(texts().size());
        a.result.regions.regions.resize(1);
        a.result.explanation.regions.resize(1);
        for (PhraseRegions& phrase : a.result.phrases)
            phrase.regions.resize(1);
        const QStringList without = texts();
        QVERIFY(before >= int(without.size()) + 3);
        if (a.result.phrases.empty()) {
            const QRegularExpression nothing("^0(\\.0)? %$");
            QVERIFY2(without.filter(nothing).isEmpty(), qPrintable(without.join('\n')));
            QVERIFY(without.contains("regions 5.0 %") && without.contains("words 95 %"));
        } else {
            QVERIFY2(!without.contains("probability"), qPrintable(without.join('\n'))); // the scale's title
        }
    }
}

void AnnotateSvgTest::escapesEverything()
{
    Annotated a = annotatedAsk();
    a.request.text = "Is <b>\"1 & 2\"</b> 'it'?\x01\xff";
    a.result.answers[0].text = "</text><script>alert(1)</script>";
    a.result.regions.regions[1].label = "<&>";
    const Document document = parse(svgOf(a));
    QVERIFY2(document.valid, qPrintable(document.error));
    QCOMPARE(document.elements.value("script"), 0);
    QVERIFY(document.texts.contains(QString::fromUtf8("Is <b>\"1 & 2\"</b> 'it'?\uFFFD\uFFFD")));
    QVERIFY(document.texts.contains(QString("red <&>")));
}

void AnnotateSvgTest::xmlText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("caf\xc3\xa9") << QByteArray("caf\xc3\xa9");
    QTest::newRow("markup") << QByteArray("<a href=\"x\">'&'</a>")
                            << QByteArray("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    QTest::newRow("line breaks") << QByteArray("a\n\tb") << QByteArray("a\n\tb");
    QTest::newRow("controls") << QByteArray("\x00\x1b", 2) << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("no character") << QByteArray("\xef\xbf\xbf") << QByteArray("\xef\xbf\xbd");
    QTest::newRow("not UTF-8") << QByteArray("a\xe9z") << QByteArray("a\xef\xbf\xbdz");
}

void AnnotateSvgTest::xmlText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(vbs::xmlText(text.toStdString())), expected);
}

void AnnotateSvgTest::refusesWhatDoesNotFit()
{
    Annotated a = annotatedAsk();
    a.result.explanation.regions.pop_back();
    QVERIFY_EXCEPTION_THROWN(svgOf(a), Error);
    a.request.image = nullptr;
    QVERIFY_EXCEPTION_THROWN(svgOf(a), Error);
}

VBS_TEST_MAIN(AnnotateSvgTest)
#include "annotate_svg_test.moc"
