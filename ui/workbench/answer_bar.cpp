#include "ui/workbench/answer_bar.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/region_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

constexpr std::size_t kShown = 5;

QString text(const char* source)
{
    return QCoreApplication::translate("vbs::AnswerBars", source);
}

/// @return 0 for one that is not in the list, which holds all that have a chance worth telling.
double probabilityOf(const std::vector<Answer>& answers, const std::string& wanted)
{
    const auto at = std::find_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.text == wanted; });
    return at == answers.end() ? 0 : at->probability;
}

AnswerBar barOf(const Answer& answer, const std::vector<Answer>* before, const std::vector<Answer>& blind)
{
    AnswerBar bar{toQString(answer.text), answer.probability};
    if (before)
        bar.before = probabilityOf(*before, answer.text);
    if (!blind.empty())
        bar.blind = probabilityOf(blind, answer.text);
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
std::vector<AnswerBar> firstOf(const std::vector<Answer>& now, const std::vector<Answer>* before,
                               const std::vector<Answer>& blind)
{
    std::vector<AnswerBar> bars;
    const std::vector<Answer>& order = before ? *before : now;
    for (std::size_t i = 0; i < std::min(kShown, order.size()); ++i)
        bars.push_back(barOf({order[i].text, probabilityOf(now, order[i].text)}, before, blind));
    const bool other = before && !now.empty() && std::none_of(bars.begin(), bars.end(), [&](const AnswerBar& bar) {
                           return bar.text == toQString(now.front().text);
                       });
    if (other && bars.size() == kShown)
        bars.pop_back();
    if (other)
        bars.push_back(barOf(now.front(), before, blind));
    return bars;
}

} // namespace

std::vector<AnswerBar> answerBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    return marked(firstOf(now.answers, before ? &before->answers : nullptr, now.blindAnswers));
}

std::vector<AnswerBar> verdictBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    std::vector<AnswerBar> bars;
    for (const char* word : {"true", "false"})
        bars.push_back(
            barOf({word, probabilityOf(now.answers, word)}, before ? &before->answers : nullptr, now.blindAnswers));
    for (AnswerBar& bar : bars)
        bar.text = verdictText(bar.text.toStdString());
    return marked(std::move(bars));
}

std::vector<AnswerBar> choiceBars(const InferenceResult& now, const InferenceResult* before, std::size_t)
{
    std::vector<AnswerBar> bars;
    for (std::size_t i = 0; i < now.choices.size(); ++i) {
        const ChoiceScore& choice = now.choices[i];
        bars.push_back(barOf({choice.text, choice.probability}, nullptr, now.blindAnswers));
        if (before && i < before->choices.size())
            bars.back().before = before->choices[i].probability;
    }
    return marked(std::move(bars));
}

std::vector<AnswerBar> wordBars(const InferenceResult& now, const InferenceResult* before, std::size_t mask)
{
    if (mask >= now.masks.size())
        return {};
    const bool known = before && mask < before->masks.size();
    return marked(firstOf(now.masks[mask].words, known ? &before->masks[mask].words : nullptr,
                          mask == 0 ? now.blindAnswers : std::vector<Answer>{}));
}

std::vector<AnswerBar> phraseBars(const InferenceResult& now, const InferenceResult*, std::size_t)
{
    std::vector<AnswerBar> bars;
    for (const PhraseRegions& phrase : now.phrases) {
        AnswerBar bar{toQString(phrase.text)};
        bar.phrase = int(bars.size());
        const int region = surestRegion(phrase);
        if (region >= 0 && std::size_t(region) < now.regions.regions.size()) {
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

QString verdictText(const std::string& answer)
{
    return answer == "true" ? text("true") : answer == "false" ? text("false") : toQString(answer);
}

} // namespace vbs
