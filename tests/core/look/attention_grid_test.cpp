#include "core/look/attention_grid.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cmath>

using namespace vbs;

namespace {

/// Two tokens, the second [SEP], and two regions; one layer, two heads.
Inspection small()
{
    Inspection inspection;
    inspection.layers = 1;
    inspection.heads = 2;
    inspection.positions = 4;
    inspection.result.tokens = {{"red", 0, 3, false, false}, {"[SEP]", 3, 3, true, false}};
    inspection.attention = {// head 0: everybody looks at [SEP]
                            0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0,
                            // head 1: words look everywhere, regions at regions
                            .25f, .25f, .25f, .25f, .25f, .25f, .25f, .25f, 0, 0, .5f, .5f, 0, 0, 1, 0};
    return inspection;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

class AttentionGridTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headsAreMeasured()
    {
        const auto grid = attentionGrid(small());
        QCOMPARE(grid.size(), std::size_t(1));
        QCOMPARE(grid[0].size(), std::size_t(2));
        const HeadMeasures &separator = grid[0][0], &mixed = grid[0][1];
        QVERIFY(isNear(separator.entropy, 0) && isNear(separator.onSeparator, 1) && isNear(separator.onRegions, 0));
        QVERIFY(isNear(separator.blocks[0][0], 1) && isNear(separator.blocks[1][0], 1));
        // log 4 twice, log 2 and 0, of log 4 each.
        QVERIFY(isNear(mixed.entropy, (1 + 1 + .5 + 0) / 4));
        QVERIFY(isNear(mixed.onRegions, (.5 + .5 + 1 + 1) / 4));
        QVERIFY(isNear(mixed.onSeparator, (.25 + .25) / 4));
        QVERIFY(isNear(mixed.blocks[0][0], .5) && isNear(mixed.blocks[0][1], .5));
        QVERIFY(isNear(mixed.blocks[1][0], 0) && isNear(mixed.blocks[1][1], 1));
    }

    void sizesHaveToFit()
    {
        Inspection inspection = small();
        inspection.attention.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, attentionGrid(inspection));
    }

    void theLayerFromWhichTheAnswerStands_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<int>("settled");
        QTest::newRow("at the end") << QStringList{"a", "b", "c"} << 2;
        QTest::newRow("early") << QStringList{"a", "c", "c"} << 1;
        QTest::newRow("it came back") << QStringList{"c", "b", "c"} << 2;
        QTest::newRow("at once") << QStringList{"c", "c", "c"} << 0;
        QTest::newRow("no answers") << QStringList{} << -1;
    }
    void theLayerFromWhichTheAnswerStands()
    {
        QFETCH(QStringList, answers);
        Inspection inspection;
        for (const QString& answer : answers)
            inspection.answersByLayer.push_back({{answer.toStdString(), .9}, {"other", .1}});
        QTEST(settledLayer(inspection), "settled");
    }
};

VBS_TEST_MAIN(AttentionGridTest)
#include "attention_grid_test.moc"
