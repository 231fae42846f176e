// The window over an engine that knows the truth of drawn scenes: for looking at the interface without LibTorch and
// without weights. It is built only on request (target ui-demo) and not installed.

#include "core/picture_book/scenes/scene_drawing.h"
#include "tests/support/scripted_backend.h"
#include "ui/util/language.h"
#include "ui/util/qt_bridge.h"
#include "ui/window/main_window.h"

#include "core/image/image_io.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
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
                           std::string(kSceneCategories[std::size_t(object.category)]),
                           0.98f,
                           std::string(kSceneColors[std::size_t(object.color)]),
                           0.95f,
                           false});
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

bool hides(const std::vector<bool>& hidden, std::size_t region)
{
    return region < hidden.size() && hidden[region];
}

/// Made-up answers that look like a model's: they come from one object, and go when it is hidden.
void answerAs(const InferenceRequest& request, InferenceResult* result)
{
    const auto& regions = result->regions.regions;
    const std::size_t looked =
        std::min(1 + request.text.size() % std::max<std::size_t>(1, regions.size() - 1), regions.size() - 1);
    const bool gone = hides(request.hiddenRegions, looked);
    const std::string color = regions[looked].attribute, label = regions[looked].label;
    const std::vector<Answer> words =
        gone ? std::vector<Answer>{{"yellow", 0.44}, {color, 0.31}, {label, 0.13}, {"two", 0.07}, {"yes", 0.05}}
             : std::vector<Answer>{{color, 0.9312}, {label, 0.038}, {"two", 0.019}, {"yes", 0.007}, {"yellow", 0.001}};
    const std::vector<Answer> blind{{"yes", 0.36}, {color, 0.27}, {"two", 0.2}, {label, 0.12}, {"yellow", 0.05}};
    std::vector<double> weights;
    for (std::size_t i = 0; i < regions.size(); ++i)
        weights.push_back(i == looked ? 0.38 : 0.2 / double(i + 2 + std::size_t(request.explanation.layer + 1)));
    switch (request.task) {
    case Task::VisualQuestionAnswering:
        result->answers = words;
        break;
    case Task::VisualReasoning:
        result->answers = {{"true", gone ? 0.41 : 0.87}, {"false", gone ? 0.59 : 0.13}};
        break;
    case Task::MultipleChoice:
        for (std::size_t i = 0; i < request.choices.size(); ++i) {
            const double rest = double(request.choices.size() - 1);
            const double p = i == 0 ? (gone ? 0.4 : 0.82) : (gone ? 0.6 : 0.18) / rest;
            result->choices.push_back({request.choices[i], 5 * p, p});
            result->blindAnswers.push_back({request.choices[i], i == 1 ? 0.5 : 0.5 / rest});
        }
        break;
    case Task::RegionToPhrase:
        for (const TextSpan& span : request.phrases) {
            PhraseRegions phrase{span, request.text.substr(span.begin, span.end - span.begin), {}};
            double sum = 0;
            for (const Region& region : regions) {
                const bool named = phrase.text.find(region.label) != std::string::npos;
                phrase.regions.push_back(region.wholeImage ? 0.01 : named ? 1 : 0.03);
                sum += phrase.regions.back();
            }
            for (double& p : phrase.regions)
                p /= sum;
            result->phrases.push_back(phrase);
        }
        break;
    case Task::MaskedWords:
        for (std::size_t at = request.text.find("[MASK]"); at != std::string::npos;
             at = request.text.find("[MASK]", at + 1))
            result->masks.push_back({{at, at + 6}, words});
        result->match = gone ? 0.35 : 0.91;
        break;
    case Task::CaptionMatch:
        result->match = gone ? 0.35 : 0.91;
        break;
    }
    if (request.task == Task::VisualReasoning)
        result->blindAnswers = {{"false", 0.55}, {"true", 0.45}};
    else if (request.blindToo && result->blindAnswers.empty())
        result->blindAnswers = blind;
    result->tokens.push_back({"[CLS]", 0, 0, true});
    for (std::size_t begin = 0; begin < request.text.size();) {
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
    why.regions = weights;
    why.rightRegions.assign(result->rightRegions.regions.size(), 0.03);
    if (why.rightRegions.size() > 1)
        why.rightRegions[1] = 0.3;
    for (std::size_t i = 0; i < result->tokens.size(); ++i)
        why.tokens.push_back(i == 3 ? 0.12 : 0.02);
}

class SceneBackend : public InferenceBackend {
public:
    SceneBackend(QString folder, bool few) : m_folder(std::move(folder)), m_few(few) {}

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override
    {
        LoadPackResult result;
        result.pack.title = "Picture book";
        result.pack.description = "Small painted scenes with things of eight colours.";
        result.pack.extractor = {"faster_rcnn_fpn", 329, "Faster R-CNN with FPN"};
        result.pack.tasks = {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                             Task::RegionToPhrase,          Task::MaskedWords,     Task::CaptionMatch};
        if (m_few)
            result.pack.tasks.resize(2);
        result.pack.exampleQuestions = {"What color is the car?", "How many balls are there?", "Is there a red house?",
                                        "What is left of the tree?", "Is the cat bigger than the star?"};
        const auto scene = [this](int i) {
            return toPath(m_folder + QString("/scene-%1.png").arg(i, 2, 10, QChar('0')));
        };
        result.pack.examples = {
            {Task::VisualReasoning, scene(0), scene(1), "There is a ball in both pictures.", {}},
            {Task::VisualReasoning, scene(2), scene(3), "The left picture has more things than the right one.", {}},
            {Task::MultipleChoice,
             scene(0),
             {},
             "What is in the picture?",
             {"a red ball and a sun", "a blue house and two cats", "nothing but grass"}},
            {Task::RegionToPhrase, scene(0), {}, "[the ball] lies in front of [the tree]", {}},
            {Task::MaskedWords, scene(0), {}, "a [MASK] ball below the sun", {}}};
        result.pack.samplePicture = toPath(m_folder + "/scene-00.png");
        result.pack.sampleQuestion = "What is in the picture?";
        result.device = {"cpu", "No NVIDIA GPU was found, so the processor computes.", "float32", 2, "1.13.0"};
        return result;
    }

    InferenceResult run(const InferenceRequest& request, const JobControl& control) override
    {
        InferenceResult result;
        result.task = request.task;
        result.regions = regionsOf(request.image, request.boxes, control, &result.timing);
        if (request.rightImage)
            result.rightRegions = regionsOf(request.rightImage, {}, control, &result.timing);
        if (!request.regionsOnly)
            answerAs(request, &result);
        return result;
    }

    Inspection inspect(const InspectRequest& request, const JobControl& control) override
    {
        const InferenceResult own = run(request.question, control);
        Inspection made = test::cannedInspection(request.question);
        made.result = own;
        made.positions = own.tokens.size() + own.regions.regions.size() + own.rightRegions.regions.size();
        made.attention.clear();
        for (std::size_t row = 0; row < made.layers * made.heads * made.positions; ++row) {
            std::vector<double> shares(made.positions);
            for (std::size_t i = 0; i < shares.size(); ++i)
                shares[i] = std::exp(3 * std::sin(double(row * 7 + i * 13)));
            const double sum = std::accumulate(shares.begin(), shares.end(), 0.);
            for (const double share : shares)
                made.attention.push_back(float(share / sum));
        }
        made.states.clear();
        for (std::size_t i = 0; i < (made.layers + 1) * made.positions * made.width; ++i)
            made.states.push_back(float(std::sin(double(i * i))));
        made.phrasesByLayer.assign(own.phrases.empty() ? 0 : made.layers + 1, own.phrases);
        return made;
    }

private:
    struct Known {
        ImagePtr image;
        Scene scene;
    };

    RegionSet regionsOf(const ImagePtr& image, const std::vector<Box>& boxes, const JobControl& control, Timing* timing)
    {
        auto known = std::find_if(m_known.begin(), m_known.end(), [&](const Known& k) { return k.image == image; });
        *timing = {known == m_known.end() ? 1200.0 : 0.0, 9, known != m_known.end()};
        if (known == m_known.end()) {
            for (int step = 0; step < 12; ++step) {
                control.report("Finding regions", step / 12.0);
                control.throwIfStopped();
                std::this_thread::sleep_for(std::chrono::milliseconds(60));
            }
            known = m_known.insert(known, {image, sceneOfSeries(kSeed, sceneNumber(*image))});
        }
        RegionSet set{image->width, image->height, {}};
        set.regions = vbs::regionsOf(known->scene, double(image->width) / kSceneWidth);
        if (!boxes.empty())
            set.regions = described(set.regions, boxes);
        return set;
    }

    // The demo's pictures differ, so the sum of their bytes tells them apart.
    static std::uint64_t sceneNumber(const RgbImage& image)
    {
        for (std::uint64_t i = 0; i < 24; ++i) {
            if (drawScene(sceneOfSeries(kSeed, i)).pixels == image.pixels)
                return i;
        }
        return 0;
    }

    QString m_folder;
    bool m_few;
    std::vector<Known> m_known;
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
    const bool few = paths.removeOne("--few"); // a pack with two models
    if (settings.isEmpty())
        settings = folder.filePath("settings.ini");
    vbs::speak(vbs::AppSettings(settings).language());
    vbs::MainWindow window({std::make_unique<vbs::SceneBackend>(folder.path(), few), settings,
                            std::make_unique<vbs::SystemFileChooser>()});
    window.show();
    window.start({"demo", {}, paths});
    return app.exec();
}
