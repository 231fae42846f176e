#ifndef Q_MOC_RUN
#include <torch/types.h>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/extractor_fit.h"
#include "core/regions/resnet_extractor.h"
#include "tests/support/test_main.h"
#endif

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

/// Which residual network a file holds is told by names alone, so the tensors may be small.
TensorMap residualNames(bool bottleneck, const std::vector<int>& blocks)
{
    TensorMap tensors{{"conv1.weight", torch::ones({1})}};
    for (std::size_t layer = 0; layer < 4; ++layer)
        for (int block = 0; block < blocks[layer]; ++block)
            for (int conv = 1; conv <= (bottleneck ? 3 : 2); ++conv)
                tensors["layer" + std::to_string(layer + 1) + "." + std::to_string(block) + ".conv" +
                        std::to_string(conv) + ".weight"] = torch::ones({1});
    return tensors;
}

} // namespace

class ExtractorChoiceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path folder() const { return m_temporary->path().toStdString(); }
    static ExtractorRequest requestOf(const std::string& extractor, const fs::path& weights = {})
    {
        ExtractorRequest request;
        request.extractor = extractor;
        request.weights = weights;
        return request;
    }
    static QString messageOf(const ExtractorRequest& request)
    {
        try {
            chooseExtractor(request);
        } catch (const Error& e) {
            return e.what();
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void weightsAloneTellTheExtractor_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "faster_rcnn_fpn", "vg_faster_rcnn"})
            QTest::newRow(name) << name;
    }

    void weightsAloneTellTheExtractor()
    {
        QFETCH(QString, name);
        const std::map<QString, TensorMap> files{
            {"resnet18", residualNames(false, {2, 2, 2, 2})},
            {"resnet34", residualNames(false, {3, 4, 6, 3})},
            {"resnet50", residualNames(true, {3, 4, 6, 3})},
            {"resnet101", residualNames(true, {3, 4, 23, 3})},
            {"resnet152", residualNames(true, {3, 8, 36, 3})},
            {"faster_rcnn_fpn", {{"backbone.body.layer1.0.conv3.weight", torch::ones({1})}}},
            {"vg_faster_rcnn", {{"proposal_generator.rpn_head.conv.weight", torch::ones({1})}}}};
        writeSafetensors(folder() / "any-name.safetensors", files.at(name));
        const ExtractorChoice choice = chooseExtractor(requestOf("", folder() / "any-name.safetensors"));
        QCOMPARE(QString::fromStdString(choice.name), name);
        Json published = publishedExtractorConfig(name.toStdString());
        published["weights"] = (folder() / "any-name.safetensors").string();
        QVERIFY(choice.config == published);
        // A folder with the one file means the file.
        QVERIFY(chooseExtractor(requestOf("", folder())).config == published);
    }

    void aWeightsFileMeansThePublishedConfiguration()
    {
        torch::manual_seed(3);
        ResNet network(resNetConfigOf("resnet18"));
        writeSafetensors(folder() / "resnet18.safetensors", saveModule(*network));
        RgbImage image(60, 50);
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            image.pixels[i] = std::uint8_t(i * 7);
        for (const char* name : {"resnet18", ""}) {
            const auto extractor =
                createRegionExtractor(chooseExtractor(requestOf(name, folder() / "resnet18.safetensors")), "cpu");
            QCOMPARE(extractor->featureSize(), wantedFeatures(512).size);
            QVERIFY((extractor->extract(image, {}).features.sizes() == at::IntArrayRef{10, 512}));
        }
        ExtractorRequest fewer = requestOf("resnet18", folder() / "resnet18.safetensors");
        fewer.limits.maxRegions = 3;
        QCOMPARE(createRegionExtractor(chooseExtractor(fewer), "cpu")->extract(image, {}).features.size(0), 3);
        // Another network's weights are named.
        try {
            createRegionExtractor(chooseExtractor(requestOf("faster_rcnn_fpn", folder() / "resnet18.safetensors")),
                                  "cpu");
            QFAIL("a ResNet was taken for a detector");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(
                         "these are the weights of a ResNet in torchvision's layout, but those of a Faster R-CNN"),
                     e.what());
        }
    }

    void aFolderMayHoldItsConfiguration()
    {
        writeFileAtomically(folder() / "vg/config.yaml", "model:\n  max_detections: 10\n");
        const ExtractorChoice bare = [&] {
            writeSafetensors(folder() / "vg/pytorch_model.safetensors", {{"x", torch::ones({1})}});
            return chooseExtractor(requestOf("", folder() / "vg"));
        }();
        QCOMPARE(bare.name, std::string("vg_faster_rcnn"));
        QCOMPARE(bare.config.at("config").get<std::string>(), std::string("config.yaml"));
        QCOMPARE(bare.folder, folder() / "vg");
        QVERIFY(chooseExtractor(requestOf("vg_faster_rcnn", folder() / "vg")).config == bare.config);
        QVERIFY(messageOf(requestOf("resnet50", folder() / "vg"))
                    .contains("configured as vg_faster_rcnn, not as resnet50"));
        writeFileAtomically(folder() / "ready/config.json", R"({"kind":"features","features":"f.tsv"})");
        QCOMPARE(chooseExtractor(requestOf((folder() / "ready").string())).name, std::string("features"));
    }

    void faultsAreNamed()
    {
        QVERIFY(messageOf(requestOf("resnet50")).contains("resnet50 needs its weights: name the file with --weights"));
        const QString unknown = messageOf(requestOf("yolo"));
        QVERIFY2(unknown.contains("no extractor \"yolo\"") && unknown.contains("vg_faster_rcnn"), qPrintable(unknown));
        QVERIFY(messageOf(requestOf("resnet50", folder() / "none.pth")).contains("none.pth do not exist"));
        QVERIFY(messageOf(requestOf("resnet50", folder())).contains("holds no weights"));
        writeSafetensors(folder() / "a.safetensors", {{"x", torch::ones({1})}});
        writeSafetensors(folder() / "b.safetensors", {{"x", torch::ones({1})}});
        QVERIFY(messageOf(requestOf("resnet50", folder()))
                    .contains("several weight files, e.g. a.safetensors and b.safetensors"));
        QVERIFY(messageOf(requestOf("", folder() / "a.safetensors")).contains("no published extractor"));
        ExtractorRequest sized = requestOf("resnet50", folder() / "a.safetensors");
        sized.limits.minSize = 300;
        QVERIFY(messageOf(sized).contains("resnet50"));
        QVERIFY(messageOf(requestOf(folder().string())).contains("neither a config.json"));
    }
};

VBS_TEST_MAIN(ExtractorChoiceTest)
#include "extractor_choice_test.moc"
