#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"
#include "ui/help/help_window.h"
#include "ui/review/review_window.h"

#include <QApplication>
#include <QDialog>
#include <QDockWidget>

using namespace vbs;
using namespace vbs::test;

/// F1 opens the manual at what has the focus.
class ManualTest : public QObject {
    Q_OBJECT

    static HelpWindow* manual()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* window = qobject_cast<HelpWindow*>(widget))
                return window;
        return nullptr;
    }

    static void focusIn(const QDockWidget& dock)
    {
        for (QWidget* widget : dock.findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                widget->setFocus();
                QVERIFY(widget->hasFocus());
                return;
            }
        }
        QFAIL("nothing in the panel takes the focus");
    }

private Q_SLOTS:
    void opensAtThePanelInHand_data()
    {
        QTest::addColumn<QString>("dock");
        QTest::addColumn<QString>("page");
        QTest::newRow("pictures") << "picturesDock"
                                  << "window.md";
        QTest::newRow("regions") << "regionsDock"
                                 << "regions.md";
        QTest::newRow("task") << "askDock"
                              << "tasks.md";
    }

    void opensAtThePanelInHand()
    {
        QFETCH(QString, dock);
        QFETCH(QString, page);
        WindowFixture f;
        f.openWithPicture();
        f.view().setFocus();
        focusIn(*f.find<QDockWidget>(dock.toUtf8()));
        f.key(Qt::Key_F1);
        QVERIFY(manual());
        QVERIFY(QTest::qWaitForWindowActive(manual()));
        QCOMPARE(manual()->currentPage(), page);
    }

    void opensAtTheHistory()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("search-history")->trigger();
        f.key(Qt::Key_F1);
        QCOMPARE(manual()->currentPage(), QString("window.md"));
    }

    void opensAtThePicture()
    {
        WindowFixture f;
        f.openWithPicture();
        f.view().setFocus();
        f.key(Qt::Key_F1);
        QCOMPARE(manual()->currentPage(), QString("regions.md"));
    }

    void dialogsHaveTheirPage()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("model.get")->trigger();
        auto* dialog = f.find<QDialog>("getModels");
        QVERIFY(dialog);
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QTest::keyClick(dialog->windowHandle(), Qt::Key_F1);
        QVERIFY(manual());
        QCOMPARE(manual()->currentPage(), QString("models.md"));
        dialog->close();
    }

    /// The program would go on without a window to be seen.
    void goesWithTheMainWindow()
    {
        WindowFixture f;
        f.openWithPicture();
        f.view().setFocus();
        f.key(Qt::Key_F1);
        QVERIFY(manual() && manual()->isVisible());
        f.window->close();
        QVERIFY(!manual()->isVisible());
    }

    void theReviewWindowHasItsPage()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("review")->trigger();
        ReviewWindow& review = f.window->reviewWindow();
        QVERIFY(QTest::qWaitForWindowActive(&review));
        QTest::keyClick(review.windowHandle(), Qt::Key_F1);
        QCOMPARE(manual()->currentPage(), QString("review.md"));
        review.close();
    }
};

VBS_TEST_MAIN(ManualTest)
#include "manual_test.moc"
