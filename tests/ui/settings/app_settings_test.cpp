#include "tests/support/test_main.h"
#include "ui/settings/app_settings.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

class AppSettingsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QTest::currentTestFunction() + QString(".ini")); }

private Q_SLOTS:
    void unsetMeansAbsent()
    {
        AppSettings settings(path());
        QCOMPARE(settings.heatmapOpacity(), 50);
        QVERIFY(settings.boxesShown() && settings.heatmapShown());
        settings.heatmapOpacity.set(50); // holds already
        settings.theme.set(ThemeMode::System);
        settings.sync();
        QCOMPARE(QSettings(path(), QSettings::IniFormat).allKeys(), QStringList());
        for (const SettingItem* item : settings.items()) {
            QVERIFY(!item->isSet());
            QCOMPARE(item->current(), item->standard());
        }
    }

    /// The keys and texts of version 0.1: files of users' own must go on working.
    void readsTheFirstFormat()
    {
        {
            QSettings file(path(), QSettings::IniFormat);
            const std::pair<const char*, QVariant> stored[] = {{"window/geometry", QByteArray("g")},
                                                               {"window/layout", QByteArray("l")},
                                                               {"window/layoutVersion", 1},
                                                               {"view/theme", "dark"},
                                                               {"view/boxes", false},
                                                               {"view/heatmap", false},
                                                               {"view/heatmapOpacity", 35},
                                                               {"task/inHand", "compare"},
                                                               {"why/method", "rollout"},
                                                               {"why/layer", 3},
                                                               {"why/head", 7},
                                                               {"files/recent", QStringList{"/a", "/b"}},
                                                               {"files/lastFolder", "/c"}};
            for (const auto& [key, value] : stored)
                file.setValue(key, value);
        }
        AppSettings settings(path());
        QCOMPARE(settings.windowGeometry(), QByteArray("g"));
        QCOMPARE(settings.windowLayout(), QByteArray("l"));
        QCOMPARE(settings.theme(), ThemeMode::Dark);
        QVERIFY(!settings.boxesShown() && !settings.heatmapShown());
        QCOMPARE(settings.heatmapOpacity(), 35);
        QCOMPARE(settings.task(), QString("compare"));
        QCOMPARE(settings.method(), QString("rollout"));
        QCOMPARE(settings.layer(), 3);
        QCOMPARE(settings.head(), 7);
        QCOMPARE(settings.recentFiles(), (QStringList{"/a", "/b"}));
        QCOMPARE(settings.lastFolder(), QString("/c"));
    }

    void survivesARestart()
    {
        {
            AppSettings settings(path());
            settings.theme.set(ThemeMode::Light);
            settings.boxesShown.set(false);
            settings.layer.set(2);
            settings.recentFiles.set({"/one"});
            settings.setWindow("geometry", "layout");
        }
        AppSettings settings(path());
        QCOMPARE(settings.theme(), ThemeMode::Light);
        QVERIFY(!settings.boxesShown());
        QCOMPARE(settings.layer(), 2);
        QCOMPARE(settings.recentFiles(), QStringList{"/one"});
        QCOMPARE(settings.windowLayout(), QByteArray("layout"));
        settings.forgetWindow();
        QVERIFY(settings.windowLayout().isEmpty() && settings.windowGeometry().isEmpty());
    }

    void nonsenseBecomesSense_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("stored");
        QTest::newRow("too opaque") << "view/heatmapOpacity" << QVariant(1000);
        QTest::newRow("no layer") << "why/layer" << QVariant(-9);
        QTest::newRow("no theme") << "view/theme" << QVariant("pink");
        QTest::newRow("another program's layout") << "window/layoutVersion" << QVariant(99);
    }

    void nonsenseBecomesSense()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, stored);
        {
            QSettings file(path(), QSettings::IniFormat);
            file.setValue(key, stored);
            file.setValue("window/layout", QByteArray("l"));
        }
        const AppSettings settings(path());
        QVERIFY(settings.heatmapOpacity() >= 0 && settings.heatmapOpacity() <= 100);
        QVERIFY(settings.layer() >= -1);
        QCOMPARE(settings.theme(), ThemeMode::System);
        QVERIFY(settings.windowLayout().isEmpty());
    }

    void tellsOfChanges()
    {
        AppSettings settings(path());
        QSignalSpy opacity(&settings.heatmapOpacity, &SettingItem::changed);
        QSignalSpy boxes(&settings.boxesShown, &SettingItem::changed);
        settings.heatmapOpacity.set(50);
        QCOMPARE(opacity.size(), 0);
        settings.heatmapOpacity.set(20);
        settings.heatmapOpacity.set(20);
        QCOMPARE(opacity.size(), 1);
        settings.heatmapOpacity.reset();
        QCOMPARE(opacity.size(), 2);
        settings.heatmapOpacity.reset();
        QCOMPARE(opacity.size(), 2);
        QCOMPARE(boxes.size(), 0);
    }

    void resetAllForgetsEverything()
    {
        AppSettings settings(path());
        settings.setWindow("g", "l");
        settings.theme.set(ThemeMode::Dark);
        settings.lastFolder.set("/c");
        settings.pack.set("/packs/other");
        settings.precision.set("bfloat16");
        settings.threads.set(1);
        settings.resetAll();
        settings.sync();
        QCOMPARE(QSettings(path(), QSettings::IniFormat).allKeys(), QStringList());
        QCOMPARE(settings.theme(), ThemeMode::System);
    }

    void everyItemIsListed()
    {
        const AppSettings settings(path());
        QSet<QString> keys;
        for (const SettingItem* item : settings.items()) {
            QVERIFY(item->doc().endsWith('.'));
            QVERIFY(item->key().contains('/'));
            keys << item->key();
        }
        QCOMPARE(keys.size(), 31);
        QCOMPARE(std::size_t(keys.size()), settings.items().size());
    }
};

VBS_TEST_MAIN(AppSettingsTest)
#include "app_settings_test.moc"
