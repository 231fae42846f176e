#include "core/report/annotate_overlay.h"

#include "core/image/transform.h"
#include "core/report/heatmap.h"

#include <algorithm>
#include <cmath>

namespace vbs::annotation {

namespace {

constexpr int kMinPictureWidth = 640, kPictureWidth = 960, kMaxPictureSide = 1600;
constexpr int kLegendBar = 22, kLongestLegend = 420;
constexpr int kMostColumns = 3, kTallestPanel = 420, kPanelCaption = 44;
constexpr int kFlatLegendBar = 240, kFlatLegendThickness = 12, kFlatLegendLine = 34, kLegendLine = 24;
constexpr double kSamples[] = {1, 0.5, 0.25};

/// A frame as a region of this strength has it.
void drawSample(Drawing& drawing, const Frame& place, double strength)
{
    drawing.outline(place, kDarkHalo, int(std::lround(heatFrameWidth(strength))) + 2);
    drawing.outline(place, kHeatLine, int(std::lround(heatFrameWidth(strength))));
}

void drawLegend(Drawing& drawing, const Legend& legend, int left, int top, int height)
{
    drawing.text(legend.title, left, top + kSmallHeight / 2, {kSmallHeight, kInk, TextPainter::Weight::Bold});
    const int linesHeight = int(legend.lines.size()) * kLegendLine;
    const int first = top + 2 * kSmallHeight, last = top + height - kSmallHeight / 2 - linesHeight;
    int bottom = first;
    if (legend.maximum <= 0) {
        bottom -= kSmallHeight; // no region has a weight: a scale would say "0 %" throughout
    } else if (legend.look.style == HeatStyle::Map) {
        const int length = std::max(1, std::min(last - first, kLongestLegend));
        drawing.ramp({left, first, kLegendBar, length}, kHeatMap, Drawing::Ramp::Upward);
        for (const double part : {0., 0.25, 0.5, 0.75, 1.}) {
            const int y = first + int(std::lround((1 - part) * (length - 1)));
            drawing.fill({left + kLegendBar, y, 5, 1}, kFaint);
            drawing.text(percent(part * legend.maximum), left + kLegendBar + 9, y, {kSmallHeight, kFaint});
        }
        bottom = first + length + kSmallHeight;
    } else {
        for (const double part : kSamples) {
            drawSample(drawing, {left + 3, bottom, kLegendBar - 4, kLegendBar - 4}, part);
            drawing.text(percent(part * legend.maximum), left + kLegendBar + 12, bottom + kLegendBar / 2 - 2,
                         {kSmallHeight, kFaint});
            bottom += kLegendBar + 14;
        }
    }
    bottom += kSmallHeight;
    for (const std::string& line : legend.lines) {
        drawing.text(line, left, bottom, {kSmallHeight, kFaint});
        bottom += kLegendLine;
    }
}

} // namespace

ReportSize reportSizeOf(const RgbImage& picture)
{
    const int longer = std::max(picture.width, picture.height);
    if (longer > kMaxPictureSide) {
        const double scale = double(kMaxPictureSide) / longer;
        return {std::max(1, int(std::lround(picture.width * scale))),
                std::max(1, int(std::lround(picture.height * scale)))};
    }
    if (picture.width >= kMinPictureWidth)
        return {picture.width, picture.height};
    const int byWidth = std::max(1, kPictureWidth / picture.width);
    const int byHeight = std::max(1, kMaxPictureSide / picture.height);
    const int factor = std::min(byWidth, byHeight);
    return {picture.width * factor, picture.height * factor};
}

RgbImage atReportSize(const RgbImage& picture)
{
    const ReportSize size = reportSizeOf(picture);
    return size.width == picture.width && size.height == picture.height ? picture
                                                                        : atSize(picture, size.width, size.height);
}

RgbImage atSize(const RgbImage& picture, int width, int height)
{
    width = std::max(1, width);
    height = std::max(1, height);
    const bool smaller = width <= picture.width && height <= picture.height;
    return smaller ? resizeArea(picture, width, height) : resizeBilinear(picture, width, height);
}

void drawOverlay(Drawing& drawing, const Overlay& overlay, int left, int top, TextPainter& text)
{
    const RgbImage& picture = overlay.picture;
    const Frame area{left, top, picture.width, picture.height};
    double maximum = 0;
    if (overlay.weights.empty()) {
        drawing.picture(picture, left, top);
    } else {
        maximum = overlay.maximum > 0 ? overlay.maximum
                                      : heatMaximum(overlay.look, greatestWeight(*overlay.regions, overlay.weights));
        const Heatmap heatmap =
            renderHeatmap(*overlay.regions, overlay.weights, picture.width, picture.height, maximum);
        drawing.picture(blendHeatmap(picture, heatmap, overlay.look), left, top);
    }
    if (overlay.tagged.empty())
        paintRegions(
            drawing, area, *overlay.regions,
            {overlay.boxes, overlay.boxes || overlay.look.style == HeatStyle::Frames, overlay.weights, maximum}, text);
    else
        paintTagged(drawing, area, *overlay.regions, overlay.tagged, text);
}

Pictures::Pictures(const Page& page, std::vector<Overlay> overlays, std::vector<std::string> captions, Legend legend)
    : m_overlays(std::move(overlays)), m_captions(std::move(captions)), m_legend(std::move(legend)),
      m_text(&page.text())
{
}

int Pictures::height() const
{
    int height = 0;
    for (const Overlay& overlay : m_overlays)
        height = std::max(height, overlay.picture.height);
    return height + (m_captions.empty() ? 0 : kCaption);
}

void Pictures::draw(Drawing& drawing, int top) const
{
    int left = kMargin;
    bool weighted = false;
    if (!m_captions.empty()) {
        int captionLeft = left;
        for (std::size_t i = 0; i < m_overlays.size(); ++i) {
            drawing.text(m_captions[i], captionLeft, top + kSmallHeight / 2,
                         {kSmallHeight, kFaint, TextPainter::Weight::Bold});
            captionLeft += m_overlays[i].picture.width + kGap;
        }
        top += kCaption;
    }
    int height = 0;
    for (const Overlay& overlay : m_overlays) {
        drawOverlay(drawing, overlay, left, top, *m_text);
        left += overlay.picture.width + kGap;
        height = std::max(height, overlay.picture.height);
        weighted = weighted || !overlay.weights.empty();
    }
    if (weighted)
        drawLegend(drawing, m_legend, left - kGap + 22, top, height);
}

Panels::Panels(const Page& page, std::vector<Panel> panels) : m_panels(std::move(panels)), m_text(&page.text())
{
    // Four look better in two rows of two than as three and one.
    const int count = std::max(1, int(m_panels.size()));
    m_columns = count == 4 ? 2 : std::min(count, kMostColumns);
    m_cellWidth = (page.inner() - (m_columns - 1) * Pictures::kGap) / m_columns;
    m_cellHeight = 1;
    for (Panel& panel : m_panels) {
        const RgbImage& picture = panel.overlay.picture;
        const double scale = std::min(double(m_cellWidth) / picture.width, double(kTallestPanel) / picture.height);
        panel.overlay.picture = atSize(picture, int(picture.width * scale), int(picture.height * scale));
        m_cellHeight = std::max(m_cellHeight, panel.overlay.picture.height);
    }
}

int Panels::height() const
{
    const int rows = (int(m_panels.size()) + m_columns - 1) / m_columns;
    return rows * (m_cellHeight + kPanelCaption);
}

void Panels::draw(Drawing& drawing, int top) const
{
    constexpr int kChip = 14;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        const Panel& panel = m_panels[i];
        const int left = kMargin + (int(i) % m_columns) * (m_cellWidth + Pictures::kGap);
        const int y = top + (int(i) / m_columns) * (m_cellHeight + kPanelCaption);
        drawOverlay(drawing, panel.overlay, left, y, *m_text);
        const int middle = y + m_cellHeight + 16;
        drawing.fill({left, middle - kChip / 2, kChip, kChip}, panel.color);
        const int valueWidth = m_text->widthOf(panel.value, kSmallHeight + 1);
        const int captionWidth = m_cellWidth - kChip - 8 - valueWidth - 10;
        drawing.text(m_text->shorten(panel.caption, captionWidth, kSmallHeight + 1, TextPainter::Weight::Bold),
                     left + kChip + 8, middle, {kSmallHeight + 1, kInk, TextPainter::Weight::Bold});
        drawing.text(panel.value, left + m_cellWidth - valueWidth, middle, {kSmallHeight + 1, kFaint});
    }
}

int FlatLegend::height() const
{
    return kFlatLegendLine;
}

void FlatLegend::draw(Drawing& drawing, int top) const
{
    const int middle = top + kFlatLegendLine / 2;
    int left = kMargin;
    const auto write = [&](const std::string& text, const TextStyle& style) {
        drawing.text(text, left, middle, style);
        left += m_text->widthOf(text, style.height, style.weight) + 10;
    };
    write(m_legend.title, {kSmallHeight, kInk, TextPainter::Weight::Bold});
    if (m_legend.look.style != HeatStyle::Map) {
        for (const double part : kSamples) {
            drawSample(drawing, {left, middle - 9, 18, 18}, part);
            left += 28;
            write(percent(part * m_legend.maximum), {kSmallHeight, kFaint});
        }
        return;
    }
    write(percent(0), {kSmallHeight, kFaint});
    drawing.ramp({left, middle - kFlatLegendThickness / 2, kFlatLegendBar, kFlatLegendThickness}, kHeatMap,
                 Drawing::Ramp::Rightward);
    left += kFlatLegendBar + 10;
    write(percent(m_legend.maximum), {kSmallHeight, kFaint});
}

} // namespace vbs::annotation
