#include "ui/review/review_metrics_panel.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/review/metrics_tree.h"

#include <QSignalSpy>
#include <QTabWidget>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// Seven questions, each answered "café" by two of three people; the fixture's types are "even" and "odd".
class ReviewMetricsPanelTest : public QObject, private DialogParts {
    Q_OBJECT

    std::string m_where;

    /// The model says "café", but "tea" of item 2 and "milk" of item 5.
    static void predict(ReviewStore& store)
    {
        std::vector<Prediction> predictions;
        for (std::uint32_t i = 0; i < store.count(); ++i) {
            const std::string answer = i == 2 ? "tea" : i == 5 ? "milk" : "café";
            predictions.push_back({i, "", 1, .5, .5, answer, R"({"answers":[[")" + answer + R"(",0.9]]})"});
        }
        store.putPredictions("toy@123", predictions);
        ReviewProject project = store.project();
        project.model = "toy@123";
        store.setProject(project);
    }
    /// Two reviewers, four items: A A R R and A A R A.
    static void review(ReviewStore& store)
    {
        using enum DecisionKind;
        for (const auto& [item, kind] : {std::pair(0u, Accept), {1u, Accept}, {2u, Reject}, {3u, Reject}})
            store.add(act(item, kind, "ann"));
        for (const auto& [item, kind] : {std::pair(0u, Accept), {1u, Accept}, {2u, Reject}, {3u, Accept}})
            store.add(act(item, kind, "bob"));
    }
    void refresh(ReviewMetricsPanel& panel)
    {
        QSignalSpy computed(&panel, &ReviewMetricsPanel::computed);
        panel.refresh();
        QTRY_COMPARE(computed.size(), 1);
    }
    static QTreeWidgetItem* row(const QTreeWidget* tree, const QString& name)
    {
        return tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    static QString cell(const QTreeWidget* tree, const QString& name, int column)
    {
        const auto* found = row(tree, name);
        return found != nullptr ? found->text(column) : QString("no row");
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(waitForBackground(std::chrono::seconds(30))); // on the files that go now
        fs::remove(path("p.vbsreview"));
        m_where = project();
    }

    void withoutAModelItSaysSo()
    {
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        panel.show();
        QVERIFY(textOf(panel, "metricsHint").isEmpty());
        refresh(panel);
        QVERIFY(textOf(panel, "metricsHint").contains("No model has been asked"));
        QVERIFY(!find<QTabWidget>(panel, "metricsPages")->isVisible());
    }

    void comparesBeforeAndAfter()
    {
        const auto store = openReviewProject(m_where);
        predict(*store);
        store->add(act(2, DecisionKind::Correct, "ann", R"({"answers":["tea","cafe2","tea"]})"));
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        panel.show();
        refresh(panel);
        QVERIFY(textOf(panel, "metricsHint").isEmpty());
        QCOMPARE(textOf(panel, "metricsState"), QString("toy was asked about 7 items."));
        const auto* tree = find<QTreeWidget>(panel, "metricsTree");
        // With fewer than four people an answer is worth the share that gave it: 5 · 2/3 of 7, and 6 · 2/3.
        QVERIFY2(cell(tree, "accuracy", 1).startsWith("47.62 ("), qPrintable(cell(tree, "accuracy", 1)));
        QVERIFY2(cell(tree, "accuracy", 2).startsWith("57.14 ("), qPrintable(cell(tree, "accuracy", 2)));
        QCOMPARE(cell(tree, "accuracy", 3), QString("7"));
        QVERIFY(row(tree, "accuracy")->toolTip(1).startsWith("Count: 7\n95 % interval: "));
        QCOMPARE(tree->headerItem()->text(1), QString("Before, %"));
        QVERIFY(row(tree, "accuracy")->font(2).bold());
        QVERIFY(cell(tree, "even", 1).startsWith("50.00 (") && cell(tree, "even", 2).startsWith("66.67 ("));
        QVERIFY(cell(tree, "odd", 1).startsWith("44.44 (") && cell(tree, "odd", 2).startsWith("44.44 ("));
        QVERIFY(!row(tree, "odd")->font(2).bold());
        const auto* confusions = find<QTreeWidget>(panel, "metricsConfusions");
        QCOMPARE(confusions->topLevelItemCount(), 1); // "tea" is right now
        QCOMPARE(confusions->topLevelItem(0)->text(0), QString::fromUtf8("café"));
        QCOMPARE(confusions->topLevelItem(0)->text(1), QString("milk"));
        QCOMPARE(confusions->topLevelItem(0)->text(2), QString("1"));
        const auto* pages = find<QTabWidget>(panel, "metricsPages");
        QVERIFY(pages->isTabVisible(0) && pages->isTabVisible(1) && !pages->isTabVisible(2));
    }

    void aGroupIsAWishForItsItems()
    {
        predict(*openReviewProject(m_where));
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        panel.resize(480, 400);
        panel.show();
        refresh(panel);
        auto* tree = find<QTreeWidget>(panel, "metricsTree");
        const QSignalSpy wanted(&panel, &ReviewMetricsPanel::typeWanted);
        const auto clickOn = [&](const QString& name) {
            QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(row(tree, name)).center());
        };
        clickOn("odd");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QString("odd"));
        QTest::keyClick(tree, Qt::Key_Up);
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].toString(), QString("even"));
        clickOn("accuracy");
        clickOn("By question type");
        clickOn("other"); // a type of answers, by which a queue has no filter
        QCOMPARE(wanted.size(), 2);
    }

    void reviewersAgreeOrNot()
    {
        const auto store = openReviewProject(m_where);
        review(*store);
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        panel.show();
        refresh(panel);
        const auto* tree = find<QTreeWidget>(panel, "metricsAgreement");
        QVERIFY(tree->isVisible());
        QCOMPARE(cell(tree, "Cohen's kappa: ann and bob", 1), QString("0.500")); // (3/4 − 1/2) / (1 − 1/2)
        QCOMPARE(cell(tree, "Cohen's kappa: ann and bob", 2), QString("4"));
        QCOMPARE(cell(tree, "Fleiss' kappa", 1), QString("0.467"));        // (3/4 − 17/32) / (15/32)
        QCOMPARE(cell(tree, "Krippendorff's alpha", 1), QString("0.533")); // 1 − 7 · 1 / (5 · 3)
        QVERIFY(textOf(panel, "metricsHint").contains("No model has been asked"));
        predict(*store);
        refresh(panel);
        QVERIFY(textOf(panel, "metricsHint").isEmpty());
        QVERIFY(find<QTreeWidget>(panel, "metricsTree")->isVisible()); // the page comes up with the first figures
        QVERIFY(find<QTabWidget>(panel, "metricsPages")->isTabVisible(2));
    }

    void oldFiguresStayInGrey()
    {
        const auto store = openReviewProject(m_where);
        predict(*store);
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        panel.show();
        refresh(panel);
        auto* tree = find<QTreeWidget>(panel, "metricsTree");
        const QColor fresh = tree->palette().color(QPalette::Text);
        row(tree, "By question type")->setExpanded(false);
        store->add(act(2, DecisionKind::Correct, "ann", R"({"answers":["tea","cafe2","tea"]})"));
        const QSignalSpy computed(&panel, &ReviewMetricsPanel::computed);
        panel.refresh();
        panel.refresh(); // takes the place of the one before
        QVERIFY(panel.isComputing());
        QVERIFY(tree->palette().color(QPalette::Text) != fresh);
        QVERIFY(cell(tree, "accuracy", 2).startsWith("47.62 ("));
        QVERIFY(textOf(panel, "metricsState").startsWith("Computing"));
        QTRY_VERIFY(!panel.isComputing());
        QCOMPARE(computed.size(), 1);
        QCOMPARE(tree->palette().color(QPalette::Text), fresh);
        QVERIFY(cell(tree, "accuracy", 2).startsWith("57.14 ("));
        QVERIFY(!row(tree, "By question type")->isExpanded()); // as the user left it
    }

    void aProjectThatIsGoneIsSaid()
    {
        ReviewMetricsPanel panel;
        panel.setProject(file("gone.vbsreview"));
        panel.show();
        panel.refresh();
        QTRY_VERIFY(textOf(panel, "metricsState").contains("gone.vbsreview"));
        panel.setProject({});
        QVERIFY(textOf(panel, "metricsState").isEmpty());
        panel.refresh();
        QVERIFY(!panel.isComputing());
    }

    void mayGoWhileItComputes()
    {
        predict(*openReviewProject(m_where));
        for (int i = 0; i < 5; ++i) {
            ReviewMetricsPanel panel;
            panel.setProject(QString::fromStdString(m_where));
            panel.refresh();
        }
        ReviewMetricsPanel panel;
        panel.setProject(QString::fromStdString(m_where));
        refresh(panel);
    }
};

VBS_TEST_MAIN(ReviewMetricsPanelTest)
#include "review_metrics_panel_test.moc"
