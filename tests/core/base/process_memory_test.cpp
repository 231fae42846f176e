#include "core/base/process_memory.h"
#include "tests/support/memory_limit.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class ProcessMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsHeld()
    {
        const ProcessMemory memory = processMemory();
        QVERIFY(memory.resident > 1u << 20);
        QVERIFY(memory.peak >= memory.resident);
    }

    /// Asking takes nothing away, and a limit counts.
    void tellsWhatCouldBeHad()
    {
        constexpr std::uint64_t kMuch = 256u << 20;
        QVERIFY(couldReserve(kMuch));
        QVERIFY(!couldReserve(std::uint64_t(1) << 60));
        {
            const test::MemoryLimit limit(kMuch / 2);
            QVERIFY(!couldReserve(kMuch));
            for (int i = 0; i < 10; ++i)
                QVERIFY(couldReserve(kMuch / 4));
        }
        QVERIFY(couldReserve(kMuch));
    }
};

VBS_TEST_MAIN(ProcessMemoryTest)
#include "process_memory_test.moc"
