#pragma once

#include "core/engine/inference_types.h"
#include "core/report/drawing.h"

#include <span>
#include <string>
#include <vector>

namespace vbs {

/// A region's colour: the one its attribute names, else one by its label, the same in every picture.
Rgb colorOf(const Region& region);

/// One of six colours that are readable with every common colour blindness, over and over.
Rgb qualitativeColor(std::size_t index);

/// Black or white, whichever is easier to read on this.
Rgb readableOn(const Rgb& background);

/// A region that is outlined and, where there is room, gets a tag.
struct TaggedRegion {
    std::size_t region = 0;
    std::string tag; ///< empty: the outline alone
    Rgb color{};
};

/// Outlines all of them, then places the tags in this order; a region that comes twice gets two outlines, one in the
/// other. @param area where the picture is drawn. For sources only.
void paintTagged(Drawing& drawing, const Frame& area, const RegionSet& regions, std::span<const TaggedRegion> tagged,
                 TextPainter& text);

/// All object regions, tagged with attribute, label and score; the regions with the greatest weight (else score) get
/// their tags first. @param weights one a region, or empty.
void paintRegions(Drawing& drawing, const Frame& area, const RegionSet& regions, std::span<const double> weights,
                  TextPainter& text);

} // namespace vbs
