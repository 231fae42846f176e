#include "core/image/evaluation_crop.h"

#include "core/base/error.h"

#include <algorithm>
#include <limits>

namespace vbs {

namespace {

/// Where a square begins along one side: in the middle, halves to even; negative where the side is too short.
int centredStart(int side, int crop)
{
    if (side < crop)
        return -((crop - side) / 2);
    const int half = (side - crop) / 2;
    const bool odd = (side - crop) % 2 == 1;
    return odd && half % 2 == 1 ? half + 1 : half;
}

int scaledSide(int resize, int longer, int shorter)
{
    const double side = double(resize) * longer / shorter;
    if (side > std::numeric_limits<int>::max())
        throw Error(ErrorCode::TooLarge,
                    sentence("A picture of %1 by %2 pixels is too narrow to be resized.", longer, shorter));
    return static_cast<int>(side);
}

} // namespace

EvaluationCrop::EvaluationCrop(ImageSize picture, int resize, int crop) : m_picture(picture)
{
    if (picture.width < 1 || picture.height < 1 || resize < 1 || crop < 1)
        throw Error(ErrorCode::InvalidArgument, sentence("An empty picture cannot be cropped."));
    if (picture.width <= picture.height)
        m_resized = {resize, scaledSide(resize, picture.height, picture.width)};
    else
        m_resized = {scaledSide(resize, picture.width, picture.height), resize};
    m_window = {centredStart(m_resized.width, crop), centredStart(m_resized.height, crop), crop, crop};
}

RgbImage EvaluationCrop::pixelsOf(const RgbImage& image) const
{
    if (image.width != m_picture.width || image.height != m_picture.height)
        throw Error(ErrorCode::InvalidArgument, sentence("The picture has another size than the crop was made for."));
    PixelWindow inside;
    inside.x = std::max(0, m_window.x);
    inside.y = std::max(0, m_window.y);
    inside.width = std::min(m_resized.width, m_window.x + m_window.width) - inside.x;
    inside.height = std::min(m_resized.height, m_window.y + m_window.height) - inside.y;
    RgbImage part = resizeAntialiased(image, m_resized.width, m_resized.height, inside);
    if (inside == m_window)
        return part;
    RgbImage result(m_window.width, m_window.height);
    for (int y = 0; y < inside.height; ++y)
        std::copy(part.row(y), part.row(y) + 3 * inside.width,
                  result.row(inside.y - m_window.y + y) + 3 * (inside.x - m_window.x));
    return result;
}

Box EvaluationCrop::toOriginal(const Box& box) const
{
    const auto along = [](float position, int start, int resized, int original) {
        const double place = (double(position) + start) * original / resized;
        return static_cast<float>(std::clamp(place, 0., double(original)));
    };
    return {along(box.x1, m_window.x, m_resized.width, m_picture.width),
            along(box.y1, m_window.y, m_resized.height, m_picture.height),
            along(box.x2, m_window.x, m_resized.width, m_picture.width),
            along(box.y2, m_window.y, m_resized.height, m_picture.height)};
}

} // namespace vbs
