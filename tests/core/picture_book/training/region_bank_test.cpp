#include "tests/support/oracle_extractor.h"

#include "core/picture_book/training/region_bank.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

class RegionBankTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void matchesRegionsWithObjects()
    {
        OracleExtractor oracle(5);
        const RegionBank bank = buildRegionBank(oracle, 5, 0, 40, {}, {});
        QCOMPARE(bank.scenes.size(), std::size_t(40));
        QCOMPARE(bank.missedObjects, 0);
        QCOMPARE(bank.extraRegions, 0);
        for (std::size_t i = 0; i < bank.scenes.size(); ++i) {
            const Scene& scene = bank.scenes[i];
            QCOMPARE(bank.mask[std::int64_t(i)].sum().item<std::int64_t>(), std::int64_t(scene.objects.size()) + 1);
            QCOMPARE(bank.objectOfRegion[i][0], -1);
            for (std::size_t o = 0; o < scene.objects.size(); ++o) {
                QCOMPARE(bank.objectOfRegion[i][o + 1], int(o));
                const auto centre = bank.centres[std::int64_t(i)][std::int64_t(o + 1)];
                QVERIFY(std::abs(centre[0].item<float>() - scene.objects[o].box.centreX() / kSceneWidth) < 1e-5);
                QVERIFY(std::abs(centre[1].item<float>() - scene.objects[o].box.centreY() / kSceneHeight) < 1e-5);
            }
        }
        for (const std::size_t i : bank.duplicateRich)
            QVERIFY(bank.scenes[i].palette != ScenePalette::Free);
    }

    void takesABatchCutToItsLongest()
    {
        OracleExtractor oracle(5);
        const RegionBank bank = buildRegionBank(oracle, 5, 0, 20, {}, {});
        const auto regions = bank.take({3, 7});
        const auto longest = std::int64_t(std::max(bank.scenes[3].objects.size(), bank.scenes[7].objects.size())) + 1;
        QCOMPARE(regions.features.size(1), longest);
        QVERIFY(torch::equal(regions.features[1], bank.features[7].slice(0, 0, longest)));
        QVERIFY(torch::equal(regions.mask[0], bank.mask[3].slice(0, 0, longest)));
    }

    void readsItsCacheOnlyForTheSameScenes()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("bank.safetensors").toStdString();
        OracleExtractor first(5);
        const RegionBank bank = buildRegionBank(first, 5, 0, 10, file, {});
        // An extractor that would see other scenes: equal features prove that the file was read.
        OracleExtractor other(6, 1000);
        const RegionBank again = buildRegionBank(other, 5, 0, 10, file, {});
        QVERIFY(torch::equal(bank.features, again.features));
        OracleExtractor third(5, 10);
        const RegionBank next = buildRegionBank(third, 5, 10, 10, file, {});
        QVERIFY(!torch::equal(bank.features, next.features));
        QCOMPARE(next.missedObjects, 0);
    }
};

VBS_TEST_MAIN(RegionBankTest)
#include "region_bank_test.moc"
