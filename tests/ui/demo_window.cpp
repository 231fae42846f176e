// The window over an engine that knows the truth of drawn scenes: for looking at the interface without LibTorch and
// without weights. It is built only on request (target ui-demo) and not installed.

#include "core/scenes/scene_drawing.h"
#include "ui/util/qt_bridge.h"
#include "ui/views/main_window.h"

#include "core/image/image_io.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <thread>

namespace vbs {
namespace {

constexpr std::uint64_t kSeed = 11;

std::vector<Region> regionsOf(const Scene& scene, double scale)
{
    const auto s = float(scale);
    std::vector<Region> regions{{{0, 0, kSceneWidth * s, kSceneHeight * s}, "whole picture", 1, "", 0, true}};
    for (const SceneObject& object : scene.objects) {
        const Box& b = object.box;
        regions.push_back({{b.x1 * s, b.y1 * s, b.x2 * s, b.y2 * s},
                           std::string(kSceneCategories[std::size_t(object.category)]), 0.98f,
                           std::string(kSceneColors[std::size_t(object.color)]), 0.95f, false});
    }
    return regions;
}

/// The user's boxes, each with what it shows most of.
std::vector<Region> described(const std::vector<Region>& truth, const std::vector<Box>& boxes)
{
    std::vector<Region> regions{truth.front()};
    for (const Box& box : boxes) {
        Region best{box, "background", 0.3f, "", 0, false};
        for (std::size_t i = 1; i < truth.size(); ++i) {
            const float overlap = intersectionOverUnion(truth[i].box, box);
            if (overlap > best.score)
                best = {box, truth[i].label, overlap, truth[i].attribute, truth[i].attributeScore, false};
        }
        regions.push_back(best);
    }
    return regions;
}

class SceneBackend : public InferenceBackend {
public:
    explicit SceneBackend(QString folder) : m_folder(std::move(folder)) {}

    LoadPackResult loadPack(const LoadPackRequest&, const TaskControl&) override
    {
        LoadPackResult result;
        result.pack.title = "Picture book";
        result.pack.description = "Small painted scenes with things of eight colours.";
        result.pack.extractor = {"faster_rcnn_fpn", 329};
        result.pack.exampleQuestions = {"What color is the car?", "How many balls are there?", "Is there a red house?",
                                        "What is left of the tree?", "Is the cat bigger than the star?"};
        result.pack.samplePicture = toPath(m_folder + "/scene-00.png");
        result.pack.sampleQuestion = "What is in the picture?";
        result.device = {"cpu", "No NVIDIA GPU was found, so the processor computes.", "float32", 2, "1.13.0"};
        return result;
    }

    InferenceResult run(const InferenceRequest& request, const TaskControl& control) override
    {
        const bool known = request.image == m_last;
        for (int step = 0; step < (known ? 0 : 12); ++step) {
            control.report("Finding regions", step / 12.0);
            control.throwIfStopped();
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        m_last = request.image;
        InferenceResult result;
        const Scene scene = sceneOfSeries(kSeed, sceneNumber(*request.image));
        result.regions.imageWidth = request.image->width;
        result.regions.imageHeight = request.image->height;
        result.regions.regions = regionsOf(scene, double(request.image->width) / kSceneWidth);
        if (!request.boxes.empty())
            result.regions.regions = described(result.regions.regions, request.boxes);
        result.timing = {known ? 0.0 : 1200.0, 9, known};
        if (!request.regionsOnly)
            answer(request, &result);
        return result;
    }

private:
    // The demo's pictures differ, so the sum of their bytes tells them apart.
    static std::uint64_t sceneNumber(const RgbImage& image)
    {
        for (std::uint64_t i = 0; i < 24; ++i) {
            if (drawScene(sceneOfSeries(kSeed, i)).pixels == image.pixels)
                return i;
        }
        return 0;
    }

    static void answer(const InferenceRequest& request, InferenceResult* result)
    {
        const auto& regions = result->regions.regions;
        const std::size_t looked = 1 + request.text.size() % std::max<std::size_t>(1, regions.size() - 1);
        const Region& region = regions[std::min(looked, regions.size() - 1)];
        result->answers = {{region.attribute, 0.9312}, {region.label, 0.0381}, {"two", 0.0192}, {"yes", 0.007},
                           {"left", 0.001}};
        result->tokens.push_back({"[CLS]", 0, 0, true});
        std::size_t begin = 0;
        while (begin < request.text.size()) {
            const std::size_t end = std::min(request.text.find(' ', begin), request.text.size());
            result->tokens.push_back({request.text.substr(begin, end - begin), begin, end, false});
            begin = end + 1;
        }
        result->tokens.push_back({"[SEP]", request.text.size(), request.text.size(), true});
        if (request.text.find("zeppelin") != std::string::npos)
            result->unknownWords = {"zeppelin"};
        Explanation& why = result->explanation;
        why.request = request.explanation;
        if (why.request.method == ExplanationMethod::None)
            return;
        why.layers = 4;
        why.heads = 4;
        for (std::size_t i = 0; i < regions.size(); ++i)
            why.regions.push_back(i == looked ? 0.38 : 0.2 / double(i + 2 + std::size_t(why.request.layer + 1)));
        for (std::size_t i = 0; i < result->tokens.size(); ++i)
            why.tokens.push_back(i == 3 ? 0.12 : 0.02);
    }

    QString m_folder;
    ImagePtr m_last;
};

} // namespace
} // namespace vbs

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTemporaryDir folder;
    for (int i = 0; i < 24; ++i)
        vbs::writeImage(vbs::toPath(folder.filePath(QString("scene-%1.png").arg(i, 2, 10, QChar('0')))),
                        vbs::drawScene(vbs::sceneOfSeries(vbs::kSeed, std::uint64_t(i))));
    QStringList paths = app.arguments().mid(1);
    if (paths == QStringList{"--folder"})
        paths = QStringList{folder.path()};
    QString settings;
    if (paths.value(0) == "--settings") {
        settings = paths.value(1);
        paths = paths.mid(2);
    }
    vbs::MainWindow window({std::make_unique<vbs::SceneBackend>(folder.path()),
                            settings.isEmpty() ? folder.filePath("settings.ini") : settings,
                            std::make_unique<vbs::SystemFileChooser>()});
    window.show();
    window.start({"demo", {}, paths});
    return app.exec();
}
