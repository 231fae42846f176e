#include "core/base/error.h"
#include "core/datasets/dataset_formats.h"
#include "tests/fuzz/fuzz_file.h"

#include <algorithm>

/// Every format of data sets, whichever the file seems to be; the first byte says which is asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto formats = vbs::datasetFormats();
    const std::filesystem::path file = vbs::fuzz::pathOf(data + 1, size - 1, "set.json");
    const vbs::DatasetFiles files{file, file, file.parent_path()};
    try {
        const auto dataset = formats[data[0] % formats.size()].open(files, {});
        for (std::size_t i = 0; i < std::min<std::size_t>(dataset->count(), 20); ++i)
            dataset->at(i);
    } catch (const vbs::Error&) {
    }
    return 0;
}
