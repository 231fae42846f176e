#include "core/picture_book/training/detector_training.h"

#include "core/base/error.h"
#include "core/checkpoint/torch_errors.h"
#include "core/detector/torchvision/faster_rcnn.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/picture_book/training/detector_scenes.h"
#include "core/regions/detector_files.h"
#include "core/tuning/run_folder.h"
#include "core/tuning/training_run.h"

#include <torch/types.h>

#include <algorithm>

namespace vbs {

namespace {

constexpr int kEvaluationBatch = 10;

std::vector<FoundObject> foundObjects(const Detections& detections)
{
    std::vector<FoundObject> objects;
    std::vector<at::Tensor> attributes;
    for (const at::Tensor& probabilities : detections.attributeProbabilities)
        attributes.push_back(probabilities.argmax(1).to(torch::kCPU));
    const at::Tensor boxes = detections.boxes.to(torch::kCPU).contiguous();
    const at::Tensor scores = detections.scores.to(torch::kCPU), labels = detections.labels.to(torch::kCPU);
    for (std::int64_t i = 0; i < boxes.size(0); ++i) {
        const float* b = boxes.data_ptr<float>() + 4 * i;
        FoundObject& object = objects.emplace_back();
        object.box = {b[0], b[1], b[2], b[3]};
        object.category = static_cast<int>(labels[i].item<std::int64_t>()) - 1;
        object.score = scores[i].item<float>();
        for (const at::Tensor& ids : attributes)
            object.attributes.push_back(static_cast<int>(ids[i].item<std::int64_t>()));
    }
    return objects;
}

Measures measuresOf(const DetectionReport& report, const DetectorConfig& config)
{
    Measures measures{{"ap50", report.ap50},
                      {"ap50_worst", *std::min_element(report.ap50OfCategory.begin(), report.ap50OfCategory.end())},
                      {"recall", report.recall},
                      {"exact_scenes", report.exactPictures},
                      {"mean_iou", report.meanIou},
                      {"place", report.placeAccuracy}};
    for (std::size_t a = 0; a < config.attributes.size(); ++a)
        measures[config.attributes[a].name] = report.attributeAccuracy[a];
    return measures;
}

OrderedJson jsonOf(const DetectionReport& report, const DetectorConfig& config)
{
    OrderedJson json = {
        {"scenes", report.pictures}, {"objects", report.objects}, {"missed", report.missed}, {"extra", report.extra}};
    for (const auto& [name, value] : measuresOf(report, config))
        json[name] = value;
    for (std::size_t c = 0; c < config.categories.size(); ++c)
        json["ap50_of_category"][config.categories[c]] = report.ap50OfCategory[c];
    return json;
}

/// A generator that depends on the seed and the step alone, so that a resumed run draws what it would have drawn.
at::Generator generatorOfStep(std::uint64_t seed, int step)
{
    return at::make_generator<at::CPUGeneratorImpl>(seed * 0x9E3779B97F4A7C15u +
                                                    0x5851F42D4C957F2Du * (std::uint64_t(step) + 1));
}

TrainingPlan planOf(const DetectorTrainingOptions& options)
{
    TrainingPlan plan;
    plan.folder = options.output;
    plan.schedule.peakRate = options.learningRate;
    plan.schedule.warmupSteps = std::min(150, std::max(1, options.steps / 10));
    plan.schedule.totalSteps = options.steps;
    plan.schedule.decay = Schedule::Decay::Cosine;
    plan.optimizer.beta2 = .999;
    plan.optimizer.weightDecay = .01;
    plan.optimizer.clipNorm = 5;
    plan.reportEvery = options.logEvery;
    plan.evaluateEvery = options.evaluateEvery;
    plan.resume = options.resume;
    plan.lines = options.lines;
    return plan;
}

FasterRcnn freshDetector(const DetectorTrainingOptions& options)
{
    torch::manual_seed(options.seed);
    FasterRcnn detector(options.config);
    detector->initialize();
    detector->to(c10::Device(options.device));
    return detector;
}

/// Forward and backward of one batch.
Measures trainStep(FasterRcnn& detector, const std::vector<DetectorExample>& batch, at::Generator generator)
{
    std::vector<const RgbImage*> images;
    std::vector<DetectorTarget> targets;
    for (const DetectorExample& example : batch) {
        images.push_back(&example.image);
        targets.push_back(example.target);
    }
    Measures measures;
    at::Tensor total;
    for (const auto& [name, loss] : detector->trainingLosses(images, targets, generator)) {
        total = total.defined() ? total + loss : loss;
        measures[name] = loss.item<double>();
    }
    total.backward();
    measures["loss"] = total.item<double>();
    return measures;
}

/// What a training would replace, where none has written it.
void requireNoDetector(const std::filesystem::path& folder)
{
    std::error_code code;
    for (const char* file : {"config.json", "model.safetensors"})
        if (std::filesystem::exists(folder / file, code))
            throw Error(ErrorCode::InvalidArgument, (folder / file).string() +
                                                        " would be replaced, and no training of a detector has "
                                                        "written it: name another --output.");
}

OrderedJson recordOf(const DetectorTrainingOptions& options, const DetectionReport& report, double seconds)
{
    OrderedJson json = {{"command", options.commandLine},
                        {"seed", options.seed},
                        {"steps", options.steps},
                        {"batch", options.batch},
                        {"scenes", options.scenes},
                        {"learning_rate", options.learningRate},
                        {"seconds", seconds},
                        {"threads", torch::get_num_threads()},
                        {"device", options.device}};
    json["held_out"] = jsonOf(report, options.config);
    return json;
}

} // namespace

DetectionReport evaluateDetector(FasterRcnn& detector, int first, int count, const JobControl& control)
{
    detector->eval();
    const DetectorConfig& config = detector->config();
    DetectionMetrics metrics(config.categories.size(), config.attributes.size());
    for (int begin = first; begin < first + count; begin += kEvaluationBatch) {
        const int end = std::min(begin + kEvaluationBatch, first + count);
        std::vector<Scene> scenes;
        std::vector<RgbImage> pictures;
        std::vector<const RgbImage*> pointers;
        for (int i = begin; i < end; ++i) {
            scenes.push_back(sceneOfSeries(kHeldOutSceneSeed, static_cast<std::uint64_t>(i)));
            pictures.push_back(drawScene(scenes.back()));
        }
        for (const RgbImage& picture : pictures)
            pointers.push_back(&picture);
        const std::vector<Detections> detections = detector->detect(pointers, JobControl{control.stop, {}});
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            std::vector<TrueObject> truth;
            for (const SceneObject& object : scenes[i].objects)
                truth.push_back({object.box, object.category, {object.color, object.size}});
            const auto place = detections[i].placeProbabilities.argmax().item<std::int64_t>();
            metrics.add(foundObjects(detections[i]), truth, place == scenes[i].place);
        }
    }
    return metrics.report();
}

DetectionReport trainDetector(const DetectorTrainingOptions& options, const JobControl& control)
try {
    if (options.steps < 1 || options.batch < 1 || options.scenes < 1 || options.evaluateEvery < 1 ||
        options.evaluationScenes < 1 || options.logEvery < 1)
        throw Error(ErrorCode::InvalidArgument, "Training needs positive numbers of steps, pictures and scenes.");
    if (options.seed == kHeldOutSceneSeed)
        throw Error(ErrorCode::InvalidArgument, "This seed is kept for evaluations; choose another.");
    const bool resumed = holdsRun(options.output);
    const RunFolder folder(options.output, options.resume);
    if (!resumed)
        requireNoDetector(options.output);
    FasterRcnn detector = freshDetector(options);
    Rng unused(options.seed); // chance hangs on seed and step alone
    TrainingRun run(*detector, planOf(options), unused);
    SceneBatches batches({options.seed, options.scenes, options.batch, run.firstStep()});
    DetectionReport report;
    TrainingRun::Hooks hooks;
    hooks.step = [&](int step) {
        control.report("Training the detector", double(step) / options.steps);
        return trainStep(detector, batches.next(), generatorOfStep(options.seed, step));
    };
    hooks.evaluate = [&](int step) {
        // In passing it is short and not interrupted: the run writes its checkpoint first, then stops.
        report = step < options.steps ? evaluateDetector(detector, 0, options.evaluationScenes, {})
                                      : evaluateDetector(detector, 0, 2 * options.evaluationScenes, control);
        return measuresOf(report, options.config);
    };
    run.run(hooks, control);
    saveDetector(options.output, detector, options.geometry);
    writeJsonFile(options.output / "training.json", recordOf(options, report, run.secondsTrained()));
    return report;
} catch (const std::exception& e) {
    throw asError(e);
}

} // namespace vbs
