#include "ui/services/background_job.h"

#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QThread>

#include <atomic>
#include <future>

using namespace vbs;

/// Work that stands still until the test lets it go on.
class BackgroundJobTest : public QObject {
    Q_OBJECT

    using Reply = BackgroundJob::Reply;

    static BackgroundJob::Work gated(std::shared_future<void> gate, Reply reply)
    {
        return [gate, reply](const JobControl& control) {
            gate.wait();
            control.throwIfStopped();
            return reply;
        };
    }

private Q_SLOTS:
    void worksElsewhereAndRepliesHere()
    {
        BackgroundJob job;
        QThread *worker = nullptr, *replied = nullptr;
        job.start([&](const JobControl&) -> Reply {
            worker = QThread::currentThread();
            return [&] { replied = QThread::currentThread(); };
        });
        QVERIFY(job.isRunning());
        QTRY_VERIFY(replied);
        QCOMPARE(replied, thread());
        QVERIFY(worker != replied);
        QVERIFY(!job.isRunning());
    }

    void tellsOfProgressAndFailure()
    {
        BackgroundJob job;
        const QSignalSpy progress(&job, &BackgroundJob::progressed), failed(&job, &BackgroundJob::failed);
        std::promise<void> gate;
        job.start([told = gate.get_future().share()](const JobControl& control) -> Reply {
            for (int i = 0; i <= 1000; ++i)
                control.report("Counting", i / 1000.);
            told.wait();
            throw Error(ErrorCode::CorruptData, "It is\ndamaged.");
        });
        QTRY_VERIFY(!progress.isEmpty());
        QTRY_COMPARE(progress.last().at(1).toDouble(), 1.);
        QVERIFY(progress.size() <= 1000);
        QCOMPARE(progress.last().at(0).toString(), QString("Counting"));
        gate.set_value();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].toString(), QString("It is damaged."));
        QVERIFY(!job.isRunning());
    }

    void theNewestWishCounts()
    {
        BackgroundJob job;
        const QSignalSpy cancelled(&job, &BackgroundJob::cancelled);
        std::promise<void> gate;
        const std::shared_future<void> opened = gate.get_future().share();
        QStringList replies;
        job.start(gated(opened, [&] { replies << "first"; }));
        job.start(gated(opened, [&] { replies << "second"; }));
        job.start(gated(opened, [&] { replies << "third"; }));
        gate.set_value();
        QTRY_COMPARE(replies, QStringList{"third"});
        QVERIFY(cancelled.isEmpty());
    }

    void cancelEndsInASignal()
    {
        BackgroundJob job;
        const QSignalSpy cancelled(&job, &BackgroundJob::cancelled);
        std::promise<void> gate;
        bool replied = false;
        job.start(gated(gate.get_future().share(), [&] { replied = true; }));
        job.cancel();
        QVERIFY(job.isRunning());
        gate.set_value();
        QTRY_COMPARE(cancelled.size(), 1);
        QVERIFY(!job.isRunning() && !replied);
    }

    void whatIsDoneIsToldInSpiteOfALateCancel()
    {
        BackgroundJob job;
        std::promise<void> done;
        bool replied = false;
        job.start([&](const JobControl&) -> Reply {
            done.set_value();
            return [&] { replied = true; };
        });
        done.get_future().wait();
        job.cancel();
        QTRY_VERIFY(replied);
    }

    void forgottenWorkSaysNothing()
    {
        BackgroundJob job;
        const QSignalSpy cancelled(&job, &BackgroundJob::cancelled), failed(&job, &BackgroundJob::failed);
        std::promise<void> gate;
        QStringList replies;
        job.start([opened = gate.get_future().share(), &replies](const JobControl&) -> Reply {
            opened.wait(); // and asks nobody whether it should stop
            return [&replies] { replies << "forgotten"; };
        });
        job.forget();
        QVERIFY(!job.isRunning());
        job.start([&](const JobControl&) -> Reply { return [&] { replies << "wanted"; }; });
        gate.set_value();
        QTRY_COMPARE(replies, QStringList{"wanted"});
        QVERIFY(cancelled.isEmpty() && failed.isEmpty());
    }

    void theOwnerMayGoWithoutWaiting()
    {
        std::promise<void> begun, gate, ended;
        bool replied = false;
        {
            BackgroundJob job;
            job.start([&, opened = gate.get_future().share()](const JobControl& control) -> Reply {
                begun.set_value();
                opened.wait();
                if (control.stop.stop_requested())
                    ended.set_value();
                return [&replied] { replied = true; };
            });
            begun.get_future().wait();
        } // would hang here if it waited: the gate is closed
        gate.set_value();
        ended.get_future().wait();
        QCoreApplication::processEvents();
        QVERIFY(!replied);
    }

    void largeThingsEndElsewhere()
    {
        struct Large {
            std::promise<QThread*>& ended;
            ~Large() { ended.set_value(QThread::currentThread()); }
        };
        std::promise<QThread*> ended;
        auto shared = destroyedInBackground(std::unique_ptr<Large>(new Large{ended}));
        shared.reset();
        QVERIFY(ended.get_future().get() != thread());
    }
};

VBS_TEST_MAIN(BackgroundJobTest)
#include "background_job_test.moc"
