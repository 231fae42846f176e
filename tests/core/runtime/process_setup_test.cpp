#ifndef Q_MOC_RUN
#include <torch/types.h>
#include <torch/utils.h>
#endif

#include "core/base/error.h"
#include "core/runtime/device.h"
#include "core/runtime/process_setup.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <limits>
#include <thread>

using namespace vbs;

/// Made by the test's main, as in the programs.
class ProcessSetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallFloatsCountAsNothing()
    {
        volatile float small = std::numeric_limits<float>::min();
        float here = small / 2, there = 1;
        std::thread([&] { there = small / 2; }).join();
        QVERIFY(here == 0);
        QVERIFY(there == 0); // threads inherit it
    }

    void threadsHoldForEveryThread()
    {
        setComputeThreads(2);
        int there = 0;
        std::thread([&] { there = chooseDevice("cpu").threads; }).join();
        QCOMPARE(there, 2);
        QCOMPARE(chooseDevice("auto").threads, 2);
        setComputeThreads(0);
        QCOMPARE(chooseDevice("cpu").threads, std::max(1, int(std::thread::hardware_concurrency())));
        setComputeThreads(1);
        QVERIFY(test::messageOf([] { setComputeThreads(-1); }).contains("negative"));
        QCOMPARE(chooseDevice("cpu").threads, 1);
    }
};

VBS_TEST_MAIN(ProcessSetupTest)
#include "process_setup_test.moc"
