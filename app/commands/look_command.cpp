#include "app/commands/look_command.h"

#include "app/commands/engine_options.h"
#include "core/image/image_io.h"
#include "core/look/look_report.h"
#include "core/look/points_report.h"
#include "core/text/blanks.h"
#include "core/text/phrases.h"

#include <algorithm>
#include <iostream>

namespace vbs {
namespace {

std::vector<std::string> tasksToLookInto()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kTaskCount; ++i)
        names.emplace_back(taskInfo(Task(i)).command);
    return names;
}

class LookCommand : public Command {
public:
    std::string name() const override { return "look"; }
    std::string help() const override { return "Look inside the network while it answers"; }

    void declare(CLI::App& app) override
    {
        app.add_option("image", m_picture, "picture file")->required();
        app.add_option(
               "text", m_request.text,
               "question, statement, caption, sentence with ___, or, to find, one with phrases marked [like this]")
            ->required();
        app.add_option("--task", m_task, "what is asked")
            ->check(CLI::IsMember(tasksToLookInto()))
            ->capture_default_str();
        app.add_option("--right", m_right, "of compare: the second picture");
        app.add_option("--choice", m_request.choices, "of choose: a sentence; given two to eight times");
        auto* what = app.add_option_group("what", "what to look at");
        what->add_flag("--layers", m_layers, "the answer, as it is read from each layer");
        what->add_flag("--attention", m_attention, "what each head of each layer looks at");
        what->add_flag("--points", m_points, "words and regions as points in the plane, layer by layer");
        what->add_flag("--flip", m_flip, "the fewest regions, or else words, without which the answer is another");
        what->add_flag("--curves", m_curves,
                       "how the answer goes while regions are hidden in the order of each explanation");
        what->require_option(1, 5);
        app.add_option("--most-runs", m_options.mostRuns, "of --flip: runs of the network")
            ->check(CLI::Range(std::size_t(1), std::size_t(1'000'000)))
            ->capture_default_str();
        app.add_option("--seed", m_seed, "of --curves: of the random order")->capture_default_str();
        m_engine.declare(app);
        app.footer(
            "--json holds everything: every answer, every head's attention, every point, every step of a curve.");
    }

    void run() override
    {
        complete();
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        const JobControl control = m_engine.control();
        OrderedJson json = OrderedJson::object();
        const auto tell = [&](const char* key, const std::string& text, OrderedJson values) {
            if (m_engine.json)
                json[key] = std::move(values);
            else
                std::cout << text;
        };
        const Inspection inspection = engine->inspect({m_request}, control);
        if (m_layers)
            tell("layers", layersText(inspection), layersJson(inspection));
        if (m_attention)
            tell("attention", attentionText(inspection), attentionJson(inspection));
        if (m_points) {
            const std::vector<PlanePoints> points = pointsByLayer(inspection);
            tell("points", pointsText(points, inspection), pointsJson(points, inspection));
        }
        if (m_flip) {
            const SmallestFlip flip = smallestFlip(*engine, m_request, m_options, control);
            tell("flip", flipText(flip, inspection.result), flipJson(flip, inspection.result));
        }
        if (m_curves) {
            const HidingCurves curves = hidingCurves(*engine, m_request, m_seed, control);
            tell("curves", curvesText(curves), curvesJson(curves, inspection.result));
        }
        if (m_engine.json)
            std::cout << jsonText(json) << '\n';
    }

private:
    void complete()
    {
        for (std::size_t i = 0; i < kTaskCount; ++i)
            if (taskInfo(Task(i)).command == m_task)
                m_request.task = Task(i);
        const bool two = m_request.task == Task::VisualReasoning;
        if (two == m_right.empty())
            throw Error(ErrorCode::InvalidArgument, two ? "--task compare needs a second picture: --right."
                                                        : "--right is for --task compare alone.");
        if ((m_request.task == Task::MultipleChoice) == m_request.choices.empty())
            throw Error(ErrorCode::InvalidArgument, m_request.choices.empty()
                                                        ? "--task choose needs sentences to choose from: --choice."
                                                        : "--choice is for --task choose alone.");
        if (m_request.task == Task::RegionToPhrase)
            readPhrases();
        if (m_request.task == Task::MaskedWords)
            m_request.text = withMasks(m_request.text);
        m_request.image = std::make_shared<const RgbImage>(readImage(m_picture));
        if (two)
            m_request.rightImage = std::make_shared<const RgbImage>(readImage(m_right));
    }

    void readPhrases()
    {
        if (m_flip || m_curves)
            throw Error(ErrorCode::InvalidArgument,
                        "--flip and --curves need one answer, and --task find has one for each phrase.");
        MarkedSentence sentence = readMarkedSentence(m_request.text);
        if (sentence.phrases.empty())
            sentence.phrases = phrasesToFind(sentence.text);
        if (sentence.phrases.empty())
            throw Error(ErrorCode::InvalidArgument,
                        "The sentence has no phrase to find: mark some, as in \"[the red ball] is big\".");
        m_request.text = sentence.text;
        for (const auto& phrase : sentence.phrases)
            m_request.phrases.push_back({phrase.begin, phrase.end});
    }

    InferenceRequest m_request;
    std::string m_picture, m_right, m_task = "ask";
    bool m_layers = false, m_attention = false, m_points = false, m_flip = false, m_curves = false;
    FlipOptions m_options;
    std::uint64_t m_seed = 1;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeLookCommand()
{
    return std::make_unique<LookCommand>();
}

} // namespace vbs
