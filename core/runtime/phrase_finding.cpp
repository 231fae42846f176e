#include "core/runtime/phrase_finding.h"

#include "core/text/name_match.h"
#include "core/text/phrases.h"

#include <algorithm>
#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

/// Runs that go through the network at once: memory stays small with a hundred regions.
constexpr std::int64_t kHidingRunsAtOnce = 16;
/// A name of another colour than the phrase's still names the thing.
constexpr double kOtherAttribute = 0.3;

std::string textOf(const InferenceRequest& request, const TextSpan& span)
{
    if (span.begin >= span.end || span.end > request.text.size())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("A phrase lies outside its sentence: mark words of the sentence."));
    return request.text.substr(span.begin, span.end - span.begin);
}

bool isHidden(const InferenceRequest& request, const PictureRegions& side, std::size_t region)
{
    return request.blind || (region < side.hidden->size() && (*side.hidden)[region]);
}

/// Adds a phrase with shares that add up to 1. Where nothing has a weight it is absent, and all that is not hidden has
/// the same share.
void add(InferenceResult& result, const InferenceRequest& request, const TextSpan& span, std::vector<double> weights,
         const PictureRegions& side)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    const std::string text = textOf(request, span);
    if (sum <= 0) {
        result.presences.push_back({span, text, text, 0});
        for (std::size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] = isHidden(request, side, i) ? 0 : 1;
    }
    for (double& weight : weights)
        weight /= std::max(1e-12, sum);
    result.phrases.push_back({span, text, std::move(weights)});
}

double nameWeight(const std::vector<std::string>& words, const Region& region)
{
    if (region.wholeImage)
        return 0;
    const double match = region.givenLabel.empty() ? nameMatch(words, region.label) * double(region.score)
                                                   : nameMatch(words, region.givenLabel);
    if (words.size() < 2 || region.attribute.empty())
        return match;
    return match * (attributeMatch(words, region.attribute) ? 1 : kOtherAttribute);
}

/// The sentence with [MASK] for each piece of a phrase's noun, and what they were. Its other words stay: they tell
/// which of several things is meant.
struct MaskedPhrase {
    std::string text;
    std::vector<std::int64_t> pieces;
};

MaskedPhrase maskedPhrase(const InferenceRequest& request, const TextSpan& span, const BertTokenizer& tokenizer)
{
    const std::string phrase = textOf(request, span);
    const std::size_t end = headEnd(phrase, {0, phrase.size()});
    const std::size_t space = phrase.find_last_of(" \t\r\n", end == 0 ? 0 : end - 1);
    const std::size_t begin = space == std::string::npos || space >= end ? 0 : space + 1;
    const Encoding encoding = tokenizer.encode(phrase.substr(begin, end - begin));
    MaskedPhrase masked;
    std::string masks;
    for (std::size_t i = 0; i < encoding.inputIds.size(); ++i) {
        if (encoding.offsets[i].sequence != 0)
            continue;
        masked.pieces.push_back(encoding.inputIds[i]);
        masks += masks.empty() ? "[MASK]" : " [MASK]";
    }
    if (masked.pieces.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("The phrase \"%1\" holds no word: mark whole words.", phrase));
    masked.text = request.text.substr(0, span.begin + begin) + masks + request.text.substr(span.begin + end);
    return masked;
}

/// The inputs once for each run; run i + 1 hides region i.
VisualBertInputs runsOf(const VisualBertInputs& one, std::int64_t begin, std::int64_t end)
{
    VisualBertInputs runs = one;
    for (const VisualBertInputField& field : visualBertInputFields()) {
        at::Tensor& tensor = runs.*field.member;
        if (tensor.defined())
            tensor = tensor.repeat_interleave(end - begin, 0);
    }
    for (std::int64_t run = begin; run < end; ++run)
        if (run > 0)
            runs.visual_attention_mask[run - begin][run - 1] = 0;
    return runs;
}

} // namespace

PhraseSource phraseSourceFor(const InferenceRequest& request, const LoadedPack& pack)
{
    const bool head = pack.hasNetwork(Task::RegionToPhrase), words = pack.hasNetwork(Task::MaskedWords);
    switch (request.phraseSource) {
    case PhraseSource::Hiding:
        if (!words)
            throw Error(ErrorCode::UnsupportedFormat,
                        sentence("The pack \"%1\" has no model that fills in words, which finding by hiding regions "
                                 "needs: find by names, or use another pack.",
                                 pack.info().name));
        return PhraseSource::Hiding;
    case PhraseSource::Names:
        return PhraseSource::Names;
    case PhraseSource::Best:
        return head || !pack.namesRegions() ? PhraseSource::Head : PhraseSource::Names;
    case PhraseSource::Head:
        break;
    }
    return PhraseSource::Head;
}

void findByNames(const PreparedQuestion& question, InferenceResult& result)
{
    const PictureRegions& side = question.sides.front();
    const std::vector<Region>& regions = side.found->regions.regions;
    for (const TextSpan& span : question.request->phrases) {
        const std::vector<std::string> words = nameWords(textOf(*question.request, span));
        std::vector<double> weights;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const double weight = isHidden(*question.request, side, i) ? 0 : nameWeight(words, regions[i]);
            weights.push_back(weight * weight); // a name that fits half as well is far less likely meant
        }
        add(result, *question.request, span, std::move(weights), side);
    }
}

void findByHiding(const PreparedQuestion& question, LoadedPack& pack, c10::Device device, const JobControl& control,
                  InferenceResult& result)
{
    const PictureRegions& side = question.sides.front();
    VisualBertPreTrainedModel& network = pack.network(Task::MaskedWords);
    const TaskHead& head = headOf(Task::MaskedWords);
    const double phrases = double(question.request->phrases.size());
    double done = 0;
    for (const TextSpan& span : question.request->phrases) {
        const MaskedPhrase masked = maskedPhrase(*question.request, span, pack.tokenizer());
        if (question.request->blind) { // there is nothing to hide
            add(result, *question.request, span, std::vector<double>(std::size_t(side.count())), side);
            continue;
        }
        InferenceRequest request;
        request.task = Task::MaskedWords;
        request.text = masked.text;
        PreparedQuestion asked;
        asked.request = &request;
        asked.head = &head;
        asked.sides = question.sides;
        asked.encoded = head.encode(request, pack.tokenizer(), pack.encodingRules(Task::MaskedWords));
        prepareInputs(asked, network.inputType(), device);
        // A mask that the user typed elsewhere in the sentence is read, too; ours stand together.
        const auto before =
            std::ranges::count_if(asked.encoded.spans, [&](const TextSpan& mask) { return mask.begin < span.begin; });

        const at::Tensor pieces = torch::tensor(masked.pieces);
        const std::int64_t runs = side.count() + 1;
        std::vector<double> logs;
        for (std::int64_t begin = 0; begin < runs; begin += kHidingRunsAtOnce) {
            control.throwIfStopped();
            control.report(forPeople("Hiding regions one by one"), (done + double(begin) / double(runs)) / phrases);
            const VisualBertOutputs outputs =
                network.forward(runsOf(asked.inputs, begin, std::min(runs, begin + kHidingRunsAtOnce)));
            const at::Tensor own =
                torch::log_softmax(outputs.prediction_logits.narrow(1, before, pieces.size(0)).to(torch::kFloat), 2)
                    .cpu(); // [runs, pieces, vocabulary]
            for (std::int64_t run = 0; run < own.size(0); ++run) {
                double sum = 0;
                for (std::int64_t piece = 0; piece < pieces.size(0); ++piece)
                    sum += own[run][piece][masked.pieces[std::size_t(piece)]].item<double>();
                logs.push_back(sum);
            }
        }
        std::vector<double> weights;
        for (std::size_t i = 0; i + 1 < logs.size(); ++i)
            weights.push_back(isHidden(*question.request, side, i) || side.found->regions.regions[i].wholeImage
                                  ? 0
                                  : std::max(0.0, logs[0] - logs[i + 1]));
        ++done;
        add(result, *question.request, span, std::move(weights), side);
    }
}

} // namespace vbs
