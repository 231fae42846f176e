#pragma once

#include "core/engine/inference_types.h"
#include "core/report/colormap.h"

#include <algorithm>
#include <memory>

/// A made-up picture of coloured things with made-up results of every task.
namespace vbs::fixture {

inline void fillBox(RgbImage& image, const Box& box, const Rgb& color)
{
    for (int y = int(box.y1); y < int(box.y2); ++y)
        for (int x = int(box.x1); x < int(box.x2); ++x)
            std::copy(color.begin(), color.end(), image.row(y) + 3 * x);
}

inline RegionSet thingRegions()
{
    return {320,
            240,
            {{{0, 0, 320, 240}, "whole picture", 1, "", 0, true},
             {{30, 120, 90, 180}, "square", 0.99f, "red", 0.98f},
             {{150, 60, 260, 190}, "box", 0.97f, "blue", 0.99f},
             {{270, 20, 300, 50}, "circle", 0.93f, "yellow", 0.97f},
             {{40, 20, 110, 60}, "cloud", 0.88f, ""}}};
}

inline ImagePtr thingPicture(int width = 320, int height = 240)
{
    auto picture = std::make_shared<RgbImage>(width, height);
    fillBox(*picture, {0, 0, float(width), float(height)}, {200, 225, 245});
    fillBox(*picture, {0, float(height * 2 / 3), float(width), float(height)}, {150, 200, 120});
    if (width >= 320 && height >= 240) {
        fillBox(*picture, {30, 120, 90, 180}, {200, 40, 40});
        fillBox(*picture, {150, 60, 260, 190}, {40, 80, 190});
        fillBox(*picture, {270, 20, 300, 50}, {245, 215, 60});
        fillBox(*picture, {40, 20, 110, 60}, {250, 250, 250});
    }
    picture->name = "things.png";
    return picture;
}

struct Annotated {
    InferenceRequest request;
    InferenceResult result;

    Annotated(Task task, const std::string& text)
    {
        request.task = result.task = task;
        request.text = text;
        request.image = thingPicture();
        result.regions = thingRegions();
        result.explanation.request.method = request.explanation.method = ExplanationMethod::Relevance;
        result.explanation.regions = {0.05, 0.41, 0.12, 0.07, 0.03};
        result.device = "cpu";
        result.precision = "float32";
    }
};

inline Annotated annotatedAsk()
{
    Annotated a(Task::VisualQuestionAnswering, "What colour is the square to the left of the large blue box?");
    a.result.answers = {{"red", 0.912}, {"orange", 0.051}, {"brown", 0.0171}, {"dark red", 0.0071}, {"pink", 0.0003}};
    return a;
}

inline Annotated annotatedCompare()
{
    Annotated a(Task::VisualReasoning,
                "There is a red square in the left picture, and a taller one in the right picture.");
    a.request.rightImage = thingPicture(320, 400);
    a.result.rightRegions = a.result.regions;
    a.result.rightRegions.imageHeight = 400;
    a.result.explanation.request.method = a.request.explanation.method = ExplanationMethod::Occlusion;
    a.result.explanation.regions = {0.01, 0.35, -0.12, 0, 0.02};
    a.result.explanation.rightRegions = {0, 0.7, 0.02, -0.3, 0.1};
    a.result.answers = {{"false", 0.83}, {"true", 0.17}};
    return a;
}

inline Annotated annotatedChoose()
{
    Annotated a(Task::MultipleChoice, "Why is the square on the grass?");
    a.result.choices = {{"It fell out of the blue box.", 1.2, 0.17},
                        {"Somebody put it there so that it would not be in the way of the large blue box, which was "
                         "about to be carried away by the people who had come for it in the morning.",
                         2.7, 0.79},
                        {"The cloud is white.", -1, 0.035},
                        {"Nobody knows.", -4, 0.005}};
    return a;
}

inline Annotated annotatedFind(std::size_t phrases)
{
    Annotated a(Task::RegionToPhrase, "A red square, a big blue box and the sun in a sky with a cloud.");
    const std::vector<PhraseRegions> all = {{{0, 12}, "A red square", {0, 0.93, 0.03, 0.02, 0.02}},
                                            {{14, 28}, "a big blue box", {0.01, 0.04, 0.9, 0.02, 0.03}},
                                            {{33, 40}, "the sun", {0.1, 0.05, 0.1, 0.45, 0.3}},
                                            {{55, 62}, "a cloud", {0.3, 0, 0, 0.1, 0.6}},
                                            {{44, 49}, "a sky", {0.2, 0.05, 0.05, 0.2, 0.5}}};
    a.result.phrases.assign(all.begin(), all.begin() + std::ptrdiff_t(phrases));
    return a;
}

inline Annotated annotatedFill()
{
    Annotated a(Task::MaskedWords, "A [MASK] square lies on the grass beside a large blue [MASK].");
    a.result.masks = {{{2, 8}, {{"red", 0.81}, {"small", 0.09}, {"brown", 0.03}}},
                      {{54, 60}, {{"box", 0.66}, {"house", 0.2}, {"##case", 0.07}}}};
    a.result.match = 0.93;
    return a;
}

inline Annotated annotatedMatch(double match = 0.31)
{
    Annotated a(Task::CaptionMatch, "Two dogs run over the beach in the evening.");
    a.result.match = match;
    return a;
}

inline std::vector<Annotated> annotatedOfEveryTask()
{
    return {annotatedAsk(),   annotatedCompare(), annotatedChoose(), annotatedFind(1),
            annotatedFind(5), annotatedFill(),    annotatedMatch()};
}

} // namespace vbs::fixture
