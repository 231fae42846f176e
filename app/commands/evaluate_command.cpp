#include "app/commands/evaluate_command.h"

#include "app/commands/engine_options.h"
#include "core/runtime/scene_evaluation.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class EvaluateCommand : public Command {
public:
    std::string name() const override { return "evaluate"; }
    std::string help() const override { return "Measure a pack on unseen picture-book scenes"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--scenes", m_options.scenes, "how many scenes")->capture_default_str()->check(CLI::Range(1, 1000000));
        app.add_option("--seed", m_options.seed, "seed of the scenes")->capture_default_str();
        app.add_option("--questions-per-scene", m_options.questionsPerScene, "on average; drawn evenly over the types")
            ->capture_default_str()
            ->check(CLI::Range(1, 1000));
        m_engine.declare(app);
    }

    void run() override
    {
        PackInfo pack;
        DeviceInfo device;
        m_engine.keepRegions = false; // thousands of scenes are not worth a user's disk
        const auto engine = m_engine.load(pack, device);
        const SceneEvaluation evaluation = evaluateOnScenes(*engine, m_options, m_engine.control());
        if (m_engine.json) {
            OrderedJson json = evaluation.toJson();
            json["pack"] = pack.name;
            json["scenes"] = m_options.scenes;
            json["seed"] = m_options.seed;
            std::cout << json.dump(2) << '\n';
            return;
        }
        std::printf("%-30s %9s %9s %6s\n", "question type", "accuracy", "blind", "count");
        for (const auto& [type, score] : evaluation.vqaByType)
            printRow(type.c_str(), score);
        printRow("all (VQA)", evaluation.vqa());
        std::printf("detector: AP50 %.3f, recall %.3f, colours %.3f\n", evaluation.ap50, evaluation.recall,
                    evaluation.attributeAccuracy);
    }

private:
    static void printRow(const char* name, const SceneEvaluation::Score& score)
    {
        std::printf("%-30s %7.1f %% %7.1f %% %6d\n", name, 100 * score.accuracy(), 100 * score.blind(), score.count);
    }

    SceneEvaluationOptions m_options;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeEvaluateCommand()
{
    return std::make_unique<EvaluateCommand>();
}

} // namespace vbs
