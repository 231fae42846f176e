#include "core/checkpoint/torch_file.h"
#include "core/checkpoint/zip_archive.h"
#include "tests/fuzz/fuzz_input.h"

/// The zip archive of torch.save as it lies in a file: directory, headers, checksums. What lies behind the checksums
/// is the target torch_state.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = vbs::fuzz::fileOf(data, size);
    try {
        const vbs::FileRefusal refusal(file->path(), "torch.save zip");
        const vbs::ZipArchive archive(file->bytes(), refusal);
        unsigned sum = 0;
        for (const auto& item : archive.records())
            if (!item.second.compressed)
                for (const std::byte byte : archive.bytes(item.first))
                    sum += unsigned(byte);
        static volatile unsigned sink = 0;
        sink = sum;
        vbs::fuzz::touch(vbs::readTorchZip(file).tensors);
    } catch (const vbs::Error&) {
    }
    return 0;
}
