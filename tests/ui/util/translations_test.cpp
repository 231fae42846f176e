#include "tests/support/test_main.h"
#include "tests/ui/translation_texts.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;
using namespace vbs::test;

namespace {

QStringList matchesOf(const char* pattern, const QString& text)
{
    QStringList found;
    for (const QRegularExpressionMatch& match : QRegularExpression(pattern).globalMatch(text))
        found << match.captured(0);
    found.sort();
    return found;
}

/// What a translator must not change, each by its name.
QStringList keptParts(const QString& text)
{
    const QString end = text.trimmed().right(1);
    return {"places " + matchesOf("%L?[1-9n]", text).join(' '), "keys " + QString::number(text.count('&')),
            "end " + (QStringLiteral(".…:?!").contains(end) ? end : QString()),
            "blanks " + matchesOf("^\\s+|\\s+$|\\n|\\t", text).join('|'),
            "file names " + matchesOf("\\(\\*[^)]*\\)", text).join(' ')};
}

} // namespace

/// The files of the window's languages; with the sources, so that no text comes in without its German.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << "en";
        QTest::newRow("de") << "de";
    }

    void everyTextOfTheSourcesIsInIt_data() { everyLanguage_data(); }
    void everyTextOfTheSourcesIsInIt()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        QProcess update;
        update.start("bash", {QString(sourceFolder()) + "/resources/translations/update.sh", folder.path()});
        QVERIFY(update.waitForFinished(120000));
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
        const QString kept = contentsOf(translationFile(language));
        const QString now = contentsOf(folder.filePath(QStringLiteral("visualbert-studio_%1.ts").arg(language)));
        for (const TranslatedText& text : textsIn(folder.filePath("visualbert-studio_" + language + ".ts")))
            QVERIFY2(text.type.isEmpty(), qPrintable(text.context + ": \"" + text.source +
                                                     "\" has no translation: run resources/translations/update.sh, "
                                                     "and translate what is unfinished."));
        QVERIFY2(now == kept, "Run resources/translations/update.sh: texts have gone, or moved.");
    }

    void everyTextIsTranslated_data() { everyLanguage_data(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        const std::vector<TranslatedText> texts = textsIn(translationFile(language));
        QVERIFY(texts.size() > (language == "en" ? 20u : 1000u));
        QStringList wrong;
        for (const TranslatedText& text : texts) {
            if (!text.type.isEmpty() || text.forms.size() != (text.isPlural ? 2 : 1))
                wrong << text.context + ": " + text.source;
            for (const QString& form : text.forms)
                if (form.isEmpty())
                    wrong << text.context + ": " + text.source;
        }
        QCOMPARE(wrong, QStringList());
    }

    void nothingIsLostOrAdded_data() { everyLanguage_data(); }
    void nothingIsLostOrAdded()
    {
        QFETCH(QString, language);
        QStringList wrong;
        for (const TranslatedText& text : textsIn(translationFile(language)))
            for (const QString& form : text.forms)
                if (keptParts(form) != keptParts(text.source))
                    wrong << text.source + " -> " + form;
        QCOMPARE(wrong, QStringList());
    }

    /// core's errors reach the window, which can say in German only what sentence() marks. Training, scenes,
    /// measurements of speed and the selftest are the terminal's.
    void errorsCanBeTranslated()
    {
        const QString core = QString(sourceFolder()) + "/core/";
        static const QRegularExpression plain("Error\\(\\s*ErrorCode::\\w+,\\s*([^;]*?\"[^;]*);");
        static const QRegularExpression ofTheTerminal("^(tuning|picture_book|bench|selftest)/");
        QStringList wrong;
        int seen = 0;
        for (QDirIterator files(core, {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString path = files.next(), name = path.mid(core.size());
            if (name.contains(ofTheTerminal))
                continue;
            for (const QRegularExpressionMatch& match : plain.globalMatch(contentsOf(path))) {
                ++seen;
                if (!match.captured(1).contains("sentence("))
                    wrong << name + ": " + match.captured(1).simplified();
            }
        }
        QCOMPARE(wrong, QStringList());
        QVERIFY2(seen > 300, qPrintable(QString::number(seen)));
    }

    /// As German has them: „so“.
    void germanQuotes()
    {
        QStringList wrong;
        for (const TranslatedText& text : textsIn(translationFile("de")))
            for (const QString& form : text.forms)
                if (form.contains(u'”') || (text.context != "core" && form.count(u'„') != form.count(u'“')))
                    wrong << form;
        QCOMPARE(wrong, QStringList());
    }

    /// The checks above find what they are for.
    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("form");
        QTest::newRow("a place is missing") << "%1 of %2"
                                            << "%1 von";
        QTest::newRow("another place") << "%1 s"
                                       << "%L1 s";
        QTest::newRow("no key") << "&Open"
                                << "Öffnen";
        QTest::newRow("a full stop") << "Done."
                                     << "Fertig";
        QTest::newRow("no dots") << "Open…"
                                 << "Öffnen";
        QTest::newRow("a blank") << " and "
                                 << "und ";
        QTest::newRow("file names") << "Table (*.csv)"
                                    << "Tabelle (*.tsv)";
    }
    void faultsAreFound()
    {
        QFETCH(QString, source);
        QFETCH(QString, form);
        QVERIFY(keptParts(source) != keptParts(form));
        QCOMPARE(keptParts(source), keptParts(source));
    }
};

VBS_TEST_MAIN(TranslationsTest)
#include "translations_test.moc"
