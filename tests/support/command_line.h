#pragma once

#include "tests/support/test_paths.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace vbs {

/// What one run of the real `visualbert` gave.
struct CommandOutcome {
    int exitCode = -1; ///< -1: it crashed or did not end
    QString out, err;
};

/// Runs the built program. @param environment additions to this program's own.
inline CommandOutcome runVisualBert(const QStringList& arguments, const QProcessEnvironment& environment,
                                    int milliseconds = 120000)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QString(vbs::test::programFolder()) + "/visualbert", arguments);
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// With the shipped packs, and caches and data in folders of the test's own.
inline QProcessEnvironment shippedPackEnvironment(const QString& cacheFolder, const QString& dataFolder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("VBS_PACKS", QString(vbs::test::sourceFolder()) + "/models");
    environment.insert("XDG_CACHE_HOME", cacheFolder);
    environment.insert("XDG_DATA_HOME", dataFolder);
    return environment;
}

} // namespace vbs
