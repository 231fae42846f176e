#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/runtime/device.h"
#include "core/runtime/process_setup.h"
#include "tests/support/memory_limit.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class DeviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Without memory for OpenBLAS's buffers its threads would ask for them for ever.
    void asManyThreadsAsThereIsMemoryFor()
    {
        setComputeThreads(4);
        {
            const test::MemoryLimit limit(200u << 20);
            const QString said = test::messageOf([] { chooseDevice("cpu"); });
            QVERIFY2(said.startsWith("There is not enough free memory to compute"), qPrintable(said));
        }
        {
            const test::MemoryLimit limit(450u << 20);
            QCOMPARE(chooseDevice("cpu").threads, 2);
        }
        setComputeThreads(1);
        QCOMPARE(chooseDevice("cpu").threads, 1);
    }

    /// The processor first; whatever else there is can be chosen, and tells what memory it has.
    void everyDeviceCanBeChosen()
    {
        const std::vector<std::string> devices = computeDevices();
        QCOMPARE(devices.front(), std::string("cpu"));
        for (const std::string& device : devices) {
            const DeviceInfo chosen = chooseDevice(device);
            QCOMPARE(chosen.device, device);
            QVERIFY(chosen.memoryBytes > 0);
            QCOMPARE(memoryOf(device).total, chosen.memoryBytes);
        }
        QCOMPARE(memoryOf("cpu").free, std::uint64_t(0)); // not asked for
    }
};

VBS_TEST_MAIN(DeviceTest)
#include "device_test.moc"
