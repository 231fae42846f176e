#pragma once

#include "core/base/for_people.h"
#include "core/base/per_key.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vbs {

/// How an answer is explained. The table below says what each is.
enum class ExplanationMethod {
    None,
    Attention, ///< one layer and head, or means
    Rollout,   ///< attention through all layers (Abnar & Zuidema 2020)
    Relevance, ///< positive gradient times attention through all layers (Chefer, Gur & Wolf 2021)
    Occlusion  ///< by how much the probability falls when a region is hidden
};

inline constexpr std::size_t kMethodCount = std::size_t(ExplanationMethod::Occlusion) + 1; ///< one more than the last

/// What is shown unless something else is asked for: of the methods that need no second run of the network, the one
/// that measures best (visualbert evaluate --faithfulness; figures in the README).
inline constexpr ExplanationMethod kDefaultExplanation = ExplanationMethod::Rollout;

/// What a method looks at.
enum class ExplanationNeeds {
    Nothing,
    Attention, ///< of the run that gave the answer
    Gradient,  ///< of the answer's score, which takes a run of its own
    Runs       ///< many, with something hidden in each
};

template <typename T> using PerMethod = PerKey<ExplanationMethod, kMethodCount, T>;

struct MethodInfo {
    ExplanationMethod method;
    std::string_view name; ///< on the command line, in files and settings
    const char* title;     ///< what it answers, in plain English, as the others below; the window translates them
    const char* tip;       ///< the same in a sentence
    const char* weight;    ///< what a region's number is called
    const char* legend;    ///< over the heatmap's scale
    ExplanationNeeds needs;
    bool layered = false;  ///< of a layer and head of the user's choice
    bool isSigned = false; ///< weights may be below 0, and are causes: they do not add up to 1
};

inline constexpr PerMethod<MethodInfo> kMethodTable({
    {ExplanationMethod::None,
     {.method = ExplanationMethod::None,
      .name = "none",
      .title = forPeople("Off"),
      .tip = forPeople("No explanation is computed"),
      .weight = "",
      .legend = forPeople("Off"),
      .needs = ExplanationNeeds::Nothing}},
    {ExplanationMethod::Attention,
     {.method = ExplanationMethod::Attention,
      .name = "attention",
      .title = forPeople("One layer and head (attention)"),
      .tip = forPeople("Where one head of one layer looks, or the average of several"),
      .weight = forPeople("attention"),
      .legend = forPeople("Attention"),
      .needs = ExplanationNeeds::Attention,
      .layered = true}},
    {ExplanationMethod::Rollout,
     {.method = ExplanationMethod::Rollout,
      .name = "rollout",
      .title = forPeople("Through all layers (rollout)"),
      .tip = forPeople("How much of each region and word reaches the answer through the attention of all layers"),
      .weight = forPeople("share in the answer"),
      .legend = forPeople("Share in the answer (rollout)"),
      .needs = ExplanationNeeds::Attention}},
    {ExplanationMethod::Relevance,
     {.method = ExplanationMethod::Relevance,
      .name = "relevance",
      .title = forPeople("What mattered for this answer (relevance)"),
      .tip = forPeople("Attention through all layers, weighted by its effect on the answer"),
      .weight = forPeople("share in the answer"),
      .legend = forPeople("Share in the answer (relevance)"),
      .needs = ExplanationNeeds::Gradient}},
    {ExplanationMethod::Occlusion,
     {.method = ExplanationMethod::Occlusion,
      .name = "occlusion",
      .title = forPeople("What if it were hidden (occlusion)"),
      .tip = forPeople("By how much the answer's probability falls when a region or word is hidden"),
      .weight = forPeople("drop when hidden"),
      .legend = forPeople("Drop when hidden (occlusion)"),
      .needs = ExplanationNeeds::Runs,
      .isSigned = true}},
});

constexpr const MethodInfo& methodInfo(ExplanationMethod method)
{
    return kMethodTable[method];
}

constexpr std::string_view nameOf(ExplanationMethod method)
{
    return methodInfo(method).name;
}

/// nullopt for any other name.
std::optional<ExplanationMethod> explanationMethodNamed(std::string_view name);

/// The names of all methods that explain, without "none", in the order of the type.
std::vector<std::string_view> explanationMethodNames();

} // namespace vbs
