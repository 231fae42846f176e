#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace vbs::test {

/// A cluster of one node with two slots: munged, slurmctld and slurmd in a temporary folder, on free ports of
/// 127.0.0.1, as whatever user the test is, without cgroups. They end with the test, however that ends.
class LocalSlurm {
public:
    LocalSlurm();
    ~LocalSlurm();

    /// Why there can be no cluster here; empty: there may.
    static QString missing();

    /// @returns false with a reason in failure().
    bool start();
    QString failure() const { return m_failure; }

    /// What its commands need, added to an environment.
    QProcessEnvironment environment(QProcessEnvironment others) const;

    /// Runs one of its commands. @returns what it printed, trimmed; what failed is told by qWarning.
    QString run(const QString& program, const QStringList& arguments) const;

private:
    bool launch(const QString& program, const QStringList& arguments);
    QString said() const;

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_daemons;
    QString m_failure;
};

} // namespace vbs::test
