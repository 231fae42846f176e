#pragma once

#include "core/report/annotate.h"

#include <string>

namespace vbs {

/// The same report as annotateResult as an SVG document: the picture (with its heatmap) is embedded as PNG; boxes,
/// labels, bars and texts are vectors and stay sharp. It refers to nothing outside.
/// @throws Error (InvalidArgument) as annotateResult.
std::string annotateSvg(const InferenceRequest& request, const InferenceResult& result,
                        const AnnotationOptions& options);

} // namespace vbs
