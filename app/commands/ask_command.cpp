#include "app/commands/ask_command.h"

#include "app/commands/engine_options.h"
#include "core/explain/annotate.h"
#include "core/image/image_io.h"
#include "core/service/result_json.h"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class AskCommand : public Command {
public:
    std::string name() const override { return "ask"; }
    std::string help() const override { return "Answer a question about a picture (VQA)"; }

    void declare(CLI::App& app) override
    {
        app.add_option("image", m_image, "picture file")->required();
        app.add_option("question", m_request.text, "question in plain English")->required();
        app.add_option("--top", m_request.topK, "how many answers")->capture_default_str()->check(CLI::Range(1, 10000));
        app.add_option("--explain", m_method, "where the model looked")->check(CLI::IsMember({"attention"}));
        app.add_option("--layer", m_request.explanation.layer, "attention layer, from 0; -1: mean of all");
        app.add_option("--head", m_request.explanation.head, "attention head, from 0; -1: mean of all");
        app.add_option("--heatmap", m_heatmap, "write the annotated picture with its heatmap (PNG or JPEG)");
        m_engine.declare(app);
    }

    void run() override
    {
        if (!m_method.empty() || !m_heatmap.empty())
            m_request.explanation.method = ExplanationMethod::Attention;
        m_request.image = std::make_shared<const RgbImage>(readImage(m_image));
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        const InferenceResult result = engine->run(m_request, m_engine.control());
        if (!m_heatmap.empty()) {
            AnnotationOptions options;
            options.weights = result.explanation.regions;
            writeImage(m_heatmap, annotatePicture(*m_request.image, result, m_request.text, options));
        }
        if (m_engine.json)
            std::cout << jsonText(resultJson(m_request, result)) << '\n';
        else
            printText(result);
    }

private:
    void printText(const InferenceResult& result) const
    {
        for (const Answer& answer : result.answers)
            std::printf("%-12s %5.1f %%\n", answer.text.c_str(), 100 * answer.probability);
        if (!result.unknownWords.empty()) {
            std::string words;
            for (const std::string& word : result.unknownWords)
                words += (words.empty() ? "" : ", ") + word;
            std::printf("Note: this pack never learned: %s.\n", words.c_str());
        }
        if (!m_method.empty())
            printExplanation(result);
        if (!m_heatmap.empty())
            std::printf("Annotated picture: %s\n", m_heatmap.c_str());
    }

    void printExplanation(const InferenceResult& result) const
    {
        std::vector<std::size_t> order(result.regions.regions.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return result.explanation.regions[a] > result.explanation.regions[b];
        });
        std::printf("Looked at (attention):\n");
        for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 5); ++i) {
            const Region& region = result.regions.regions[order[i]];
            const std::string what = region.attribute.empty() ? region.label : region.attribute + " " + region.label;
            std::printf("  %5.1f %%  %s\n", 100 * result.explanation.regions[order[i]], what.c_str());
        }
    }

    std::string m_image, m_method, m_heatmap;
    InferenceRequest m_request;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeAskCommand()
{
    return std::make_unique<AskCommand>();
}

} // namespace vbs
