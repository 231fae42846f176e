#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/module_loader.h"
#include "core/nn/visual_bert/visual_bert_tasks.h"
#include "tests/support/checkpoint_files.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kInstrumented = true; // AddressSanitizer itself needs terabytes of address space
#else
constexpr bool kInstrumented = false;
#endif

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr rlim_t kAddressSpace = rlim_t(6) << 30;

/// The child's part: reads each file, then loads it as a model, and prints a line about it.
int readUnderLimit(int argc, char** argv)
{
    const rlimit limit{kAddressSpace, kAddressSpace};
    if (!kInstrumented && ::setrlimit(RLIMIT_AS, &limit) != 0)
        return 3;
    const VisualBertConfig config = readVisualBertConfig(checkpointPath("config.json"));
    for (int i = 1; i < argc; ++i) {
        QElapsedTimer timer;
        timer.start();
        const char* outcome = "refused";
        try {
            const Checkpoint checkpoint = readCheckpoint(argv[i]);
            sumOf(checkpoint.tensors);
            outcome = "read";
            VisualBertForQuestionAnswering module(config);
            loadModule(checkpoint, *module);
            outcome = "loaded";
        } catch (const Error&) {
        }
        std::printf("%s %lld %s\n", outcome, static_cast<long long>(timer.elapsed()), argv[i]);
        std::fflush(stdout);
    }
    return 0;
}

QStringList filesUnder(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << it.next();
    files.sort();
    return files;
}

void copyFolder(const QString& from, const QString& to)
{
    for (const QString& file : filesUnder(from)) {
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QVERIFY(QFile::copy(file, target));
    }
}

} // namespace

/// Every file of the manifest, read by a process of its own with 6 GiB of address space.
class HostileLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysWithinLimits();
};

void HostileLimitsTest::staysWithinLimits()
{
    QTemporaryDir temporary;
    const QString folder = temporary.path() + "/checkpoints";
    copyFolder(QString::fromStdString(checkpointPath("hostile").parent_path().string()), folder);
    const QStringList before = filesUnder(temporary.path());
    std::map<QString, std::string> must;
    QStringList arguments;
    for (const Json& row : checkpointManifest()) {
        const QString file = folder + "/" + QString::fromStdString(row.at("file"));
        must[file] = row.at("reader_must");
        arguments << file;
    }

    QProcess child;
    child.setWorkingDirectory(folder);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), childArguments(__FILE__, arguments));
    QVERIFY(child.waitForFinished(120'000));
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 0);

    std::size_t lines = 0;
    for (const QByteArray& line : child.readAllStandardOutput().trimmed().split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(' ');
        QCOMPARE(words.size(), 3);
        const std::string& wanted = must.at(words[2]);
        QVERIFY2(wanted != "load" || words[0] != "refused", line.constData());
        QVERIFY2(wanted != "refuse" || words[0] == "refused", line.constData());
        QVERIFY2(wanted != "refuse as a model" || words[0] == "read", line.constData());
        QVERIFY2(words[1].toLongLong() < (kInstrumented ? 60'000 : 5'000), line.constData());
        ++lines;
    }
    QCOMPARE(lines, must.size());
    QCOMPARE(filesUnder(temporary.path()), before); // nothing was written beside them either
}

VBS_TEST_MAIN(HostileLimitsTest)
VBS_TEST_CHILD(readUnderLimit)
#include "hostile_limits_test.moc"
