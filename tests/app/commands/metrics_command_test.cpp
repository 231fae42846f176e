#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

namespace {

QString given(const char* name)
{
    return QString(vbs::test::dataFolder()) + "/metrics/" + name;
}

CommandOutcome metrics(const QStringList& arguments)
{
    return runVisualBert(QStringList{"metrics"} + arguments, QProcessEnvironment::systemEnvironment());
}

Json documentOf(const CommandOutcome& outcome)
{
    return outcome.exitCode == 0 ? Json::parse(outcome.out.toStdString()) : Json();
}

} // namespace

/// What is computed is tested in tests/core/metrics; here, that it arrives.
class MetricsCommandTest : public QObject {
    Q_OBJECT

    const QStringList m_vqa{"--dataset", given("vqa/questions.json"), "--annotations", given("vqa/annotations.json"),
                            "--results", given("vqa/results.json")};
    const QStringList m_coco{"--dataset", given("detection/annotations.json"), "--results",
                             given("detection/detections.json")};

private Q_SLOTS:
    void questions()
    {
        const Json expected = readJsonFile(given("vqa/expected.json").toStdString());
        const CommandOutcome outcome = metrics(m_vqa + QStringList{"--json", "--by", "item", "--resamples", "200"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const Json document = documentOf(outcome);
        QCOMPARE(document.at("kind"), Json("vqa-v2"));
        QCOMPARE(document.at("rounded"), expected.at("rounded_to_2"));
        QCOMPARE(document.at("items").size(), expected.at("by_question").size());
        QCOMPARE(document.at("resamples"), Json(200));
        const Json& accuracy = document.at("figures").at("accuracy");
        QCOMPARE(accuracy.at("rounded"), Json(65.43));
        QVERIFY(accuracy.at("interval").at(0) < accuracy.at("value") &&
                accuracy.at("value") < accuracy.at("interval").at(1));
        QVERIFY(outcome.err.isEmpty());
    }

    void aSeedDecides()
    {
        const auto intervalOf = [&](const char* seed) {
            return documentOf(metrics(m_vqa + QStringList{"--json", "--resamples", "50", "--seed", seed}))
                .at("figures")
                .at("accuracy")
                .at("interval");
        };
        const Json first = intervalOf("1");
        QCOMPARE(intervalOf("1"), first);
        QVERIFY(intervalOf("2") != first);
    }

    void aTable()
    {
        const CommandOutcome few = metrics(m_vqa + QStringList{"--no-intervals"});
        QVERIFY2(few.exitCode == 0, qPrintable(few.err));
        QVERIFY2(few.out.contains("accuracy                          65.43 %"), qPrintable(few.out));
        QVERIFY(few.out.contains("by question type: 65, which --by type lists"));
        QVERIFY(few.out.contains("  yes/no"));
        QVERIFY(!few.out.contains("what color is the"));
        QVERIFY(!few.out.contains("interval"));
        const CommandOutcome all = metrics(m_vqa + QStringList{"--by", "type", "--resamples", "50"});
        QVERIFY(all.out.contains("  what color is the"));
        QVERIFY(all.out.contains("95 % interval"));
        QVERIFY(all.out.contains("most frequent confusions"));
        const CommandOutcome boxes = metrics(m_coco + QStringList{"--no-intervals"});
        QVERIFY2(boxes.out.contains("AP50                              0.516"), qPrintable(boxes.out));
    }

    void boxes()
    {
        const Json expected = readJsonFile(given("detection/expected.json").toStdString());
        const Json document = documentOf(metrics(m_coco + QStringList{"--json", "--resamples", "20"}));
        QCOMPARE(document.at("figures").size(), std::size_t(12));
        for (const auto& [name, figure] : document.at("figures").items())
            QCOMPARE(figure.at("value"), expected.at(name));
    }

    void agreement()
    {
        const Json expected = readJsonFile(given("agreement/expected.json").toStdString());
        const QStringList both{"--agreement", given("agreement/ratings.json")};
        const Json document = documentOf(metrics(both + QStringList{"--json"}));
        const auto isNear = [](const Json& a, const Json& b) {
            return std::abs(a.get<double>() - b.get<double>()) < 1e-12;
        };
        QVERIFY(isNear(document.at("fleiss_kappa"), expected.at("fleiss_kappa")));
        QVERIFY(isNear(document.at("cohen_kappa").at("1-2"), expected.at("cohen_kappa").at("1-2")));
        const Json& alpha = expected.at("krippendorff_alpha_nominal_with_gaps");
        QVERIFY(isNear(document.at("raters_with_gaps").at("krippendorff_alpha"), alpha));
        const CommandOutcome gaps = metrics(both + QStringList{"--key", "raters_with_gaps"});
        QVERIFY2(gaps.out.contains("Cohen's kappa, raters 0-1"), qPrintable(gaps.out));
        QVERIFY2(gaps.out.contains(QString::number(alpha.get<double>(), 'f', 6)), qPrintable(gaps.out));
    }

    void whatIsWrongIsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << "Name what to measure";
        QTest::newRow("no results") << QStringList{"--dataset", given("detection/annotations.json")} << "use --results";
        QTest::newRow("questions alone") << QStringList{"--dataset", given("vqa/questions.json"), "--results",
                                                        given("vqa/results.json")}
                                         << "name their answers with --annotations";
        QTest::newRow("of other files") << QStringList{"--annotations", given("vqa/annotations.json"), "--results",
                                                       given("detection/detections.json")}
                                        << "has no \"question_id\"";
        QTest::newRow("missing") << QStringList{"--dataset", given("none.json"), "--results", given("vqa/results.json")}
                                 << "none.json";
    }
    void whatIsWrongIsOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const CommandOutcome outcome = metrics(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY(outcome.out.isEmpty());
    }

    void wrongUsage()
    {
        QCOMPARE(metrics(m_coco + QStringList{"--agreement", given("agreement/ratings.json")}).exitCode, 2);
        QCOMPARE(metrics(m_coco + QStringList{"--format", "voc"}).exitCode, 2);
        const CommandOutcome help = metrics({"--help"});
        QCOMPARE(help.exitCode, 0);
        for (const char* name : {"vqa-v2", "nlvr2", "vcr", "coco", "phrases"})
            QVERIFY(help.out.contains(name));
    }
};

VBS_TEST_MAIN(MetricsCommandTest)
#include "metrics_command_test.moc"
