#include "core/base/json.h"
#include "core/base/random.h"
#include "core/datasets/nlvr2.h"
#include "core/metrics/label_metrics.h"
#include "core/metrics/metric_files.h"
#include "tests/core/metrics/figures.h"
#include "tests/core/metrics/vcr_files.h"
#include "tests/support/message_of.h"
#include "tests/support/reference_data.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/support/text_files.h"

#include <cmath>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class LabelMetricsTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void nlvr2EqualsTheChallenge()
    {
        const fs::path dev = referenceFolder().empty() ? fs::path() : referenceFolder() / "datasets/nlvr2/dev.json";
        if (dev.empty() || !fs::exists(dev))
            QSKIP("VBS_REFERENCE_DIR names no folder with NLVR2's development annotations.");
        const Json expected = readJsonFile(dataFile("metrics/nlvr2/expected.json"));
        const MetricReport report = nlvr2FilesReport(dev, dataFile("metrics/nlvr2/predictions.csv"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "accuracy").value, expected.at("accuracy").get<double>());
        QCOMPARE(figureOf(report.figures, "consistency").value, expected.at("consistency").get<double>());
        QCOMPARE(figureOf(report.figures, "accuracy").count, expected.at("items").get<std::size_t>());
        QCOMPARE(report.items.size(), expected.at("items").get<std::size_t>());
    }

    /// By hand: of six statements four are right; of three sentences, one in every pair.
    void nlvr2CountsSentencesOverTheirPairs()
    {
        std::string data, results;
        const std::vector<std::array<const char*, 3>> rows{{"t-1-0-0", "True", "True"},  {"t-1-1-0", "False", "FALSE"},
                                                           {"t-1-0-1", "True", "False"}, {"t-1-1-1", "False", "false"},
                                                           {"t-2-0-0", "True", "true"},  {"t-2-3-0", "True", "False"}};
        for (const auto& [id, label, verdict] : rows) {
            data += std::string("{\"identifier\":\"") + id + "\",\"sentence\":\"s\",\"label\":\"" + label + "\"}\n";
            results = std::string(id) + "," + verdict + ",0.75\r\n" + results;
        }
        const MetricReport report = nlvr2FilesReport(write("n.json", data), write("n.csv", results), {200, 3});
        QCOMPARE(figureOf(report.figures, "accuracy").value, 4 / 6.);
        QCOMPARE(figureOf(report.figures, "accuracy").rounded, 66.67);
        QCOMPARE(figureOf(report.figures, "consistency").value, 1 / 3.);
        QCOMPARE(figureOf(sliceOf(report, "by label"), "false").value, 1.);
        QCOMPARE(figureOf(sliceOf(report, "by label"), "true").value, .5);
        const auto interval = figureOf(report.figures, "accuracy").interval;
        QVERIFY(interval && interval->low == .5 && interval->high == .75); // the two sets: 3 of 4, 1 of 2
        QCOMPARE(report.confusions.at(0).count, std::size_t(2));
        QCOMPARE(report.confusions.at(0).truth, std::string("true"));
    }

    void whatHasNoResultMayBeLeftOut()
    {
        const fs::path data = write("p.json", "{\"identifier\":\"t-1-0-0\",\"sentence\":\"s\",\"label\":\"True\"}\n"
                                              "{\"identifier\":\"t-1-1-0\",\"sentence\":\"s\",\"label\":\"True\"}\n");
        const fs::path results = write("p.csv", "t-1-0-0,True\n");
        QVERIFY(vbs::test::messageOf([&] { nlvr2FilesReport(data, results, kNoIntervals); }).contains("lacks"));
        const MetricReport report = nlvr2FilesReport(data, results, kNoIntervals, true);
        QCOMPARE(figureOf(report.figures, "accuracy").value, 1.);
        QCOMPARE(figureOf(report.figures, "accuracy").count, std::size_t(1));
        QCOMPARE(report.remarks, std::vector<std::string>{"1 statement has no result and is left out."});
    }

    void sentencesAreToldByAllButTheThirdField_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("group");
        QTest::newRow("as published") << "dev-850-0-1"
                                      << "dev-850--1";
        QTest::newRow("more fields") << "dev-850-0-1-x"
                                     << "dev-850--1-x";
        QTest::newRow("three fields") << "dev-850-0"
                                      << "dev-850-";
        QTest::newRow("two fields") << "dev-850"
                                    << "dev-850";
        QTest::newRow("one field") << "own"
                                   << "own";
        QTest::newRow("nothing in it") << "--"
                                       << "--";
    }
    void sentencesAreToldByAllButTheThirdField()
    {
        QFETCH(QString, identifier);
        QFETCH(QString, group);
        QCOMPARE(QString::fromStdString(nlvr2ConsistencyGroupOf(identifier.toStdString())), group);
    }

    void vcrReadsTheReasonAfterTheRightAnswer()
    {
        const fs::path data = write("val.jsonl", vcrRecords(2));
        // The first answers wrongly, and would give the right reason; the second is right in both.
        const MetricReport report =
            vcrFilesReport(data, write("s.csv", vcrSubmission({{2, 1, 3}, {0, 0, 2}})), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "Q -> A").value, .5);
        QCOMPARE(figureOf(report.figures, "QA -> R").value, 1.);
        QCOMPARE(figureOf(report.figures, "Q -> AR").value, .5);
        QCOMPARE(report.items.at(0), (std::pair<std::string, double>("v-0", 0.)));
        QCOMPARE(report.items.at(1), (std::pair<std::string, double>("v-1", 1.)));
    }

    void vcrTakesLabels()
    {
        const MetricReport report = vcrFilesReport(
            write("val.jsonl", vcrRecords(2)),
            write("l.csv", "rationale_label,annot_id,answer_label\n3,v-0,1\n3,\"v-1\",0\n"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "Q -> A").value, 1.);
        QCOMPARE(figureOf(report.figures, "QA -> R").value, .5);
        QCOMPARE(figureOf(report.figures, "Q -> AR").value, .5);
    }

    /// Chance choices for all four hypothetical answers, of which one counts.
    void vcrEqualsASecondComputation()
    {
        Rng rng(12);
        std::vector<std::array<int, 3>> rows;
        double answers = 0, reasons = 0, both = 0;
        for (int i = 0; i < 40; ++i) {
            const auto [label, rationale] = vcrLabels(i);
            rows.push_back({int(rng.below(4)), rng.chance(.8) ? label : int(rng.below(4)), int(rng.below(4))});
            const bool right = rows.back()[0] == label;
            const int reason = rows.back()[1] == label ? rows.back()[2] : 0;
            answers += right;
            reasons += reason == rationale;
            both += right && reason == rationale;
        }
        const MetricReport report =
            vcrFilesReport(write("val.jsonl", vcrRecords(40)), write("s.csv", vcrSubmission(rows)), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "Q -> A").value, answers / 40);
        QCOMPARE(figureOf(report.figures, "QA -> R").value, reasons / 40);
        QCOMPARE(figureOf(report.figures, "Q -> AR").value, both / 40);
    }

    void ofEqualProbabilitiesTheFirstCounts()
    {
        std::string head = "annot_id", row = "v-0";
        for (int i = 0; i < 4; ++i)
            head += ",answer_" + std::to_string(i);
        for (int i = 0; i < 16; ++i)
            head += ",rationale_conditioned_on_a" + std::to_string(i / 4) + "_" + std::to_string(i % 4);
        row += ",0.1,0.4, 0.4 ,0.1"; // v-0 has the labels 1 and 3
        for (int i = 0; i < 16; ++i)
            row += ",0.25";
        const MetricReport report =
            vcrFilesReport(write("val.jsonl", vcrRecords(1)), write("s.csv", head + "\n" + row + "\n"), kNoIntervals);
        QCOMPARE(figureOf(report.figures, "Q -> A").value, 1.);
        QCOMPARE(figureOf(report.figures, "QA -> R").value, 0.);
    }
};

VBS_TEST_MAIN(LabelMetricsTest)
#include "label_metrics_test.moc"
