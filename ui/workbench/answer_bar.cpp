#include "ui/workbench/answer_bar.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kShown = 5;

struct AnswerBarText {
    Q_DECLARE_TR_FUNCTIONS(vbs::AnswerBarText)
};

/// Answers by their names: the first ones, or all of them where the engine told all.
struct Answers {
    const std::vector<Answer>& first;
    const AnswerDistribution* all = nullptr;

    /// @return 0 for one that is not there.
    double probabilityOf(const std::string& wanted) const
    {
        if (all)
            return all->probabilityOf(wanted);
        const auto at = std::ranges::find(first, wanted, &Answer::text);
        return at == first.end() ? 0 : at->probability;
    }
};

Answers blindOf(const InferenceResult& result)
{
    return {result.blindAnswers, result.allBlind.get()};
}

AnswerBar barOf(const Answer& answer, const Answers* before, const Answers& blind)
{
    AnswerBar bar{toQString(answer.text), answer.probability};
    bar.of = answer.text;
    if (before)
        bar.before = before->probabilityOf(answer.text);
    if (!blind.first.empty())
        bar.blind = blind.probabilityOf(answer.text);
    return bar;
}

/// The bars with the best of them marked.
std::vector<AnswerBar> marked(std::vector<AnswerBar> bars)
{
    const auto best = std::ranges::max_element(bars, {}, &AnswerBar::probability);
    if (best != bars.end())
        best->best = true;
    return bars;
}

/// The first answers; with those before, these keep their places and a new first one follows.
std::vector<AnswerBar> firstOf(const Answers& now, const Answers* before, const Answers& blind)
{
    std::vector<AnswerBar> bars;
    const std::vector<Answer>& order = before ? before->first : now.first;
    for (std::size_t i = 0; i < std::min(kShown, order.size()); ++i)
        bars.push_back(barOf({order[i].text, now.probabilityOf(order[i].text)}, before, blind));
    const bool other = before && !now.first.empty() && std::ranges::none_of(bars, [&](const AnswerBar& bar) {
                           return bar.text == toQString(now.first.front().text);
                       });
    if (other && bars.size() == kShown)
        bars.pop_back();
    if (other)
        bars.push_back(barOf(now.first.front(), before, blind));
    return bars;
}

/// Words of later masks are not explained.
std::vector<AnswerBar> explainable(std::vector<AnswerBar> bars, std::size_t mask)
{
    for (AnswerBar& bar : bars)
        if (mask > 0)
            bar.of.clear();
    return bars;
}

} // namespace

std::vector<AnswerBar> answerBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    const Answers shown{now.answers, now.allAnswers.get()};
    if (!before)
        return marked(firstOf(shown, nullptr, blindOf(now)));
    const Answers old{before->answers, before->allAnswers.get()};
    return marked(firstOf(shown, &old, blindOf(now)));
}

std::vector<AnswerBar> verdictBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    const Answers shown{now.answers}, old{before ? before->answers : now.answers};
    std::vector<AnswerBar> bars;
    for (const char* word : {"true", "false"})
        bars.push_back(barOf({word, shown.probabilityOf(word)}, before ? &old : nullptr, blindOf(now)));
    for (AnswerBar& bar : bars)
        bar.text = verdictText(bar.text.toStdString());
    return marked(std::move(bars));
}

std::vector<AnswerBar> choiceBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    std::vector<AnswerBar> bars;
    for (std::size_t i = 0; i < now.choices.size(); ++i) {
        const ChoiceScore& choice = now.choices[i];
        bars.push_back(barOf({choice.text, choice.probability}, nullptr, blindOf(now)));
        if (before && i < before->choices.size())
            bars.back().before = before->choices[i].probability;
    }
    return marked(std::move(bars));
}

std::vector<AnswerBar> wordBars(const InferenceResult& now, const InferenceResult* before, std::size_t mask)
{
    if (mask >= now.masks.size())
        return {};
    static const std::vector<Answer> none;
    const auto wordsOf = [mask](const InferenceResult& result) {
        return Answers{result.masks[mask].words, result.masks[mask].all.get()};
    };
    const Answers blind = mask == 0 ? blindOf(now) : Answers{none};
    if (!before || mask >= before->masks.size())
        return marked(explainable(firstOf(wordsOf(now), nullptr, blind), mask));
    const Answers old = wordsOf(*before);
    return marked(explainable(firstOf(wordsOf(now), &old, blind), mask));
}

std::vector<AnswerBar> phraseBars(const InferenceResult& now, const InferenceResult*, std::size_t)
{
    std::vector<AnswerBar> bars;
    for (const PhraseRegions& phrase : now.phrases) {
        AnswerBar bar{toQString(phrase.text)};
        bar.phrase = int(bars.size());
        const int region = surestRegion(phrase);
        if (isAbsent(now, phrase.span)) {
            bar.note = absenceWords(now);
            bar.probability = -1;
        } else if (region >= 0 && std::size_t(region) < now.regions.regions.size()) {
            bar.probability = phrase.regions[std::size_t(region)];
            bar.note = regionName(now.regions.regions[std::size_t(region)]);
        }
        bars.push_back(bar);
    }
    return bars;
}

int surestRegion(const PhraseRegions& phrase)
{
    const auto most = std::max_element(phrase.regions.begin(), phrase.regions.end());
    return most == phrase.regions.end() ? -1 : int(most - phrase.regions.begin());
}

QString absenceWords(const InferenceResult& result)
{
    switch (result.phraseSource) {
    case PhraseSource::Names:
        return AnswerBarText::tr("no region is named so");
    case PhraseSource::Hiding:
        return AnswerBarText::tr("hiding no region matters to it");
    case PhraseSource::Best:
    case PhraseSource::Head:
        break;
    }
    return AnswerBarText::tr("not in this picture");
}

QString verdictText(const std::string& answer)
{
    return answer == "true"    ? AnswerBarText::tr("true")
           : answer == "false" ? AnswerBarText::tr("false")
                               : toQString(answer);
}

} // namespace vbs
