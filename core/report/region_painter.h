#pragma once

#include "core/engine/inference_types.h"
#include "core/report/drawing.h"

#include <span>
#include <string>
#include <vector>

namespace vbs {

/// One of six colours that are readable with every common colour blindness, over and over.
Rgb qualitativeColor(std::size_t index);

/// Black or white, whichever is easier to read on this.
Rgb readableOn(const Rgb& background);

/// The part of the area, in which the picture is drawn, that a box covers. For sources only.
Frame placeOf(const Box& box, const RegionSet& regions, const Frame& area);

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

/// What of a picture's regions is drawn.
struct RegionPainting {
    bool boxes = true;               ///< all object regions with their names, where these are few enough to be read
    bool marks = true;               ///< those that matter get a frame and their share
    std::span<const double> weights; ///< one a region, or empty
    double maximum = 0;              ///< of the weights' scale, as heatMaximum gives it
};

/// Outlines and labels as the window draws them. Labels lie off each other, those of the heaviest regions first; where
/// no room is left, one has none.
void paintRegions(Drawing& drawing, const Frame& area, const RegionSet& regions, const RegionPainting& what,
                  TextPainter& text);

} // namespace vbs
