#include "core/base/random.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <set>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kItems = 30;

/// Decides on one item after the other and tells each decision's id once it is kept, until it is killed. Some are
/// undone.
int decideUntilKilled(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto store = openReviewProject(argv[argc - 1]);
    for (std::uint32_t i = 0;; ++i) {
        const Decision kept = store->add(act(i % kItems, i % 7 == 0 ? DecisionKind::Comment : DecisionKind::Accept,
                                             "ann", i % 7 == 0 ? "a remark" : ""));
        std::printf("%lld\n", static_cast<long long>(kept.id));
        std::fflush(stdout);
        if (i % 5 == 4)
            store->undo("ann");
    }
}

} // namespace

VBS_TEST_CHILD(decideUntilKilled)

class KilledReviewerTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    /// VBS_KILLS says how often; the default is for every day, a thousand were run.
    void everyDecisionThatWasToldIsThere()
    {
        const int kills = qEnvironmentVariableIsSet("VBS_KILLS") ? qEnvironmentVariableIntValue("VBS_KILLS") : 25;
        makeReviewProject(path("p.vbsreview"), draftOf(writeQuestions(path(""), kItems)));
        Rng rng(5);
        std::set<std::int64_t> told;
        for (int i = 0; i < kills; ++i) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        childArguments(__FILE__, {QString::fromStdString(path("p.vbsreview").string())}));
            QVERIFY(child.waitForReadyRead(30'000));
            // At any moment, by how much it has told and not by time, which means little on a busy machine.
            const qint64 enough = qint64(rng.below(200));
            QByteArray output = child.readAllStandardOutput();
            while (output.size() < enough && child.waitForReadyRead(30'000))
                output += child.readAllStandardOutput();
            child.kill();
            QVERIFY(child.waitForFinished(30'000));
            output += child.readAllStandardOutput();
            for (const QByteArray& line : output.left(output.lastIndexOf('\n')).split('\n'))
                QVERIFY2(told.insert(line.toLongLong()).second, "A decision got an id that was told before.");
        }
        const auto store = openReviewProject(path("p.vbsreview"));
        std::set<std::int64_t> kept;
        for (const Decision& decision : store->decisions())
            QVERIFY2(kept.insert(decision.id).second, "A decision is there twice.");
        for (const std::int64_t id : told)
            QVERIFY2(kept.contains(id), qPrintable(QString("Decision %1 is lost.").arg(id)));
        // What was kept and not told is at most the one that each kill fell on.
        QVERIFY(kept.size() - told.size() <= std::size_t(kills));
        QVERIFY(told.size() >= std::size_t(kills));
        QCOMPARE(store->search("remark").size() > 0, true);
    }
};

VBS_TEST_MAIN(KilledReviewerTest)
#include "killed_reviewer_slow_test.moc"
