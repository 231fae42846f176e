#include "core/checkpoint/checkpoint_reader.h"
#include "core/checkpoint/key_map.h"
#include "tests/fuzz/fuzz_input.h"

/// A file of any format through the front door, and the renaming of its keys.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        vbs::RenameReport report;
        vbs::fuzz::touch(vbs::renameToCurrent(vbs::readCheckpoint(vbs::fuzz::fileOf(data, size)).tensors, report));
    } catch (const vbs::Error&) {
    }
    return 0;
}
