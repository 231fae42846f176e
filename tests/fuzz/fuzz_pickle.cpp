#include "core/checkpoint/torch_state_dict.h"
#include "tests/fuzz/fuzz_input.h"

/// The pickle interpreter alone, and what it says of tensors and storages.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = vbs::fuzz::fileOf(data, size);
    const vbs::FileRefusal refusal(file->path(), "torch.save");
    try {
        const vbs::Pickle pickle = vbs::readPickle(vbs::fuzz::pickleIn(*file), refusal);
        vbs::torchStorages(pickle, refusal);
        vbs::torchStateDict(pickle, file->size(), refusal);
    } catch (const vbs::Error&) {
    }
    return 0;
}
