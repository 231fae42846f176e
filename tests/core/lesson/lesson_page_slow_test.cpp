#include "core/base/file_io.h"
#include "core/engine/region_name.h"
#include "core/lesson/lesson_answers.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_html.h"
#include "tests/core/lesson/quiet_page.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/web_driver.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr const char* kFeedback = "return document.querySelector('.feedback').className + '|' + "
                                  "document.querySelector('.feedback').textContent";
constexpr const char* kPlace = "return document.getElementById('place').textContent";

} // namespace

/// The page of the fixture in a real browser. VBS_SCREENSHOTS names a folder for pictures of every step.
class LessonPageSlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = WebDriver::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_lesson = readLesson(dataFile("lessons/tour"));
        m_driver = std::make_unique<WebDriver>();
        m_driver->start();
        m_driver->resize(1280, 720);
    }
    void cleanupTestCase() { m_driver.reset(); }

    void init() { open(LessonLanguage::English); }

    void everyStepIsPlayedByKeys_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyStepIsPlayedByKeys()
    {
        QFETCH(bool, dark);
        m_driver->preferDark(dark);
        open(LessonLanguage::English);
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) {
            const LessonStep& step = m_lesson.steps[i];
            QCOMPARE(text(kPlace), QString("Step %1 of 14").arg(i + 1));
            QCOMPARE(text("return document.querySelector('h1').textContent"), QString::fromStdString(step.title));
            if (i > 0)
                QCOMPARE(text("return document.activeElement.tagName"), QString("H1"));
            shoot(dark, i, "before");
            m_driver->press("a");
            QCOMPARE(text("return String(document.querySelectorAll('.said').length)"),
                     QString(step.recorded ? "1" : "0"));
            QCOMPARE(text("return String(document.querySelectorAll('.look').length)"), QString(step.look ? "1" : "0"));
            checkBars(step);
            QVERIFY(m_driver->run("return document.documentElement.scrollWidth <= innerWidth").get<bool>());
            shoot(dark, i, "after");
            m_driver->press(WebDriver::kRight);
        }
        QCOMPARE(text(kPlace), QString("Your results"));
        shoot(dark, m_lesson.steps.size(), "results");
        m_driver->press(WebDriver::kHome);
        m_driver->press(WebDriver::kLeft);
        QCOMPARE(text(kPlace), QString("Step 1 of 14"));
        m_driver->press(WebDriver::kPageDown);
        QCOMPARE(text(kPlace), QString("Step 2 of 14"));
        requireQuiet(*m_driver, m_folder.path());
    }

    void predictions()
    {
        goTo(1);
        QCOMPARE(text("return String(document.querySelectorAll('.said').length)"), QString("0"));
        m_driver->click("button[type=submit]");
        QCOMPARE(text(kFeedback), QString("feedback bad|Give an answer first."));
        choose({0});
        QCOMPARE(text(kFeedback), QString("feedback bad|Not quite.Look at the bars."));
        QCOMPARE(text("return String(document.querySelectorAll('.said').length)"), QString("1"));
        choose({1});
        QCOMPARE(text(kFeedback), QString("feedback good|Right.You see what it sees."));
        requireQuiet(*m_driver, m_folder.path());
    }

    void regionsAreClicked()
    {
        goTo(2);
        const LessonStep& step = m_lesson.steps[2];
        const std::size_t right = step.quiz.right.at(0);
        clickRegion(right == 1 ? 2 : 1);
        QCOMPARE(text(kFeedback), QString("feedback bad|Not quite.Try again, or show the answer."));
        clickRegion(right);
        QCOMPARE(text(kFeedback), QString("feedback good|Right."));
        QVERIFY(text("return document.querySelector('.hover').textContent")
                    .startsWith(QString::fromStdString(nameOf(step.recorded->regions.regions[right]))));
        requireQuiet(*m_driver, m_folder.path());
    }

    void oneSeveralAndText()
    {
        goTo(3);
        choose({0});
        QCOMPARE(text(kFeedback), QString("feedback bad|Not quite.Try again, or show the answer."));
        choose({1});
        QCOMPARE(text(kFeedback), QString("feedback good|Right.Earlier layers are a hint, no more."));
        goTo(4);
        choose({0});
        QVERIFY(text(kFeedback).startsWith("feedback bad|"));
        choose({1});
        QVERIFY(text(kFeedback).startsWith("feedback good|"));
        goTo(5);
        m_driver->click("input[type=text]");
        m_driver->typeText("apple");
        m_driver->press(WebDriver::kRight); // which stays in the field
        m_driver->press(WebDriver::kEnter);
        QVERIFY(text(kFeedback).startsWith("feedback bad|"));
        QCOMPARE(text(kPlace), QString("Step 6 of 14"));
        m_driver->run("document.querySelector('input[type=text]').value = ' ÓRANGE!! '");
        m_driver->press(WebDriver::kEnter);
        QVERIFY(text(kFeedback).startsWith("feedback good|"));
        requireQuiet(*m_driver, m_folder.path());
    }

    void textsAreForgivenAsInTheProgram_data()
    {
        QTest::addColumn<QString>("given");
        for (const char* given : {"Café", "  two \t  words\n", "a\u00a0\u2003b", "Der Löwe!?.", "it's 3.5", "Straße",
                                  "\u200fred\u200e", " ! ", "\u0130stanbul", "a\u2028b", "50 %", "x$", "\v\fy"})
            QTest::newRow(given) << QString::fromUtf8(given);
    }
    void textsAreForgivenAsInTheProgram()
    {
        QFETCH(QString, given);
        QCOMPARE(m_driver->run("return forgiving(arguments[0])", {given.toStdString()}).get<std::string>(),
                 forgivingText(given.toStdString()));
    }

    void sharesAreRoundedAsInTheProgram()
    {
        for (const double share : {0., 1., .1225, .1235, .12345, .99951, 1e-9, .0005, .00249999, 1. / 3, .625e-2}) {
            char expected[32];
            std::snprintf(expected, sizeof expected, "%.1f\u00a0%%", 100 * share);
            QCOMPARE(m_driver->run("return percent(arguments[0])", {share}).get<std::string>(), std::string(expected));
        }
    }

    void resultsAreSaved()
    {
        goTo(3);
        choose({0});
        choose({1});
        m_driver->press(WebDriver::kEnd);
        m_driver->click("#student");
        m_driver->typeText("=Ada");
        m_driver->click(".results button");
        const std::filesystem::path file = m_driver->downloads() / "tour-results.csv";
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(file), 30000);
        const std::string csv = readTextFile(file);
        QVERIFY2(
            csv.find("tour,A tour of every kind of step,'=Ada,4,Layer by layer,one,Which layer was the head taught "
                     "on?,The last,1,2,") != std::string::npos,
            csv.c_str());
        QVERIFY(csv.find("lesson,title,student,step,") == 3); // after the byte order mark
        requireQuiet(*m_driver, m_folder.path());
    }

    void germanLessonsSpeakGerman()
    {
        open(LessonLanguage::German);
        QCOMPARE(text(kPlace), QString("Schritt 1 von 14"));
        QCOMPARE(text("return document.documentElement.lang"), QString("de"));
        QVERIFY(m_driver
                    ->run("const a = Object.keys(TEXTS.en), b = Object.keys(TEXTS.de);"
                          "return a.length === b.length && a.every((key, i) => key === b[i])")
                    .get<bool>());
        requireQuiet(*m_driver, m_folder.path());
    }

    void notesComeOnTheirKey()
    {
        open(LessonLanguage::English, true);
        QVERIFY(m_driver->run("return document.querySelector('.notes').hidden").get<bool>());
        m_driver->press("n");
        QVERIFY(!m_driver->run("return document.querySelector('.notes').hidden").get<bool>());
    }

    void readersFindTheirWay()
    {
        for (std::size_t i = 0; i <= m_lesson.steps.size(); ++i) {
            goTo(i);
            m_driver->press("a");
            const Json nameless = m_driver->run(
                "return [...document.querySelectorAll('button, input, select, a, svg[role], canvas[role]')].filter("
                "(e) => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length)))"
                ".map((e) => e.outerHTML)");
            QVERIFY2(nameless.empty(), nameless.dump().c_str());
            QCOMPARE(text("return String(document.querySelectorAll('main').length) + "
                          "document.querySelectorAll('header').length + document.querySelectorAll('h1').length"),
                     QString("111"));
        }
    }

private:
    void open(LessonLanguage language, bool notes = false)
    {
        Lesson lesson = m_lesson;
        lesson.language = language;
        const std::filesystem::path page = m_folder.filePath("lesson.html").toStdString();
        writeFileAtomically(page, lessonHtml(lesson, {.notes = notes}));
        m_driver->log("browser");
        m_driver->log("performance");
        m_driver->open(page);
    }

    QString text(const char* script) { return QString::fromStdString(m_driver->run(script).get<std::string>()); }

    void goTo(std::size_t step)
    {
        m_driver->press(WebDriver::kHome);
        for (std::size_t i = 0; i < step; ++i)
            m_driver->press(WebDriver::kPageDown);
    }

    /// Clicks options and checks the answer.
    void choose(const std::vector<int>& options)
    {
        for (const int option : options)
            m_driver->click(".option:nth-of-type(" + std::to_string(option + 1) + ") input");
        m_driver->click("button[type=submit]");
    }

    /// In a corner where no smaller region is.
    void clickRegion(std::size_t region)
    {
        const RegionSet& set = m_lesson.steps[2].recorded->regions;
        const Box box = set.regions[region].box;
        for (float x = box.x1 + 1; x < box.x2; x += 1)
            for (float y = box.y1 + 1; y < box.y2; y += 1)
                if (regionAt(set, x, y) == int(region)) {
                    const Json place = m_driver->run(
                        "const p = document.querySelector('.picture svg').getBoundingClientRect();"
                        "return [p.left + arguments[0] * p.width / 320, p.top + arguments[1] * p.height / 240]",
                        {x, y});
                    m_driver->point(int(place[0].get<double>()), int(place[1].get<double>()), true);
                    return;
                }
        QFAIL("The region lies under others.");
    }

    /// The bars' numbers are the lesson's, as printf rounds them.
    void checkBars(const LessonStep& step)
    {
        if (!step.recorded || step.recorded->answers.empty())
            return;
        const Json shown = m_driver->run(
            "return [...document.querySelectorAll('.said .bars li')].map((e) => [e.querySelector('.label').textContent,"
            " e.querySelector('.value').textContent])");
        for (std::size_t i = 0; i < step.recorded->answers.size(); ++i) {
            char expected[32];
            std::snprintf(expected, sizeof expected, "%.1f\u00a0%%", 100 * step.recorded->answers[i].probability);
            QCOMPARE(shown.at(i).at(0).get<std::string>(), step.recorded->answers[i].text);
            QCOMPARE(shown.at(i).at(1).get<std::string>(), std::string(expected));
        }
    }

    void shoot(bool dark, std::size_t step, const std::string& when)
    {
        const QString folder = qEnvironmentVariable("VBS_SCREENSHOTS");
        if (!folder.isEmpty())
            m_driver->saveScreenshot(std::filesystem::path(folder.toStdString()) /
                                     ((dark ? "dark-" : "light-") + std::to_string(step + 1) + "-" + when + ".png"));
    }

    QTemporaryDir m_folder;
    Lesson m_lesson;
    std::unique_ptr<WebDriver> m_driver;
};

VBS_TEST_MAIN(LessonPageSlowTest)
#include "lesson_page_slow_test.moc"
