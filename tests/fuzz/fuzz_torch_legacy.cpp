#include "core/checkpoint/torch_file.h"
#include "tests/fuzz/fuzz_input.h"

/// torch.save's format before PyTorch 1.6.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        vbs::fuzz::touch(vbs::readTorchLegacy(vbs::fuzz::fileOf(data, size)).tensors);
    } catch (const vbs::Error&) {
    }
    return 0;
}
