#include "core/data/shard.h"

#include "core/base/error.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace vbs;

class ShardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char* name : {"ID", "COUNT", "MIN", "MAX"})
            qunsetenv(("SLURM_ARRAY_TASK_" + std::string(name)).c_str());
    }

    void readsParts()
    {
        QVERIFY(shardNamed("1/1") == (Shard{0, 1}));
        QVERIFY(shardNamed("3/8") == (Shard{2, 8}));
        QCOMPARE(shardNamed("3/8").name(), std::string("3 of 8"));
    }

    void refusesWhatIsNoPart_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "3", "0/8", "9/8", "1/0", "-1/8", "1/8x", "a/b", "1/", "/8", "1/100001"})
            QTest::newRow(*text ? text : "empty") << text;
    }
    void refusesWhatIsNoPart()
    {
        QFETCH(QString, text);
        QVERIFY(vbs::test::messageOf([&] { shardNamed(text.toStdString()); }).contains("names no part"));
    }

    void takesSlurmsTask_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("most");
        QTest::addColumn<int>("index");
        QTest::newRow("from 0") << "2"
                                << "4"
                                << "0"
                                << "3" << 2;
        QTest::newRow("from 1") << "4"
                                << "4"
                                << "1"
                                << "4" << 3;
        QTest::newRow("steps of 5") << "11"
                                    << "3"
                                    << "1"
                                    << "11" << 2;
        QTest::newRow("one") << "7"
                             << "1"
                             << "7"
                             << "7" << 0;
    }
    void takesSlurmsTask()
    {
        QFETCH(QString, id);
        QFETCH(QString, count);
        QFETCH(QString, least);
        QFETCH(QString, most);
        QFETCH(int, index);
        qputenv("SLURM_ARRAY_TASK_ID", id.toUtf8());
        qputenv("SLURM_ARRAY_TASK_COUNT", count.toUtf8());
        qputenv("SLURM_ARRAY_TASK_MIN", least.toUtf8());
        qputenv("SLURM_ARRAY_TASK_MAX", most.toUtf8());
        QVERIFY(shardNamed("auto") == (Shard{std::size_t(index), std::size_t(count.toInt())}));
    }

    void autoNeedsAnArrayOfEqualSteps()
    {
        QVERIFY(vbs::test::messageOf([] { shardNamed("auto"); }).contains("SLURM_ARRAY_TASK_ID"));
        qputenv("SLURM_ARRAY_TASK_ID", "9"); // of --array=1,2,9
        qputenv("SLURM_ARRAY_TASK_COUNT", "3");
        qputenv("SLURM_ARRAY_TASK_MIN", "1");
        qputenv("SLURM_ARRAY_TASK_MAX", "9");
        QVERIFY(shardNamed("auto") == (Shard{2, 3}));
        qputenv("SLURM_ARRAY_TASK_ID", "2");
        QVERIFY(vbs::test::messageOf([] { shardNamed("auto"); }).contains("equal steps"));
    }

    void numbersAreTheSameEverywhere()
    {
        // The first 16 digits of `printf a/b | sha256sum`.
        QCOMPARE(pictureNumber("a/b"), std::uint64_t(0xc14cddc033f64b9dull));
    }
};

VBS_TEST_MAIN(ShardTest)
#include "shard_test.moc"
