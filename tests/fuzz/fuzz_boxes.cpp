#include "core/base/error.h"
#include "core/datasets/box_file.h"
#include "tests/fuzz/fuzz_file.h"

/// COCO's and labelme's boxes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        vbs::BoxFile::open(vbs::fuzz::pathOf(data, size, "boxes.json"));
    } catch (const vbs::Error&) {
    }
    return 0;
}
