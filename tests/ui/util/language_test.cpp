#include "ui/util/language.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json_builder.h"
#include "tests/support/test_main.h"
#include "ui/settings/app_settings.h"
#include "ui/util/core_text.h"
#include "ui/util/date_text.h"
#include "ui/util/qt_bridge.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { speak("en"); }

    void choicesComeToALanguage_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("expected");
        QTest::newRow("German") << "de"
                                << "de";
        QTest::newRow("English") << "en"
                                 << "en";
        QTest::newRow("the system, which says C") << "system"
                                                  << "en";
        QTest::newRow("not spoken") << "fr"
                                    << "en";
        QTest::newRow("nonsense") << "../de"
                                  << "en";
    }

    void choicesComeToALanguage()
    {
        QFETCH(QString, choice);
        QTEST(languageOf(choice), "expected");
        speak(choice);
        QTEST(spokenLanguage(), "expected");
    }

    void textsNumbersAndDates()
    {
        const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0)), later = noon.addDays(60);
        QCOMPARE(timingText(1400), QString("1.4 s"));
        QCOMPARE(dateText(noon, later), QString("1 Mar"));
        speak("de");
        QCOMPARE(timingText(1400), QString("1,4 s"));
        QCOMPARE(percentText(0.93), QString("93 %"));
        QCOMPARE(dateText(noon, later), QString("1. März"));
        QCOMPARE(QLocale().toString(214354), QString("214.354"));
        speak("en");
        QCOMPARE(timingText(1400), QString("1.4 s"));
    }

    void pluralsAreWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << "en" << 0 << "0 regions";
        QTest::newRow("one") << "en" << 1 << "1 region";
        QTest::newRow("two") << "en" << 2 << "2 regions";
        QTest::newRow("German, none") << "de" << 0 << "0 Regionen";
        QTest::newRow("German, one") << "de" << 1 << "1 Region";
        QTest::newRow("German, two") << "de" << 2 << "2 Regionen";
    }

    void pluralsAreWhole()
    {
        QFETCH(QString, language);
        QFETCH(int, count);
        speak(language);
        QTEST(QCoreApplication::translate("vbs::RegionText", "%n region(s)", nullptr, count), "expected");
    }

    void qtsOwnTextsGoAlong()
    {
        speak("de");
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_de.qm"))
            QSKIP("Qt's own translations are not installed (qt6-translations-l10n).");
        const QDialogButtonBox box(QDialogButtonBox::Cancel);
        QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove('&'), QString("Abbrechen"));
        QCOMPARE(QKeySequence("Ctrl+O").toString(QKeySequence::NativeText), QString("Strg+O"));
    }

    void errorsOfCore()
    {
        const ErrorInfo problem = infoOf(Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", "/a%2b")));
        const ErrorInfo nested =
            infoOf(Error(ErrorCode::CorruptData, sentence("%1 is not valid JSON: %2", "x", sentence("it is empty."))));
        const ErrorInfo foreign{ErrorCode::Internal, "What a library says."};
        QCOMPARE(problemText(problem), QString("/a%2b does not exist."));
        speak("de");
        QCOMPARE(problemText(problem), QString("/a%2b ist nicht vorhanden."));
        QCOMPARE(problemText(nested), QString("x ist kein gültiges JSON: Die Datei ist leer."));
        QCOMPARE(problemText(foreign), QString("What a library says."));
        QCOMPARE(problem.message, std::string("/a%2b does not exist.")); // on the command line
    }

    /// Other programs and older releases read them.
    void filesNeverFollow()
    {
        const QTemporaryDir folder;
        const auto written = [&](const QString& name) {
            AppSettings settings(folder.filePath(name));
            settings.heatmapOpacity.set(35);
            settings.layer.set(1234);
            settings.language.set("de");
            settings.sync();
            const OrderedJson json = {{"share", 0.25}, {"count", 1234567}};
            return readTextFile(toPath(folder.filePath(name))) + jsonText(json, 1);
        };
        const std::string english = written("a.ini");
        speak("de");
        QCOMPARE(written("b.ini"), english);
        QVERIFY(english.find("0.25") != std::string::npos && english.find("1234567") != std::string::npos);
    }
};

VBS_TEST_MAIN(LanguageTest)
#include "language_test.moc"
