#include "core/predict/pack_stages.h"

#include "core/base/error.h"
#include "core/base/stopwatch.h"
#include "core/checkpoint/torch_errors.h"
#include "core/image/image_io.h"
#include "core/runtime/phrase_finding.h"
#include "core/runtime/torch_device.h"

#include <algorithm>
#include <array>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kPicturesSeen = 4;

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

PackStages::Seen& PackStages::seen(const RunPicturePtr& picture, RegionStore& store, Looked& looked)
{
    const auto known = std::ranges::find(m_seen, picture, &Seen::picture);
    if (known != m_seen.end())
        return *known;
    if (m_seen.size() >= kPicturesSeen)
        m_seen.pop_back();
    ++looked.pictures;
    Seen seen{picture, picture->key.value_or(""), picture->image};
    if (!picture->key) {
        seen.key = store.keyOf(*seen.image, m_extractor);
        if (!picture->fileHash.empty())
            store.keepFile(picture->fileHash, seen.key, m_extractor);
    }
    return m_seen.emplace_front(std::move(seen));
}

RegionStore::Entry PackStages::regionsOf(const RunPicturePtr& picture, const std::vector<Box>& boxes,
                                         RegionStore& store, Looked& looked, const JobControl& control)
{
    const std::size_t before = looked.pictures;
    Seen& own = seen(picture, store, looked);
    if (RegionStore::Entry known = store.known(own.key, boxes)) {
        looked.known += looked.pictures - before;
        return known;
    }
    if (!own.image) { // other boxes than before, or the store has forgotten them
        own.image = std::make_shared<const RgbImage>(readImage(picture->file));
        own.key = store.keyOf(*own.image, m_extractor);
    }
    const Stopwatch watch;
    RegionStore::Found found = store.look(own.key, *own.image, boxes, m_extractor, control);
    looked.seconds += watch.seconds();
    return found.regions;
}

PackStages::Looked PackStages::look(AskedExample& asked, RegionStore& store, const JobControl& control)
{
    Looked looked;
    InferenceRequest& request = asked.request;
    asked.question.request = &request;
    for (std::size_t side = 0; side < asked.pictures.size(); ++side) {
        const bool isFirst = side == 0;
        asked.question.sides.push_back(
            {regionsOf(asked.pictures[side], isFirst ? request.boxes : request.rightBoxes, store, looked, control),
             isFirst ? &request.hiddenRegions : &request.hiddenRightRegions});
    }
    asked.pictures.clear();
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
