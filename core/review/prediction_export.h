#pragma once

#include "core/base/progress.h"
#include "core/review/review_store.h"

#include <string>
#include <vector>

namespace vbs {

/// What the project's model answered, as the challenges take it.
struct PredictionExport {
    std::string text;        ///< of the file
    std::size_t results = 0; ///< in it: questions, statements, records, boxes or phrases
    /// Sentences on what is not in it, and on what measures it otherwise than reviewMetricsOf does before corrections.
    std::vector<std::string> remarks;
};

/// The form of the results of the data set's kind: what `visualbert metrics` reads, and measures as reviewMetricsOf
/// does by the annotation as it was.
///   VQA v2, LXMERT's   [{"question_id", "answer"}]
///   NLVR2              CSV: identifier, True or False
///   VCR                CSV: annot_id,answer_label,rationale_label. The leaderboard's form asks for a reason given each
///                      answer, of which a project has that of the right one only.
///   COCO               [{"image_id", "category_id", "bbox", "score"}]; ids are read from the data set's file
///   phrases            [{"type", "boxes", "scores", "gold", "picture"}], of each phrase the ten regions that are kept
/// @throws Error (InvalidArgument) when no model was asked; (UnsupportedFormat) for labelme's folders, and for VCR's
/// answers without reasons; (Mismatch) for a COCO file that has changed; (Cancelled).
PredictionExport exportPredictions(const ReviewStore& store, const JobControl& control = {});

} // namespace vbs
