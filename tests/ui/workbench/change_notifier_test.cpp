#include "ui/workbench/change_notifier.h"

#include "tests/support/test_main.h"

#include <QMouseEvent>

namespace vbs::test {

class ChangeNotifierTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneTurnIsToldOnce()
    {
        ChangeNotifier notifier;
        std::vector<Changes> told;
        connect(&notifier, &ChangeNotifier::changed, this, [&](Changes changes) { told.push_back(changes); });
        notifier.add({});
        QCoreApplication::processEvents();
        QVERIFY(told.empty());
        notifier.add(Change::Task);
        notifier.add(Change::Input | Change::Task);
        QVERIFY(told.empty());
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0], Change::Task | Change::Input);
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), std::size_t(1));
    }

    void whatChangesWhileItIsToldIsToldNext()
    {
        ChangeNotifier notifier;
        std::vector<Changes> told;
        connect(&notifier, &ChangeNotifier::changed, this, [&](Changes changes) {
            told.push_back(changes);
            if (told.size() == 1)
                notifier.add(Change::Answer);
        });
        notifier.add(Change::Task);
        notifier.tell();
        QCOMPARE(told.size(), std::size_t(1));
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[1], Changes(Change::Answer));
    }

    /// Nobody types into a view that shows what is no longer so.
    void itIsToldBeforeTheUsersNextDeed_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("deed");
        QTest::newRow("key") << int(QEvent::KeyPress) << true;
        QTest::newRow("shortcut") << int(QEvent::ShortcutOverride) << true;
        QTest::newRow("press") << int(QEvent::MouseButtonPress) << true;
        QTest::newRow("release") << int(QEvent::MouseButtonRelease) << true;
        QTest::newRow("double click") << int(QEvent::MouseButtonDblClick) << true;
        QTest::newRow("move") << int(QEvent::MouseMove) << false;
    }
    void itIsToldBeforeTheUsersNextDeed()
    {
        QFETCH(int, type);
        ChangeNotifier notifier;
        int told = 0;
        connect(&notifier, &ChangeNotifier::changed, this, [&] { ++told; });
        notifier.add(Change::Task);
        const auto kind = QEvent::Type(type);
        QKeyEvent key(kind, Qt::Key_A, {});
        QMouseEvent mouse(kind, QPointF(), QPointF(), Qt::LeftButton, Qt::LeftButton, {});
        const bool isKey = kind == QEvent::KeyPress || kind == QEvent::ShortcutOverride;
        QObject receiver;
        QCoreApplication::sendEvent(&receiver, isKey ? static_cast<QEvent*>(&key) : &mouse);
        QTEST(told == 1, "deed");
    }

    void sidesHaveTheirOwnBits()
    {
        const SideChanges all = SideChange::Picture | SideChange::Regions | SideChange::Picked | SideChange::Removed;
        QCOMPARE(changesOf(Side::Left, SideChange::Picked), Changes(Change::LeftPicked));
        QCOMPARE(changesOf(Side::Right, SideChange::Removed), Changes(Change::RightRemoved));
        QVERIFY(!(changesOf(Side::Left, all) & changesOf(Side::Right, all)));
        QCOMPARE(changesOf(all), changesOf(Side::Left, all) | changesOf(Side::Right, all));
        QVERIFY(!changesOf(all).testFlag(Change::Focus));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::ChangeNotifierTest)
#include "change_notifier_test.moc"
