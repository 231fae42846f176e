#include "tests/support/test_main.h"
#include "ui/help/help_view.h"
#include "ui/help/help_window.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace vbs;

namespace {

struct Fixture {
    Fixture()
    {
        window.show();
        [this] { QVERIFY(QTest::qWaitForWindowActive(&window)); }();
    }
    template <typename T> T* find(const char* name) const { return window.findChild<T*>(name); }
    HelpView& view() const { return *find<HelpView>("helpView"); }
    QTreeWidget& tree() const { return *find<QTreeWidget>("helpContents"); }
    QString heading() const { return view().document()->firstBlock().text(); }

    HelpWindow window;
};

} // namespace

class HelpWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheFirstPage()
    {
        const Fixture f;
        QCOMPARE(f.heading(), QString("First steps"));
        QVERIFY(f.tree().topLevelItemCount() > 4);
        QCOMPARE(f.tree().currentItem()->text(0), QString("First steps"));
        QVERIFY(!f.find<QToolButton>("helpBack")->isEnabled());
    }

    void opensPagesAtASection()
    {
        Fixture f;
        f.window.open("window.md#history-and-export");
        QCOMPARE(f.window.currentPage(), QString("window.md"));
        QVERIFY(f.view().verticalScrollBar()->value() > 0);
        const QRect place = f.view().cursorRect();
        QCOMPARE(f.view().textCursor().block().text(), QString("History and export"));
        QVERIFY2(place.top() >= 0 && place.top() < f.view().viewport()->height(),
                 qPrintable(QString::number(place.top())));
        f.window.open("nowhere.md");
        QCOMPARE(f.window.currentPage(), QString("first-steps.md"));
    }

    void keepsTheWayBack()
    {
        Fixture f;
        f.window.open("tasks.md");
        f.view().verticalScrollBar()->setValue(200);
        f.window.open("speed.md");
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.window.currentPage(), QString("tasks.md"));
        QCOMPARE(f.view().verticalScrollBar()->value(), 200);
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(f.window.currentPage(), QString("speed.md"));
        QVERIFY(!f.find<QToolButton>("helpForward")->isEnabled());
    }

    void aClickOnALineIsOneStep()
    {
        Fixture f;
        QTreeWidgetItem* line = f.tree().findItems("Speed", Qt::MatchExactly | Qt::MatchRecursive).value(0);
        QVERIFY(line);
        f.tree().scrollToItem(line);
        QTest::mouseClick(f.tree().viewport(), Qt::LeftButton, {}, f.tree().visualItemRect(line).center());
        QCOMPARE(f.window.currentPage(), QString("speed.md"));
        f.view().verticalScrollBar()->setValue(100);
        QTest::mouseClick(f.tree().viewport(), Qt::LeftButton, {}, f.tree().visualItemRect(line).center());
        QCOMPARE(f.view().verticalScrollBar()->value(), 0); // its beginning, once more
        f.find<QToolButton>("helpBack")->click();
        QCOMPARE(f.window.currentPage(), QString("first-steps.md"));
    }

    void searchesByKeyboardAlone()
    {
        Fixture f;
        QTest::keyClick(f.window.windowHandle(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.find<QLineEdit>("helpSearch")->hasFocus());
        QTest::keyClicks(f.window.windowHandle()->focusObject()->isWidgetType()
                             ? static_cast<QWidget*>(f.window.windowHandle()->focusObject())
                             : nullptr,
                         "proxy");
        QVERIFY(f.tree().topLevelItem(0)->childCount() >= 2);
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Return);
        QVERIFY(f.window.currentPage() == "troubleshooting.md" || f.window.currentPage() == "models.md");
        const QString first = f.tree().currentItem()->text(0);
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Down);
        QVERIFY(f.tree().currentItem()->text(0) != first);
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Escape);
        QVERIFY(f.tree().topLevelItemCount() > 4); // the contents again
        QVERIFY(f.window.isVisible());
        QTest::keyClick(f.window.windowHandle(), Qt::Key_Escape);
        QVERIFY(!f.window.isVisible());
    }

    void saysWhenNothingIsFound()
    {
        Fixture f;
        f.find<QLineEdit>("helpSearch")->setText("zeppelin");
        QCOMPARE(f.tree().topLevelItem(0)->text(0), QString("Nothing found"));
        QTest::keyClick(f.find<QLineEdit>("helpSearch"), Qt::Key_Return);
        QCOMPARE(f.heading(), QString("First steps"));
    }

    void followsLinks()
    {
        Fixture f;
        QSignalSpy web(&f.window, &HelpWindow::webPageWanted);
        Q_EMIT f.view().anchorClicked(QUrl("tasks.md#find"));
        QCOMPARE(f.window.currentPage(), QString("tasks.md"));
        QCOMPARE(f.view().textCursor().block().text(), QString("Find"));
        Q_EMIT f.view().anchorClicked(QUrl("#ask"));
        QCOMPARE(f.view().textCursor().block().text(), QString("Ask"));
        Q_EMIT f.view().anchorClicked(QUrl("https://example.org/"));
        QCOMPARE(web.count(), 1);
        QCOMPARE(f.window.currentPage(), QString("tasks.md"));
    }

    void picturesAndTablesFitTheColumn()
    {
        Fixture f;
        f.window.resize(700, 500);
        f.window.open("tasks.md");
        QTRY_COMPARE(f.view().horizontalScrollBar()->maximum(), 0);
        f.window.resize(1200, 700);
        QTRY_COMPARE(f.view().horizontalScrollBar()->maximum(), 0);
    }
};

VBS_TEST_MAIN(HelpWindowTest)
#include "help_window_test.moc"
