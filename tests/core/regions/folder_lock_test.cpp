#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/regions/extraction_output.h"
#include "core/regions/folder_lock.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

using namespace vbs;
namespace fs = std::filesystem;

class FolderLockTest : public QObject, private TextFiles {
    Q_OBJECT

    const ExtractionSettings m_settings{"pixel", "fingerprint", ""};

private Q_SLOTS:
    void isHeldByOneOrShared()
    {
        fs::create_directories(path("held"));
        {
            const FolderLock alone(path("held"), FolderLock::Kind::Alone);
            QVERIFY(alone.isHeld() && alone.wasAlone());
            QVERIFY(!FolderLock(path("held"), FolderLock::Kind::Alone).isHeld());
            QVERIFY(!FolderLock(path("held"), FolderLock::Kind::Shared).isHeld());
        }
        const FolderLock shared(path("held"), FolderLock::Kind::Shared), other(path("held"), FolderLock::Kind::Shared);
        QVERIFY(shared.isHeld() && shared.wasAlone() && other.isHeld() && !other.wasAlone());
        QVERIFY(!FolderLock(path("held"), FolderLock::Kind::Alone).isHeld());
        QVERIFY(FolderLock(path("nowhere"), FolderLock::Kind::Alone).isHeld());
    }

    void whatKilledRunsLeftIsClearedUp()
    {
        const char* const left[] = {"out/p1.safetensors.0123abcd", "out/deep/x.safetensors.00000000",
                                    "out.tsv.settings.json.0123abcd", "one.safetensors.89abcdef"};
        const char* const kept[] = {"out/notes.0123abcd", "out/p1.safetensors.bak", "other.tsv.settings.json.0123abcd",
                                    "other.safetensors.89abcdef"};
        for (const char* name : left)
            write(name, "half");
        for (const char* name : kept)
            write(name, "mine");
        {
            const FolderLock busy(path("out"), FolderLock::Kind::Shared);
            makeExtractionOutput(path("out"), m_settings, true);
            QVERIFY(fs::exists(path(left[0]))); // somebody else may be writing it
        }
        makeExtractionOutput(path("out"), m_settings, true);
        makeExtractionOutput(path("one.safetensors"), m_settings, true);
        const RegionFeatures regions{"p", 4, 3, 0, 0, {}, {}, {}, {}, {}, {}};
        makeExtractionOutput(path("out.tsv"), m_settings, true)->write({path("p.png"), "p"}, {"", "0"}, regions);
        for (const char* name : left)
            QVERIFY2(!fs::exists(path(name)), name);
        for (const char* name : kept)
            QVERIFY2(fs::exists(path(name)), name);
    }
};

VBS_TEST_MAIN(FolderLockTest)
#include "folder_lock_test.moc"
