#include "core/datasets/labelled_box.h"

#include "core/base/error.h"

#include <algorithm>

namespace vbs {

std::vector<LabelledBox> clipToPicture(const std::vector<LabelledBox>& boxes, int width, int height,
                                       const std::string& file, const char* array)
{
    std::vector<LabelledBox> inside;
    std::string empty;
    std::size_t emptyCount = 0;
    const auto right = static_cast<float>(width), bottom = static_cast<float>(height);
    for (const LabelledBox& given : boxes) {
        const Box& b = given.box;
        const Box cut{std::clamp(b.x1, 0.f, right), std::clamp(b.y1, 0.f, bottom), std::clamp(b.x2, 0.f, right),
                      std::clamp(b.y2, 0.f, bottom)};
        if (cut.width() > 0 && cut.height() > 0) {
            inside.push_back({cut, given.label, given.record});
            continue;
        }
        ++emptyCount;
        empty += (empty.empty() ? "" : ", ") + std::string(array) + "[" + std::to_string(given.record) + "] (\"" +
                 given.label + "\")";
    }
    if (emptyCount > 0) {
        throw Error(ErrorCode::InvalidArgument, file + ": " + empty + (emptyCount == 1 ? " has" : " have") +
                                                    " no area inside the picture of " + std::to_string(width) + " x " +
                                                    std::to_string(height) + " pixels: correct or remove " +
                                                    (emptyCount == 1 ? "it." : "them."));
    }
    return inside;
}

} // namespace vbs
