#include "core/base/error.h"
#include "core/checkpoint/torch_file.h"
#include "core/checkpoint/torch_state_dict.h"
#include "core/checkpoint/torch_storage.h"

#include <cstring>
#include <map>

#include <torch/types.h>

namespace vbs {

namespace {

using Kind = PickleValue::Kind;

/// 0x1950a86a20f9469cfc6c, as a pickle stores it.
constexpr std::string_view kMagicNumber = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";
constexpr std::int64_t kProtocolVersion = 1001;

class LegacyReader {
public:
    explicit LegacyReader(const std::shared_ptr<MappedFile>& file)
        : m_file(file), m_refusal(file->path(), "torch.save (legacy)")
    {
    }

    TorchFile read()
    {
        readPrologue();
        const Pickle object = next();
        TorchStateDict dict = torchStateDict(object, m_file->size(), m_refusal);
        const Pickle keys = next();
        locateStorages(keys, announcedStorages(object));
        TorchFile result;
        result.otherEntries = std::move(dict.otherEntries);
        for (const TorchTensor& tensor : dict.tensors)
            if (tensor.foreignType.empty())
                result.tensors.emplace(tensor.name, tensorOf(tensor));
            else
                result.foreign.push_back({tensor.name, std::string(tensor.foreignType), tensor.sizes, tensor.bytes()});
        return result;
    }

private:
    /// One storage of the file; every reference to it must agree about its type and length.
    struct Place {
        c10::ScalarType type = c10::ScalarType::Byte;
        std::int64_t elements = 0;
        std::size_t offset = 0;
        bool located = false;
        StorageBytes bytes; ///< once a tensor used it
    };
    using Places = std::map<std::string, Place, std::less<>>;

    Pickle next()
    {
        Pickle pickle = readPickle(m_file->bytes().subspan(m_position), m_refusal);
        m_position += pickle.length;
        return pickle;
    }

    /// The magic number, the version, and what the writing machine was like. Whatever it was, it wrote its storages
    /// in little-endian order.
    void readPrologue()
    {
        const Pickle magic = next();
        if (magic.top().kind != Kind::LongInteger || magic.top().bytes != kMagicNumber)
            m_refusal.refuse("its magic number is not torch.save's");
        const Pickle version = next();
        if (version.top().kind != Kind::Integer || version.top().integer != kProtocolVersion)
            m_refusal.refuse("its protocol version is not " + std::to_string(kProtocolVersion));
        if (next().top().kind != Kind::Dict)
            m_refusal.refuse("its record of the machine that wrote it is missing");
    }

    Places announcedStorages(const Pickle& object) const
    {
        Places places;
        for (const TorchStorage& storage : torchStorages(object, m_refusal)) {
            const auto [place, isNew] = places.try_emplace(std::string(storage.key));
            if (isNew) {
                place->second.type = storage.type;
                place->second.elements = storage.elements;
            } else if (place->second.type != storage.type || place->second.elements != storage.elements) {
                m_refusal.refuse("the storage " + quotedName(storage.key) + " is described in two different ways");
            }
        }
        return places;
    }

    /// After the list of their keys the storages follow one another: eight bytes of length, then the elements.
    void locateStorages(const Pickle& keys, Places places)
    {
        if (keys.top().kind != Kind::List)
            m_refusal.refuse("the list of its storages is missing");
        for (const PickleRef ref : keys.top().items) {
            const PickleValue& key = keys[ref];
            const auto place = key.kind == Kind::String ? places.find(key.bytes) : places.end();
            if (place == places.end() || place->second.located)
                m_refusal.refuse("the list of its storages does not fit its tensors");
            locate(key.bytes, place->second);
        }
        for (const auto& [key, place] : places)
            if (!place.located)
                m_refusal.refuse("the storage " + quotedName(key) + " is missing");
        if (m_position != m_file->size())
            m_refusal.refuse(std::to_string(m_file->size() - m_position) + " bytes follow after the last storage");
        m_places = std::move(places);
    }

    void locate(std::string_view key, Place& place)
    {
        std::int64_t elements = 0;
        if (m_file->size() - m_position < sizeof elements)
            m_refusal.refuse("the storage " + quotedName(key) + " is cut off; the file may be truncated");
        std::memcpy(&elements, m_file->data() + m_position, sizeof elements);
        m_position += sizeof elements;
        if (elements != place.elements) {
            m_refusal.refuse("the storage " + quotedName(key) + " should have " + std::to_string(place.elements) +
                             " elements; the file says " + std::to_string(elements));
        }
        const std::uint64_t bytes = bytesOf(place);
        if (bytes > m_file->size() - m_position)
            m_refusal.refuse("the storage " + quotedName(key) + " is cut off; the file may be truncated");
        place.offset = m_position;
        place.located = true;
        m_position += bytes;
        if (place.type == c10::ScalarType::Bool && !areBooleans(m_file->bytes().subspan(place.offset, bytes)))
            m_refusal.refuse("the storage " + quotedName(key) + " of booleans holds a byte other than 0 and 1");
    }

    static std::uint64_t bytesOf(const Place& place)
    {
        return static_cast<std::uint64_t>(place.elements) * c10::elementSize(place.type);
    }

    at::Tensor tensorOf(const TorchTensor& tensor)
    {
        Place& place = m_places.find(tensor.storage.key)->second;
        if (tensor.type != place.type)
            m_refusal.refuse("the tensor " + quotedName(tensor.name) + " has another type than its storage",
                             ErrorCode::UnsupportedFormat);
        if (!place.bytes.owner)
            place.bytes = storageBytes(m_file, place.offset, bytesOf(place), c10::elementSize(place.type));
        return tensorOver(place.bytes, tensor.type, tensor.offset, tensor.sizes, tensor.strides);
    }

    std::shared_ptr<MappedFile> m_file;
    FileRefusal m_refusal;
    std::size_t m_position = 0;
    Places m_places;
};

} // namespace

TorchFile readTorchLegacy(const std::shared_ptr<MappedFile>& file)
{
    return LegacyReader(file).read();
}

} // namespace vbs
