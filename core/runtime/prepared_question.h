#pragma once

#include "core/nn/visual_bert/visual_bert_inputs.h"
#include "core/regions/extracted_regions.h"
#include "core/regions/region_store.h"
#include "core/runtime/task_head.h"

#include <c10/core/Device.h>

#include <cstdint>
#include <span>
#include <vector>

namespace vbs {

/// One picture of a question, with what was found in it.
struct PictureRegions {
    RegionStore::Entry found;                  ///< never null
    const std::vector<bool>* hidden = nullptr; ///< by the question; empty: none

    std::int64_t count() const;
    /// int64 [count]: 1 for what the model may see. @throws Error (Mismatch) for another number of marks.
    at::Tensor mask() const;
};

/// A question as the network reads it.
struct PreparedQuestion {
    const InferenceRequest* request = nullptr;
    const TaskHead* head = nullptr;
    std::vector<PictureRegions> sides; ///< one or two
    EncodedRequest encoded;
    VisualBertInputs inputs; ///< of one sample: (1, …), for choices (1, choices, …)

    /// Which regions are hidden, those of the left picture first.
    std::vector<bool> hiddenRegions() const;
};

/// Fills the inputs from all else. @param precision of the network's features.
void prepareInputs(PreparedQuestion& question, at::ScalarType precision, c10::Device device);

/// Takes the pictures away from the inputs: no region may be attended to, so that not even their number is told.
void hidePictures(VisualBertInputs& inputs);

/// Several samples as one: shorter ones are filled up on the right with what no mask lets through.
/// @param questions of one task and one number of sequences.
VisualBertInputs joinedInputs(std::span<const PreparedQuestion* const> questions);

/// What the network said of one of the joined samples, without what filled it up.
VisualBertOutputs outputsOf(const VisualBertOutputs& joined, std::int64_t sample, const PreparedQuestion& question);

} // namespace vbs
