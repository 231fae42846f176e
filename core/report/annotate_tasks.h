#pragma once

#include "core/report/annotate.h"
#include "core/report/annotate_overlay.h"
#include "core/report/annotate_page.h"

/// One page for each task. For sources only.
namespace vbs::annotation {

struct Input {
    const InferenceRequest& request;
    const InferenceResult& result;
    const AnnotationOptions& options;
};

Page askPage(const Input& input, TextPainter& text);
Page comparePage(const Input& input, TextPainter& text);
Page choosePage(const Input& input, TextPainter& text);
Page findPage(const Input& input, TextPainter& text);
Page fillPage(const Input& input, TextPainter& text);
Page matchPage(const Input& input, TextPainter& text);

/// The page of the request's task. @throws Error as annotateResult.
Page pageOf(const Input& input, TextPainter& text);

/// What the legend of the input's weights is called: the explanation's method.
std::string legendTitle(const InferenceResult& result);

/// How the explanation is shared out between all regions and the words, for its legend; empty where it is not.
std::vector<std::string> shareLines(const InferenceResult& result);

/// A page that begins with the one picture, its heatmap and boxes as the options say.
Page picturePage(const Input& input, TextPainter& text);

} // namespace vbs::annotation
