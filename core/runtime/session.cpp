#include "core/runtime/session.h"

#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/regions/feature_cache.h"
#include "core/runtime/device.h"
#include "core/runtime/explainer.h"
#include "core/runtime/loaded_pack.h"
#include "core/runtime/task_head.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <tuple>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kPicturesInMemory = 64;
constexpr std::size_t kKeysInMemory = 8;
constexpr std::int64_t kAllAnswers = std::numeric_limits<std::int64_t>::max();

void requirePicture(const ImagePtr& image, const char* message)
{
    if (!image || image->empty())
        throw Error(ErrorCode::InvalidArgument, message);
}

/// One picture of a request, with what was found in it.
struct Side {
    FeatureCache::Entry regions;
    const std::vector<bool>* hidden;

    std::int64_t count() const { return regions->features.size(0); }

    /// int64 [count]: 1 for what the model may see.
    at::Tensor mask() const
    {
        at::Tensor result = torch::ones({count()}, torch::kLong);
        if (hidden->empty())
            return result;
        if (std::int64_t(hidden->size()) != count()) {
            throw Error(ErrorCode::Mismatch, "There are " + std::to_string(count()) + " regions, but " +
                                                 std::to_string(hidden->size()) + " hidden marks.");
        }
        for (std::int64_t i = 0; i < count(); ++i)
            result[i] = (*hidden)[std::size_t(i)] ? 0 : 1;
        return result;
    }
};

} // namespace

struct Session::Impl {
    explicit Impl(const BackendOptions& options)
        : device(chooseDevice(options.device, options.threads)), precision(choosePrecision(options.precision, device)),
          cache(options.cacheFolder.empty() ? options.cacheFolder : options.cacheFolder / "regions", options.cacheBytes,
                kPicturesInMemory)
    {
    }

    DeviceChoice device;
    at::ScalarType precision;
    FeatureCache cache;
    std::unique_ptr<LoadedPack> pack;
    std::deque<std::pair<std::weak_ptr<const RgbImage>, std::string>>
        keys; ///< of pictures, which need not be hashed again

    const std::string& keyOf(const ImagePtr& image);
    FeatureCache::Entry regionsOf(const ImagePtr& image, const std::vector<Box>& boxes, const JobControl& control,
                                  Timing& timing);
    void answer(const InferenceRequest& request, const std::vector<Side>& sides, const JobControl& control,
                InferenceResult& result);
    VisualBertInputs inputsOf(const EncodedRequest& encoded, const InferenceRequest& request,
                              const std::vector<Side>& sides, at::ScalarType type) const;
    void explain(const ExplanationRequest& request, const AnsweredRequest& answered, const TaskHead::Words& words,
                 const std::vector<Side>& sides, const JobControl& control, InferenceResult& result) const;
};

Session::Session(const BackendOptions& options)
{
    m_impl = std::make_unique<Impl>(options);
}

Session::~Session() = default;

LoadPackResult Session::loadPack(const LoadPackRequest& request, const JobControl& control)
try {
    torch::NoGradGuard noGrad;
    m_impl->pack = std::make_unique<LoadedPack>(request.folder, m_impl->device.device, m_impl->precision, control);
    m_impl->keys.clear();
    return {m_impl->pack->info(), m_impl->device.info};
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

InferenceResult Session::run(const InferenceRequest& request, const JobControl& control)
try {
    if (!m_impl->pack)
        throw Error(ErrorCode::InvalidArgument, "No model pack is loaded.");
    const bool two = taskInfo(request.task).pair && !(request.regionsOnly && !request.rightImage);
    requirePicture(request.image, "There is no picture to look at: open one first.");
    if (two)
        requirePicture(request.rightImage, "There is no right picture to compare with: open two pictures.");
    torch::NoGradGuard noGrad;
    InferenceResult result;
    result.task = request.task;
    result.device = m_impl->device.info.device;
    result.precision = m_impl->device.info.precision;
    result.timing.regionsCached = true;
    std::vector<Side> sides{
        {m_impl->regionsOf(request.image, request.boxes, control, result.timing), &request.hiddenRegions}};
    result.regions = sides[0].regions->regions;
    if (two) {
        sides.push_back({m_impl->regionsOf(request.rightImage, request.rightBoxes, control, result.timing),
                         &request.hiddenRightRegions});
        result.rightRegions = sides[1].regions->regions;
    }
    if (request.regionsOnly)
        return result;
    control.throwIfStopped();
    const Stopwatch watch;
    m_impl->answer(request, sides, control, result);
    result.timing.inferMs = watch.milliseconds();
    return result;
} catch (const std::exception& e) {
    throw asError(e); // no text of LibTorch's leaves the engine
}

const std::string& Session::Impl::keyOf(const ImagePtr& image)
{
    const auto known = std::ranges::find_if(keys, [&](const auto& item) { return item.first.lock() == image; });
    if (known != keys.end())
        return known->second;
    if (keys.size() >= kKeysInMemory)
        keys.pop_back();
    keys.emplace_front(image, FeatureCache::keyOf(*image, pack->extractor().fingerprintFor(*image)));
    return keys.front().second;
}

FeatureCache::Entry Session::Impl::regionsOf(const ImagePtr& image, const std::vector<Box>& boxes,
                                             const JobControl& control, Timing& timing)
{
    const Stopwatch watch;
    const std::string key = boxes.empty() ? keyOf(image) : FeatureCache::keyOf(keyOf(image), boxes);
    FeatureCache::Entry entry = cache.find(key);
    timing.regionsCached = timing.regionsCached && entry != nullptr;
    if (!entry) {
        RegionExtractor& extractor = pack->extractor();
        entry = std::make_shared<const ExtractedRegions>(boxes.empty() ? extractor.extract(*image, control)
                                                                       : extractor.describe(*image, boxes, control));
        cache.store(key, entry);
    }
    timing.extractMs += watch.milliseconds();
    return entry;
}

VisualBertInputs Session::Impl::inputsOf(const EncodedRequest& encoded, const InferenceRequest& request,
                                         const std::vector<Side>& sides, at::ScalarType type) const
{
    std::vector<at::Tensor> features, masks, types;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        features.push_back(sides[i].regions->features);
        masks.push_back(sides[i].mask());
        // A single picture has the type that it had in pre-training; of two, the left one's regions say 0.
        types.push_back(torch::full({sides[i].count()}, i + 1 < sides.size() ? 0 : 1, torch::kLong));
    }
    VisualBertInputs inputs;
    inputs.input_ids = encoded.inputIds;
    inputs.attention_mask = encoded.attentionMask;
    inputs.token_type_ids = encoded.tokenTypeIds;
    const std::int64_t sequences = encoded.inputIds.size(0);
    const auto forEach = [&](const at::Tensor& row) { return row.unsqueeze(0).repeat_interleave(sequences, 0); };
    inputs.visual_embeds = forEach(torch::cat(features)).to(type);
    if (request.blind)
        inputs.visual_embeds = torch::zeros_like(inputs.visual_embeds);
    inputs.visual_attention_mask = forEach(torch::cat(masks));
    inputs.visual_token_type_ids = forEach(torch::cat(types));
    if (request.task == Task::MultipleChoice) {
        for (const VisualBertInputField& field : visualBertInputFields())
            if ((inputs.*field.member).defined())
                inputs.*field.member = (inputs.*field.member).unsqueeze(0); // (1, choices, …)
    }
    if (request.task == Task::RegionToPhrase)
        inputs.region_to_phrase_position = encoded.positions;
    else if (encoded.positions.defined())
        inputs.prediction_positions = encoded.positions;
    for (const VisualBertInputField& field : visualBertInputFields())
        if ((inputs.*field.member).defined())
            inputs.*field.member = (inputs.*field.member).to(device.device);
    return inputs;
}

void Session::Impl::answer(const InferenceRequest& request, const std::vector<Side>& sides, const JobControl& control,
                           InferenceResult& result)
{
    const TaskHead& head = headOf(request.task);
    const BertTokenizer& tokenizer = pack->tokenizer();
    VisualBertPreTrainedModel& network = pack->network(request.task);
    const EncodedRequest encoded =
        head.encode(request, tokenizer, {network.config().max_position_embeddings, false, pack->phraseReadAt()});
    const TaskHead::Words words{request, tokenizer, pack->answers(request.task)};
    const VisualBertInputs inputs = inputsOf(encoded, request, sides, network.inputType());
    const VisualBertOutputs outputs = network.forward(inputs);
    head.read(outputs, encoded, words, result);

    std::string text = request.text;
    for (const std::string& choice : request.choices)
        text += " " + choice;
    result.unknownWords = tokenizer.unknownWords(text);
    const at::Tensor scores = head.scores(outputs);
    const auto best = scores.defined() ? std::size_t(scores[0].argmax().item<std::int64_t>()) : 0;
    result.tokens = encoded.tokens[encoded.tokens.size() > 1 ? best : 0];
    if (request.blindToo && scores.defined()) {
        VisualBertInputs blind = inputs;
        blind.visual_embeds = torch::zeros_like(inputs.visual_embeds);
        result.blindAnswers = namedAnswers(head, head.scores(network.forward(blind))[0], words, kAllAnswers);
    }
    if (request.explanation.method == ExplanationMethod::None)
        return;
    AnsweredRequest answered{head, network, encoded, inputs, tokenizer.maskId(), {}};
    const at::Tensor mask = inputs.visual_attention_mask.flatten().cpu();
    std::int64_t regions = 0;
    for (const Side& side : sides)
        regions += side.count();
    for (std::int64_t i = 0; i < regions; ++i)
        answered.hiddenRegions.push_back(mask[i].item<std::int64_t>() == 0);
    explain(request.explanation, answered, words, sides, control, result);
}

void Session::Impl::explain(const ExplanationRequest& request, const AnsweredRequest& answered,
                            const TaskHead::Words& words, const std::vector<Side>& sides, const JobControl& control,
                            InferenceResult& result) const
{
    ExplainedRequest explained = explainAnswer(request, answered, control);
    Explanation& explanation = result.explanation;
    explanation.request = request;
    explanation.layers = explained.layers;
    explanation.heads = explained.heads;
    explanation.of = answered.head.answerName(explained.answer, words);
    explanation.tokens = std::move(explained.tokens);
    const auto left = explained.regions.begin() + sides.front().count();
    explanation.regions.assign(explained.regions.begin(), left);
    explanation.rightRegions.assign(left, explained.regions.end());
}

} // namespace vbs
