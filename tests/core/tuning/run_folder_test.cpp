#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/tuning/run_folder.h"
#include "core/tuning/tuning_pack.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <filesystem>

using namespace vbs;
using vbs::test::messageOf;
namespace fs = std::filesystem;

/// A training takes its folder for itself, and replaces nothing that it has not written.
class RunFolderTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void oneProgramAtATime()
    {
        const fs::path run = path("busy");
        {
            const RunFolder first(run, false);
            QVERIFY(messageOf([&] { RunFolder(run, true); }).contains("Another program is already training into"));
        }
        RunFolder(run, false);
        QVERIFY(messageOf([&] { RunFolder(write("file", "x"), false); }).contains("cannot be created"));
    }

    void anEarlierRunIsNotThrownAway_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("fine-tuning") << "pack/pack.json";
        QTest::newRow("detector") << "training.json";
        QTest::newRow("stopped") << "checkpoint/state.safetensors";
    }
    void anEarlierRunIsNotThrownAway()
    {
        QFETCH(QString, file);
        const QString inside = QString("earlier %1/%2").arg(QTest::currentDataTag(), file);
        const fs::path there = write(qPrintable(inside), "of an earlier run");
        const fs::path run = path(qPrintable(QString("earlier %1").arg(QTest::currentDataTag())));
        const QString said = messageOf([&] { RunFolder(run, false); });
        QVERIFY2(said.contains("already holds a training run: add --resume"), qPrintable(said));
        RunFolder(run, true);
        QCOMPARE(readTextFile(there), std::string("of an earlier run"));
    }

    void whatKilledRunsLeftIsClearedUp()
    {
        const char* const left[] = {"killed/run.json.0123abcd", "killed/regions/0f.safetensors.0123abcd",
                                    "killed/checkpoint/state.safetensors.89abcdef"};
        const char* const kept[] = {"killed/notes.0123abcd", "killed/regions/0f.safetensors", "killed/run.json.old"};
        for (const char* name : left)
            write(name, "half");
        for (const char* name : kept)
            write(name, "whole");
        RunFolder(path("killed"), true);
        for (const char* name : left)
            QVERIFY2(!fs::exists(path(name)), name);
        for (const char* name : kept)
            QVERIFY2(fs::exists(path(name)), name);
    }

    void aFolderThatIsNoPackOfOursIsNotReplaced()
    {
        requireOwnPack(path("free/pack"));
        fs::create_directories(path("empty/pack"));
        requireOwnPack(path("empty/pack"));
        write("mine/pack/notes.txt", "mine");
        QVERIFY(
            messageOf([&] { requireOwnPack(path("mine/pack")); }).contains("mine/pack, which no training run wrote"));
        write("mine/pack/pack.json", "{}");
        QVERIFY(!messageOf([&] { requireOwnPack(path("mine/pack")); }).isEmpty());
        write("new/pack.new/notes.txt", "mine");
        QVERIFY(messageOf([&] { requireOwnPack(path("new/pack")); }).contains("pack.new, which no training run wrote"));
        write("killed/pack.new/.unfinished", "");
        requireOwnPack(path("killed/pack"));
        write("taken/pack", "a file");
        QVERIFY(!messageOf([&] { requireOwnPack(path("taken/pack")); }).isEmpty());
    }

    void packNamesAreFolderNames()
    {
        QVERIFY(isPackName("my pack") && isPackName("ä-1.2"));
        for (const std::string& bad : {std::string(), std::string("a/b"), std::string(".."), std::string("a\0b", 3)})
            QVERIFY2(!isPackName(bad), bad.c_str());
    }
};

VBS_TEST_MAIN(RunFolderTest)
#include "run_folder_test.moc"
