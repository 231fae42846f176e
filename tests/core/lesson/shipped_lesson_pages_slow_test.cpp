#include "core/base/file_io.h"
#include "core/lesson/lesson_html.h"
#include "tests/core/lesson/quiet_page.h"
#include "tests/core/lesson/shipped_claims.h"
#include "tests/support/test_main.h"
#include "tests/support/web_driver.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr std::uintmax_t kLargestPage = 5'000'000;

} // namespace

/// The ten pages of the shipped lessons in a real browser. VBS_SCREENSHOTS names a folder for pictures of every step.
class ShippedLessonPagesSlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = WebDriver::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_driver = std::make_unique<WebDriver>();
        m_driver->start();
        m_driver->resize(1280, 720);
    }
    void cleanupTestCase() { m_driver.reset(); }

    void theyArePlayedByKeys_data()
    {
        QTest::addColumn<std::string>("language");
        QTest::addColumn<std::string>("name");
        for (const char* name : kShippedLessons)
            for (const char* language : {"en", "de"})
                QTest::addRow("%s, %s", name, language) << std::string(language) << std::string(name);
    }
    void theyArePlayedByKeys()
    {
        QFETCH(std::string, language);
        QFETCH(std::string, name);
        const Lesson lesson = shippedLesson(language, name);
        const std::string page = lessonHtml(lesson, {.notes = true});
        qInfo("%s, %s: %.2f MB", name.c_str(), language.c_str(), double(page.size()) / 1e6);
        QVERIFY(page.size() < kLargestPage);
        const std::filesystem::path file = m_folder.filePath("lesson.html").toStdString();
        writeFileAtomically(file, page);
        m_driver->log("browser");
        m_driver->log("performance");
        m_driver->open(file);
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            QCOMPARE(text("return document.querySelector('h1').textContent"),
                     QString::fromStdString(lesson.steps[i].title));
            shoot(language + "-" + name, i, "before");
            m_driver->press("a");
            QVERIFY(text("return document.querySelector('.feedback').textContent").size() > 3);
            QCOMPARE(text("return String(document.querySelectorAll('.said').length)"),
                     QString(lesson.steps[i].recorded ? "1" : "0"));
            QCOMPARE(text("return String(document.querySelectorAll('.look h2').length)"),
                     QString(lesson.steps[i].look ? "1" : "0"));
            QVERIFY(m_driver->run("return document.documentElement.scrollWidth <= innerWidth").get<bool>());
            shoot(language + "-" + name, i, "after");
            m_driver->press(WebDriver::kPageDown);
        }
        QVERIFY(m_driver->run("return document.querySelector('.results') !== null").get<bool>());
        requireQuiet(*m_driver, m_folder.path());
    }

private:
    QString text(const char* script) { return QString::fromStdString(m_driver->run(script).get<std::string>()); }

    void shoot(const std::string& lesson, std::size_t step, const std::string& when)
    {
        const QString folder = qEnvironmentVariable("VBS_SCREENSHOTS");
        if (!folder.isEmpty())
            m_driver->saveScreenshot(std::filesystem::path(folder.toStdString()) /
                                     (lesson + "-" + std::to_string(step + 1) + "-" + when + ".png"));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WebDriver> m_driver;
};

VBS_TEST_MAIN(ShippedLessonPagesSlowTest)
#include "shipped_lesson_pages_slow_test.moc"
