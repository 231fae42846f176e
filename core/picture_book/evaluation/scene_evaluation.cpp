#include "core/picture_book/evaluation/scene_evaluation.h"

#include "core/datasets/detection_metrics.h"
#include "core/engine/explanation_methods.h"
#include "core/engine/task_table.h"
#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"

#include <algorithm>

namespace vbs {

namespace {

template <typename Names> int indexOf(const Names& names, const std::string& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

/// What the engine found, in the words of the picture-book world; a pack with other words scores nothing.
void addToMetrics(DetectionMetrics& metrics, const Scene& scene, const RegionSet& regions)
{
    std::vector<FoundObject> found;
    bool placeRight = false;
    for (const Region& region : regions.regions) {
        if (region.wholeImage) {
            placeRight = indexOf(kScenePlaces, region.attribute) == scene.place;
            continue;
        }
        const int category = indexOf(kSceneCategories, region.label);
        if (category >= 0)
            found.push_back({region.box, category, region.score, {indexOf(kSceneColors, region.attribute)}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundObject& a, const FoundObject& b) { return a.score > b.score; });
    std::vector<TrueObject> truth;
    for (const SceneObject& object : scene.objects)
        truth.push_back({object.box, object.category, {object.color}});
    metrics.add(found, truth, placeRight);
}

ImagePtr pictureOf(const Scene& scene)
{
    return std::make_shared<const RgbImage>(drawScene(scene));
}

class Evaluator {
public:
    Evaluator(InferenceBackend& engine, const SceneEvaluationOptions& options, const JobControl& control)
        : m_engine(engine), m_options(options), m_control(control), m_quiet{control.stop, nullptr}
    {
        for (int i = 0; i < options.scenes; ++i)
            m_scenes.push_back(sceneOfSeries(options.seed, std::uint64_t(i)));
    }

    SceneEvaluation run()
    {
        SceneEvaluation evaluation;
        measureDetector(evaluation);
        for (const Task task : m_options.tasks)
            evaluation.tasks[std::string(nameOf(task))] = measure(task);
        m_control.report("Evaluating", 1);
        return evaluation;
    }

private:
    void report(const char* what, std::size_t done, std::size_t all)
    {
        m_control.throwIfStopped();
        m_control.report(what, double(done) / double(all));
    }

    void measureDetector(SceneEvaluation& evaluation)
    {
        DetectionMetrics metrics(kSceneCategories.size(), 1);
        for (std::size_t i = 0; i < m_scenes.size(); ++i) {
            report("Evaluating the detector", i, m_scenes.size());
            InferenceRequest request;
            request.image = pictureOf(m_scenes[i]);
            request.regionsOnly = true;
            addToMetrics(metrics, m_scenes[i], m_engine.run(request, m_quiet).regions);
        }
        const DetectionReport report = metrics.report();
        evaluation.ap50 = report.ap50;
        evaluation.recall = report.recall;
        evaluation.attributeAccuracy = report.attributeAccuracy.front();
    }

    SceneEvaluation::TaskScores measure(Task task)
    {
        std::vector<SceneExample> examples = sceneExamples(task, m_scenes, m_options.seed, m_options.questionsPerScene);
        const std::string what = "Evaluating " + std::string(nameOf(task));
        SceneEvaluation::TaskScores scores;
        ImagePtr picture;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            report(what.c_str(), i, examples.size());
            SceneExample& example = examples[i];
            if (i == 0 || examples[i - 1].scene != example.scene)
                picture = pictureOf(m_scenes[example.scene]);
            example.request.image = picture;
            example.request.phraseSource = m_options.findBy;
            if (example.rightScene)
                example.request.rightImage = pictureOf(m_scenes[*example.rightScene]);
            SceneEvaluation::Score& score = scores.byType[example.type];
            score.count += example.count;
            score.right += example.countRight(m_engine.run(example.request, m_quiet));
            example.request.blind = true;
            score.blindRight += example.countRight(m_engine.run(example.request, m_quiet));
            example.request.rightImage.reset();
        }
        return scores;
    }

    InferenceBackend& m_engine;
    const SceneEvaluationOptions& m_options;
    const JobControl& m_control;
    JobControl m_quiet;
    std::vector<Scene> m_scenes;
};

OrderedJson jsonOf(const SceneEvaluation::Score& score)
{
    return {{"accuracy", score.accuracy()}, {"blind", score.blind()}, {"count", score.count}};
}

} // namespace

SceneEvaluation::Score SceneEvaluation::TaskScores::all() const
{
    Score all;
    for (const auto& [type, score] : byType) {
        all.count += score.count;
        all.right += score.right;
        all.blindRight += score.blindRight;
    }
    return all;
}

OrderedJson SceneEvaluation::toJson() const
{
    OrderedJson json = {{"tasks", OrderedJson::object()},
                        {"detector", {{"ap50", ap50}, {"recall", recall}, {"attribute_accuracy", attributeAccuracy}}}};
    for (const auto& [task, scores] : tasks) {
        OrderedJson entry = jsonOf(scores.all());
        for (const auto& [type, score] : scores.byType)
            entry["by_type"][type] = jsonOf(score);
        json["tasks"][task] = entry;
    }
    return json;
}

SceneEvaluation evaluateOnScenes(InferenceBackend& engine, const SceneEvaluationOptions& options,
                                 const JobControl& control)
{
    return Evaluator(engine, options, control).run();
}

} // namespace vbs
