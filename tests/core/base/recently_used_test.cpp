#include "core/base/recently_used.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

class RecentlyUsedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forgetsWhatWasUsedLongestAgo()
    {
        RecentlyUsed<int> values(3);
        for (const char* key : {"a", "b", "c"})
            QCOMPARE(values.put(key, key[0]), int(key[0]));
        QVERIFY(values.find("a")); // now the latest
        values.put("d", 'd');
        QVERIFY(!values.find("b"));
        for (const char* key : {"a", "c", "d"})
            QCOMPARE(*values.find(key), int(key[0]));
    }

    void costsCount()
    {
        RecentlyUsed<std::string> values(100);
        values.put("a", "small", 30);
        values.put("b", "small", 30);
        values.put("c", "large", 60); // 120: the oldest goes
        QVERIFY(!values.find("a") && values.find("b") && values.find("c"));
        values.put("c", "smaller", 20); // replaces: 50
        values.put("d", "middling", 50);
        QVERIFY(values.find("b") && values.find("d"));
        QCOMPARE(*values.find("c"), std::string("smaller"));
        values.put("e", "beyond the limit", 1000); // and yet it stays
        QVERIFY(values.find("e") && !values.find("b") && !values.find("d"));
        values.put("f", "next", 1);
        QVERIFY(!values.find("e") && values.find("f"));
    }
};

VBS_TEST_MAIN(RecentlyUsedTest)
#include "recently_used_test.moc"
