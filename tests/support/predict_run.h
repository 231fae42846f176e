#pragma once

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "tests/support/command_line.h"

#include <QTest>

#include <csignal>
#include <filesystem>
#include <map>
#include <sys/types.h>

namespace vbs::test {

/// A data set of scenes, and `visualbert predict` on it with the shipped pack.
class PredictRuns {
public:
    /// @param folder gets the data set and a cache of its own.
    explicit PredictRuns(std::filesystem::path folder) : m_folder(std::move(folder))
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("XDG_CACHE_HOME", file("cache"));
    }

    const QProcessEnvironment& environment() const { return m_environment; }
    std::filesystem::path path(const std::string& name) const { return m_folder / name; }
    QString file(const std::string& name) const { return QString::fromStdString(path(name).string()); }

    void makeScenes(int count)
    {
        const CommandOutcome outcome = runVisualBert(
            {"scenes", "--count", QString::number(count), "--seed", "11", "--output", file("scenes")}, m_environment);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    }

    QStringList arguments(const std::string& run, const QStringList& more = {}) const
    {
        return QStringList{"predict",
                           "--task",
                           "vqa",
                           "--dataset",
                           file("scenes/questions.json"),
                           "--annotations",
                           file("scenes/annotations.json"),
                           "--images",
                           file("scenes/images"),
                           "--pack",
                           QString(sourceFolder()) + "/models/picture-book",
                           "--output",
                           file(run),
                           "--device",
                           "cpu",
                           "--threads",
                           "2",
                           "--batch",
                           "4",
                           "--quiet"} +
               more;
    }
    CommandOutcome predict(const std::string& run, const QStringList& more = {}) const
    {
        return runVisualBert(arguments(run, more), m_environment);
    }

    /// Starts it, and sends it the signal after that time, unless it has ended. @return its exit code; -1: by a signal.
    int predictFor(int milliseconds, const std::string& run, int signal, const QStringList& more = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QString(programFolder()) + "/visualbert", arguments(run, more));
        if (!process.waitForFinished(milliseconds)) {
            ::kill(pid_t(process.processId()), signal);
            process.waitForFinished(60000);
        }
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    /// What has to be the same in every run, by name.
    std::map<std::string, std::string> results(const std::string& run) const
    {
        std::map<std::string, std::string> files;
        for (const char* name : {"predictions.jsonl", "failures.jsonl", "results.json", "metrics.json"})
            files[name] = readTextFile(path(run) / name);
        return files;
    }

    /// The bytes of a shard's lines so far; whether they are whole.
    bool hasWholeLines(const std::string& run, const std::string& shard = "1-of-1") const
    {
        const std::filesystem::path lines = path(run) / "shards" / shard / "predictions.jsonl";
        if (!std::filesystem::exists(lines))
            return true;
        const std::string text = readTextFile(lines);
        std::size_t begin = 0;
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
            parseJson(text.substr(begin, end - begin), "a line");
            begin = end + 1;
        }
        return begin == text.size();
    }

    /// Kills runs at random moments and goes on, until one ends by itself. @return how often it was killed.
    int killedUntilDone(const std::string& run, int kills, std::uint64_t seed, int longest) const
    {
        Rng rng(seed);
        int killed = 0;
        for (; killed < kills; ++killed) {
            const int code = predictFor(rng.between(1, longest), run, SIGKILL, {"--resume"});
            if (code >= 0)
                break;
            if (!hasWholeLines(run))
                return -1;
        }
        return killed;
    }

private:
    std::filesystem::path m_folder;
    QProcessEnvironment m_environment;
};

} // namespace vbs::test
