#include "core/lesson/lesson_html.h"

#include "core/base/json.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/lesson_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QCryptographicHash>
#include <QTest>

using namespace vbs;
using namespace vbs::test;

namespace {

const std::string kBegin = "<script type=\"application/json\" id=\"lesson\">";

std::string dataText(const std::string& page)
{
    const std::size_t begin = page.find(kBegin) + kBegin.size();
    return page.substr(begin, page.find("</script>", begin) - begin);
}

Json dataOf(const std::string& page)
{
    return Json::parse(dataText(page));
}

/// What stands between two texts.
QByteArray between(const QByteArray& page, const char* begin, const char* end)
{
    const qsizetype from = page.lastIndexOf(begin) + qsizetype(qstrlen(begin));
    return page.mid(from, page.indexOf(end, from) - from);
}

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

class LessonHtmlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noTextBecomesAScript()
    {
        const std::string evil =
            "</script><script>alert(1)</script><!-- ]]> \"'&\u2028\u202e\u200f<img src=x onerror=y>";
        Lesson lesson = wholeLesson();
        lesson.id = lesson.title = lesson.author = lesson.description = evil;
        for (LessonStep& step : lesson.steps) {
            step.title = step.text = step.notes = step.quiz.question = step.quiz.whenRight = evil;
            for (std::string& option : step.quiz.options)
                option = evil;
            if (step.recorded)
                for (Region& region : step.recorded->regions.regions)
                    region.label = evil;
        }
        const std::string page = lessonHtml(lesson, {.notes = true});
        QCOMPARE(count(page, "<script"), std::size_t(2)); // data and program
        QCOMPARE(count(page, "</script"), std::size_t(2));
        QCOMPARE(count(dataText(page), "<"), std::size_t(0));
        QCOMPARE(count(dataText(page), "\u2028"), std::size_t(0));
        const Json data = dataOf(page);
        QCOMPARE(data["title"].get<std::string>(), evil);
        QCOMPARE(data["steps"][1]["quiz"]["options"][0].get<std::string>(), evil);
        for (const Json& step : data["steps"]) {
            const std::string html = step["text"];
            QVERIFY2(html.find("<script") == std::string::npos && html.find("<img src") == std::string::npos,
                     html.c_str());
        }
    }

    void markdownIsTame_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        QTest::newRow("plain") << "a *b* **c**"
                               << "<p>a <em>b</em> <strong>c</strong></p>\n";
        QTest::newRow("link") << "[x](https://a.b/c)"
                              << "<p><a href=\"https://a.b/c\">x</a></p>\n";
        QTest::newRow("script in a link") << "[x](javascript:alert(1))"
                                          << "<p><a href=\"\">x</a></p>\n";
        QTest::newRow("hidden in case") << "[x](JaVaScRiPt:alert(1))"
                                        << "<p><a href=\"\">x</a></p>\n";
        QTest::newRow("data link") << "[x](data:text/html,x)"
                                   << "<p><a href=\"\">x</a></p>\n";
        QTest::newRow("file link") << "<file:///etc/passwd>"
                                   << "<p><a href=\"\">file:///etc/passwd</a></p>\n";
        QTest::newRow("picture of the lesson") << "![a *b*](pictures/drawn.png)"
                                               << "<p><img data-picture=\"pictures/drawn.png\" alt=\"a b\"></p>\n";
        QTest::newRow("picture from elsewhere") << "![a](https://a.b/c.png)"
                                                << "<p>a</p>\n";
        QTest::newRow("picture as data") << "![a](data:image/png;base64,AAAA)"
                                         << "<p>a</p>\n";
        QTest::newRow("description that breaks out") << "![\"><script>](pictures/drawn.png)"
                                                     << "<p><img data-picture=\"pictures/drawn.png\" "
                                                        "alt=\"&quot;&gt;\"></p>\n";
        QTest::newRow("raw block") << "<div onclick=x>hello</div>"
                                   << "<!-- raw HTML omitted -->\n";
    }
    void markdownIsTame()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, html);
        Lesson lesson = wholeLesson();
        lesson.steps[0].text = markdown.toStdString();
        QCOMPARE(QString::fromStdString(dataOf(lessonHtml(lesson))["steps"][0]["text"]), html);
    }

    void thePolicyAllowsItsOwnScriptAlone()
    {
        const QByteArray page = QByteArray::fromStdString(lessonHtml(wholeLesson()));
        const QByteArray script = between(page, "<script>", "</script>"), style = between(page, "<style>", "</style>");
        QVERIFY(script.size() > 10000 && style.size() > 1000);
        const auto hashed = [](const QByteArray& text) {
            return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
        };
        QVERIFY(page.contains("content=\"default-src 'none'; img-src data:; script-src " + hashed(script) +
                              "; style-src " + hashed(style) + "; base-uri 'none'; form-action 'none'\""));
        QVERIFY(!page.contains("http://") || page.count("http://") == page.count("http://www.w3.org/2000/svg"));
        QVERIFY(!page.contains("https://"));
    }

    void numbersAreTheLessons()
    {
        const Lesson lesson = readLesson(dataFile("lessons/tour"));
        const Json data = dataOf(lessonHtml(lesson));
        QCOMPARE(data["steps"].size(), lesson.steps.size());
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            const LessonStep& step = lesson.steps[i];
            const Json& shown = data["steps"][i];
            if (!step.recorded)
                continue;
            const InferenceResult& result = *step.recorded;
            for (std::size_t k = 0; k < result.answers.size(); ++k)
                QCOMPARE(shown["said"][0]["items"][k]["probability"].get<double>(), result.answers[k].probability);
            for (std::size_t k = 0; k < result.phrases.size(); ++k)
                QVERIFY(shown["phrases"][k]["regions"].get<std::vector<double>>() == result.phrases[k].regions);
            for (std::size_t k = 0; k < result.regions.regions.size(); ++k)
                QCOMPARE(shown["regions"][k]["box"][0].get<float>(), result.regions.regions[k].box.x1);
            if (!result.explanation.regions.empty())
                QVERIFY(shown["explanation"]["regions"].get<std::vector<double>>() == result.explanation.regions);
            if (step.look && !step.look->flow.empty())
                QVERIFY(shown["look"]["flow"].get<std::vector<std::vector<double>>>() == step.look->flow);
            if (step.look && step.look->flip)
                QCOMPARE(shown["look"]["flip"]["left"].get<double>(), step.look->flip->left);
        }
    }

    void notesAreForTeachers()
    {
        const Lesson lesson = wholeLesson();
        QVERIFY(!dataOf(lessonHtml(lesson))["steps"][0].contains("notes"));
        QCOMPARE(dataOf(lessonHtml(lesson, {.notes = true}))["steps"][0]["notes"].get<std::string>(),
                 std::string("<p>Say <strong>hello</strong>.</p>\n"));
    }

    void theSameLessonGivesTheSamePage() { QCOMPARE(lessonHtml(wholeLesson()), lessonHtml(wholeLesson())); }

    void pagesAreSmall() { QVERIFY(lessonHtml(readLesson(dataFile("lessons/tour"))).size() < 5'000'000); }
};

VBS_TEST_MAIN(LessonHtmlTest)
#include "lesson_html_test.moc"
