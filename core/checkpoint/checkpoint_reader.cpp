#include "core/checkpoint/checkpoint_reader.h"

#include "core/base/error.h"
#include "core/checkpoint/file_refusal.h"
#include "core/checkpoint/mapped_file.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/safetensors_header.h"
#include "core/checkpoint/shard_index.h"
#include "core/checkpoint/torch_errors.h"
#include "core/checkpoint/torch_file.h"

#include <algorithm>
#include <array>
#include <new>
#include <set>
#include <system_error>
#include <utility>

#include <c10/util/Exception.h>

namespace vbs {

namespace {

using FilePtr = std::shared_ptr<MappedFile>;

/// What a model folder may hold, best first.
constexpr std::array<std::string_view, 4> kFolderFiles{"model.safetensors", "model.safetensors.index.json",
                                                       "pytorch_model.bin", "pytorch_model.bin.index.json"};
constexpr std::size_t kMaxShards = 1000;

std::string_view textOf(const MappedFile& file)
{
    return {reinterpret_cast<const char*>(file.data()), file.size()};
}

bool looksLikeZip(const MappedFile& file)
{
    return textOf(file).starts_with("PK\x03\x04") || textOf(file).starts_with("PK\x05\x06");
}

/// Eight bytes of a length that no other text or binary start has, then the header.
bool looksLikeSafetensors(const MappedFile& file)
{
    const std::string_view text = textOf(file);
    return text.size() > 8 && text[8] == '{' && text[5] == 0 && text[6] == 0 && text[7] == 0;
}

bool looksLikeLegacy(const MappedFile& file)
{
    return textOf(file).starts_with('\x80');
}

bool looksLikeJson(const MappedFile& file)
{
    const std::string_view text = textOf(file);
    const std::size_t first = text.substr(0, 64).find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

Checkpoint readAsSafetensors(const FilePtr& file)
{
    SafetensorsFile read = readSafetensors(file);
    Checkpoint checkpoint;
    checkpoint.tensors = std::move(read.tensors);
    checkpoint.foreign = std::move(read.foreign);
    checkpoint.metadata = std::move(read.metadata);
    return checkpoint;
}

Checkpoint fromTorch(TorchFile read)
{
    Checkpoint checkpoint;
    checkpoint.tensors = std::move(read.tensors);
    checkpoint.foreign = std::move(read.foreign);
    checkpoint.otherEntries = std::move(read.otherEntries);
    return checkpoint;
}

Checkpoint readAsZip(const FilePtr& file)
{
    return fromTorch(readTorchZip(file));
}
Checkpoint readAsLegacy(const FilePtr& file)
{
    return fromTorch(readTorchLegacy(file));
}

/// A format of one file: how it begins, and its reader. In this order; a length may look like other beginnings.
struct FileFormat {
    std::string_view name;
    bool (*recognises)(const MappedFile&);
    Checkpoint (*read)(const FilePtr&);
};

constexpr std::array kFileFormats{
    FileFormat{"torch zip", looksLikeZip, readAsZip},
    FileFormat{"safetensors", looksLikeSafetensors, readAsSafetensors},
    FileFormat{"torch legacy", looksLikeLegacy, readAsLegacy},
};

[[noreturn]] void refuseUnknown(const MappedFile& file)
{
    const FileRefusal refusal(file.path(), "checkpoint");
    if (file.size() == 0)
        refusal.refuse("it is empty");
    if (const std::string foreign = foreignFileName(file.bytes()); !foreign.empty())
        refusal.refuse(foreign, ErrorCode::UnsupportedFormat);
    if (file.path().extension() == ".safetensors")
        parseSafetensorsHeader(file.bytes(), file.path()); // says what is wrong with it
    refusal.refuse("it is neither a safetensors file, nor one of torch.save, nor an index of shards (*.index.json)",
                   ErrorCode::UnsupportedFormat);
}

Checkpoint readOneFile(const FilePtr& file)
{
    for (const FileFormat& format : kFileFormats) {
        if (!format.recognises(*file))
            continue;
        Checkpoint checkpoint = format.read(file);
        checkpoint.format = format.name;
        checkpoint.files = {file->path()};
        return checkpoint;
    }
    refuseUnknown(*file);
}

/// Adds the tensors of one shard to those read so far.
class ShardMerger {
public:
    ShardMerger(const ShardIndex& index, const std::filesystem::path& path)
        : m_index(index), m_refusal(path, "shard index")
    {
    }

    void add(const std::string& shard, Checkpoint part)
    {
        for (auto& [name, tensor] : part.tensors) {
            const auto home = m_index.shardOf.find(name);
            if (home != m_index.shardOf.end() && home->second != shard)
                continue;
            // Like transformers, take what a shard holds beyond the index, but never two of one name.
            if (!m_result.tensors.emplace(name, std::move(tensor)).second)
                m_refusal.refuse("two of its shards hold " + quotedName(name));
        }
        for (ForeignTensor& tensor : part.foreign)
            m_result.foreign.push_back(std::move(tensor));
        if (!m_result.format.empty() && m_result.format != part.format)
            m_refusal.refuse("its shards are of different formats, " + m_result.format + " and " + part.format);
        m_result.format = part.format;
        m_result.otherEntries.insert(m_result.otherEntries.end(), part.otherEntries.begin(), part.otherEntries.end());
        m_result.files.insert(m_result.files.end(), part.files.begin(), part.files.end());
    }

    Checkpoint finish(std::size_t shards)
    {
        for (const auto& [name, shard] : m_index.shardOf)
            if (!m_result.tensors.count(name) &&
                std::ranges::find(m_result.foreign, name, &ForeignTensor::name) == m_result.foreign.end())
                m_refusal.refuse("the shard " + quotedName(shard) + " lacks the tensor " + quotedName(name));
        m_result.format += ", " + std::to_string(shards) + (shards == 1 ? " shard" : " shards");
        m_result.metadata = m_index.metadata;
        return std::move(m_result);
    }

private:
    const ShardIndex& m_index;
    FileRefusal m_refusal;
    Checkpoint m_result;
};

Checkpoint readShard(const std::filesystem::path& index, const std::string& shard)
{
    try {
        return readOneFile(std::make_shared<MappedFile>(index.parent_path() / shard));
    } catch (const Error& e) {
        throw e.withContext("A shard of " + index.string());
    }
}

Checkpoint readShards(const FilePtr& file)
{
    const ShardIndex index = parseShardIndex(file->bytes(), file->path());
    std::set<std::string> shards;
    for (const auto& item : index.shardOf)
        shards.insert(item.second);
    if (shards.size() > kMaxShards)
        FileRefusal(file->path(), "shard index")
            .refuse("it names more than " + std::to_string(kMaxShards) + " shards", ErrorCode::TooLarge);
    ShardMerger merger(index, file->path());
    for (const std::string& shard : shards) {
        merger.add(shard, readShard(file->path(), shard));
    }
    Checkpoint checkpoint = merger.finish(shards.size());
    checkpoint.files.insert(checkpoint.files.begin(), file->path());
    return checkpoint;
}

std::filesystem::path weightsIn(const std::filesystem::path& folder)
{
    std::string looked;
    for (const std::string_view name : kFolderFiles) {
        const std::filesystem::path candidate = folder / name;
        std::error_code code;
        if (std::filesystem::exists(candidate, code))
            return candidate;
        looked += (looked.empty() ? "" : name == kFolderFiles.back() ? " or " : ", ") + std::string(name);
    }
    throw Error(ErrorCode::FileNotFound, sentence("%1 holds no weights: put %2 there.", folder.string(), looked));
}

[[noreturn]] void throwTooLarge(const MappedFile& file)
{
    throw Error(ErrorCode::TooLarge, sentence("%1 needs more memory than is free.", file.path().string()));
}

} // namespace

Checkpoint readCheckpoint(const std::filesystem::path& path)
{
    std::error_code code;
    const bool folder = std::filesystem::is_directory(path, code);
    return readCheckpoint(std::make_shared<MappedFile>(folder ? weightsIn(path) : path));
}

Checkpoint readCheckpoint(const std::shared_ptr<MappedFile>& file)
try {
    const bool oneFile = std::any_of(kFileFormats.begin(), kFileFormats.end(),
                                     [&](const FileFormat& format) { return format.recognises(*file); });
    return !oneFile && looksLikeJson(*file) ? readShards(file) : readOneFile(file);
} catch (const std::bad_alloc&) {
    throwTooLarge(*file);
} catch (const c10::Error& e) {
    const Error error = asError(e);
    if (error.code() == ErrorCode::TooLarge)
        throwTooLarge(*file);
    throw error.withContext(file->path().string());
}

} // namespace vbs
