#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace vbs::test {

/// Pages for man and completion for bash, as they are installed.
class ManualTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_manual = QString(programFolder()) + "/../manual/";

    static QString output(const QString& program, const QStringList& arguments, const QString& folder = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("MANWIDTH", "100");
        environment.insert("MANROFFOPT", "-ww"); // every warning
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(folder);
        process.start(program, arguments);
        return process.waitForFinished(60000) && process.exitCode() == 0 ? QString::fromUtf8(process.readAll())
                                                                         : "failed: " + process.readAll();
    }

    /// As readline asks for it: the line so far, of which the last word is completed.
    QStringList completed(const QString& program, const QStringList& words) const
    {
        const QString script = R"(
            source "$1"; shift
            registered=$(complete -p "$1") || exit 1
            function=${registered#*-F }; function=${function%% *}
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            "$function" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            ((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}")";
        const QString said =
            output("bash", QStringList{"--norc", "-c", script, "bash", m_manual + program + ".bash", program} + words,
                   m_folder.path());
        return said.split('\n', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name : {"a picture.png", "other.txt"}) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    /// "visualbert --document markdown > resources/help/commands.md" makes it anew.
    void theHelpPageIsOfToday()
    {
        QFile page(QString::fromStdString(sourceFolder()) + "/resources/help/commands.md");
        QVERIFY(page.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(page.readAll()),
                 output(QString(programFolder()) + "/visualbert", {"--document", "markdown"}));
    }

    void pagesRead_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("command line") << "visualbert"
                                      << QStringList{"visualbert ask [options] image question",
                                                     "--heat-style TEXT",
                                                     "One of dim, frames, map. Default: dim.",
                                                     "INT in [1 - 10000].",
                                                     "visualbert train detector",
                                                     "--layers",
                                                     "EXIT STATUS",
                                                     "coco: --dataset its instances;"};
        QTest::newRow("window") << "visualbert-studio"
                                << QStringList{"visualbert-studio [options] [pictures...]",
                                               "--new-window, --new-instance", "One of review, lesson.", "VBS_LESSONS"};
    }
    void pagesRead()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, says);
        if (QStandardPaths::findExecutable("man").isEmpty())
            QSKIP("man is not installed.");
        const QString page = output("man", {"--warnings", "-P", "cat", "-l", m_manual + program + ".1.gz"});
        QVERIFY2(page.contains(program.toUpper() + "(1)"), qPrintable(page.left(300)));
        QVERIFY2(!page.contains("warning:"), qPrintable(page.left(2000))); // troff's, before the page
        const QString line = page.simplified();                            // the page's lines break where there is room
        for (const QString& text : says)
            QVERIFY2(line.contains(text), qPrintable(text));
    }

    /// No second list of options: what --help prints of every command stands in the page, too.
    void nothingIsLeftOut_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("ask") << "visualbert" << QStringList{"ask"};
        QTest::newRow("look") << "visualbert" << QStringList{"look"};
        QTest::newRow("train finetune") << "visualbert" << QStringList{"train", "finetune"};
        QTest::newRow("review decide") << "visualbert" << QStringList{"review", "decide"};
        QTest::newRow("packs") << "visualbert" << QStringList{"packs"};
        QTest::newRow("all") << "visualbert" << QStringList();
        QTest::newRow("window") << "visualbert-studio" << QStringList();
    }
    void nothingIsLeftOut()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, command);
        const QString help = output(QString(programFolder()) + '/' + program, command + QStringList{"--help"});
        static const QRegularExpression entry("^ +(--?[a-z][a-z-]*|[a-z]+(?= {4,}))",
                                              QRegularExpression::MultilineOption);
        const QStringList proposed =
            completed(program, command + QStringList{"-"}) + completed(program, command + QStringList{""});
        int count = 0;
        for (auto matches = entry.globalMatch(help); matches.hasNext(); ++count) {
            const QString name = matches.next().captured(1);
            const bool isArgument = !name.startsWith('-') && !command.isEmpty() && command != QStringList{"packs"};
            if (!isArgument && name != "--help-all" && name != "pictures")
                QVERIFY2(proposed.contains(name), qPrintable(name + " is not among " + proposed.join(' ')));
        }
        QVERIFY(count > 3);
    }

    void completes_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("expected");
        const QStringList files{"a picture.png", "other.txt"};
        const QString cli = "visualbert", window = "visualbert-studio";
        QTest::newRow("command") << cli << QStringList{"co"} << QStringList{"compare", "convert"};
        QTest::newRow("command in a command") << cli << QStringList{"train", "p"} << QStringList{"picture-book"};
        QTest::newRow("option") << cli << QStringList{"ask", "--hea"}
                                << QStringList{"--head", "--heatmap", "--heat-style"};
        QTest::newRow("option of a group") << cli << QStringList{"look", "--po"} << QStringList{"--points"};
        QTest::newRow("value") << cli << QStringList{"ask", "--explain", "r"} << QStringList{"rollout", "relevance"};
        QTest::newRow("value after =") << cli << QStringList{"ask", "--explain", "=", "o"} << QStringList{"occlusion"};
        QTest::newRow("all values after =")
            << cli << QStringList{"ask", "--heat-style", "="} << QStringList{"dim", "frames", "map"};
        QTest::newRow("number") << cli << QStringList{"ask", "--top", ""} << QStringList();
        QTest::newRow("file") << cli << QStringList{"ask", "--heatmap", ""} << files;
        QTest::newRow("picture") << cli << QStringList{"ask", "a"} << files.mid(0, 1);
        QTest::newRow("a value that is a command")
            << cli << QStringList{"ask", "--pack", "train", "--js"} << QStringList{"--json"};
        QTest::newRow("window's option") << window << QStringList{"--new"}
                                         << QStringList{"--new-window", "--new-instance"};
        QTest::newRow("window's value") << window << QStringList{"--language", ""} << QStringList{"system", "en", "de"};
        QTest::newRow("window's file") << window << QStringList{"o"} << files.mid(1);
    }
    void completes()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, words);
        QFETCH(QStringList, expected);
        QStringList found = completed(program, words);
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::ManualTest)
#include "manual_test.moc"
