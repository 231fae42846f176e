#include "core/checkpoint/safetensors.h"
#include "tests/fuzz/fuzz_input.h"

/// Header and tensors of a safetensors file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        vbs::fuzz::touch(vbs::readSafetensors(vbs::fuzz::fileOf(data, size)).tensors);
    } catch (const vbs::Error&) {
    }
    return 0;
}
