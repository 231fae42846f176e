#include "core/base/file_io.h"
#include "core/base/json.h"
#include "tests/support/command_line.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

namespace {

constexpr int kScenes = 3;

} // namespace

/// Runs the real program as a user does who looks at pictures, learns from them and extracts them.
class TrainFinetuneCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }

    /// @param cache of its own for each test. @returns the document that it prints, null when it fails.
    Json run(const QStringList& arguments, const char* cache) const
    {
        const CommandOutcome outcome = runVisualBert(arguments, shippedPackEnvironment(path(cache), path("data")));
        if (outcome.exitCode != 0) {
            qWarning("%s", qPrintable(outcome.err));
            return nullptr;
        }
        return arguments.contains("--json") ? Json::parse(outcome.out.toStdString()) : Json(true);
    }
    Json tune(const char* output, const char* cache, const QStringList& more = {}) const
    {
        return run(QStringList{"train", "finetune", "--task", "vqa", "--steps", "1", "--batch", "4", "--held-out", "0",
                               "--dataset", path("sc/questions.json"), "--annotations", path("sc/annotations.json"),
                               "--images", path("sc/images"), "--output", path(output), "--json"} +
                       more,
                   cache);
    }
    Json extract(const char* output, const char* cache, const QStringList& more = {}) const
    {
        return run(QStringList{"extract", path("sc/images"), "--output", path(output), "--json"} + more, cache);
    }
    /// Asks about every picture. @returns how many pictures' regions are kept then.
    int ask(const char* cache) const
    {
        for (const QString& picture : QDir(path("sc/images")).entryList(QDir::Files))
            if (!run({"ask", path("sc/images/") + picture, "How many things are there?", "--json"}, cache).is_object())
                return -1;
        return int(QDir(path(cache) + "/visualbert-studio/regions").entryList(QDir::Files).size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(run({"scenes", "--count", QString::number(kScenes), "--seed", "5", "--questions", "2", "--output",
                     path("sc")},
                    "cache") == true);
    }

    void othersReadWhatItFinds()
    {
        QVERIFY(tune("run", "tuned").is_object());
        QCOMPARE(extract("out", "tuned").at("from_cache").get<int>(), kScenes);
        QCOMPARE(ask("tuned"), kScenes); // no further ones
    }

    void itReadsWhatOthersFind()
    {
        QCOMPARE(extract("first", "extracted").at("from_cache").get<int>(), 0);
        QCOMPARE(ask("extracted"), kScenes);
        QVERIFY(tune("from others", "extracted").is_object());
        QVERIFY(tune("own", "nothing", {"--cache-size", "0"}).is_object());
        const auto weights = [&](const char* run) {
            return readTextFile((path(run) + "/pack/vqa-tuned/model.safetensors").toStdString());
        };
        QVERIFY(weights("from others") == weights("own"));
        QVERIFY(!QFileInfo::exists(path("nothing/visualbert-studio/regions")));
    }

    void questionsAreAskedFirst()
    {
        QCOMPARE(ask("asked"), kScenes);
        QCOMPARE(extract("after asking", "asked").at("from_cache").get<int>(), kScenes);
    }

    void formatsAreNamed()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QStringList& command : {QStringList{"train", "finetune"}, QStringList{"evaluate"}}) {
            const QString help = runVisualBert(command + QStringList{"--help"}, environment).out.simplified();
            QVERIFY2(help.contains("of the data set: vqa"), qPrintable(help));
            const CommandOutcome wrong = runVisualBert(command + QStringList{"--format", "gqa"}, environment);
            QVERIFY2(wrong.exitCode != 0 && wrong.err.contains("--format"), qPrintable(wrong.err));
        }
    }
};

VBS_TEST_MAIN(TrainFinetuneCommandTest)
#include "train_finetune_command_test.moc"
