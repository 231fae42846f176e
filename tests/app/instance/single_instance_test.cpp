#include "app/instance/single_instance.h"

#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
// With the room's precompiled header no definition of Qt Network may stand on the command line.
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

#include <future>
#include <vector>

using namespace vbs;
using Role = SingleInstance::Role;

/// Starts are threads here, each with an object of its own; tests/app has the real processes.
class SingleInstanceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_place;

    static std::future<Role> started(const QString& place, const Wish& wish)
    {
        return std::async(std::launch::async, [=] { return SingleInstance(place).begin(wish); });
    }

    /// While this thread answers.
    static Role roleOf(std::future<Role> start)
    {
        while (start.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return start.get();
    }

    std::unique_ptr<SingleInstance> host() const
    {
        auto instance = std::make_unique<SingleInstance>(m_place);
        if (instance->begin({}) != Role::Host)
            return nullptr;
        instance->listen();
        return instance;
    }

private Q_SLOTS:
    void init() { m_place = m_folder.filePath(QTest::currentTestFunction()); }

    void aWishIsHandedOver()
    {
        const auto first = host();
        QVERIFY(first);
        const QSignalSpy wished(first.get(), &SingleInstance::wished);
        const Wish wish{{"/pictures/Schöne \"neue\"\nWelt.png", "postgresql://server/review"}, "review", "token"};
        QCOMPARE(int(roleOf(started(m_place, wish))), int(Role::Guest));
        QTRY_COMPARE(wished.size(), 1);
        QVERIFY(wished.first().first().value<Wish>() == wish);
        QCOMPARE(int(roleOf(started(m_place, {}))), int(Role::Guest)); // and again
        QTRY_COMPARE(wished.size(), 2);
    }

    void aCrashLeavesNothingInTheWay()
    {
        {
            QLocalServer crashed;
            crashed.setSocketOptions(QLocalServer::UserAccessOption);
            QVERIFY(crashed.listen(m_place));
            QVERIFY(QFile::rename(m_place, m_place + "-kept")); // closing removes it by its name
        }
        QVERIFY(QFile::rename(m_place + "-kept", m_place));
        QFile lock(m_place + ".lock");
        QVERIFY(lock.open(QIODevice::WriteOnly));
        const auto first = host();
        QVERIFY(first);
        QCOMPARE(int(roleOf(started(m_place, {}))), int(Role::Guest));
    }

    void whoEndsIsFollowed()
    {
        QVERIFY(host()); // gone at once
        QVERIFY(!QFile::exists(m_place) && !QFile::exists(m_place + ".lock"));
        QVERIFY(host());
    }

    void whoGetsNoAnswerIsAlone_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<bool>("listens");
        QTest::newRow("nobody listens") << QByteArray() << false;
        QTest::newRow("silence") << QByteArray() << true;
        QTest::newRow("another program") << QByteArray("220 ready\n") << true;
        QTest::newRow("no line") << QByteArray(1000, 'x') << true;
    }
    void whoGetsNoAnswerIsAlone()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(bool, listens);
        m_place += QTest::currentDataTag()[0] + QString::number(greeting.size());
        InstanceLock lock(m_place + ".lock");
        QCOMPARE(int(lock.take()), int(InstanceLock::State::Held));
        QLocalServer server;
        QVERIFY(!listens || server.listen(m_place));
        connect(&server, &QLocalServer::newConnection, &server, [&] {
            QLocalSocket* guest = server.nextPendingConnection();
            guest->write(greeting);
            guest->flush();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(int(roleOf(started(m_place, {{"/a.png"}, {}, {}}))), int(Role::Alone));
        QVERIFY(timer.elapsed() < SingleInstance::kPatience.count() + 2000);
    }

    void aBusyWindowIsTrustedWithWhatHasLeft_data()
    {
        QTest::addColumn<int>("letters");
        QTest::addColumn<int>("role");
        QTest::newRow("a path") << 100 << int(Role::Guest);
        QTest::newRow("more than the system holds") << 900'000 << int(Role::Alone);
    }
    /// It greets, and then does not read.
    void aBusyWindowIsTrustedWithWhatHasLeft()
    {
        QFETCH(int, letters);
        QFETCH(int, role);
        m_place += QString::number(letters);
        InstanceLock lock(m_place + ".lock");
        QCOMPARE(int(lock.take()), int(InstanceLock::State::Held));
        QLocalServer server;
        QVERIFY(server.listen(m_place));
        connect(&server, &QLocalServer::newConnection, &server, [&] {
            QLocalSocket* guest = server.nextPendingConnection();
            guest->setReadBufferSize(1);
            guest->write("visualbert-studio 1\n");
            guest->flush();
        });
        QCOMPARE(int(roleOf(started(m_place, {{QString(letters, 'a')}, {}, {}}))), role);
    }

    void aPlaceThatCannotBe_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("no folder") << m_folder.filePath("none/socket");
        QTest::newRow("too long") << m_folder.filePath(QString(100, 'x'));
        QTest::newRow("no file") << m_folder.filePath("folder");
    }
    void aPlaceThatCannotBe()
    {
        QFETCH(QString, place);
        QDir(m_folder.path()).mkpath("folder.lock");
        QCOMPARE(int(SingleInstance(place).begin({})), int(Role::Alone));
    }

    void nonsenseIsNoWish_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("no JSON") << QByteArray("open everything\n");
        QTest::newRow("another form") << QByteArray("[\"/a.png\"]\n");
        QTest::newRow("too long") << QByteArray(3 * SingleInstance::kLongestMessage, ' ');
    }
    void nonsenseIsNoWish()
    {
        QFETCH(QByteArray, message);
        const auto first = host();
        QVERIFY(first);
        const QSignalSpy wished(first.get(), &SingleInstance::wished);
        QLocalSocket guest;
        guest.connectToServer(m_place);
        QTRY_VERIFY(guest.canReadLine());
        guest.write(message);
        QTRY_COMPARE_WITH_TIMEOUT(guest.state(), QLocalSocket::UnconnectedState, 20000);
        QCOMPARE(wished.size(), 0);
        QCOMPARE(int(roleOf(started(m_place, {}))), int(Role::Guest));
    }

    void ofManyOneIsFirst()
    {
        constexpr int kStarts = 8;
        std::vector<std::future<Role>> starts;
        for (int i = 0; i < kStarts; ++i)
            starts.push_back(std::async(std::launch::async, [this] {
                SingleInstance instance(m_place);
                const Role role = instance.begin({{"/a.png"}, {}, {}});
                if (role != Role::Host)
                    return role;
                QEventLoop loop;
                int heard = 0;
                connect(&instance, &SingleInstance::wished, &loop, [&] {
                    if (++heard == kStarts - 1)
                        loop.quit();
                });
                instance.listen();
                loop.exec();
                return role;
            }));
        int hosts = 0, guests = 0;
        for (auto& start : starts) {
            const Role role = start.get();
            hosts += role == Role::Host;
            guests += role == Role::Guest;
        }
        QCOMPARE(hosts, 1);
        QCOMPARE(guests, kStarts - 1);
    }

    void placesAreApart()
    {
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
        qputenv("DISPLAY", ":7");
        const QString place = SingleInstance::meetingPlace("/home/a/window.ini");
        QVERIFY(place.startsWith(m_folder.path() + '/'));
        QCOMPARE(SingleInstance::meetingPlace("/home/a/window.ini"), place);
        QVERIFY(SingleInstance::meetingPlace("/home/b/window.ini") != place);
        qputenv("DISPLAY", ":8");
        QVERIFY(SingleInstance::meetingPlace("/home/a/window.ini") != place);
        qputenv("XDG_RUNTIME_DIR", "relative");
        QVERIFY(SingleInstance::meetingPlace("/home/a/window.ini").startsWith(QDir::tempPath() + '/'));
    }
};

VBS_TEST_MAIN(SingleInstanceTest)
#include "single_instance_test.moc"
