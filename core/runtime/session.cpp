#include "core/runtime/session.h"

#include "core/base/json.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/module_loader.h"
#include "core/checkpoint/safetensors.h"
#include "core/detector/extractor_choice.h"
#include "core/explain/attention_summary.h"
#include "core/nn/deferred_weights.h"
#include "core/nn/visual_bert_tasks.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/model_pack.h"
#include "core/runtime/device.h"
#include "core/runtime/feature_cache.h"
#include "core/runtime/pack_fit.h"
#include "core/text/bert_tokenizer.h"

#include <algorithm>

#include <torch/torch.h>

namespace vbs {

namespace {

constexpr std::size_t kPicturesInMemory = 64;

/// A pack with everything loaded that its tasks need.
struct LoadedPack {
    PackInfo info;
    std::unique_ptr<BertTokenizer> tokenizer;
    std::unique_ptr<RegionExtractor> extractor;
    VisualBertForQuestionAnswering vqa{nullptr};
    AnswerVocabulary answers;
};

/// The published heads read the last piece before [SEP], which was a question mark in all their training.
std::string asQuestion(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    if (end == std::string::npos)
        throw Error(ErrorCode::InvalidArgument, "The question is empty: type what you want to know about the picture.");
    if (text[end] == '?')
        return text;
    const bool stop = text[end] == '.' || text[end] == '!';
    return text.substr(0, stop ? end : end + 1) + "?";
}

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
    std::optional<LoadedPack> pack;
    std::weak_ptr<const RgbImage> lastImage; ///< whose key need not be computed again
    std::string lastKey;

    LoadedPack load(const std::filesystem::path& folder, const TaskControl& control) const;
    FeatureCache::Entry regionsOf(const InferenceRequest& request, const TaskControl& control, Timing& timing);
    void answer(const InferenceRequest& request, const ExtractedRegions& regions, InferenceResult& result) const;
    VisualBertInputs inputsOf(const Encoding& encoding, const InferenceRequest& request,
                              const ExtractedRegions& regions) const;
    void explain(const InferenceRequest& request, const VisualBertOutputs& outputs, std::size_t tokens,
                 InferenceResult& result) const;
};

Session::Session(const BackendOptions& options)
{
    m_impl = std::make_unique<Impl>(options);
}

Session::~Session() = default;

LoadPackResult Session::loadPack(const LoadPackRequest& request, const TaskControl& control)
{
    torch::NoGradGuard noGrad;
    m_impl->pack = m_impl->load(request.folder, control);
    m_impl->lastImage.reset();
    return {m_impl->pack->info, m_impl->device.info};
}

InferenceResult Session::run(const InferenceRequest& request, const TaskControl& control)
{
    if (!m_impl->pack)
        throw Error(ErrorCode::InvalidArgument, "No model pack is loaded.");
    if (!request.image || request.image->empty())
        throw Error(ErrorCode::InvalidArgument, "There is no picture to look at: open one first.");
    if (request.task != Task::VisualQuestionAnswering) {
        throw Error(ErrorCode::UnsupportedFormat,
                    "Pack " + m_impl->pack->info.name + " has no model for this task.");
    }
    torch::NoGradGuard noGrad;
    InferenceResult result;
    result.task = request.task;
    result.device = m_impl->device.info.device;
    result.precision = m_impl->device.info.precision;
    const FeatureCache::Entry regions = m_impl->regionsOf(request, control, result.timing);
    result.regions = regions->regions;
    if (request.regionsOnly)
        return result;
    control.throwIfStopped();
    const Stopwatch watch;
    m_impl->answer(request, *regions, result);
    result.timing.inferMs = watch.milliseconds();
    return result;
}

LoadedPack Session::Impl::load(const std::filesystem::path& folder, const TaskControl& control) const
{
    control.report("Loading the model");
    const ModelPack pack = readPack(folder);
    LoadedPack loaded;
    loaded.info = infoOf(pack);
    const PackTokenizer& tokenizer = pack.manifest.tokenizer;
    loaded.tokenizer =
        std::make_unique<BertTokenizer>(pack.resolve(tokenizer.vocab, "vocabulary"), tokenizer.doLowerCase);
    const ExtractorChoice extractor = packExtractor(pack);
    loaded.extractor = createRegionExtractor(extractor, device.device);
    loaded.info.extractor = {extractor.config.value("kind", extractor.name), loaded.extractor->featureSize()};
    control.throwIfStopped();
    const PackTask& task = pack.task("vqa");
    const std::filesystem::path model = pack.resolve(task.model, "VQA model");
    const VisualBertConfig config = readVisualBertConfig(model / "config.json");
    requireFeatureFit(loaded.info.name, "vqa", config, extractor.name, loaded.extractor->featureSize());
    requireVocabularyFit(loaded.info.name, "vqa", config, std::int64_t(loaded.tokenizer->vocabularySize()));
    loaded.answers = AnswerVocabulary::fromFile(pack.resolve(task.answers, "answer list"));
    requireTaskFit(loaded.info.name, "vqa", config, loaded.answers.size());
    {
        const DeferredWeights deferred; // starting values would be thrown away at once
        loaded.vqa = VisualBertForQuestionAnswering(config);
    }
    loadModule(model, *loaded.vqa);
    loaded.vqa->eval();
    prepareForInference(*loaded.vqa, device.device, precision);
    return loaded;
}

FeatureCache::Entry Session::Impl::regionsOf(const InferenceRequest& request, const TaskControl& control,
                                             Timing& timing)
{
    const Stopwatch watch;
    const ImagePtr& image = request.image;
    if (lastImage.lock() != image) {
        lastKey = FeatureCache::keyOf(*image, pack->extractor->fingerprintFor(*image));
        lastImage = image;
    }
    const std::string key = request.boxes.empty() ? lastKey : FeatureCache::keyOf(lastKey, request.boxes);
    FeatureCache::Entry entry = cache.find(key);
    timing.regionsCached = entry != nullptr;
    if (!entry) {
        entry = std::make_shared<const ExtractedRegions>(
            request.boxes.empty() ? pack->extractor->extract(*image, control)
                                  : pack->extractor->describe(*image, request.boxes, control));
        cache.store(key, entry);
    }
    timing.extractMs = watch.milliseconds();
    return entry;
}

VisualBertInputs Session::Impl::inputsOf(const Encoding& encoding, const InferenceRequest& request,
                                         const ExtractedRegions& regions) const
{
    VisualBertInputs inputs;
    inputs.input_ids = torch::tensor(encoding.inputIds).unsqueeze(0).to(device.device);
    inputs.attention_mask = torch::ones_like(inputs.input_ids);
    inputs.visual_embeds = regions.features.unsqueeze(0).to(device.device, pack->vqa->inputType());
    if (request.blind)
        inputs.visual_embeds = torch::zeros_like(inputs.visual_embeds);
    if (!request.hiddenRegions.empty()) {
        const std::int64_t count = regions.features.size(0);
        if (std::int64_t(request.hiddenRegions.size()) != count) {
            throw Error(ErrorCode::Mismatch, "There are " + std::to_string(count) + " regions, but " +
                                                 std::to_string(request.hiddenRegions.size()) + " hidden marks.");
        }
        at::Tensor mask = torch::ones({1, count}, torch::kLong);
        for (std::int64_t i = 0; i < count; ++i)
            mask[0][i] = request.hiddenRegions[std::size_t(i)] ? 0 : 1;
        inputs.visual_attention_mask = mask.to(device.device);
    }
    inputs.output_attentions = request.explanation.method != ExplanationMethod::None;
    return inputs;
}

void Session::Impl::answer(const InferenceRequest& request, const ExtractedRegions& regions,
                           InferenceResult& result) const
{
    const Encoding encoding = pack->tokenizer->encode(asQuestion(request.text));
    const auto longest = std::size_t(pack->vqa->config().max_position_embeddings);
    if (encoding.inputIds.size() > longest) {
        throw Error(ErrorCode::TooLarge, "The question has " + std::to_string(encoding.inputIds.size()) +
                                             " word pieces; this model reads at most " + std::to_string(longest) +
                                             ": shorten it.");
    }
    for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
        const TokenOffset& offset = encoding.offsets[i];
        // A question mark that was added stands outside the user's text.
        result.tokens.push_back({encoding.tokens[i], std::min(offset.begin, request.text.size()),
                                 std::min(offset.end, request.text.size()), offset.sequence < 0});
    }
    result.unknownWords = pack->tokenizer->unknownWords(request.text);

    VisualBertForQuestionAnswering model = pack->vqa;
    const VisualBertOutputs outputs = model->forward(inputsOf(encoding, request, regions));
    const at::Tensor probabilities = torch::softmax(outputs.logits[0].to(torch::kFloat).cpu(), 0);
    const auto count = std::min<std::int64_t>(std::max(1, request.topK), probabilities.size(0));
    const auto [best, index] = probabilities.topk(count);
    for (std::int64_t i = 0; i < count; ++i) {
        result.answers.push_back({pack->answers.answer(std::size_t(index[i].item<std::int64_t>())), best[i].item<double>()});
    }
    if (request.explanation.method != ExplanationMethod::None)
        explain(request, outputs, encoding.inputIds.size(), result);
}

void Session::Impl::explain(const InferenceRequest& request, const VisualBertOutputs& outputs, std::size_t tokens,
                            InferenceResult& result) const
{
    // [layers, heads, length, length]
    const at::Tensor all = torch::cat(outputs.attentions, 0).to(torch::kFloat).cpu().contiguous();
    const auto layers = static_cast<std::size_t>(all.size(0)), heads = static_cast<std::size_t>(all.size(1));
    const auto positions = static_cast<std::size_t>(all.size(2));
    const AttentionView view{{all.data_ptr<float>(), std::size_t(all.numel())}, layers, heads, positions, tokens};
    std::vector<bool> special;
    for (const TextToken& token : result.tokens)
        special.push_back(token.special);
    AttentionQuestion question{request.explanation.layer, request.explanation.head,
                               tokens - 2 /* the piece that the answer is read from */,
                               leaveOutSpecial(special, positions)};
    AttentionSummary summary = summarizeAttention(view, question);
    result.explanation = {request.explanation, int(layers), int(heads), result.answers.front().text,
                          std::move(summary.regions), {}, std::move(summary.tokens)};
}

} // namespace vbs
