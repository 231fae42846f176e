#include "core/checkpoint/torch_state_dict.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace vbs {

namespace {

using Kind = PickleValue::Kind;

constexpr std::int64_t kMaxElements = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMaxTensorDimensions = 64;

/// Keys under which training programs keep the weights beside other things, where there are several dicts of tensors.
constexpr std::array<std::string_view, 4> kWrappers{"state_dict", "model_state_dict", "model", "module"};
constexpr int kMostWrappers = 4; ///< one in the other
constexpr std::size_t kMostCandidates = 8;

/// How much larger than the file its tensors may be together: tied weights appear twice, expanded ones more often.
constexpr std::uint64_t kMostTimesFile = 8;
constexpr std::uint64_t kAlwaysAllowedBytes = 64u << 20;

/// a * b and a + b of numbers that are not negative; the largest number stands for everything beyond.
std::int64_t times(std::int64_t a, std::int64_t b)
{
    return b != 0 && a > kMaxElements / b ? kMaxElements : a * b;
}
std::int64_t plus(std::int64_t a, std::int64_t b)
{
    return a > kMaxElements - b ? kMaxElements : a + b;
}

class StateDictReader {
public:
    StateDictReader(const Pickle& pickle, const FileRefusal& refusal) : m_pickle(pickle), m_refusal(refusal) {}

    TorchStateDict read(std::uint64_t fileBytes)
    {
        if (fileBytes < (std::numeric_limits<std::uint64_t>::max() - kAlwaysAllowedBytes) / kMostTimesFile)
            m_bytesLeft = fileBytes * kMostTimesFile + kAlwaysAllowedBytes;
        const PickleValue& root = m_pickle.top();
        if (root.kind != Kind::Dict)
            m_refusal.refuse("it holds no state dict, which is a dict from names to tensors",
                             ErrorCode::UnsupportedFormat);
        const PickleValue* wrapped = wrappedDict(root);
        TorchStateDict result;
        const PickleValue& dict = wrapped ? *wrapped : root;
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < dict.items.size(); i += 2)
            readEntry(m_pickle[dict.items[i]], m_pickle[dict.items[i + 1]], names, result);
        if (wrapped)
            for (std::size_t i = 0; i < root.items.size(); i += 2)
                if (m_pickle[root.items[i]].kind == Kind::String && !leadsTo(m_pickle[root.items[i + 1]], wrapped, 1))
                    result.otherEntries.emplace_back(m_pickle[root.items[i]].bytes);
        if (result.tensors.empty())
            m_refusal.refuse("it holds no dict of tensors" + keysOf(root), ErrorCode::UnsupportedFormat);
        return result;
    }

    TorchStorage storageOf(const PickleValue& persistent)
    {
        const std::vector<PickleRef>& id = m_pickle[persistent.items.front()].items;
        if (m_pickle[persistent.items.front()].kind != Kind::Tuple || id.empty())
            m_refusal.refuse("its pickle refers to something outside by a value that is not a tuple");
        if (m_pickle[id[0]].kind == Kind::String && m_pickle[id[0]].bytes == "module") {
            m_refusal.refuse("it holds a whole Python module with its code; save the weights alone "
                             "(torch.save(model.state_dict(), file))",
                             ErrorCode::UnsupportedFormat);
        }
        // ("storage", class, key, device, elements), and in legacy files the part of it, if any.
        if (id.size() < 5 || id.size() > 6 || m_pickle[id[0]].kind != Kind::String ||
            m_pickle[id[0]].bytes != "storage" || m_pickle[id[2]].kind != Kind::String)
            m_refusal.refuse("its pickle refers to something outside that is not a storage");
        const PickleValue& type = m_pickle[id[1]];
        if (type.kind != Kind::Global || type.global->role != PickleRole::Storage)
            m_refusal.refuse("its pickle refers to a storage of an unknown class");
        TorchStorage storage;
        storage.key = m_pickle[id[2]].bytes;
        storage.type = type.global->type.value_or(c10::ScalarType::Byte);
        storage.elements = sizeOf(m_pickle[id[4]], "the storage " + quotedName(storage.key), "a length");
        storage.viewElements = storage.elements;
        if (storage.elements > kMaxElements / 8)
            m_refusal.refuse("the storage " + quotedName(storage.key) + " has an impossible length");
        if (id.size() == 6 && m_pickle[id[5]].kind != Kind::None)
            readView(m_pickle[id[5]], storage);
        return storage;
    }

private:
    /// (key of the part, offset, length), as PyTorch up to 0.4 wrote it.
    void readView(const PickleValue& view, TorchStorage& storage)
    {
        if (view.kind != Kind::Tuple || view.items.size() != 3)
            m_refusal.refuse("the part of the storage " + quotedName(storage.key) + " has an invalid description");
        storage.viewOffset =
            sizeOf(m_pickle[view.items[1]], "the storage " + quotedName(storage.key), "a part's offset");
        storage.viewElements =
            sizeOf(m_pickle[view.items[2]], "the storage " + quotedName(storage.key), "a part's length");
        if (plus(storage.viewOffset, storage.viewElements) > storage.elements)
            m_refusal.refuse("a part of the storage " + quotedName(storage.key) + " lies outside of it");
    }

    bool leadsTo(const PickleValue& value, const PickleValue* wanted, int depth) const
    {
        if (&value == wanted)
            return true;
        if (value.kind != Kind::Dict || depth > kMostWrappers)
            return false;
        for (std::size_t i = 1; i < value.items.size(); i += 2)
            if (leadsTo(m_pickle[value.items[i]], wanted, depth + 1))
                return true;
        return false;
    }

    /// A dict of tensors under text keys, and the way to it.
    struct Wrapped {
        std::string way; ///< "model.state_dict"
        const PickleValue* dict;
    };

    void collectWrapped(const PickleValue& dict, const std::string& way, int depth, std::vector<Wrapped>& found) const
    {
        for (std::size_t i = 0; i < dict.items.size(); i += 2) {
            const PickleValue& key = m_pickle[dict.items[i]];
            const PickleValue& value = m_pickle[dict.items[i + 1]];
            if (key.kind != Kind::String || value.kind != Kind::Dict || found.size() >= kMostCandidates)
                continue;
            const std::string inner = (way.empty() ? "" : way + ".") + std::string(key.bytes);
            if (holdsTensor(value))
                found.push_back({inner, &value});
            else if (depth < kMostWrappers)
                collectWrapped(value, inner, depth + 1, found);
        }
    }

    /// The dict under a key that is known, else the only dict of tensors; nothing when the root holds them itself.
    const PickleValue* wrappedDict(const PickleValue& root) const
    {
        std::vector<Wrapped> found;
        collectWrapped(root, {}, 1, found);
        for (const std::string_view wrapper : kWrappers)
            for (const Wrapped& candidate : found)
                if (candidate.way == wrapper || candidate.way.starts_with(std::string(wrapper) + "."))
                    return candidate.dict;
        if (found.empty() || holdsTensor(root))
            return nullptr;
        if (found.size() == 1)
            return found.front().dict;
        std::string ways;
        for (const Wrapped& candidate : found)
            ways += (ways.empty() ? "" : ", ") + quotedName(candidate.way);
        m_refusal.refuse("it holds several dicts of tensors (" + ways +
                             "); save the one that is meant alone (torch.save(checkpoint[key], file))",
                         ErrorCode::UnsupportedFormat);
    }

    /// ", only "epoch", "args""; at most a few.
    std::string keysOf(const PickleValue& dict) const
    {
        std::string keys;
        for (std::size_t i = 0; i < dict.items.size() && i < 2 * kMostCandidates; i += 2)
            if (m_pickle[dict.items[i]].kind == Kind::String)
                keys += (keys.empty() ? "; its keys are " : ", ") + quotedName(m_pickle[dict.items[i]].bytes);
        return keys;
    }

    bool holdsTensor(const PickleValue& dict) const
    {
        for (std::size_t i = 1; i < dict.items.size(); i += 2)
            if (m_pickle[dict.items[i]].kind == Kind::Tensor)
                return true;
        return false;
    }

    void readEntry(const PickleValue& key, const PickleValue& value, std::set<std::string_view>& names,
                   TorchStateDict& result)
    {
        if (key.kind != Kind::String) {
            if (value.kind == Kind::Tensor)
                m_refusal.refuse("a tensor of its dict has a key that is not text");
            return;
        }
        if (!names.insert(key.bytes).second)
            m_refusal.refuse("the name " + quotedName(key.bytes) + " is given twice");
        if (value.kind == Kind::Tensor)
            result.tensors.push_back(tensorOf(std::string(key.bytes), value));
        else
            result.otherEntries.emplace_back(key.bytes);
    }

    TorchTensor tensorOf(std::string name, const PickleValue& call)
    {
        m_context = "the tensor " + quotedName(name);
        const std::vector<PickleRef>& arguments = call.items;
        if (arguments.size() < 4 || m_pickle[arguments[0]].kind != Kind::Persistent)
            m_refusal.refuse(m_context + " has an invalid description");
        TorchTensor tensor;
        tensor.name = std::move(name);
        tensor.storage = storageOf(m_pickle[arguments[0]]);
        tensor.type = tensor.storage.type;
        tensor.foreignType = m_pickle[m_pickle[m_pickle[arguments[0]].items.front()].items[1]].global->foreignType;
        if (call.global->role == PickleRole::TypedTensor)
            applyType(tensor, arguments);
        tensor.offset = sizeOf(m_pickle[arguments[1]], m_context, "a storage offset");
        tensor.sizes = sizesOf(m_pickle[arguments[2]], "size");
        tensor.strides = sizesOf(m_pickle[arguments[3]], "stride");
        checkExtent(tensor);
        tensor.offset += tensor.storage.viewOffset;
        return tensor;
    }

    /// _rebuild_tensor_v3 gives the type apart from an untyped storage.
    void applyType(TorchTensor& tensor, const std::vector<PickleRef>& arguments)
    {
        const PickleValue* type = arguments.size() > 6 ? &m_pickle[arguments[6]] : nullptr;
        if (!type || type->kind != Kind::Global || type->global->role != PickleRole::Type)
            m_refusal.refuse(m_context + " has no known element type");
        const auto width = static_cast<std::int64_t>(c10::elementSize(*type->global->type));
        TorchStorage& storage = tensor.storage;
        if (storage.type != c10::ScalarType::Byte || storage.elements % width != 0 || storage.viewOffset != 0)
            m_refusal.refuse(m_context + " has a storage that does not fit its element type");
        tensor.type = storage.type = *type->global->type;
        tensor.foreignType = type->global->foreignType;
        storage.elements /= width;
        storage.viewElements = storage.elements;
    }

    void checkExtent(TorchTensor& tensor)
    {
        if (tensor.sizes.size() != tensor.strides.size())
            m_refusal.refuse(m_context + " has " + std::to_string(tensor.sizes.size()) + " sizes, but " +
                             std::to_string(tensor.strides.size()) + " strides");
        std::int64_t extent = 1; // elements from the first to the last, both included
        std::int64_t numbers = 1;
        std::int64_t nonZero = 1; // an empty tensor's other sizes must not overflow either
        for (std::size_t i = 0; i < tensor.sizes.size(); ++i) {
            const std::int64_t size = tensor.sizes[i];
            numbers = times(numbers, size);
            nonZero = times(nonZero, std::max<std::int64_t>(size, 1));
            if (size > 0)
                extent = plus(extent, times(size - 1, tensor.strides[i]));
            if (size <= 1)
                tensor.strides[i] = 1; // means nothing, and may be any number
        }
        if (nonZero > kMaxElements / 16)
            m_refusal.refuse("the size of " + m_context + " overflows");
        if (numbers == 0)
            extent = 0;
        if (plus(tensor.offset, extent) > tensor.storage.viewElements)
            m_refusal.refuse(m_context + " extends beyond its storage");
        const std::uint64_t bytes = tensor.bytes();
        if (bytes > m_bytesLeft) {
            m_refusal.refuse("with " + m_context + " its tensors would be far larger than the file (" +
                                 std::to_string(bytes) + " bytes more)",
                             ErrorCode::TooLarge);
        }
        m_bytesLeft -= bytes;
    }

    std::int64_t sizeOf(const PickleValue& value, const std::string& whose, const std::string& what) const
    {
        if (value.kind != Kind::Integer || value.integer < 0)
            m_refusal.refuse(whose + " has " + what + " that is negative, too large or not a whole number");
        return value.integer;
    }

    std::vector<std::int64_t> sizesOf(const PickleValue& value, const std::string& what) const
    {
        if (value.kind != Kind::Tuple || value.items.size() > kMaxTensorDimensions)
            m_refusal.refuse("the " + what + "s of " + m_context + " are not a tuple of at most " +
                             std::to_string(kMaxTensorDimensions) + " numbers");
        std::vector<std::int64_t> sizes;
        for (const PickleRef item : value.items)
            sizes.push_back(sizeOf(m_pickle[item], m_context, "a " + what));
        return sizes;
    }

    const Pickle& m_pickle;
    const FileRefusal& m_refusal;
    std::string m_context;
    std::uint64_t m_bytesLeft = std::numeric_limits<std::uint64_t>::max();
};

} // namespace

std::uint64_t TorchTensor::bytes() const
{
    std::uint64_t bytes = c10::elementSize(type);
    for (const std::int64_t size : sizes)
        bytes *= static_cast<std::uint64_t>(size);
    return bytes;
}

TorchStateDict torchStateDict(const Pickle& pickle, std::uint64_t fileBytes, const FileRefusal& refusal)
{
    return StateDictReader(pickle, refusal).read(fileBytes);
}

std::vector<TorchStorage> torchStorages(const Pickle& pickle, const FileRefusal& refusal)
{
    StateDictReader reader(pickle, refusal);
    std::vector<TorchStorage> storages;
    for (const PickleValue& value : pickle.values)
        if (value.kind == Kind::Persistent)
            storages.push_back(reader.storageOf(value));
    return storages;
}

} // namespace vbs
