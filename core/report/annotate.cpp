#include "core/report/annotate.h"

#include "core/base/error.h"
#include "core/engine/explanation_methods.h"
#include "core/report/heatmap.h"
#include "core/report/raster_drawing.h"
#include "core/report/task_report.h"

namespace vbs {

namespace annotation {

namespace {

void requirePicture(const ImagePtr& picture)
{
    if (!picture || picture->empty())
        throw Error(ErrorCode::InvalidArgument, sentence("An empty picture cannot be annotated."));
}

} // namespace

Page pageOf(const Input& input, TextPainter& text)
{
    requirePicture(input.request.image);
    if (taskInfo(input.request.task).pair)
        requirePicture(input.request.rightImage);
    return taskReport(input.request.task).page(input, text);
}

std::string legendTitle(const InferenceResult& result)
{
    const ExplanationMethod method = result.explanation.request.method;
    return std::string(nameOf(method == ExplanationMethod::None ? ExplanationMethod::Attention : method));
}

std::vector<std::string> shareLines(const InferenceResult& result)
{
    const auto shares = heatShares(result.explanation);
    if (!shares)
        return {};
    return {"regions " + percent(shares->regions + shares->rightRegions), "words " + percent(shares->words)};
}

Page picturePage(const Input& input, TextPainter& text)
{
    const AnnotationOptions& options = input.options;
    std::vector<Overlay> overlays;
    overlays.push_back({atReportSize(*input.request.image),
                        &input.result.regions,
                        options.weights,
                        0,
                        options.look,
                        options.boxes,
                        {}});
    const Legend legend{legendTitle(input.result),
                        heatMaximum(options.look, greatestWeight(input.result.regions, options.weights)), options.look,
                        shareLines(input.result)};
    Page page(overlays[0].picture.width + (options.weights.empty() ? 0 : kLegendWidth), text);
    page.add(0, Pictures(page, std::move(overlays), {}, legend));
    return page;
}

} // namespace annotation

AnnotationOptions optionsFor(const InferenceResult& result)
{
    AnnotationOptions options;
    options.weights = result.explanation.regions;
    options.rightWeights = result.explanation.rightRegions;
    return options;
}

RgbImage annotateResult(const InferenceRequest& request, const InferenceResult& result,
                        const AnnotationOptions& options)
{
    TextPainter text;
    const annotation::Page page = annotation::pageOf({request, result, options}, text);
    RgbImage image(page.width(), page.height());
    RasterDrawing drawing(image, annotation::kPaper, text);
    page.draw(drawing);
    return image;
}

RgbImage annotatePicture(const RgbImage& picture, const InferenceResult& result, const std::string& question,
                         const AnnotationOptions& options)
{
    InferenceRequest request;
    request.image = ImagePtr(ImagePtr(), &picture); // not owned
    request.text = question;
    return annotateResult(request, result, options);
}

RgbImage overlaidPicture(const RgbImage& picture, const RegionSet& regions, std::span<const double> weights,
                         const AnnotationOptions& options, double maximum)
{
    if (picture.empty())
        throw Error(ErrorCode::InvalidArgument, sentence("An empty picture cannot be annotated."));
    TextPainter text;
    const annotation::Overlay overlay{
        annotation::atReportSize(picture), &regions, weights, maximum, options.look, options.boxes, {}};
    RgbImage image(overlay.picture.width, overlay.picture.height);
    RasterDrawing drawing(image, annotation::kPaper, text);
    annotation::drawOverlay(drawing, overlay, 0, 0, text);
    return image;
}

} // namespace vbs
