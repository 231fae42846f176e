#include "core/runtime/text_strangeness.h"

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/runtime/task_text.h"

#include <algorithm>
#include <cmath>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr const char* kFileKind = "text strangeness 1";

void sortOnce(std::vector<std::int64_t>& values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

std::vector<std::int64_t> TextStrangeness::pairsOf(const EncodedRequest& text) const
{
    std::vector<std::int64_t> pairs;
    for (std::size_t sequence = 0; sequence < text.tokens.size(); ++sequence) {
        const std::vector<TextToken>& tokens = text.tokens[sequence];
        const at::Tensor row = text.inputIds[std::int64_t(sequence)].contiguous();
        const auto* ids = row.data_ptr<std::int64_t>();
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            if (tokens[i].text != kMask && tokens[i + 1].text != kMask)
                pairs.push_back(ids[i] * m_vocabulary + ids[i + 1]);
    }
    sortOnce(pairs);
    return pairs;
}

void TextStrangeness::learn(Task task, std::span<const EncodedRequest> texts)
{
    std::vector<std::int64_t>& pairs = m_known[task].pairs;
    for (const EncodedRequest& text : texts) {
        const auto found = pairsOf(text);
        pairs.insert(pairs.end(), found.begin(), found.end());
        if (pairs.size() > (1u << 20))
            sortOnce(pairs);
    }
    sortOnce(pairs);
}

std::int64_t TextStrangeness::newPairs(const Known& known, const EncodedRequest& text) const
{
    const auto pairs = pairsOf(text);
    return std::ranges::count_if(pairs,
                                 [&](std::int64_t pair) { return !std::ranges::binary_search(known.pairs, pair); });
}

void TextStrangeness::calibrate(Task task, std::span<const EncodedRequest> texts, double passing)
{
    Known& known = m_known[task];
    if (texts.empty() || known.pairs.empty())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("There are no texts for the task %1 to learn from: give some.", nameOf(task)));
    std::vector<std::int64_t> counts;
    for (const EncodedRequest& text : texts)
        counts.push_back(newPairs(known, text));
    std::ranges::sort(counts);
    const auto place = std::size_t(std::ceil(passing * double(counts.size())));
    known.tolerated = counts[std::min(counts.size(), std::max<std::size_t>(1, place)) - 1];
}

double TextStrangeness::of(Task task, const EncodedRequest& text) const
{
    const auto found = m_known.find(task);
    if (found == m_known.end())
        return -1;
    const Known& known = found->second;
    return double(newPairs(known, text)) / (double(known.tolerated) + 0.5);
}

void TextStrangeness::write(const std::filesystem::path& file, const std::string& about) const
{
    TensorMap tensors;
    for (const auto& [task, known] : m_known) {
        const std::string name(nameOf(task));
        tensors[name + ".pairs"] = torch::tensor(known.pairs);
        tensors[name + ".tolerated"] = torch::full({1}, known.tolerated, torch::kLong);
    }
    tensors["vocabulary"] = torch::full({1}, m_vocabulary, torch::kLong);
    writeSafetensors(file, tensors, {{"kind", kFileKind}, {"texts", about}});
}

TextStrangeness TextStrangeness::read(const std::filesystem::path& file)
{
    const SafetensorsFile read = readSafetensors(file);
    const auto numbers = [&](const std::string& name) {
        const auto found = read.tensors.find(name);
        if (found == read.tensors.end())
            return std::vector<std::int64_t>();
        const at::Tensor& tensor = found->second;
        if (tensor.scalar_type() != torch::kLong || tensor.dim() != 1)
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: \"%2\" is no list of whole numbers.", file.string(), name));
        const auto* first = tensor.data_ptr<std::int64_t>();
        return std::vector<std::int64_t>(first, first + tensor.numel());
    };
    const auto kind = read.metadata.find("kind");
    const auto vocabulary = numbers("vocabulary");
    if (kind == read.metadata.end() || kind->second != kFileKind || vocabulary.size() != 1 || vocabulary[0] < 1)
        throw Error(ErrorCode::CorruptData, sentence("%1 does not say what strange texts are.", file.string()));
    TextStrangeness result(vocabulary[0]);
    for (const TaskInfo& info : kTaskTable) {
        const std::string name(info.name);
        if (!read.tensors.contains(name + ".pairs"))
            continue;
        Known& known = result.m_known[info.task];
        known.pairs = numbers(name + ".pairs");
        sortOnce(known.pairs);
        if (const auto tolerated = numbers(name + ".tolerated"); !tolerated.empty())
            known.tolerated = std::max<std::int64_t>(0, tolerated[0]);
    }
    return result;
}

} // namespace vbs
