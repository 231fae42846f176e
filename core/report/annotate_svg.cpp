#include "core/report/annotate_svg.h"

#include "core/report/annotate_tasks.h"
#include "core/report/svg_drawing.h"

namespace vbs {

std::string annotateSvg(const InferenceRequest& request, const InferenceResult& result,
                        const AnnotationOptions& options)
{
    TextPainter text;
    const annotation::Page page = annotation::pageOf({request, result, options}, text);
    SvgDrawing drawing(page.width(), page.height(), annotation::kPaper, text);
    page.draw(drawing);
    return drawing.finish();
}

} // namespace vbs
