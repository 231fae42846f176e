#include "tests/support/test_main.h"
#include "tests/ui/window/shortcuts_page.h"
#include "ui/review/review_window.h"

using namespace vbs;
using namespace vbs::test;

/// Where the page of all keys begins.
class ReviewKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Who asks there sees that window's keys first, and can go on from there.
    void theReviewWindowsKeysComeFirst()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("review")->trigger();
        ReviewWindow& review = f.window->reviewWindow();
        QVERIFY(QTest::qWaitForWindowActive(&review));
        QTest::keyClick(review.windowHandle(), Qt::Key_F1, Qt::ControlModifier);
        auto* page = review.findChild<QDialog*>("shortcutsPage");
        QVERIFY(page && QTest::qWaitForWindowActive(page));
        const auto* tree = page->findChild<QTreeWidget*>("shortcuts");
        QCOMPARE(tree->currentItem()->text(0), QString("New Review"));
        QVERIFY(tree->hasFocus());
        const QTreeWidgetItem* top = tree->itemAt(1, 1);
        QVERIFY(top);
        QCOMPARE(top->text(0), QString("Review: Review"));
        QTest::keyClick(page->windowHandle(), Qt::Key_Down);
        QCOMPARE(tree->currentItem()->text(0), QString("Open a Review"));
        QTest::keyClick(page->windowHandle(), Qt::Key_Escape);
        review.close();
    }

    void otherWindowsBeginAtTheTop()
    {
        WindowFixture f;
        f.openWithPicture();
        const OpenShortcutsPage page(f);
        QCOMPARE(page.tree()->itemAt(1, 1), page.tree()->topLevelItem(0));
        QVERIFY(page.find<QLineEdit>("shortcutSearch")->hasFocus());
    }
};

VBS_TEST_MAIN(ReviewKeysTest)
#include "review_keys_test.moc"
