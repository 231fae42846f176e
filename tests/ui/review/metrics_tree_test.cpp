#include "ui/review/metrics_tree.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

/// Reports that a small project cannot have.
class MetricsTreeTest : public QObject {
    Q_OBJECT

    static Figure figure(const std::string& name, double value, double rounded, std::optional<Interval> interval = {})
    {
        return {name, value, 9, interval, rounded};
    }

private Q_SLOTS:
    void sharesOfOneStayShares()
    {
        MetricsTree tree;
        ReviewMetrics metrics;
        metrics.before.perCent = metrics.after.perCent = false;
        metrics.before.figures = {figure("AP", .1849, .185, Interval{.1712, .1988}), figure("AP small", -1, -1)};
        metrics.after.figures = {figure("AP", .25, .25), figure("AP small", -1, -1)};
        metrics.before.slices = {{"AP by category", {figure("cat", .5, .5)}}};
        metrics.after.slices = {{"AP by category", {figure("cat", .5, .5), figure("dog", 1, 1)}}};
        tree.showMetrics(metrics, {"cat"});
        QCOMPARE(tree.headerItem()->text(1), QString("Before"));
        const QTreeWidgetItem* first = tree.topLevelItem(0);
        QCOMPARE(first->text(1), QString::fromUtf8("0.185 (0.171–0.199)"));
        QCOMPARE(first->text(2), QString("0.250"));
        QVERIFY(first->font(2).bold());
        QCOMPARE(tree.topLevelItem(1)->text(1), QString::fromUtf8("–"));
        const QTreeWidgetItem* slice = tree.topLevelItem(2);
        QCOMPARE(slice->text(0), QString("AP by category"));
        QCOMPARE(slice->childCount(), 2);
        QCOMPARE(slice->child(0)->text(1), QString("0.500"));
        QCOMPARE(slice->child(1)->text(1), QString::fromUtf8("–")); // a name that only corrections brought
        QCOMPARE(slice->child(1)->text(2), QString("1.000"));
    }

    void manyGroupsAreClosedAtFirst_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("open");
        QTest::newRow("few") << 12 << true;
        QTest::newRow("many") << 13 << false;
    }
    void manyGroupsAreClosedAtFirst()
    {
        QFETCH(int, groups);
        QFETCH(bool, open);
        MetricsTree tree;
        ReviewMetrics metrics;
        std::vector<Figure> figures;
        for (int i = 0; i < groups; ++i)
            figures.push_back(figure("type " + std::to_string(i), .5, 50));
        metrics.before.slices = metrics.after.slices = {{"by question type", figures}};
        tree.showMetrics(metrics, {});
        QCOMPARE(tree.topLevelItem(0)->isExpanded(), open);
        tree.topLevelItem(0)->setExpanded(!open);
        tree.showMetrics(metrics, {});
        QCOMPARE(tree.topLevelItem(0)->isExpanded(), !open);
    }

    void aNarrowDockLeavesCountsOut()
    {
        MetricsTree tree;
        tree.resize(600, 300);
        tree.show();
        QVERIFY(!tree.isColumnHidden(3));
        tree.resize(340, 300);
        QVERIFY(tree.isColumnHidden(3));
        tree.resize(600, 300);
        QVERIFY(!tree.isColumnHidden(3));
    }

    void onlyTypesOfItemsAreTypes()
    {
        const std::vector<Figure> slice{figure("odd", 1, 100), figure("", 1, 100)};
        QVERIFY(isByType(slice, {"", "even", "odd"}));
        QVERIFY(!isByType(slice, {"even", "odd"}));
        QVERIFY(!isByType({}, {"even", "odd"}));
    }

    void withoutANameAGroupHasOne()
    {
        MetricsTree tree;
        QStringList wanted;
        connect(&tree, &MetricsTree::typeWanted, [&](const QString& type) { wanted << "<" + type + ">"; });
        ReviewMetrics metrics;
        metrics.before.slices = metrics.after.slices = {{"by question type", {figure("", 1, 100)}}};
        tree.showMetrics(metrics, {""});
        QCOMPARE(tree.topLevelItem(0)->child(0)->text(0), QString("(none)"));
        tree.show();
        tree.setCurrentItem(tree.topLevelItem(0)->child(0));
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(wanted, QStringList{"<>"});
    }
};

VBS_TEST_MAIN(MetricsTreeTest)
#include "metrics_tree_test.moc"
