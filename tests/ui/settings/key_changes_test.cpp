#include "tests/support/test_main.h"
#include "ui/settings/app_settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

/// How the keys that the user changed stand in the settings file.
class KeyChangesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;
    QString newPath() { return m_folder.filePath(QString("%1.ini").arg(m_files++)); }

    static QList<QKeySequence> sequences(const QStringList& names)
    {
        QList<QKeySequence> keys;
        for (const QString& name : names)
            keys << QKeySequence(name, QKeySequence::PortableText);
        return keys;
    }

private Q_SLOTS:
    void keysSurviveARestart_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a letter") << QStringList{"B"};
        QTest::newRow("no key") << QStringList{};
        QTest::newRow("several") << QStringList{"Ctrl+K", "Shift+F5", "Meta+Alt+J"};
        QTest::newRow("what lists are written with") << QStringList{",", ";", "=", "Ctrl+,"};
        QTest::newRow("what files are written with") << QStringList{"\"", "\\", "%", "@", "Ctrl++"};
        QTest::newRow("one after the other") << QStringList{"Ctrl+K, Ctrl+B"};
        QTest::newRow("of another alphabet") << QStringList{"Ctrl+Ä", "Ж"};
    }

    void keysSurviveARestart()
    {
        QFETCH(QStringList, names);
        const KeyChanges changes{{"boxes", sequences(names)}, {"other", sequences({"F7"})}};
        const QString path = newPath();
        AppSettings(path).keys.set(changes);
        QCOMPARE(AppSettings(path).keys(), changes);
        AppSettings(path).keys.reset();
        QVERIFY(!AppSettings(path).keys.isSet());
    }

    void aFileIsRead_data()
    {
        QTest::addColumn<QVariant>("stored");
        QTest::addColumn<QString>("expected"); ///< of "boxes", as the file has it; "standard": not changed
        QTest::newRow("by hand") << QVariant("boxes=Ctrl+K") << "Ctrl+K";
        QTest::newRow("with spaces") << QVariant(" boxes = Ctrl+K; F7 ") << "Ctrl+K; F7";
        QTest::newRow("no key") << QVariant("boxes=") << "";
        QTest::newRow("twice the same") << QVariant("boxes=F7; F7") << "F7";
        QTest::newRow("one is none") << QVariant("boxes=Pedal; F7") << "F7";
        QTest::newRow("all are none") << QVariant("boxes=Pedal") << "standard";
        QTest::newRow("no sign") << QVariant("boxes") << "standard";
        QTest::newRow("no name") << QVariant("=F7") << "standard";
        QTest::newRow("a number") << QVariant(7) << "standard";
        QTest::newRow("bytes") << QVariant(QByteArray("\0\xff=\0", 4)) << "standard";
        QTest::newRow("nonsense before") << QVariant(QStringList{"", "===", "boxes=F7"}) << "F7";
        QTest::newRow("a map") << QVariant(QVariantMap{{"boxes", "F7"}}) << "standard";
        QTest::newRow("of an action that is no more") << QVariant(QStringList{"gone=F8", "boxes=F7"}) << "F7";
    }

    void aFileIsRead()
    {
        QFETCH(QVariant, stored);
        QFETCH(QString, expected);
        const QString path = newPath();
        QSettings(path, QSettings::IniFormat).setValue("keys/changed", stored);
        const KeyChanges changes = AppSettings(path).keys();
        QCOMPARE(changes.contains("boxes"), expected != "standard");
        if (expected != "standard")
            QCOMPARE(QKeySequence::listToString(changes.value("boxes"), QKeySequence::PortableText), expected);
    }

    void nothingChangedIsNotWritten()
    {
        AppSettings settings(newPath());
        QSignalSpy changed(&settings.keys, &SettingItem::changed);
        settings.keys.set({});
        QVERIFY(!settings.keys.isSet());
        QCOMPARE(changed.size(), 0);
    }
};

VBS_TEST_MAIN(KeyChangesTest)
#include "key_changes_test.moc"
