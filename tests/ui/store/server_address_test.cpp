#include "ui/store/server_address.h"

#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

using namespace vbs;
using namespace vbs::test;

class ServerAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadAndWritten_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("parts"); // host, port, user, password, database, project, options
        QTest::addColumn<QString>("name");
        QTest::newRow("all") << "postgresql://ann:s%40cret@db.example.org:6000/reviews/vqa%20val?sslmode=require"
                             << QStringList{"db.example.org",   "6000", "ann", "s@cret", "reviews", "vqa val",
                                            "sslmode='require'"}
                             << "postgresql://ann@db.example.org:6000/reviews/vqa val";
        QTest::newRow("short") << "postgres://localhost/d/p" << QStringList{"localhost", "5432", "", "", "d", "p", ""}
                               << "postgresql://localhost:5432/d/p";
        QTest::newRow("number") << "postgresql://[::1]:1/d/p" << QStringList{"::1", "1", "", "", "d", "p", ""}
                                << "postgresql://[::1]:1/d/p";
        QTest::newRow("socket") << "postgresql:///d/p" << QStringList{"", "5432", "", "", "d", "p", ""}
                                << "postgresql:///d/p";
        QTest::newRow("folder of a socket")
            << "postgresql:///d/p?host=/run/pg" << QStringList{"/run/pg", "5432", "", "", "d", "p", ""}
            << "postgresql:///d/p?host=/run/pg";
        QTest::newRow("another socket") << "postgresql://ann@/d/p?host=/run/pg&port=7"
                                        << QStringList{"/run/pg", "7", "ann", "", "d", "p", ""}
                                        << "postgresql://ann@/d/p?host=/run/pg&port=7";
        QTest::newRow("a slash in a name")
            << "postgresql://h/d/a%2Fb" << QStringList{"h", "5432", "", "", "d", "a/b", ""}
            << "postgresql://h:5432/d/a%2Fb";
        QTest::newRow("quotes") << "postgresql://h/d/p?sslrootcert=/it's/a"
                                << QStringList{"h", "5432", "", "", "d", "p", R"(sslrootcert='/it\'s/a')"}
                                << "postgresql://h:5432/d/p";
    }
    void isReadAndWritten()
    {
        QFETCH(QString, where);
        QFETCH(QStringList, parts);
        QFETCH(QString, name);
        QVERIFY(namesServer(where.toStdString()));
        const ServerAddress address = serverAddressOf(where.toStdString());
        const auto text = [](const std::string& part) { return QString::fromStdString(part); };
        QCOMPARE(
            (QStringList{text(address.host), QString::number(address.port), text(address.user), text(address.password),
                         text(address.database), text(address.project), text(address.options)}),
            parts);
        QCOMPARE(text(address.name()), name);
        const ServerAddress again = serverAddressOf(address.name());
        QCOMPARE(again.project, address.project);
        QCOMPARE(again.host, address.host);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("says");
        QTest::newRow("no project") << "postgresql://ann:secret@h/d"
                                    << "A database and a project are needed";
        QTest::newRow("too much") << "postgresql://h/d/p/q"
                                  << "A database and a project are needed";
        QTest::newRow("PostgreSQL's own") << "postgresql://h/d/pg_catalog"
                                          << "none of PostgreSQL's own";
        QTest::newRow("everybody's") << "postgresql://h/d/public"
                                     << "none of PostgreSQL's own";
        QTest::newRow("long") << "postgresql://h/d/" + QString(64, 'x') << "at most 63 bytes";
        QTest::newRow("option") << "postgresql://h/d/p?options=-c%20x"
                                << "The option options is not known";
        QTest::newRow("two options in one") << "postgresql://h/d/p?sslmode=a;service=b"
                                            << "semicolon";
        QTest::newRow("port") << "postgresql://h:99999/d/p"
                              << "This is no address";
    }
    void isRefused()
    {
        QFETCH(QString, where);
        QFETCH(QString, says);
        const QString message = messageOf([&] { serverAddressOf(where.toStdString()); });
        QVERIFY2(message.contains(says) && !message.contains('\n'), qPrintable(message));
        QVERIFY(!message.contains("secret"));
    }

    void filesAreNoServers() { QVERIFY(!namesServer("postgresql.vbsreview") && !namesServer("/a/postgresql://b")); }
};

VBS_TEST_MAIN(ServerAddressTest)
#include "server_address_test.moc"
