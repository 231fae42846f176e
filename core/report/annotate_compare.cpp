#include "core/report/annotate_tasks.h"
#include "core/report/annotate_text.h"
#include "core/report/heatmap.h"

#include <algorithm>

namespace vbs::annotation {

namespace {

constexpr int kPairWidth = 1240, kPairHeight = 640;

double aspectOf(const RgbImage& picture)
{
    return double(picture.width) / picture.height;
}

} // namespace

Page comparePage(const Input& input, TextPainter& text)
{
    const RgbImage& left = *input.request.image;
    const RgbImage& right = *input.request.rightImage;
    const InferenceResult& result = input.result;
    const AnnotationOptions& options = input.options;
    // Both of one height, and together as wide as fits.
    const int height = std::clamp(int(kPairWidth / (aspectOf(left) + aspectOf(right))), 1, kPairHeight);
    const double greatest = std::max(greatestWeight(result.regions, options.weights),
                                     greatestWeight(result.rightRegions, options.rightWeights));
    const Legend legend{legendTitle(result), heatMaximum(options.look, greatest), options.look, shareLines(result)};
    std::vector<Overlay> overlays;
    overlays.push_back({atSize(left, int(aspectOf(left) * height), height),
                        &result.regions,
                        options.weights,
                        legend.maximum,
                        options.look,
                        options.boxes,
                        {}});
    overlays.push_back({atSize(right, int(aspectOf(right) * height), height),
                        &result.rightRegions,
                        options.rightWeights,
                        legend.maximum,
                        options.look,
                        options.boxes,
                        {}});
    const bool weighted = !options.weights.empty() || !options.rightWeights.empty();
    Page page(overlays[0].picture.width + Pictures::kGap + overlays[1].picture.width + (weighted ? kLegendWidth : 0),
              text);
    page.add(0, Pictures(page, std::move(overlays), {"left", "right"}, legend));
    page.add(kMargin, Heading(page, input.request.text));
    page.add(0, Bars(page, barsOf(result.answers)));
    return page;
}

} // namespace vbs::annotation
