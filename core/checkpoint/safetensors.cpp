#include "core/checkpoint/safetensors.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/checkpoint/safetensors_header.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <torch/types.h>

namespace vbs {

namespace {

at::Tensor viewOf(const std::shared_ptr<MappedFile>& file, std::size_t dataOffset, const SafetensorsEntry& entry)
{
    const auto options = at::TensorOptions(*entry.type->scalar);
    if (entry.begin == entry.end)
        return at::empty(entry.shape, options);
    std::byte* data = file->data() + dataOffset + entry.begin;
    at::Tensor view = at::from_blob(
        data, entry.shape, [file](void*) {}, options);
    // Kernels may assume alignment; odd header lengths are valid all the same.
    if (reinterpret_cast<std::uintptr_t>(data) % (entry.type->bits / 8) == 0)
        return view;
    at::Tensor copy = at::empty(entry.shape, options);
    std::memcpy(copy.data_ptr(), data, entry.end - entry.begin);
    file->release(dataOffset + entry.begin, entry.end - entry.begin);
    return copy;
}

/// What is written for one tensor.
struct Item {
    const std::string* name = nullptr;
    at::Tensor tensor; ///< on the CPU, contiguous
    std::string_view type;

    std::size_t bytes() const { return tensor.nbytes(); }
};

std::vector<Item> itemsInFileOrder(const TensorMap& tensors)
{
    std::vector<Item> items;
    for (const auto& [name, tensor] : tensors) {
        const auto type = tensor.defined() ? safetensorsTypeName(tensor.scalar_type()) : std::nullopt;
        if (!type || name == "__metadata__") {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The tensor \"%1\" cannot be stored in a safetensors file: %2", name,
                                 type ? sentence("the format keeps that name for itself.")
                                      : sentence("its type is not known there.")));
        }
        items.push_back({&name, tensor.detach().to(at::kCPU).contiguous(), *type});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.tensor.element_size() > b.tensor.element_size(); });
    return items;
}

std::string headerText(const std::filesystem::path& path, const std::vector<Item>& items,
                       const std::map<std::string, std::string>& metadata)
{
    OrderedJson header = OrderedJson::object();
    OrderedJson notes = {{"format", "pt"}};
    for (const auto& [key, value] : metadata)
        notes[key] = value;
    header["__metadata__"] = std::move(notes);
    std::size_t offset = 0;
    for (const Item& item : items) {
        const std::size_t end = offset + item.bytes();
        header[*item.name] = {
            {"dtype", item.type}, {"shape", item.tensor.sizes().vec()}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const OrderedJson::exception&) {
        throw Error(
            ErrorCode::InvalidArgument,
            sentence(
                "%1 cannot be written: a tensor's name or a note (such as a picture's path) is not UTF-8; rename it.",
                path.string()));
    }
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

} // namespace

SafetensorsFile readSafetensors(const std::filesystem::path& path)
{
    return readSafetensors(std::make_shared<MappedFile>(path));
}

SafetensorsFile readSafetensors(const std::shared_ptr<MappedFile>& file)
{
    const SafetensorsHeader header = parseSafetensorsHeader(file->bytes(), file->path());
    SafetensorsFile result;
    result.metadata = header.metadata;
    for (const SafetensorsEntry& entry : header.entries)
        if (entry.type->scalar)
            result.tensors.emplace(entry.name, viewOf(file, header.dataOffset, entry));
        else
            result.foreign.push_back(
                {entry.name, std::string(entry.type->words), entry.shape, entry.end - entry.begin});
    return result;
}

void writeSafetensors(const std::filesystem::path& path, const TensorMap& tensors,
                      const std::map<std::string, std::string>& metadata)
{
    const std::vector<Item> items = itemsInFileOrder(tensors);
    const std::string header = headerText(path, items, metadata);
    const std::uint64_t length = header.size();
    std::vector<std::string_view> parts{{reinterpret_cast<const char*>(&length), sizeof length}, header};
    for (const Item& item : items)
        if (item.bytes() > 0)
            parts.emplace_back(static_cast<const char*>(item.tensor.data_ptr()), item.bytes());
    writeFileAtomically(path, parts);
}

TensorMap asFloat16(const TensorMap& tensors)
{
    TensorMap result;
    for (const auto& [name, tensor] : tensors) {
        if (tensor.scalar_type() != at::kFloat && tensor.scalar_type() != at::kDouble) {
            result.emplace(name, tensor);
            continue;
        }
        const at::Tensor half = tensor.detach().to(at::kHalf);
        if (half.isfinite().ne(tensor.detach().isfinite()).any().item<bool>()) {
            throw Error(ErrorCode::InvalidArgument,
                        sentence("The tensor \"%1\" holds a value beyond 65504, which float16 cannot hold.", name));
        }
        result.emplace(name, half);
    }
    return result;
}

} // namespace vbs
