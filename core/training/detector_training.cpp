#include "core/training/detector_training.h"

#include "core/detector/detector_files.h"
#include "core/scenes/scene_drawing.h"
#include "core/training/adamw.h"
#include "core/training/detector_checkpoint.h"
#include "core/training/detector_scenes.h"
#include "core/training/run_log.h"
#include "core/training/schedule.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

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
    OrderedJson json = {{"scenes", report.pictures}, {"objects", report.objects}, {"missed", report.missed},
                        {"extra", report.extra}};
    for (const auto& [name, value] : measuresOf(report, config))
        json[name] = value;
    for (std::size_t c = 0; c < config.categories.size(); ++c)
        json["ap50_of_category"][config.categories[c]] = report.ap50OfCategory[c];
    return json;
}

/// A generator that depends on the seed and the step alone.
at::Generator generatorOfStep(std::uint64_t seed, int step)
{
    return at::make_generator<at::CPUGeneratorImpl>(seed * 0x9E3779B97F4A7C15u +
                                                    0x5851F42D4C957F2Du * (std::uint64_t(step) + 1));
}

/// One run: owns the network and its optimiser.
class DetectorRun {
public:
    DetectorRun(const DetectorTrainingOptions& options, const TaskControl& control);
    DetectionReport run();

private:
    Measures trainStep(const std::vector<DetectorExample>& batch, int step);
    DetectionReport evaluate(int step, int count);
    void writeResults(const DetectionReport& report);

    const DetectorTrainingOptions& m_options;
    const TaskControl& m_control;
    FasterRcnn m_detector;
    AdamW m_optimizer;
    Schedule m_schedule;
    RunLog m_log;
    double m_earlierSeconds = 0; ///< spent before a resume
};

FasterRcnn freshDetector(const DetectorTrainingOptions& options)
{
    torch::manual_seed(options.seed);
    FasterRcnn detector(options.config);
    detector->initialize();
    detector->to(options.device);
    return detector;
}

AdamW::Options optimizerOptions()
{
    AdamW::Options options;
    options.beta2 = .999;
    options.weightDecay = .01;
    options.clipNorm = 5;
    return options;
}

DetectorRun::DetectorRun(const DetectorTrainingOptions& options, const TaskControl& control)
    : m_options(options), m_control(control), m_detector(freshDetector(options)),
      m_optimizer(*m_detector, optimizerOptions()),
      m_log(options.output / "log.jsonl", options.steps, options.quiet)
{
    m_schedule.peakRate = options.learningRate;
    m_schedule.warmupSteps = std::min(150, std::max(1, options.steps / 10));
    m_schedule.totalSteps = options.steps;
    m_schedule.decay = Schedule::Decay::Cosine;
}

Measures DetectorRun::trainStep(const std::vector<DetectorExample>& batch, int step)
{
    std::vector<const RgbImage*> images;
    std::vector<DetectorTarget> targets;
    for (const DetectorExample& example : batch) {
        images.push_back(&example.image);
        targets.push_back(example.target);
    }
    at::Generator generator = generatorOfStep(m_options.seed, step);
    m_optimizer.zeroGradients();
    const LossMap losses = m_detector->trainingLosses(images, targets, generator);
    Measures measures;
    at::Tensor total;
    for (const auto& [name, loss] : losses) {
        total = total.defined() ? total + loss : loss;
        measures[name] = loss.item<double>();
    }
    total.backward();
    measures["loss"] = total.item<double>();
    measures["gradient_norm"] = m_optimizer.step(m_schedule.rateAt(step));
    return measures;
}

DetectionReport DetectorRun::evaluate(int step, int count)
{
    const DetectionReport report = evaluateDetector(m_detector, 0, count, m_control);
    m_log.evaluation(step, measuresOf(report, m_options.config));
    return report;
}

void DetectorRun::writeResults(const DetectionReport& report)
{
    saveDetector(m_options.output, m_detector, m_options.geometry);
    OrderedJson json = {{"command", m_options.commandLine},
                        {"seed", m_options.seed},
                        {"steps", m_options.steps},
                        {"batch", m_options.batch},
                        {"scenes", m_options.scenes},
                        {"learning_rate", m_options.learningRate},
                        {"seconds", m_earlierSeconds + m_log.secondsSinceBegin()},
                        {"threads", torch::get_num_threads()},
                        {"device", m_options.device.str()}};
    json["held_out"] = jsonOf(report, m_options.config);
    writeJsonFile(m_options.output / "training.json", json);
}

DetectionReport DetectorRun::run()
{
    const std::filesystem::path checkpoint = m_options.output / "checkpoint";
    int step = 0;
    if (m_options.resume && std::filesystem::exists(detectorCheckpointFile(checkpoint))) {
        const CheckpointState state = loadDetectorCheckpoint(checkpoint, m_detector, m_optimizer);
        step = state.step;
        m_earlierSeconds = state.seconds;
    }
    m_log.begin(step);
    m_detector->train();
    SceneBatches batches({m_options.seed, m_options.scenes, m_options.batch, step});
    while (step < m_options.steps) {
        m_control.throwIfStopped();
        m_log.add(trainStep(batches.next(), step));
        ++step;
        m_control.report("Training the detector", double(step) / m_options.steps);
        const bool last = step == m_options.steps;
        if (step % m_options.logEvery == 0 || last)
            m_log.report(step, m_schedule.rateAt(step - 1));
        if (step % m_options.checkpointEvery == 0 || last)
            saveDetectorCheckpoint(checkpoint, m_detector, m_optimizer,
                                   {step, m_earlierSeconds + m_log.secondsSinceBegin()});
        if (step % m_options.evaluateEvery == 0 && !last) {
            evaluate(step, m_options.evaluationScenes);
            m_detector->train();
        }
    }
    const DetectionReport report = evaluate(step, 2 * m_options.evaluationScenes);
    writeResults(report);
    return report;
}

} // namespace

DetectionReport evaluateDetector(FasterRcnn& detector, int first, int count, const TaskControl& control)
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
        const std::vector<Detections> detections = detector->detect(pointers, TaskControl{control.stop, {}});
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

DetectionReport trainDetector(const DetectorTrainingOptions& options, const TaskControl& control)
{
    if (options.steps < 1 || options.batch < 1 || options.scenes < 1 || options.evaluateEvery < 1 ||
        options.evaluationScenes < 1 || options.checkpointEvery < 1 || options.logEvery < 1)
        throw Error(ErrorCode::InvalidArgument, "Training needs positive numbers of steps, pictures and scenes.");
    if (options.seed == kHeldOutSceneSeed)
        throw Error(ErrorCode::InvalidArgument, "This seed is kept for evaluations; choose another.");
    // Numbers below 1e-38 cost many times the time of others and mean nothing here.
    torch::globalContext().setFlushDenormal(true);
    return DetectorRun(options, control).run();
}

} // namespace vbs
