#include "app/commands/task_command.h"

#include "core/base/program_version.h"
#include "core/base/utf8.h"
#include "core/engine/explanation_methods.h"
#include "core/engine/precision_text.h"
#include "core/engine/region_name.h"
#include "core/image/image_io.h"
#include "core/report/result_json.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>

namespace vbs {

namespace {

constexpr std::size_t kReasonsShown = 5;

struct Reason {
    double weight;
    std::string name;
};

std::vector<Reason> reasonsOf(const InferenceResult& result)
{
    std::vector<Reason> reasons;
    const bool two = !result.rightRegions.regions.empty();
    const auto add = [&](const RegionSet& regions, const std::vector<double>& weights, const char* side) {
        for (std::size_t i = 0; i < std::min(weights.size(), regions.regions.size()); ++i)
            reasons.push_back({weights[i], nameOf(regions.regions[i]) + (two ? side : "")});
    };
    add(result.regions, result.explanation.regions, ", left");
    add(result.rightRegions, result.explanation.rightRegions, ", right");
    std::ranges::stable_sort(reasons, std::ranges::greater(), &Reason::weight);
    return reasons;
}

void printReasons(const InferenceResult& result)
{
    const bool causes = methodInfo(result.explanation.request.method).isSigned;
    std::printf(causes ? "What hiding it takes from \"%s\" (%s):\n" : "What speaks for \"%s\" (%s):\n",
                withoutControls(result.explanation.of).c_str(),
                std::string(nameOf(result.explanation.request.method)).c_str());
    const std::vector<Reason> reasons = reasonsOf(result);
    for (std::size_t i = 0; i < std::min(reasons.size(), kReasonsShown); ++i)
        std::printf("  %5.1f %%  %s\n", 100 * reasons[i].weight, withoutControls(reasons[i].name).c_str());
}

void printUnknownWords(const std::vector<std::string>& unknown)
{
    if (unknown.empty())
        return;
    std::string words;
    for (const std::string& word : unknown)
        words += (words.empty() ? "" : ", ") + word;
    std::printf("Note: not in this pack's vocabulary: %s. The answer may be unreliable.\n",
                withoutControls(words).c_str());
}

/// What an answer is worth where pictures or text are unlike what the pack was taught.
void printStrangeness(const InferenceResult& result, const PackInfo& pack)
{
    const std::string title = withoutControls(pack.title);
    if (result.strangeness.isPictureStrange())
        std::printf("Note: %s unlike everything that \"%s\" knows: its answers mean little. See visualbert packs "
                    "available for models for photos.\n",
                    result.strangeness.rightPicture >= 0 ? "A picture is" : "This picture is", title.c_str());
    if (result.strangeness.isTextStrange() && result.unknownWords.empty())
        std::printf("Note: \"%s\" never learned a text of this kind: the answer may mean nothing.\n", title.c_str());
}

std::vector<std::string> methodNames()
{
    std::vector<std::string> names;
    for (const std::string_view name : explanationMethodNames())
        names.emplace_back(name);
    return names;
}

std::vector<std::string> heatStyleNames()
{
    std::vector<std::string> names;
    for (const HeatStyleInfo& info : heatStyles())
        names.emplace_back(info.name);
    return names;
}

/// What was asked about must not be replaced by the answer.
void requireAnotherFile(const std::string& output, const std::string& picture)
{
    std::error_code code;
    if (std::filesystem::equivalent(output, picture, code))
        throw Error(ErrorCode::InvalidArgument,
                    "--heatmap would replace the picture " + picture + " itself: name another file.");
}

} // namespace

void printAnswers(const std::vector<Answer>& answers)
{
    for (const Answer& answer : answers)
        std::printf("%-12s %5.1f %%\n", withoutControls(answer.text).c_str(), 100 * answer.probability);
}

void TaskCommand::declarePicture(CLI::App& app, const char* name, std::string& file)
{
    app.add_option(name, file, "picture file")->required();
    m_pictureFiles.push_back(&file);
}

void TaskCommand::declare(CLI::App& app)
{
    declareArguments(app);
    if (explains()) {
        app.add_option("--explain", m_method, "explain which regions mattered, by this method")
            ->check(CLI::IsMember(methodNames()));
        app.add_option("--layer", m_request.explanation.layer, "of attention: layer, from 0; -1: mean of all");
        app.add_option("--head", m_request.explanation.head, "of attention: head, from 0; -1: mean of all");
    }
    app.add_option("--heatmap", m_heatmap, "write the annotated picture with its heatmap (PNG or JPEG)");
    app.add_option("--heat-style", m_heatStyle, "how the heatmap is drawn")
        ->check(CLI::IsMember(heatStyleNames()))
        ->default_str(heatStyleNames().front());
    app.add_flag("--full-scale", m_fullScale, "draw 100 % strongest in the heatmap, instead of the greatest share");
    m_engine.declare(app);
}

void TaskCommand::complete(InferenceRequest&) {}

AnnotationOptions TaskCommand::annotationOptions(const InferenceResult& result) const
{
    AnnotationOptions options = optionsFor(result);
    for (const HeatStyleInfo& info : heatStyles())
        if (info.name == m_heatStyle)
            options.look.style = info.style;
    options.look.fullScale = m_fullScale;
    return options;
}

void TaskCommand::run()
{
    if (!m_method.empty())
        m_request.explanation.method = explanationMethodNamed(m_method).value_or(ExplanationMethod::None);
    else if (!m_heatmap.empty() && explains())
        m_request.explanation.method = kDefaultExplanation;
    if (!m_heatmap.empty())
        for (const std::string* picture : m_pictureFiles)
            requireAnotherFile(m_heatmap, *picture);
    m_request.image = std::make_shared<const RgbImage>(readImage(m_picture));
    complete(m_request);
    PackInfo pack;
    DeviceInfo device;
    const auto engine = m_engine.load(pack, device);
    const InferenceResult result = engine->run(m_request, m_engine.control());
    if (!m_heatmap.empty())
        writeImage(m_heatmap, annotateResult(m_request, result, annotationOptions(result)));
    if (m_engine.json) {
        AnswerOrigin origin = originOf(pack, programVersion());
        origin.date = dateNow();
        std::cout << jsonText(resultJson(m_request, result, origin)) << '\n';
        return;
    }
    print(result);
    printUnknownWords(result.unknownWords);
    printStrangeness(result, pack);
    if (const std::string note = precisionNote(result.precision, result.regionPrecision); !note.empty())
        std::printf("Note: %s\n", note.c_str());
    if (!m_method.empty())
        printReasons(result);
    if (!m_heatmap.empty())
        std::printf("Annotated picture: %s\n", m_heatmap.c_str());
}

} // namespace vbs
