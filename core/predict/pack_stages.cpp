#include "core/predict/pack_stages.h"

#include "core/base/error.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/runtime/phrase_finding.h"
#include "core/runtime/torch_device.h"

#include <algorithm>
#include <array>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kKeysKept = 4;

template <typename Tensors, typename Change> void changeInputs(Tensors& inputs, const Change& change)
{
    for (const VisualBertInputField& field : visualBertInputFields())
        if ((inputs.*field.member).defined())
            inputs.*field.member = change(inputs.*field.member);
}

constexpr std::array kOutputs{&VisualBertOutputs::logits, &VisualBertOutputs::prediction_logits,
                              &VisualBertOutputs::seq_relationship_logits};

/// The rows of both, one after the other; shorter ones are filled up on the right.
at::Tensor stacked(const at::Tensor& first, const at::Tensor& second)
{
    if (!first.defined())
        return first;
    std::vector<std::int64_t> padsFirst, padsSecond; // the last dimension first
    for (std::int64_t d = first.dim() - 1; d > 0; --d) {
        const std::int64_t most = std::max(first.size(d), second.size(d));
        padsFirst.insert(padsFirst.end(), {0, most - first.size(d)});
        padsSecond.insert(padsSecond.end(), {0, most - second.size(d)});
    }
    return torch::cat({at::constant_pad_nd(first, padsFirst), at::constant_pad_nd(second, padsSecond)});
}

} // namespace

PackStages::PackStages(LoadedPack& pack, const DeviceInfo& device, Task task)
    : m_pack(pack), m_device(device), m_task(task), m_extractor(pack.extractor(task))
{
    InferenceRequest probe;
    probe.task = task;
    if (task == Task::RegionToPhrase && phraseSourceFor(probe, pack) == PhraseSource::Names)
        return;
    m_network = &pack.network(task); // throws where there is none
    m_rules = pack.encodingRules(task);
    m_names = pack.answerNames(task);
}

const std::string& PackStages::keyOf(const ImagePtr& image, const RegionStore& store, Looked& looked)
{
    const auto known = std::ranges::find(m_keys, image, &std::pair<ImagePtr, std::string>::first);
    if (known != m_keys.end())
        return known->second;
    if (m_keys.size() >= kKeysKept)
        m_keys.pop_back();
    m_keys.emplace_front(image, store.keyOf(*image, m_extractor));
    ++looked.pictures;
    return m_keys.front().second;
}

PackStages::Looked PackStages::look(AskedExample& asked, RegionStore& store, const JobControl& control)
{
    Looked looked;
    InferenceRequest& request = asked.request;
    PreparedQuestion& question = asked.question;
    question.request = &request;
    const auto lookAt = [&](const ImagePtr& image, const std::vector<Box>& boxes, const std::vector<bool>& hidden) {
        const std::size_t before = looked.pictures;
        const std::string& key = keyOf(image, store, looked);
        const Stopwatch watch;
        RegionStore::Found found = store.look(key, *image, boxes, m_extractor, control);
        if (!found.known)
            looked.seconds += watch.seconds();
        else
            looked.known += looked.pictures - before;
        question.sides.push_back({std::move(found.regions), &hidden});
    };
    lookAt(request.image, request.boxes, request.hiddenRegions);
    if (request.rightImage)
        lookAt(request.rightImage, request.rightBoxes, request.hiddenRightRegions);
    request.image.reset();
    request.rightImage.reset();
    return looked;
}

void PackStages::encode(AskedExample& asked) const
{
    if (!m_network)
        return;
    asked.question.head = &headOf(m_task);
    asked.question.encoded = asked.question.head->encode(asked.request, m_pack.tokenizer(), m_rules);
}

QuestionSize PackStages::sizeOf(const AskedExample& asked) const
{
    QuestionSize size;
    size.sequences = asked.question.encoded.inputIds.size(0);
    size.tokens = asked.question.encoded.inputIds.size(1);
    for (const PictureRegions& side : asked.question.sides)
        size.regions += side.count();
    return size;
}

VisualBertInputs PackStages::inputsOf(std::span<const AskedPtr> examples) const
{
    std::vector<const PreparedQuestion*> questions;
    for (const AskedPtr& asked : examples) {
        prepareInputs(asked->question, m_network->inputType(), at::kCPU);
        questions.push_back(&asked->question);
    }
    VisualBertInputs joined = joinedInputs(questions);
    for (const AskedPtr& asked : examples) { // of its own inputs only the number of regions is asked for later
        VisualBertInputs sizes;
        sizes.visual_embeds = asked->question.inputs.visual_embeds.narrow(-1, 0, 0).clone();
        asked->question.inputs = sizes;
    }
    if (const c10::Device device = torchDevice(m_device); !device.is_cpu())
        changeInputs(joined, [&](const at::Tensor& tensor) { return tensor.pin_memory().to(device, true); });
    return joined;
}

void PackStages::join(AskedBatch& batch) const
{
    batch.inputs = inputsOf(batch.examples);
}

VisualBertOutputs PackStages::forward(const VisualBertInputs& inputs)
{
    const VisualBertOutputs all = m_network->forward(inputs);
    VisualBertOutputs outputs;
    for (at::Tensor VisualBertOutputs::*member : kOutputs)
        if ((all.*member).defined())
            outputs.*member = (all.*member).to(at::kCPU);
    return outputs;
}

VisualBertOutputs PackStages::forwardInHalves(const AskedBatch& batch)
{
    const std::span<const AskedPtr> examples(batch.examples);
    const std::size_t middle = examples.size() / 2;
    const VisualBertOutputs first = forward(inputsOf(examples.first(middle)));
    const VisualBertOutputs second = forward(inputsOf(examples.subspan(middle)));
    VisualBertOutputs outputs;
    for (at::Tensor VisualBertOutputs::*member : kOutputs)
        outputs.*member = stacked(first.*member, second.*member);
    return outputs;
}

void PackStages::compute(AskedBatch& batch)
{
    if (!m_network) {
        for (const AskedPtr& asked : batch.examples)
            findByNames(asked->question, asked->result);
        return;
    }
    try {
        batch.outputs = forward(batch.inputs);
    } catch (const std::exception& e) {
        batch.inputs = {};
        if (asError(e).code() != ErrorCode::TooLarge || batch.examples.size() < 2)
            throw;
        batch.outputs = forwardInHalves(batch);
    }
    batch.inputs = {};
    batch.isComputed = true;
}

InferenceResult PackStages::resultOf(const AskedBatch& batch, std::size_t place) const
{
    const AskedExample& asked = *batch.examples.at(place);
    InferenceResult result = asked.result;
    result.task = m_task;
    result.regions = asked.question.sides.front().found->regions;
    if (!batch.isComputed)
        return result;
    const TaskHead::Names names =
        m_names->empty() ? std::make_shared<const std::vector<std::string>>(asked.request.choices) : m_names;
    readResult(asked.question, outputsOf(batch.outputs, std::int64_t(place), asked.question), {asked.request, names},
               result);
    return result;
}

} // namespace vbs
