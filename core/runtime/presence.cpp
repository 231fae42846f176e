#include "core/runtime/presence.h"

#include "core/text/phrases.h"

#include <algorithm>
#include <deque>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kMostPhrases = 8;

struct Asked {
    Presence presence;
    InferenceRequest request;
    PreparedQuestion question;
};

std::vector<MarkedSentence::Phrase> phrasesOf(const InferenceRequest& request)
{
    if (request.task != Task::RegionToPhrase)
        return definitePhrases(request.text);
    std::vector<MarkedSentence::Phrase> phrases;
    for (const TextSpan& span : request.phrases)
        phrases.push_back({span.begin, span.end});
    return phrases;
}

/// Where an answer stands among the names; npos: nowhere.
std::size_t placeOf(const std::vector<std::string>& names, const std::string& name)
{
    const auto place = std::ranges::find(names, name);
    return place == names.end() ? std::string::npos : std::size_t(place - names.begin());
}

} // namespace

std::vector<Presence> presencesIn(const PreparedQuestion& question, LoadedPack& pack, c10::Device device)
{
    constexpr Task kTask = Task::VisualQuestionAnswering;
    if (std::ranges::find(pack.info().tasks, kTask) == pack.info().tasks.end())
        return {};
    const std::vector<std::string>& names = *pack.answerNames(kTask);
    const std::size_t yes = placeOf(names, "yes"), no = placeOf(names, "no");
    if (yes == std::string::npos || no == std::string::npos)
        return {};
    VisualBertPreTrainedModel& network = pack.network(kTask);
    std::deque<Asked> asked; // questions point to their requests
    for (const MarkedSentence::Phrase& phrase : phrasesOf(*question.request)) {
        const auto presence = presenceQuestion(question.request->text, phrase);
        if (!presence || asked.size() == kMostPhrases || placeOf(names, presence->noun) == std::string::npos ||
            !pack.tokenizer().unknownWords(presence->text).empty())
            continue;
        Asked& one = asked.emplace_back();
        one.presence = {{phrase.begin, phrase.end}, presence->phrase, presence->thing, 0};
        one.request.text = presence->text;
        one.question.request = &one.request;
        one.question.head = &headOf(kTask);
        one.question.sides = question.sides;
        one.question.encoded = one.question.head->encode(one.request, pack.tokenizer(), pack.encodingRules(kTask));
        prepareInputs(one.question, network.inputType(), device);
    }
    if (asked.empty())
        return {};
    std::vector<const PreparedQuestion*> questions;
    for (const Asked& one : asked)
        questions.push_back(&one.question);
    const at::Tensor scores =
        headOf(kTask).scores(network.forward(joinedInputs(questions)), questions.front()->encoded);
    const at::Tensor shares = torch::softmax(scores.to(torch::kFloat).cpu(), 1);
    std::vector<Presence> presences;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto share = [&](std::size_t name) { return shares[std::int64_t(i)][std::int64_t(name)].item<double>(); };
        const double known = share(yes) + share(no);
        if (known < 0.5)
            continue; // it answers something else
        asked[i].presence.probability = share(yes) / known;
        presences.push_back(std::move(asked[i].presence));
    }
    return presences;
}

} // namespace vbs
