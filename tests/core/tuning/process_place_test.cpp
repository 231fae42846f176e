#include "core/base/error.h"
#include "core/tuning/process_place.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>

using namespace vbs;

namespace {

using Variables = std::map<std::string, std::string>;

ProcessPlace placeIn(const Variables& variables)
{
    return processPlaceOf([&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    });
}

const Variables kTorchrun{
    {"MASTER_ADDR", "node1"}, {"MASTER_PORT", "29500"}, {"RANK", "3"}, {"WORLD_SIZE", "8"}, {"LOCAL_RANK", "1"}};
const Variables kSrun{{"MASTER_ADDR", "node1"},      {"MASTER_PORT", "29500"}, {"SLURM_PROCID", "1"},
                      {"SLURM_STEP_NUM_TASKS", "2"}, {"SLURM_NTASKS", "4"},    {"SLURM_LOCALID", "0"}};

Variables with(Variables variables, const std::string& name, const std::string& value)
{
    variables[name] = value;
    return variables;
}

} // namespace

class ProcessPlaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variablesTellTheRank_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << Variables() << 0 << 1;
        QTest::newRow("torchrun") << kTorchrun << 3 << 8;
        QTest::newRow("srun") << kSrun << 1 << 2;
        QTest::newRow("srun before 20.11") << with(kSrun, "SLURM_STEP_NUM_TASKS", "") << 1 << 4;
        QTest::newRow("torchrun under srun") << with(with(kSrun, "RANK", "2"), "WORLD_SIZE", "3") << 2 << 3;
        QTest::newRow("one of one") << with(with(kTorchrun, "WORLD_SIZE", "1"), "RANK", "0") << 0 << 1;
        QTest::newRow("a batch script of four tasks")
            << Variables{{"SLURM_NTASKS", "4"}, {"SLURM_PROCID", "0"}} << 0 << 1;
    }

    void variablesTellTheRank()
    {
        QFETCH(Variables, variables);
        QFETCH(int, rank);
        QFETCH(int, count);
        const ProcessPlace place = placeIn(variables);
        QCOMPARE(place.rank, rank);
        QCOMPARE(place.count, count);
        QCOMPARE(place.leads(), rank == 0);
        QCOMPARE(place.isAlone(), count == 1);
        if (count > 1) {
            QCOMPARE(place.address, std::string("node1"));
            QCOMPARE(place.port, 29500);
        }
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("named");
        QTest::newRow("no address") << with(kTorchrun, "MASTER_ADDR", "") << "MASTER_ADDR is not set";
        QTest::newRow("srun without address") << with(kSrun, "MASTER_ADDR", "") << "one of 2 processes";
        QTest::newRow("no port") << with(kTorchrun, "MASTER_PORT", "") << "MASTER_PORT is not set";
        QTest::newRow("no rank") << with(kTorchrun, "RANK", "") << "RANK is not set";
        QTest::newRow("rank too high") << with(kTorchrun, "RANK", "8")
                                       << "RANK is \"8\"; it must be a whole number from 0 to 7";
        QTest::newRow("rank below 0") << with(kTorchrun, "RANK", "-1") << "RANK is \"-1\"";
        QTest::newRow("port") << with(kTorchrun, "MASTER_PORT", "http") << "MASTER_PORT is \"http\"";
        QTest::newRow("number with more") << with(kTorchrun, "WORLD_SIZE", "8x") << "WORLD_SIZE is \"8x\"";
    }

    void faultsAreNamed()
    {
        QFETCH(Variables, variables);
        QFETCH(QString, named);
        try {
            placeIn(variables);
            QFAIL("it was taken");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
        }
    }
};

VBS_TEST_MAIN(ProcessPlaceTest)
#include "process_place_test.moc"
