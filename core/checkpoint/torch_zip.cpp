#include "core/base/error.h"
#include "core/checkpoint/torch_file.h"
#include "core/checkpoint/torch_state_dict.h"
#include "core/checkpoint/torch_storage.h"
#include "core/checkpoint/zip_archive.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::string_view kPickleName = "/data.pkl";
constexpr int kNewestVersion = 10;

class ZipReader {
public:
    explicit ZipReader(const std::shared_ptr<MappedFile>& file)
        : m_file(file), m_refusal(file->path(), "torch.save zip"), m_archive(file->bytes(), m_refusal)
    {
    }

    TorchFile read()
    {
        m_folder = findFolder();
        refuseOtherArchives();
        m_archive.verify(presentOnes({m_folder + "data.pkl", m_folder + "version", m_folder + "byteorder"}));
        checkVersion();
        m_bigEndian = readByteOrder();
        const Pickle pickle = readPickle(m_archive.bytes(m_folder + "data.pkl"), m_refusal);
        TorchStateDict dict = torchStateDict(pickle, m_file->size(), m_refusal);
        verifyStorages(dict);
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
    /// The one folder that torch.save puts everything into, with its slash.
    std::string findFolder() const
    {
        std::string folder;
        for (const auto& item : m_archive.records()) {
            const std::string_view name = item.first;
            if (!name.ends_with(kPickleName) || name.find('/') != name.size() - kPickleName.size())
                continue;
            if (!folder.empty())
                m_refusal.refuse("it holds two pickles, " + quotedName(folder + "data.pkl") + " and " +
                                 quotedName(name));
            folder = name.substr(0, name.size() - kPickleName.size() + 1);
        }
        if (folder.empty() || folder == "/")
            m_refusal.refuse("it is a zip archive without data.pkl, so torch.save did not write it",
                             ErrorCode::UnsupportedFormat);
        return folder;
    }

    void refuseOtherArchives() const
    {
        const auto code = m_archive.records().lower_bound(m_folder + "code/");
        const bool hasCode = code != m_archive.records().end() && code->first.starts_with(m_folder + "code/");
        if (hasCode || m_archive.records().count(m_folder + "constants.pkl")) {
            m_refusal.refuse("it is a TorchScript archive, which holds code; save the weights alone "
                             "(torch.save(model.state_dict(), file))",
                             ErrorCode::UnsupportedFormat);
        }
    }

    std::vector<std::string> presentOnes(std::vector<std::string> names) const
    {
        std::erase_if(names, [&](const std::string& name) { return !m_archive.records().count(name); });
        return names;
    }

    std::string recordText(const std::string& name) const
    {
        if (!m_archive.records().count(name))
            return {};
        const auto bytes = m_archive.bytes(name);
        std::string text(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 32));
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
            text.pop_back();
        return text;
    }

    void checkVersion() const
    {
        const std::string text = recordText(m_folder + "version");
        if (text.empty())
            return;
        const bool digits = text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
        if (!digits || std::stoi(text) > kNewestVersion)
            m_refusal.refuse("its format has the version " + quotedName(text) + "; " + std::to_string(kNewestVersion) +
                                 " is the newest known",
                             ErrorCode::UnsupportedFormat);
    }

    bool readByteOrder() const
    {
        const std::string text = recordText(m_folder + "byteorder");
        if (text != "" && text != "little" && text != "big")
            m_refusal.refuse("its byte order " + quotedName(text) + " is neither little nor big");
        return text == "big";
    }

    std::string recordName(const TorchStorage& storage) const
    {
        if (storage.key.empty() || storage.key.find_first_not_of("0123456789") != std::string_view::npos)
            m_refusal.refuse("the storage key " + quotedName(storage.key) + " is not a number");
        return m_folder + "data/" + std::string(storage.key);
    }

    void verifyStorages(const TorchStateDict& dict) const
    {
        std::set<std::string> names;
        std::map<std::string, std::string_view> booleans; // record and the first tensor in it
        for (const TorchTensor& tensor : dict.tensors) {
            const std::string name = recordName(tensor.storage);
            const std::size_t held = m_archive.bytes(name).size();
            if (held != tensor.storage.bytes()) {
                m_refusal.refuse("the storage of the tensor " + quotedName(tensor.name) + " should have " +
                                 std::to_string(tensor.storage.bytes()) + " bytes; its record has " +
                                 std::to_string(held));
            }
            names.insert(name);
            if (tensor.type == c10::ScalarType::Bool)
                booleans.emplace(name, tensor.name);
        }
        m_archive.verify({names.begin(), names.end()});
        for (const auto& [record, tensor] : booleans)
            if (!areBooleans(m_archive.bytes(record)))
                m_refusal.refuse("the tensor " + quotedName(tensor) + " of booleans holds a byte other than 0 and 1");
    }

    at::Tensor tensorOf(const TorchTensor& tensor)
    {
        const std::size_t width = c10::elementSize(tensor.type);
        const std::string name = recordName(tensor.storage);
        // Big-endian bytes are turned by their element's width, so that width belongs to the copy.
        const auto [storage, isNew] = m_storages.try_emplace({name, width});
        if (isNew) {
            const ZipRecord& record = m_archive.records().at(name);
            storage->second = storageBytes(m_file, record.offset, record.size, width, m_bigEndian);
        }
        return tensorOver(storage->second, tensor.type, tensor.offset, tensor.sizes, tensor.strides);
    }

    std::shared_ptr<MappedFile> m_file;
    FileRefusal m_refusal;
    ZipArchive m_archive;
    std::string m_folder;
    bool m_bigEndian = false;
    std::map<std::pair<std::string, std::size_t>, StorageBytes> m_storages;
};

} // namespace

TorchFile readTorchZip(const std::shared_ptr<MappedFile>& file)
{
    return ZipReader(file).read();
}

} // namespace vbs
