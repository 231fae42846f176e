#include "core/regions/picture_strangeness.h"

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <torch/types.h>

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kSize = 6;

/// Two kinds of objects, around (5, 0, …) and (0, 5, …), and a whole picture around (0, 0, 3, …).
ExtractedRegions pictureOf(Rng& rng, int objects, double shift = 0, bool whole = true)
{
    ExtractedRegions picture;
    picture.features = torch::zeros({objects + (whole ? 1 : 0), kSize});
    picture.labels = torch::full({picture.features.size(0)}, -1, torch::kLong);
    for (std::int64_t row = 0; row < picture.features.size(0); ++row) {
        const bool isWhole = whole && row == 0;
        const std::int64_t kind = rng.between(0, 1);
        for (std::int64_t i = 0; i < kSize; ++i)
            picture.features[row][i] = rng.normal() * (i == 3 ? 0.2 : 1) + shift;
        picture.features[row][isWhole ? 2 : kind] += isWhole ? 3 : 5;
        Region region;
        region.wholeImage = isWhole;
        region.score = 0.99f;
        picture.regions.regions.push_back(region);
        if (!isWhole)
            picture.labels[row] = kind;
    }
    return picture;
}

std::vector<ExtractedRegions> pictures(std::uint64_t seed, int count, double shift = 0)
{
    Rng rng(seed);
    std::vector<ExtractedRegions> all;
    for (int i = 0; i < count; ++i)
        all.push_back(pictureOf(rng, rng.between(2, 6), shift));
    return all;
}

PictureStrangeness calibrated()
{
    PictureStrangeness strangeness = PictureStrangeness::fit(pictures(1, 400));
    strangeness.calibrate(pictures(2, 400), 0.99);
    return strangeness;
}

int strangeOf(const PictureStrangeness& strangeness, const std::vector<ExtractedRegions>& all)
{
    int strange = 0;
    for (const ExtractedRegions& picture : all)
        strange += strangeness.of(picture) > 1 ? 1 : 0;
    return strange;
}

} // namespace

class PictureStrangenessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distancesAreMahalanobis();
    void manyDirectionsAreJoined();
    void likeOnesPassAndOthersDoNot();
    void doubtedNamesAreStrange();
    void picturesWithoutObjects();
    void drawnBoxesAreJudgedByTheWholePicture();
    void surviveTheFile();
    void refusesWhatDoesNotFit();
    void refusesDamagedFiles();
};

/// Against the formula, with the covariance inverted outright.
void PictureStrangenessTest::distancesAreMahalanobis()
{
    torch::manual_seed(3);
    const at::Tensor labels = torch::arange(300) % 2;
    const at::Tensor vectors =
        torch::randn({300, kSize}, torch::kDouble) * torch::arange(1, kSize + 1) + 4 * labels.unsqueeze(1);
    const FeatureClusters clusters = FeatureClusters::fit(vectors, labels);

    std::vector<at::Tensor> centres;
    at::Tensor scatter = torch::zeros({kSize, kSize}, torch::kDouble);
    for (std::int64_t label = 0; label < 2; ++label) {
        const at::Tensor own = vectors.index({labels == label});
        centres.push_back(own.mean(0));
        scatter += (own - own.mean(0)).t().matmul(own - own.mean(0));
    }
    at::Tensor covariance = scatter / (300 - 2);
    covariance = covariance * 0.99 + torch::eye(kSize, torch::kDouble) * covariance.diagonal().mean() * 0.01;
    const at::Tensor inverse = at::linalg_inv(covariance);
    const at::Tensor asked = torch::randn({20, kSize}, torch::kDouble) * 9;
    const at::Tensor found = clusters.distances(asked);
    for (std::int64_t i = 0; i < 20; ++i) {
        double least = 1e9;
        for (const at::Tensor& centre : centres) {
            const at::Tensor way = asked[i] - centre;
            least = std::min(least, way.dot(inverse.matmul(way)).item<double>());
        }
        QVERIFY(std::abs(found[i].item<double>() - std::sqrt(least)) < 1e-9 * (1 + std::sqrt(least)));
    }
}

/// With more numbers than directions the rest counts alike: for a covariance of ones the plain distance.
void PictureStrangenessTest::manyDirectionsAreJoined()
{
    torch::manual_seed(4);
    const at::Tensor vectors = torch::randn({20000, 300}, torch::kDouble);
    const FeatureClusters clusters = FeatureClusters::fit(vectors, torch::zeros({20000}, torch::kLong));
    const at::Tensor asked = torch::randn({5, 300}, torch::kDouble) * 3;
    const at::Tensor plain = asked.square().sum(1).sqrt(), found = clusters.distances(asked);
    QVERIFY(((found - plain).abs() / plain).max().item<double>() < 0.1);
}

void PictureStrangenessTest::likeOnesPassAndOthersDoNot()
{
    const PictureStrangeness strangeness = calibrated();
    QVERIFY(strangeOf(strangeness, pictures(3, 500)) <= 12);
    QCOMPARE(strangeOf(strangeness, pictures(4, 100, 3)), 100);
}

void PictureStrangenessTest::doubtedNamesAreStrange()
{
    const PictureStrangeness strangeness = calibrated();
    std::vector<ExtractedRegions> doubted = pictures(5, 50);
    for (ExtractedRegions& picture : doubted)
        for (Region& region : picture.regions.regions)
            region.score = 0.4f;
    QCOMPARE(strangeOf(strangeness, doubted), 50);
}

void PictureStrangenessTest::picturesWithoutObjects()
{
    Rng rng(6);
    const ExtractedRegions empty = pictureOf(rng, 0);
    QVERIFY(calibrated().of(empty) > 1);
    std::vector<ExtractedRegions> oftenEmpty = pictures(7, 400);
    for (int i = 0; i < 40; ++i)
        oftenEmpty.push_back(pictureOf(rng, 0));
    PictureStrangeness strangeness = PictureStrangeness::fit(oftenEmpty);
    strangeness.calibrate(pictures(8, 200), 0.99);
    QVERIFY(strangeness.of(empty) <= 1);
}

void PictureStrangenessTest::drawnBoxesAreJudgedByTheWholePicture()
{
    const PictureStrangeness strangeness = calibrated();
    Rng rng(9);
    ExtractedRegions drawn = pictureOf(rng, 3);
    drawn.features.slice(0, 1) += 20;
    QVERIFY(strangeness.of(drawn) > 1);
    QVERIFY(strangeness.ofWholePicture(drawn) <= 1);
    drawn.features += 20;
    QVERIFY(strangeness.ofWholePicture(drawn) > 1);
    QCOMPARE(strangeness.ofWholePicture(pictureOf(rng, 3, 0, false)), -1.0);
}

void PictureStrangenessTest::surviveTheFile()
{
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "pictures.safetensors";
    const PictureStrangeness strangeness = calibrated();
    strangeness.write(file, "made up");
    const PictureStrangeness again = PictureStrangeness::read(file);
    QCOMPARE(again.featureSize(), kSize);
    for (const ExtractedRegions& picture : pictures(10, 50))
        QVERIFY(std::abs(again.of(picture) - strangeness.of(picture)) < 1e-3);
}

void PictureStrangenessTest::refusesWhatDoesNotFit()
{
    const PictureStrangeness strangeness = calibrated();
    ExtractedRegions other = pictures(11, 1).front();
    other.features = torch::zeros({other.features.size(0), 4});
    QVERIFY(test::messageOf([&] { strangeness.of(other); }).contains("have 4 numbers each"));
    QVERIFY(test::messageOf([] { PictureStrangeness::fit(pictures(12, 3)); }).contains("at least 64"));
    PictureStrangeness fitted = PictureStrangeness::fit(pictures(13, 100));
    QVERIFY(test::messageOf([&] { fitted.calibrate(pictures(14, 99), 0.99); }).contains("only 99 pictures"));
}

void PictureStrangenessTest::refusesDamagedFiles()
{
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "pictures.safetensors";
    calibrated().write(file, "made up");
    SafetensorsFile good = readSafetensors(file);
    for (auto& [name, tensor] : good.tensors)
        tensor = tensor.clone();
    for (const auto& [name, tensor] : good.tensors) {
        if (name.starts_with("whole."))
            continue; // a pack need not know whole pictures
        TensorMap without = good.tensors;
        without.erase(name);
        writeSafetensors(file, without, good.metadata);
        QVERIFY2(test::messageOf([&] { PictureStrangeness::read(file); }).contains("pictures.safetensors does not say"),
                 name.c_str());
        if (!tensor.is_floating_point())
            continue;
        TensorMap spoiled = good.tensors;
        spoiled[name] = torch::full_like(tensor, std::numeric_limits<double>::quiet_NaN());
        writeSafetensors(file, spoiled, good.metadata);
        QVERIFY2(!test::messageOf([&] { PictureStrangeness::read(file); }).isEmpty(), name.c_str());
    }
    writeSafetensors(file, good.tensors, {});
    QVERIFY(test::messageOf([&] { PictureStrangeness::read(file); }).contains("another kind of file"));
}

VBS_TEST_MAIN(PictureStrangenessTest)
#include "picture_strangeness_test.moc"
