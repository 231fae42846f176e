#include "core/base/error.h"
#include "core/datasets/annotations_beside.h"
#include "core/datasets/box_file.h"
#include "tests/fuzz/fuzz_file.h"

#include <cstdlib>

namespace {

/// A file that somebody's boxes were saved into is one that still can be read, with them in it.
void save(vbs::OwnBoxes (*saveAs)(const std::filesystem::path&, const vbs::AnnotatedPicture&, const vbs::OwnBoxes&),
          const std::filesystem::path& file)
{
    const vbs::AnnotatedPicture picture{file.parent_path() / "boxes.png", 10, 10};
    const vbs::OwnBoxes own{{{{1, 1, 2, 2}, "a", -1}, {{3, 3, 4, 4}, "", -1}}, {}};
    try {
        saveAs(file, picture, own);
    } catch (const vbs::Error&) {
        return;
    }
    const auto source = vbs::openBoxSource(file);
    for (std::size_t i = 0; i < source->pictures().size(); ++i) {
        try {
            if (source->boxesOf(i).boxes.size() >= own.boxes.size())
                return;
        } catch (const vbs::Error&) {
            // another picture's records may have been damaged before
        }
    }
    std::abort();
}

} // namespace

/// Files of annotations that this program writes into, and its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::filesystem::path file = vbs::fuzz::pathOf(data, size, "boxes.json");
    save(vbs::saveAsLabelme, file);
    vbs::fuzz::pathOf(data, size, "boxes.json");
    vbs::annotationsBeside({file.parent_path() / "boxes.png", 10, 10});
    save(vbs::saveAsCoco, file);
    vbs::fuzz::pathOf(data, size, "ab.json");
    try {
        const vbs::OwnBoxStore store(file.parent_path());
        if (const auto kept = store.load("ab"))
            store.save("ab", kept->picture, kept->boxes);
    } catch (const vbs::Error&) {
    }
    return 0;
}
