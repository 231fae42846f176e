#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace vbs;

/// What is checked, and that faults are found, is tested in tests/core/selftest; here, that the command does it all
/// with what comes with the program, and tells by its exit code.
class SelftestCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    CommandOutcome run(const QStringList& arguments) const
    {
        return runVisualBert(QStringList{"selftest", "--quiet"} + arguments,
                             shippedPackEnvironment(m_folder.filePath("cache"), m_folder.filePath("data")));
    }
    /// On the processor, in float32, as quickly as can be.
    static QStringList quick(const QStringList& more)
    {
        return QStringList{"--quick", "--device", "cpu", "--precision", "float32", "--threads", "1"} + more;
    }
    QString write(const char* name, const std::string& text) const
    {
        const QString file = m_folder.filePath(name);
        writeFileAtomically(file.toStdString(), text);
        return file;
    }

private Q_SLOTS:
    void table()
    {
        const CommandOutcome outcome = run({"--list"});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith("reference ") && outcome.out.contains("\nmemory "), qPrintable(outcome.out));
        const CommandOutcome json = run({"--list", "--json"});
        QCOMPARE(Json::parse(json.out.toStdString())["checks"].size(), std::size_t(outcome.out.count('\n')));
    }

    void thisMachineComputesRight()
    {
        const CommandOutcome outcome = run(quick({"--json"}));
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        QCOMPARE(outcome.err, QString());
        const Json document = Json::parse(outcome.out.toStdString());
        QCOMPARE(document["passed"], Json(true));
        std::set<std::string> checks;
        for (const Json& check : document["checks"]) {
            QCOMPARE(check["verdict"], Json("passed"));
            QCOMPARE(check["device"], Json("cpu"));
            checks.insert(check["check"]);
        }
        QCOMPARE(checks, (std::set<std::string>{"explanation", "reference", "scenes"}));
        QVERIFY(document["threads"] == 1 && !document["libtorch"].get<std::string>().empty());
    }

    void aWrongNumberIsFound()
    {
        Json references =
            readJsonFile(std::string(vbs::test::sourceFolder()) + "/resources/selftest/reference-cases.json");
        Json& value = references["cases"][0]["expected"][0]["values"][0];
        value = value.get<double>() + 0.01;
        const CommandOutcome outcome = run(quick({"--references", write("wrong.json", references.dump())}));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.out.contains("\nFAIL  cpu    float32   reference vqa"), qPrintable(outcome.out));
        QVERIFY2(outcome.out.contains("checks passed, 1 failed, in "), qPrintable(outcome.out));
        QCOMPARE(outcome.err, QString("visualbert: error: 1 check failed: reference vqa on cpu in "
                                      "float32: do not trust what this device computes.\n"));
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("cut off") << "{\"cases\": ["
                                 << "broken.json";
        QTest::newRow("without cases") << "{}"
                                       << "broken.json: \"cases\" is missing, or is not a list";
        QTest::newRow("another file's") << R"({"cases": [{"name": "vqa", "head": 7}]})"
                                        << "broken.json: case vqa: \"head\" is missing, or is not a string.";
    }
    void whatCannotBeRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const CommandOutcome outcome = run(quick({"--references", write("broken.json", text.toStdString())}));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.startsWith("visualbert: error: ") && outcome.err.contains(message) &&
                     outcome.err.count('\n') == 1,
                 qPrintable(outcome.err));
    }

    void whatMakesNoSense_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("message");
        QTest::newRow("device") << QStringList{"--device", "tpu"} << 1 << "There is no device \"tpu\"";
        QTest::newRow("precision") << QStringList{"--precision", "float8"} << 2 << "--precision";
        QTest::newRow("pack") << QStringList{"--pack", "no-such-pack"} << 1 << "no-such-pack";
        QTest::newRow("references") << QStringList{"--references", "no-such-file"} << 1 << "no-such-file";
    }
    void whatMakesNoSense()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, message);
        const CommandOutcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    }
};

VBS_TEST_MAIN(SelftestCommandTest)
#include "selftest_command_test.moc"
