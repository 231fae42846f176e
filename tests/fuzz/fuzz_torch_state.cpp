#include "core/checkpoint/torch_file.h"
#include "core/checkpoint/torch_state_dict.h"
#include "tests/fuzz/fuzz_input.h"

#include <map>
#include <string>

#include <zlib.h>

namespace {

/// Writes a plain zip archive.
class ZipWriter {
public:
    void add(const std::string& name, std::string_view bytes)
    {
        const auto offset = std::uint32_t(m_out.size());
        const std::string header = headerOf(name, bytes);
        put(m_out, 0x04034b50, 4);
        m_out += header + name;
        m_out += bytes;
        put(m_directory, 0x02014b50, 4);
        put(m_directory, 0, 2);
        m_directory += header;
        put(m_directory, 0, 2 + 2 + 2 + 4);
        put(m_directory, offset, 4);
        m_directory += name;
        ++m_count;
    }

    std::string finish()
    {
        const auto begin = m_out.size();
        m_out += m_directory;
        put(m_out, 0x06054b50, 4);
        put(m_out, 0, 4);
        put(m_out, m_count, 2);
        put(m_out, m_count, 2);
        put(m_out, m_directory.size(), 4);
        put(m_out, begin, 4);
        put(m_out, 0, 2);
        return m_out;
    }

private:
    static void put(std::string& out, std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i, value >>= 8)
            out += char(value & 0xff);
    }

    /// From the needed version to the lengths, alike in both places.
    static std::string headerOf(const std::string& name, std::string_view bytes)
    {
        std::string header;
        put(header, 0, 2 + 2 + 2 + 4);
        put(header, ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()), 4);
        put(header, bytes.size(), 4);
        put(header, bytes.size(), 4);
        put(header, name.size(), 2);
        put(header, 0, 2);
        return header;
    }

    std::string m_out, m_directory;
    std::uint64_t m_count = 0;
};

/// An archive with right checksums around the pickle, and storages as long as the pickle wants them.
std::string archiveAround(std::span<const std::byte> pickleBytes, const vbs::FileRefusal& refusal)
{
    constexpr std::uint64_t kMostBytes = 1 << 20;
    const vbs::Pickle pickle = vbs::readPickle(pickleBytes, refusal);
    std::map<std::string, std::uint64_t> storages;
    for (const vbs::TorchStorage& storage : vbs::torchStorages(pickle, refusal))
        storages.emplace(storage.key, storage.bytes());
    ZipWriter writer;
    writer.add("archive/data.pkl", {reinterpret_cast<const char*>(pickleBytes.data()), pickleBytes.size()});
    writer.add("archive/byteorder", pickleBytes.size() % 4 == 0 ? "big" : "little");
    std::uint64_t total = 0;
    for (const auto& [key, bytes] : storages)
        if (bytes <= kMostBytes && (total += bytes) <= kMostBytes)
            writer.add("archive/data/" + key, std::string(bytes, '\1'));
    return writer.finish();
}

} // namespace

/// A pickle inside an archive that is otherwise right: the way from names to tensors, with both byte orders.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = vbs::fuzz::fileOf(data, size);
    const vbs::FileRefusal refusal(file->path(), "torch.save");
    try {
        const std::string archive = archiveAround(vbs::fuzz::pickleIn(*file), refusal);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(archive.data());
        vbs::fuzz::touch(vbs::readTorchZip(vbs::fuzz::fileOf(bytes, archive.size())).tensors);
    } catch (const vbs::Error&) {
    }
    return 0;
}
