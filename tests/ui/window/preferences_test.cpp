#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTreeWidget>

using namespace vbs;
using namespace vbs::test;

/// What survives a restart, and how the window looks.
class PreferencesTest : public QObject {
    Q_OBJECT

    static void restart(WindowFixture& f, const QStringList& paths = {})
    {
        f.window->close();
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open(paths);
    }

private Q_SLOTS:
    void settingsSurviveARestart()
    {
        WindowFixture f;
        f.openWithPicture();
        f.view().setFocus();
        f.key(Qt::Key_B);
        f.find<QSlider>("opacity")->setValue(35);
        f.find<QAction>("theme-dark")->trigger();
        f.find<QDockWidget>("historyDock")->close();
        f.window->resize(1111, 777);
        restart(f);
        QVERIFY(!f.action("boxes")->isChecked());
        QVERIFY(f.action("heatmap")->isChecked());
        QCOMPARE(f.find<QSlider>("opacity")->value(), 35);
        QVERIFY(f.find<QAction>("theme-dark")->isChecked());
        QVERIFY(!f.find<QDockWidget>("historyDock")->isVisible());
        QTRY_VERIFY(f.state().left.picture); // the picture of last time
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
    }

    void dialogsStartWhereTheLastEnded()
    {
        WindowFixture f;
        f.openWithPicture();
        restart(f);
        f.key(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(f.chooser->startFolder, QFileInfo(f.path("picture.png")).absolutePath());
    }

    void unchangedSettingsAreNotWritten()
    {
        WindowFixture f;
        f.open();
        const QSettings file(f.path("settings.ini"), QSettings::IniFormat);
        QVERIFY(!file.contains("view/theme"));
        QVERIFY(!file.contains("view/boxes"));
        QVERIFY(!file.contains("view/heatmapOpacity"));
        QVERIFY(!file.contains("why/layer"));
    }

    void panelsHaveKeys()
    {
        WindowFixture f;
        f.openWithPicture();
        const std::pair<Qt::Key, const char*> panels[] = {{Qt::Key_1, "picturesDock"},
                                                          {Qt::Key_2, "regionsDock"},
                                                          {Qt::Key_3, "askDock"},
                                                          {Qt::Key_4, "historyDock"}};
        for (const bool shown : {false, true})
            for (const auto& [key, name] : panels) {
                f.key(key, Qt::AltModifier);
                QCOMPARE(f.find<QDockWidget>(name)->isVisible(), shown);
            }
    }

    void resetLayoutBringsThePanelsBack()
    {
        WindowFixture f;
        f.open();
        for (const char* name : {"askDock", "historyDock", "picturesDock"})
            f.find<QDockWidget>(name)->close();
        QVERIFY(!f.find<QDockWidget>("askDock")->isVisible());
        f.action("reset-layout")->trigger();
        for (const char* name : {"askDock", "historyDock", "picturesDock"})
            QVERIFY(f.find<QDockWidget>(name)->isVisible());
    }

    void darkAndLight()
    {
        WindowFixture f;
        f.openWithPicture();
        const auto ground = [&] {
            return f.window->grab().toImage().pixelColor(2, f.window->height() - 2).lightness();
        };
        f.find<QAction>("theme-dark")->trigger();
        QVERIFY(ground() < 64);
        QVERIFY(themeColors().dark);
        f.find<QAction>("theme-light")->trigger();
        QVERIFY(ground() > 192);
        QVERIFY(!themeColors().dark);
    }

    void shortcutsPageListsEveryKey()
    {
        WindowFixture f;
        f.open();
        f.key(Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(f.find<QTreeWidget>("shortcuts"));
        const auto* tree = f.find<QTreeWidget>("shortcuts");
        for (const char* key : {"Ctrl+O", "Ctrl+Shift+O", "Ctrl+V", "PgDown", "PgUp", "Ctrl+0", "F11", "Ctrl+L", "[",
                                "Del", "Ctrl+Z", "Ctrl+Shift+Z", "Insert", "Shift+Tab"})
            QVERIFY2(!tree->findItems(key, Qt::MatchContains | Qt::MatchRecursive, 1).isEmpty(), key);
        f.find<QDialog>("shortcutsPage")->close();
    }

    void everyControlHasAName()
    {
        WindowFixture f;
        f.openWithPicture();
        for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = spoken ? spoken->text(QAccessible::Name) : QString();
            QVERIFY2(!name.isEmpty(),
                     qPrintable(QString("%1 %2").arg(widget->metaObject()->className(), widget->objectName())));
        }
    }

    void theQuestionIsThereAgain()
    {
        WindowFixture f;
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        restart(f);
        QTRY_VERIFY(f.state().left.picture);
        QCOMPARE(f.question()->text(), QString("what?"));
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
    }

    void keysAreSearched()
    {
        WindowFixture f;
        f.openWithPicture();
        f.key(Qt::Key_F1, Qt::ControlModifier);
        auto* tree = f.find<QTreeWidget>("shortcuts");
        auto* search = f.find<QLineEdit>("shortcutSearch");
        const auto shown = [&] {
            QStringList rows;
            for (int i = 0; i < tree->topLevelItemCount(); ++i)
                for (int j = 0; j < tree->topLevelItem(i)->childCount(); ++j)
                    if (!tree->topLevelItem(i)->isHidden() && !tree->topLevelItem(i)->child(j)->isHidden())
                        rows << tree->topLevelItem(i)->child(j)->text(0);
            return rows;
        };
        const qsizetype all = shown().size();
        QTest::keyClicks(search, "ctrl+S export");
        QCOMPARE(shown().value(0), QString("Export the Picture with the Answer"));
        QVERIFY(shown().size() < 4);
        search->setText("no such thing");
        QVERIFY(shown().isEmpty());
        search->clear();
        QCOMPARE(shown().size(), all);
    }

    void aboutNamesVersionsAndPack()
    {
        WindowFixture f;
        f.openWithPicture();
        f.action("about")->trigger();
        const QString facts = f.find<QLabel>("aboutFacts")->text();
        QVERIFY(facts.contains("Scripted pack") && facts.contains("LibTorch 1.0") && facts.contains(qVersion()));
        f.find<QAbstractButton>("aboutCopy")->click();
        QVERIFY(QApplication::clipboard()->text().endsWith(facts));
    }
};

VBS_TEST_MAIN(PreferencesTest)
#include "preferences_test.moc"
