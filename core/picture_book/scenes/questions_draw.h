#pragma once

#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_templates.h"
#include "core/picture_book/scenes/questions.h"

/// Inside of the question generators: what each of them is given, and their common tools.
namespace vbs {

struct QuestionDraw {
    Rng& rng;
    const Scene& scene;
    const QuestionOptions& options;
    bool wanted = false; ///< the label of a yes/no question, fixed before anything else is drawn
    double form = 0;     ///< uniform in [0, 1): decides between ways of asking, also fixed beforehand

    int count() const { return int(scene.objects.size()); }
    int anyObject() const { return int(rng.below(scene.objects.size())); }
    const SceneObject& at(int index) const { return scene.objects[std::size_t(index)]; }
    std::optional<Description> nameOf(int index) const
    {
        return uniqueDescription(rng, scene, index, namingMasks(options));
    }
    std::optional<Description> nameOf(int index, std::span<const AttributeMask> masks) const
    {
        return uniqueDescription(rng, scene, index, masks);
    }
};

using QuestionMaker = std::optional<SceneQuestion> (*)(const QuestionDraw&);

inline constexpr int kQuestionAttempts = 12;

/// The first result of a number of attempts that is one.
template <typename Attempt> auto firstOf(Attempt attempt, int attempts = kQuestionAttempts)
{
    auto result = attempt();
    for (int i = 1; i < attempts && !result; ++i)
        result = attempt();
    return result;
}

/// Words the question. The words of slots are used, its meanings are set from `meaning`.
SceneQuestion wordQuestion(const QuestionDraw& draw, std::span<const Template> templates,
                           const QuestionMeaning& meaning, std::string_view answer, TemplateSlots slots = {});

std::string_view yesOrNo(bool yes);
std::string_view numberAnswer(int number);

std::optional<SceneQuestion> makeColor(const QuestionDraw&);
std::optional<SceneQuestion> makeColorByRelation(const QuestionDraw&);
std::optional<SceneQuestion> makeWhatIs(const QuestionDraw&);
std::optional<SceneQuestion> makeWhatRelation(const QuestionDraw&);
std::optional<SceneQuestion> makeCount(const QuestionDraw&);
std::optional<SceneQuestion> makeExist(const QuestionDraw&);
std::optional<SceneQuestion> makeVerifyColor(const QuestionDraw&);
std::optional<SceneQuestion> makeRelationYesNo(const QuestionDraw&);
std::optional<SceneQuestion> makeBigger(const QuestionDraw&);
std::optional<SceneQuestion> makeSize(const QuestionDraw&);
std::optional<SceneQuestion> makeOddOneOut(const QuestionDraw&);
std::optional<SceneQuestion> makeMostCommon(const QuestionDraw&);
std::optional<SceneQuestion> makeExtreme(const QuestionDraw&);
std::optional<SceneQuestion> makeMoreOrFewer(const QuestionDraw&);
std::optional<SceneQuestion> makePlace(const QuestionDraw&);
std::optional<SceneQuestion> makeLeftOrRight(const QuestionDraw&);

} // namespace vbs
