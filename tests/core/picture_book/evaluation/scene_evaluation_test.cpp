#include "core/picture_book/evaluation/scene_evaluation.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>

using namespace vbs;

namespace {

/// Knows every scene of the series by its pixels, finds its objects perfectly but for those of one category,
/// and answers everything with one word (blind: with another).
class OneWordEngine : public InferenceBackend {
public:
    OneWordEngine(std::uint64_t seed, int scenes)
    {
        for (int i = 0; i < scenes; ++i) {
            const Scene scene = sceneOfSeries(seed, std::uint64_t(i));
            m_scenes.emplace(drawScene(scene).pixels, scene);
        }
    }

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }

    InferenceResult run(const InferenceRequest& request, const JobControl&) override
    {
        const Scene& scene = m_scenes.at(request.image->pixels);
        InferenceResult result;
        result.regions.regions.push_back({{0, 0, kSceneWidth, kSceneHeight}, "whole picture"});
        result.regions.regions.back().wholeImage = true;
        for (const SceneObject& object : scene.objects) {
            if (object.category == kUnseen)
                continue;
            Region region{object.box, std::string(kSceneCategories[std::size_t(object.category)])};
            region.attribute = "red"; // right for red things only
            result.regions.regions.push_back(region);
        }
        if (!request.regionsOnly) {
            ++(request.blind ? blindRuns : seeingRuns);
            result.answers = {{request.blind ? "no" : "yes", 1}};
        }
        return result;
    }

    static constexpr int kUnseen = 3;
    int seeingRuns = 0, blindRuns = 0;

private:
    std::map<std::vector<std::uint8_t>, Scene> m_scenes;
};

} // namespace

class SceneEvaluationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsEvenlyAndScoresWhatTheEngineSays()
    {
        constexpr int kScenes = 48;
        OneWordEngine engine(8, kScenes);
        const SceneEvaluation evaluation =
            evaluateOnScenes(engine, {.scenes = kScenes, .seed = 8, .questionsPerScene = 20}, {});
        QCOMPARE(evaluation.tasks.size(), std::size_t(1));
        const SceneEvaluation::TaskScores& vqa = evaluation.tasks.at("vqa");
        QCOMPARE(vqa.byType.size(), std::size_t(kQuestionTypes));
        for (const auto& [type, score] : vqa.byType) {
            QVERIFY2(score.count == kScenes * 20 / kQuestionTypes, type.c_str());
            if (type == "color" || type == "count" || type == "what_is") { // never answered yes or no
                QCOMPARE(score.right, 0);
                QCOMPARE(score.blindRight, 0);
            }
            if (type == "verify_color" || type == "exist") // always one of them
                QCOMPARE(score.right + score.blindRight, score.count);
        }
        const auto all = vqa.all();
        QCOMPARE(all.count, kScenes * 20);
        QCOMPARE(engine.seeingRuns, all.count);
        QCOMPARE(engine.blindRuns, all.count);
    }

    void measuresTheDetector()
    {
        constexpr int kScenes = 60;
        OneWordEngine engine(9, kScenes);
        const SceneEvaluation evaluation =
            evaluateOnScenes(engine, {.scenes = kScenes, .seed = 9, .questionsPerScene = 1}, {});
        int objects = 0, seen = 0, red = 0;
        std::map<int, bool> present;
        for (int i = 0; i < kScenes; ++i) {
            for (const SceneObject& object : sceneOfSeries(9, std::uint64_t(i)).objects) {
                ++objects;
                present[object.category] = true;
                seen += object.category != OneWordEngine::kUnseen;
                red += object.category != OneWordEngine::kUnseen && object.color == 0;
            }
        }
        QVERIFY(present.count(OneWordEngine::kUnseen));
        QVERIFY(std::abs(evaluation.recall - double(seen) / objects) < 1e-9);
        QVERIFY(std::abs(evaluation.attributeAccuracy - double(red) / seen) < 1e-9);
        QVERIFY(std::abs(evaluation.ap50 - double(present.size() - 1) / double(present.size())) < 1e-9);
    }

    void writesTheAgreedJson()
    {
        SceneEvaluation evaluation;
        evaluation.tasks["vqa"].byType["color"] = {4, 3, 1};
        evaluation.tasks["vqa"].byType["count"] = {4, 1, 0};
        evaluation.ap50 = 0.5;
        const OrderedJson json = evaluation.toJson();
        QCOMPARE(json["tasks"]["vqa"]["accuracy"].get<double>(), 0.5);
        QCOMPARE(json["tasks"]["vqa"]["blind"].get<double>(), 0.125);
        QCOMPARE(json["tasks"]["vqa"]["count"].get<int>(), 8);
        QCOMPARE(json["tasks"]["vqa"]["by_type"]["color"]["accuracy"].get<double>(), 0.75);
        QCOMPARE(json["detector"]["ap50"].get<double>(), 0.5);
    }

    void stopsWhenAsked()
    {
        OneWordEngine engine(8, 4);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(evaluateOnScenes(engine, {.scenes = 4, .seed = 8}, {stop.get_token(), nullptr}),
                                 Error);
    }
};

VBS_TEST_MAIN(SceneEvaluationTest)
#include "scene_evaluation_test.moc"
