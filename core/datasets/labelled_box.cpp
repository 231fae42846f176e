#include "core/datasets/labelled_box.h"

#include <algorithm>

namespace vbs {

std::vector<LabelledBox> clipToPicture(const std::vector<LabelledBox>& boxes, int width, int height, const char* array,
                                       std::vector<std::string>& empty)
{
    std::vector<LabelledBox> inside;
    const auto right = static_cast<float>(width), bottom = static_cast<float>(height);
    for (const LabelledBox& given : boxes) {
        const Box& b = given.box;
        const Box cut{std::clamp(b.x1, 0.f, right), std::clamp(b.y1, 0.f, bottom), std::clamp(b.x2, 0.f, right),
                      std::clamp(b.y2, 0.f, bottom)};
        if (cut.width() > 0 && cut.height() > 0)
            inside.push_back({cut, given.label, given.record});
        else
            empty.push_back(std::string(array) + "[" + std::to_string(given.record) + "] (\"" + given.label + "\")");
    }
    return inside;
}

} // namespace vbs
