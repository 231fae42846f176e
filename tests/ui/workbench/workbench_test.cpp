#include "ui/workbench/workbench.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/random_walk.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace vbs::test {
namespace {

constexpr unsigned kSeeds = 24; ///< more of them, and longer walks, when something is to be hunted down
constexpr int kRests = 10, kStepsBetween = 60;

} // namespace

class WorkbenchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomWalk_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= kSeeds; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomWalk()
    {
        QFETCH(unsigned, seed);
        const QTemporaryDir folder;
        RandomWalk walk(seed, folder.path());
        for (int i = 0; i < kRests; ++i) {
            const QString problem = walk.go(kStepsBetween);
            QVERIFY2(problem.isEmpty(),
                     qPrintable(QString("seed %1, after %2: %3").arg(seed).arg(walk.lastWishes(), problem)));
        }
    }

    /// However much changes in one turn of the event loop, views hear of it once.
    /// At the program's start, or of a slow disk.
    void aQuestionWaitsForTheFirstPack()
    {
        Bench bench;
        bench.workbench.open(QImage(320, 240, QImage::Format_RGB32), "pasted");
        QTRY_VERIFY(bench.state().left.picture);
        bench.workbench.ask("What is this?");
        QVERIFY(!bench.state().pack);
        QCOMPARE(bench.state().activity.text, QString("Loading the model pack"));
        QVERIFY(bench.flow.isWaiting());
        QVERIFY(bench.rest());
        QVERIFY(bench.state().answered);
        QCOMPARE(bench.state().answered->question, QString("What is this?"));
        QCOMPARE(bench.state().history.size(), std::size_t(1));
    }

    void changesAreToldOnceATurn()
    {
        Bench bench;
        QVERIFY(bench.rest());
        QSignalSpy told(&bench.workbench, &Workbench::stateChanged);
        bench.workbench.setInput({"a", {}});
        bench.workbench.setInput({"b", {}});
        bench.workbench.setTask(Task::VisualReasoning);
        QCOMPARE(told.size(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1);
        const auto changes = told[0][0].value<Changes>();
        QVERIFY(changes.testFlags(Change::Input | Change::Task));
        QVERIFY(!changes.testFlag(Change::Pack));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::WorkbenchTest)
#include "workbench_test.moc"
