#include "tests/support/predict_run.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

/// Fifty runs that are killed at random moments, from the first to long after the first lines, leave whole lines, and
/// the end has the bytes of a run that nobody disturbed.
class PredictKillSlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiftyKillsChangeNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("regions from the cache") << QStringList{};
        QTest::newRow("regions found anew") << QStringList{"--cache", "none"};
    }
    void fiftyKillsChangeNothing()
    {
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        vbs::test::PredictRuns runs(folder.path().toStdString());
        runs.makeScenes(400);
        QCOMPARE(runs.predict("whole", options).exitCode, 0);
        Rng rng(options.isEmpty() ? 1 : 2);
        int killed = 0, rounds = 0;
        // A run that ends by itself is compared, and another one begins.
        while (killed < 50) {
            const std::string run = "killed" + std::to_string(rounds);
            const int code = runs.predictFor(rng.between(50, 1500), run, SIGKILL, options + QStringList{"--resume"});
            killed += code < 0;
            QVERIFY(runs.hasWholeLines(run));
            if (code < 0)
                continue;
            QCOMPARE(code, 0);
            QVERIFY(runs.results(run) == runs.results("whole"));
            ++rounds;
        }
        const std::string run = "killed" + std::to_string(rounds);
        QCOMPARE(runs.predict(run, options + QStringList{"--resume"}).exitCode, 0);
        QVERIFY(runs.results(run) == runs.results("whole"));
    }
};

VBS_TEST_MAIN(PredictKillSlowTest)
#include "predict_kill_slow_test.moc"
