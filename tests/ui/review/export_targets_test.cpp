#include "ui/review/export_targets.h"

#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class ExportTargetsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void proposesNames_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::newRow("file") << "/d/questions.json"
                              << "/d/questions-reviewed.json";
        QTest::newRow("two suffixes") << "/d/a.b.jsonl"
                                      << "/d/a.b-reviewed.jsonl";
        QTest::newRow("folder") << "/d/boxes"
                                << "/d/boxes-reviewed";
        QTest::newRow("folder with a slash") << "/d/boxes/"
                                             << "/d/boxes-reviewed";
        QTest::newRow("none") << ""
                              << "";
    }
    void proposesNames()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QCOMPARE(QString::fromStdString(proposedTarget(source.toStdString()).string()), target);
    }

    void proposesAList()
    {
        QCOMPARE(proposedChanges({"/d/q.json", "/e/a.json", {}}), fs::path("/d/q-changes.csv"));
        QCOMPARE(proposedChanges({{}, "/e/folder/", {}}), fs::path("/e/folder-changes.csv"));
        QCOMPARE(proposedReport({{}, "/e/folder/", {}}), fs::path("/e/folder-report.html"));
    }

    void proposesResults_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("target");
        QTest::newRow("questions") << "vqa-v2"
                                   << "/d/q-predictions.json";
        QTest::newRow("statements") << "nlvr2"
                                    << "/d/q-predictions.csv";
        QTest::newRow("choices") << "vcr"
                                 << "/d/q-predictions.csv";
        QTest::newRow("boxes") << "coco"
                               << "/d/q-predictions.json";
    }
    void proposesResults()
    {
        QFETCH(QString, format);
        QFETCH(QString, target);
        ReviewProject project;
        project.format = format.toStdString();
        project.files.dataset = "/d/q.jsonl";
        QCOMPARE(QString::fromStdString(proposedPredictions(project).string()), target);
    }

    void refusesWhatWouldHarm_data()
    {
        QTest::addColumn<QStringList>("names"); // of the data set, its annotations, the list, the report, the answers
        QTest::addColumn<QString>("says");
        QTest::newRow("all apart") << QStringList{"q2.json", "a2.json", "c.csv"} << "";
        QTest::newRow("JSON") << QStringList{"q2.json", "a2.json", "c.json"} << "";
        QTest::newRow("another suffix") << QStringList{"q2.json", "a2.json", "c.txt"}
                                        << "should end with .csv or .json";
        QTest::newRow("one file") << QStringList{"q2.json", "q2.json", ""} << "named twice";
        QTest::newRow("in other words") << QStringList{"q2.json", "a2.json", "x/../a2.json"} << "named twice";
        QTest::newRow("the project") << QStringList{"p.vbsreview", "a2.json", ""} << "review project itself";
        QTest::newRow("a source") << QStringList{"a.json", "a2.json", ""} << "is the data set itself";
        QTest::newRow("a list in a source") << QStringList{"q2.json", "a2.json", "q.json"} << "is the data set itself";
        QTest::newRow("all of them") << QStringList{"q2.json", "a2.json", "c.json", "r.html", "p.json"} << "";
        QTest::newRow("a report of another suffix")
            << QStringList{"q2.json", "a2.json", "", "r.txt"} << "should end with .html";
        QTest::newRow("answers in the list")
            << QStringList{"q2.json", "a2.json", "c.json", "", "c.json"} << "named twice";
        QTest::newRow("answers in a source")
            << QStringList{"q2.json", "a2.json", "", "", "a.json"} << "is the data set itself";
        QTest::newRow("a link to a source") << QStringList{"link.json", "a2.json", ""} << "is the data set itself";
    }
    void refusesWhatWouldHarm()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, says);
        for (const char* each : {"q.json", "a.json", "p.vbsreview"})
            write(each, "");
        std::error_code code;
        fs::create_symlink(path("q.json"), path("link.json"), code);
        const auto at = [&](int i) { return names.value(i).isEmpty() ? fs::path() : path(qPrintable(names[i])); };
        ReviewProject project;
        project.files = {path("q.json"), path("a.json"), {}};
        const QString message = messageOf([&] {
            requireSafe({{at(0), at(1), {}}, at(2), at(3), at(4)}, project, path("p.vbsreview").string());
        });
        QVERIFY2(says.isEmpty() ? message.isEmpty() : message.contains(says), qPrintable(message));
    }

    void knowsWhatIsTaken()
    {
        write("there.json", "");
        write("full/x", "");
        fs::create_directory(path("empty"));
        QVERIFY(takenTargets({{path("free.json"), path("empty"), {}}, {}}).empty());
        QCOMPARE(takenTargets({{path("free.json"), {}, {}}, {}, path("there.json"), path("full/x")}),
                 (std::vector<fs::path>{path("there.json"), path("full/x")}));
        QCOMPARE(takenTargets({{path("there.json"), path("full"), {}}, path("free.csv")}),
                 (std::vector<fs::path>{path("there.json"), path("full")}));
    }
};

VBS_TEST_MAIN(ExportTargetsTest)
#include "export_targets_test.moc"
