#include "core/runtime/scene_evaluation.h"

#include "core/detector/detection_metrics.h"
#include "core/scenes/questions.h"
#include "core/scenes/scene_drawing.h"

#include <algorithm>

namespace vbs {

namespace {

/// A scene asked about; its questions by index into the plan.
struct PlannedQuestion {
    std::size_t scene;
    Question question;
};

/// The same number of questions for each type, each about a scene that allows it, scenes taken in turn.
std::vector<PlannedQuestion> planQuestions(const std::vector<Scene>& scenes, const SceneEvaluationOptions& options)
{
    std::vector<PlannedQuestion> plan;
    Rng rng(options.seed ^ 0x9e3779b97f4a7c15ull);
    const std::size_t perType =
        std::max<std::size_t>(1, scenes.size() * std::size_t(options.questionsPerScene) / kQuestionTypes);
    for (const QuestionType type : allQuestionTypes()) {
        std::size_t scene = rng.below(scenes.size());
        std::size_t made = 0;
        // A type that hardly any scene allows (odd one out) may take several rounds; none loops for ever.
        for (std::size_t tried = 0; made < perType && tried < scenes.size() * 200; ++tried) {
            scene = (scene + 1) % scenes.size();
            if (auto question = makeQuestion(rng, scenes[scene], type)) {
                plan.push_back({scene, std::move(*question)});
                ++made;
            }
        }
    }
    std::stable_sort(plan.begin(), plan.end(),
                     [](const PlannedQuestion& a, const PlannedQuestion& b) { return a.scene < b.scene; });
    return plan;
}

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

bool answerIsRight(InferenceBackend& engine, InferenceRequest& request, const Question& question, bool blind,
                   const TaskControl& control)
{
    request.blind = blind;
    request.text = question.text;
    const InferenceResult result = engine.run(request, control);
    return !result.answers.empty() && std::find(question.answers.begin(), question.answers.end(),
                                                result.answers.front().text) != question.answers.end();
}

} // namespace

SceneEvaluation::Score SceneEvaluation::vqa() const
{
    Score all;
    for (const auto& [type, score] : vqaByType) {
        all.count += score.count;
        all.right += score.right;
        all.blindRight += score.blindRight;
    }
    return all;
}

OrderedJson SceneEvaluation::toJson() const
{
    const Score all = vqa();
    OrderedJson types = OrderedJson::object();
    for (const auto& [type, score] : vqaByType)
        types[type] = {{"accuracy", score.accuracy()}, {"blind", score.blind()}, {"count", score.count}};
    return {{"tasks",
             {{"vqa", {{"accuracy", all.accuracy()}, {"blind", all.blind()}, {"count", all.count}, {"by_type", types}}}}},
            {"detector", {{"ap50", ap50}, {"recall", recall}, {"attribute_accuracy", attributeAccuracy}}}};
}

SceneEvaluation evaluateOnScenes(InferenceBackend& engine, const SceneEvaluationOptions& options,
                                 const TaskControl& control)
{
    std::vector<Scene> scenes;
    for (int i = 0; i < options.scenes; ++i)
        scenes.push_back(sceneOfSeries(options.seed, std::uint64_t(i)));
    const std::vector<PlannedQuestion> plan = planQuestions(scenes, options);

    TaskControl quiet{control.stop, nullptr};
    SceneEvaluation evaluation;
    DetectionMetrics metrics(kSceneCategories.size(), 1);
    auto next = plan.begin();
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        control.throwIfStopped();
        control.report("Evaluating", double(i) / double(scenes.size()));
        InferenceRequest request;
        request.topK = 1;
        request.image = std::make_shared<const RgbImage>(drawScene(scenes[i]));
        request.regionsOnly = true;
        addToMetrics(metrics, scenes[i], engine.run(request, quiet).regions);
        request.regionsOnly = false;
        for (; next != plan.end() && next->scene == i; ++next) {
            SceneEvaluation::Score& score = evaluation.vqaByType[next->question.type];
            ++score.count;
            score.right += answerIsRight(engine, request, next->question, false, quiet);
            score.blindRight += answerIsRight(engine, request, next->question, true, quiet);
        }
    }
    control.report("Evaluating", 1);
    const DetectionReport report = metrics.report();
    evaluation.ap50 = report.ap50;
    evaluation.recall = report.recall;
    evaluation.attributeAccuracy = report.attributeAccuracy.front();
    return evaluation;
}

} // namespace vbs
