#include "core/base/error.h"
#include "core/data/feature_tsv.h"
#include "tests/fuzz/fuzz_file.h"

/// Rows of a feature TSV.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const auto table = vbs::FeatureTsv::open(vbs::fuzz::pathOf(data, size, "features.tsv"));
        for (std::size_t row = 0; row < table.rows().size(); ++row) {
            try {
                table.read(row);
            } catch (const vbs::Error&) {
            }
        }
    } catch (const vbs::Error&) {
    }
    return 0;
}
