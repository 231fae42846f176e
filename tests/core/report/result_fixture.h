#pragma once

#include "core/engine/inference_types.h"

#include <memory>

/// Made-up requests and results of all tasks; the numbers are exact in binary, so that texts can be compared.
namespace vbs::fixture {

inline ImagePtr namedPicture(const std::string& name)
{
    auto picture = std::make_shared<RgbImage>(40, 30);
    picture->name = name;
    return picture;
}

struct Exchange {
    InferenceRequest request;
    InferenceResult result;

    explicit Exchange(Task task, const std::string& text = "")
    {
        request.task = result.task = task;
        request.text = text;
        request.image = namedPicture("a.png");
        result.regions = {40,
                          30,
                          {{{0, 0, 40, 30}, "whole picture", 1, "", 0, true},
                           {{1, 2, 10.5f, 20}, "ball", 0.75f, "red", 0.5f},
                           {{20, 5, 30, 15}, "box", 0.5f, ""}}};
        result.timing = {12.5, 3.25, false};
        result.device = "cpu";
        result.precision = "float32";
    }
};

inline Exchange ask()
{
    Exchange e(Task::VisualQuestionAnswering, "what color?");
    e.result.answers = {{"red", 0.75}, {"blue", 0.125}};
    return e;
}

inline Exchange compare()
{
    Exchange e(Task::VisualReasoning, "both are red");
    e.request.rightImage = namedPicture("b.png");
    e.result.rightRegions = {40, 30, {{{3, 4, 9, 9}, "cup", 0.5f, ""}}};
    e.result.answers = {{"false", 0.875}, {"true", 0.125}};
    return e;
}

inline Exchange choose()
{
    Exchange e(Task::MultipleChoice, "what is it?");
    e.request.choices = {"a cup", "a ball", "a box"};
    e.result.choices = {{"a cup", -1.5, 0.125}, {"a ball", 2.5, 0.625}, {"a box", 0.5, 0.25}};
    return e;
}

inline Exchange find()
{
    Exchange e(Task::RegionToPhrase, "a ball by a box");
    e.request.phrases = {{0, 6}, {10, 15}};
    e.result.phrases = {{{0, 6}, "a ball", {0.25, 0.625, 0.125}}, {{10, 15}, "a box", {0, 0.25, 0.75}}};
    return e;
}

inline Exchange fill()
{
    Exchange e(Task::MaskedWords, "a [MASK] by a [MASK]");
    e.result.masks = {{{2, 8}, {{"ball", 0.5}, {"cup", 0.25}}}, {{14, 20}, {{"box", 0.75}}}};
    e.result.match = 0.875;
    return e;
}

inline Exchange match()
{
    Exchange e(Task::CaptionMatch, "a red ball");
    e.result.match = 0.25;
    return e;
}

} // namespace vbs::fixture
