#pragma once

#include "core/engine/inference_types.h"
#include "core/report/heat_look.h"
#include "core/report/text_painter.h"

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

/// Parts of the HTML report. For sources only.
namespace vbs::html {

/// What lies over a picture.
struct PictureOverlay {
    const RegionSet& regions;
    std::span<const double> weights; ///< one a region; empty: no heatmap
    double maximum = 0;              ///< the weight that is drawn strongest
    double scale = 1;                ///< of the picture on the page; letters keep their size
};

/// The pictures of a report: each is embedded once, however many entries show it, and what lies over it is drawn as
/// SVG. The pictures given must outlive this.
class SharedPictures {
public:
    explicit SharedPictures(const HeatLook& look) : m_look(look) {}

    /// The picture with heatmap, boxes and labels, as an SVG element; empty without a picture.
    /// @throws Error (InvalidArgument) for a wrong count of weights.
    std::string shown(const ImagePtr& picture, const PictureOverlay& overlay);

    /// What shown() refers to; it stands before the first entry. Empty without pictures.
    std::string definitions() const;

private:
    struct Picture {
        int width = 0, height = 0; ///< as it is drawn
        std::string data;          ///< a data URI
        Rgb veil{};
    };

    std::size_t numberOf(const ImagePtr& picture);

    HeatLook m_look;
    TextPainter m_text;
    std::vector<Picture> m_pictures;
    std::unordered_map<const RgbImage*, std::size_t> m_known;
    std::map<std::string, std::size_t> m_byDigest;
    int m_drawn = 0; ///< names what belongs to one entry
};

} // namespace vbs::html
