#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <string>

namespace vbs::test {

/// A PostgreSQL server in a temporary folder, on a free port of 127.0.0.1. Root cannot run one: it is nobody's then.
class LocalPostgres {
public:
    LocalPostgres() = default;
    ~LocalPostgres();

    /// Why there can be no server here; empty: there can.
    static QString missing();

    /// Makes the server's folder and starts it. @returns false with a reason in failure().
    bool start();
    /// Ends it as an administrator does (open connections are cut), or as a crash does; start() starts it again.
    void stop(bool asACrash = false);
    /// It neither answers nor ends, as on a computer that is out of memory; until it goes on.
    void freeze();
    void goOn();
    QString failure() const { return m_failure; }

    /// postgresql://tester@127.0.0.1:PORT/postgres/PROJECT
    std::string address(const std::string& project) const;

private:
    bool run(const QString& program, const QStringList& arguments);
    void signalAll(int signal);
    bool launch(QProcess& process, const QString& program, const QStringList& arguments);

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_failure;
    int m_port = 0;
};

} // namespace vbs::test
