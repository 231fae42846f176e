#include "tests/support/test_main.h"
#include "ui/settings/app_settings.h"
#include "ui/widgets/key_map.h"

#include <QMainWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace vbs;

namespace {

QVector<ActionSpec> mainActions()
{
    return {{"save", "&File", "&Save…", "Ctrl+S"},
            {"boxes", "&View", "Region &Boxes", "B"},
            {"redo", "&Edit", "&Redo", "Ctrl+Shift+Z Ctrl+Y"},
            {"about", "&Help", "&About", ""}};
}

QVector<ActionSpec> reviewActions()
{
    return {{"review.next", "&Go", "&Next", "B"}, {"review.send", "&File", "&Send", "Ctrl+S"}};
}

QString keysText(const KeyMap& keys, const QString& id)
{
    return QKeySequence::listToString(keys.keysOf(id), QKeySequence::PortableText);
}

/// Keys by their portable names, separated by spaces.
QList<QKeySequence> list(const QString& names)
{
    return ActionSpec{{}, "", "", names}.standardKeys();
}

} // namespace

class KeyMapTest : public QObject {
    Q_OBJECT

    struct Fixture {
        QTemporaryDir folder;
        AppSettings settings{folder.filePath("settings.ini")};
        KeyMap keys{settings.keys};
        Fixture()
        {
            keys.add({"Main", mainActions()});
            keys.add({"Review", reviewActions()});
        }
    };

private Q_SLOTS:
    void standardKeysHoldUntilChanged()
    {
        Fixture f;
        QCOMPARE(f.keys.keysOf("redo"), list("Ctrl+Shift+Z Ctrl+Y"));
        QVERIFY(f.keys.keysOf("about").isEmpty() && f.keys.keysOf("unknown").isEmpty());
        QVERIFY(!f.keys.anyChanged());
        QCOMPARE(f.keys.textOf("save"), QString("Save"));
        f.keys.setKeys("unknown", list("F7"));
        QVERIFY(!f.settings.keys.isSet());
    }

    void aChangeIsToldAndKept()
    {
        Fixture f;
        QSignalSpy told(&f.keys, &KeyMap::keysChanged);
        f.keys.setKeys("about", list("F7 Q"));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toString(), QString("about"));
        QCOMPARE(keysText(f.keys, "about"), QString("F7; Q"));
        QVERIFY(f.keys.isChanged("about") && f.keys.anyChanged());
        KeyMap again(f.settings.keys);
        again.add({"Main", mainActions()});
        QCOMPARE(again.keysOf("about"), list("F7 Q"));
        again.restore("about");
        QVERIFY(f.keys.keysOf("about").isEmpty()); // both look at the same settings
        QVERIFY(!f.settings.keys.isSet());
    }

    void conflictsCountWithinAWindow_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("conflicts");
        QTest::newRow("free") << "save"
                              << "F7" << QStringList{};
        QTest::newRow("its own") << "save"
                                 << "Ctrl+S" << QStringList{};
        QTest::newRow("taken") << "about"
                               << "Ctrl+S" << QStringList{"save"};
        QTest::newRow("the second of two") << "about"
                                           << "Ctrl+Y" << QStringList{"redo"};
        QTest::newRow("free in the other window") << "review.next"
                                                  << "Ctrl+Y" << QStringList{};
        QTest::newRow("taken in the other window") << "review.next"
                                                   << "Ctrl+S" << QStringList{"review.send"};
        QTest::newRow("begins like it") << "about"
                                        << "B, C" << QStringList{"boxes"};
        QTest::newRow("nobody's") << "unknown"
                                  << "Ctrl+S" << QStringList{};
    }

    void conflictsCountWithinAWindow()
    {
        QFETCH(QString, id);
        QFETCH(QString, key);
        QFETCH(QStringList, conflicts);
        QCOMPARE(Fixture().keys.conflictsOf(id, QKeySequence(key, QKeySequence::PortableText)), conflicts);
    }

    void aKeyMeansOneThing()
    {
        Fixture f;
        f.keys.setKeys("about", list("Ctrl+S"));
        QVERIFY(f.keys.keysOf("save").isEmpty() && f.keys.isChanged("save"));
        QCOMPARE(f.keys.keysOf("review.send"), list("Ctrl+S"));
        f.keys.setKeys("boxes", list("F7 Ctrl+Y")); // one of two is taken from the other action
        QCOMPARE(f.keys.keysOf("redo"), list("Ctrl+Shift+Z"));
        f.keys.setKeys("about", list("F7")); // from one that was changed itself
        QCOMPARE(f.keys.keysOf("boxes"), list("Ctrl+Y"));
        QCOMPARE(f.keys.keysOf("save"), list("Ctrl+S")); // it is free again
        QVERIFY(!f.keys.isChanged("save"));
    }

    void restoringTakesTheKeyBack()
    {
        Fixture f;
        f.keys.setKeys("about", list("Ctrl+S F7"));
        f.keys.restore("save");
        QCOMPARE(f.keys.keysOf("save"), list("Ctrl+S"));
        QCOMPARE(f.keys.keysOf("about"), list("F7"));
        f.keys.restore("about");
        QVERIFY(!f.settings.keys.isSet());
    }

    void restoringAllKeepsWhatOtherWindowsHave()
    {
        Fixture f;
        f.keys.setKeys("about", list("F7"));
        f.keys.setKeys("review.next", {});
        KeyMap mainOnly(f.settings.keys);
        mainOnly.add({"Main", mainActions()});
        mainOnly.restoreAll();
        QVERIFY(!mainOnly.anyChanged());
        QCOMPARE(f.settings.keys(), (KeyChanges{{"review.next", {}}}));
        f.keys.restoreAll();
        QVERIFY(!f.settings.keys.isSet());
    }

    /// As a file of the user's own, or a later version with more standard keys, may have it.
    void whatWasChangedComesFirst()
    {
        Fixture f;
        f.settings.keys.set({{"about", list("Ctrl+S")}, {"boxes", list("Ctrl+S F7")}, {"no such action", list("F7")}});
        QCOMPARE(f.keys.keysOf("boxes"), list("Ctrl+S F7")); // the first of the table
        QVERIFY(f.keys.keysOf("about").isEmpty() && f.keys.keysOf("save").isEmpty());
        f.keys.setKeys("save", list("F9"));
        QVERIFY(f.settings.keys().contains("no such action"));
    }

    void someKeysAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("refused");
        for (const char* key : {"Return", "Shift+Tab", "Space", "Esc", "Backspace", "Left", "Ctrl+Shift+Down", "Home",
                                "Ins", "Alt+F", "Alt+H"})
            QTest::newRow(key) << key << true;
        for (const char* key : {"B", "Shift+B", "Ctrl+Return", "Alt+Left", "Ctrl+Home", "F2", "Del", "PgUp", "Alt+X",
                                "Ctrl+F", "7", "?", "Ctrl+Alt+F"})
            QTest::newRow(key) << key << false;
    }

    void someKeysAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(bool, refused);
        const QString why = Fixture().keys.refusal("boxes", QKeySequence(key, QKeySequence::PortableText));
        QCOMPARE(!why.isEmpty(), refused);
        if (refused)
            QVERIFY2(why.startsWith(key) && why.endsWith('.'), qPrintable(why));
    }

    /// Two windows, a table each, one map.
    void tablesFollow()
    {
        Fixture f;
        QMainWindow main, review;
        ActionTable mainTable(mainActions(), &main), reviewTable(reviewActions(), &review);
        mainTable.follow(f.keys);
        reviewTable.follow(f.keys);
        QAction panel("Panel", &main);
        const ActionSpec spec{"panel", "&View", "Panel", "Alt+1"};
        f.keys.add({"More", {spec}});
        f.keys.setKeys("panel", list("Alt+7"));
        mainTable.adopt(spec, &panel);
        QCOMPARE(panel.shortcuts(), list("Alt+7"));
        QCOMPARE(mainTable.action("save")->toolTip(), QString("Save (Ctrl+S)"));
        f.keys.setKeys("save", list("F7 F8"));
        QCOMPARE(mainTable.keysOf("save"), list("F7 F8"));
        QCOMPARE(mainTable.standardKeysOf("save"), list("Ctrl+S"));
        QCOMPARE(mainTable.action("save")->toolTip(), QString("Save (F7)"));
        QCOMPARE(reviewTable.keysOf("review.send"), list("Ctrl+S"));
        f.keys.setKeys("save", {});
        QCOMPARE(mainTable.action("save")->toolTip(), QString("Save"));
        f.keys.setKeys("review.send", list("Ctrl+Y"));
        QCOMPARE(reviewTable.action("review.send")->shortcuts(), list("Ctrl+Y"));
        QCOMPARE(mainTable.keysOf("redo"), list("Ctrl+Shift+Z Ctrl+Y"));
        f.keys.restoreAll();
        QCOMPARE(mainTable.keysOf("save"), list("Ctrl+S"));
        QCOMPARE(panel.shortcuts(), list("Alt+1"));
    }
};

VBS_TEST_MAIN(KeyMapTest)
#include "key_map_test.moc"
