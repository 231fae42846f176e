#include "core/review/report_pictures.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "core/image/picture_data.h"
#include "core/image/transform.h"
#include "core/report/region_painter.h"
#include "core/report/svg_drawing.h"
#include "core/report/xml_text.h"

namespace vbs {

namespace {

constexpr int kSmallSide = 400;

std::string sizeIn(int width, int height)
{
    return " width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + "\"";
}

std::string nameOfSmall(std::size_t number)
{
    return "picture-" + std::to_string(number);
}

std::string figureElement(const std::string& content, const std::string& caption)
{
    return "<figure>" + content + (caption.empty() ? "" : "<figcaption>" + xmlText(caption) + "</figcaption>") +
           "</figure>\n";
}

} // namespace

const ReportPictures::Small& ReportPictures::smallOf(const std::filesystem::path& picture)
{
    const auto [place, isNew] = m_pictures.try_emplace(picture);
    Small& small = place->second;
    if (!isNew)
        return small;
    if (m_embedded >= m_most) {
        ++m_leftOut;
        small.fault = picture.filename().string() + " is not part of this report, which is kept small.";
        return small;
    }
    try {
        const RgbImage whole = readImageToShow(picture);
        const RgbImage shrunk = shrinkToFit(whole, kSmallSide);
        small = {smallDataUri(shrunk), {}, shrunk.width, shrunk.height, whole.width, whole.height, ++m_embedded};
    } catch (const Error& e) {
        small.fault = e.what();
    }
    return small;
}

std::string ReportPictures::shown(const std::filesystem::path& picture, const std::vector<ReportBox>& boxes, int width,
                                  int height, const std::string& caption)
{
    const Small& small = smallOf(picture);
    if (small.data.empty())
        return figureElement("<p class=\"absent\">" + xmlText(small.fault) + "</p>", caption);
    RegionSet regions{width > 0 ? width : small.wide, height > 0 ? height : small.high, {}};
    std::vector<TaggedRegion> tagged;
    for (const ReportBox& box : boxes) {
        tagged.push_back({regions.regions.size(), box.name, qualitativeColor(box.color)});
        regions.regions.emplace_back().box = box.box;
    }
    SvgDrawing drawn(m_text, "over-" + std::to_string(++m_drawn) + "-");
    if (!tagged.empty())
        paintTagged(drawn, {0, 0, small.width, small.height}, regions, tagged, m_text);
    return figureElement("<svg role=\"img\" aria-label=\"" + xmlText(picture.filename().string()) + "\"" +
                             sizeIn(small.width, small.height) + " viewBox=\"0 0 " + std::to_string(small.width) + " " +
                             std::to_string(small.height) + "\"><use href=\"#" + nameOfSmall(small.number) + "\"/>\n" +
                             drawn.body() + "</svg>",
                         caption);
}

std::string ReportPictures::definitions() const
{
    std::string images;
    for (const auto& [path, small] : m_pictures)
        if (!small.data.empty())
            images += "<image id=\"" + nameOfSmall(small.number) + "\"" + sizeIn(small.width, small.height) +
                      " href=\"" + small.data + "\"/>\n";
    // Not display: none, with which some readers leave out what refers to it.
    return images.empty() ? "" : "<svg class=\"shared\" width=\"0\" height=\"0\"><defs>\n" + images + "</defs></svg>\n";
}

} // namespace vbs
