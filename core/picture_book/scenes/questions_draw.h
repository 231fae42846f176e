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

using QuestionMaker = std::optional<Question> (*)(const QuestionDraw&);

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
Question wordQuestion(const QuestionDraw& draw, std::span<const Template> templates, const QuestionMeaning& meaning,
                      std::string_view answer, TemplateSlots slots = {});

std::string_view yesOrNo(bool yes);
std::string_view numberAnswer(int number);

std::optional<Question> makeColor(const QuestionDraw&);
std::optional<Question> makeColorByRelation(const QuestionDraw&);
std::optional<Question> makeWhatIs(const QuestionDraw&);
std::optional<Question> makeWhatRelation(const QuestionDraw&);
std::optional<Question> makeCount(const QuestionDraw&);
std::optional<Question> makeExist(const QuestionDraw&);
std::optional<Question> makeVerifyColor(const QuestionDraw&);
std::optional<Question> makeRelationYesNo(const QuestionDraw&);
std::optional<Question> makeBigger(const QuestionDraw&);
std::optional<Question> makeSize(const QuestionDraw&);
std::optional<Question> makeOddOneOut(const QuestionDraw&);
std::optional<Question> makeMostCommon(const QuestionDraw&);
std::optional<Question> makeExtreme(const QuestionDraw&);
std::optional<Question> makeMoreOrFewer(const QuestionDraw&);
std::optional<Question> makePlace(const QuestionDraw&);
std::optional<Question> makeLeftOrRight(const QuestionDraw&);

} // namespace vbs
