#pragma once

#include "core/engine/inference_types.h"
#include "core/report/annotate_page.h"
#include "core/report/heat_look.h"
#include "core/report/region_painter.h"

#include <span>
#include <string>
#include <vector>

/// Pictures with heatmap and boxes. For sources only.
namespace vbs::annotation {

/// The size that atReportSize gives a picture.
struct ReportSize {
    int width = 0, height = 0;
};
ReportSize reportSizeOf(const RgbImage& picture);

/// Enlarged by a whole factor where small, shrunk where huge, so that tags and letters fit the picture.
RgbImage atReportSize(const RgbImage& picture);

/// Smoothly, whichever way; at least one pixel.
RgbImage atSize(const RgbImage& picture, int width, int height);

/// A picture and what lies over it. The regions and weights must outlive it.
struct Overlay {
    RgbImage picture; ///< at its size on the page
    const RegionSet* regions = nullptr;
    std::span<const double> weights; ///< one a region; empty: no heatmap
    double maximum = 0;              ///< the weight that is drawn strongest; 0: as the look says of these
    HeatLook look;
    bool boxes = false;               ///< all object regions with their labels
    std::vector<TaggedRegion> tagged; ///< these regions besides
};

void drawOverlay(Drawing& drawing, const Overlay& overlay, int left, int top, TextPainter& text);

/// What the heatmap's signs mean: a map's colours, or frames of growing thickness.
struct Legend {
    std::string title;
    double maximum = 0; ///< the weight that is drawn strongest
    HeatLook look;
    std::vector<std::string> lines{}; ///< below
};

/// One or two pictures of the same height side by side, with a legend at their right when they have weights.
class Pictures : public Block {
public:
    Pictures(const Page& page, std::vector<Overlay> overlays, std::vector<std::string> captions, Legend legend);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

    static constexpr int kGap = 20, kCaption = 28;

private:
    std::vector<Overlay> m_overlays;
    std::vector<std::string> m_captions; ///< one a picture, or none at all
    Legend m_legend;
    TextPainter* m_text;
};

/// A small picture with a caption below it.
struct Panel {
    Overlay overlay; ///< its picture is shrunk to fit
    std::string caption, value;
    Rgb color{}; ///< of the chip before the caption
};

/// Small pictures in rows of at most three, all of one size.
class Panels : public Block {
public:
    Panels(const Page& page, std::vector<Panel> panels);
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    std::vector<Panel> m_panels;
    int m_columns, m_cellWidth, m_cellHeight;
    TextPainter* m_text;
};

/// A legend in one line.
class FlatLegend : public Block {
public:
    FlatLegend(const Page& page, Legend legend) : m_legend(std::move(legend)), m_text(&page.text()) {}
    int height() const override;
    void draw(Drawing& drawing, int top) const override;

private:
    Legend m_legend;
    TextPainter* m_text;
};

} // namespace vbs::annotation
