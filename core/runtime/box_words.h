#pragma once

#include "core/runtime/task_head.h"

#include <cstdint>

namespace vbs {

/// For each sequence and region the positions of the first word pieces of what names the region's box, as the network's
/// image_text_alignment: int64 [sequences, regions, A], -1 where there are fewer. As in uclanlp/visualbert's VCR loader
/// (dataloaders/vcr.py, with use_alignment as in its configurations).
/// @param firstBox the region of the request's first box: 1 where the whole picture stands before the boxes.
/// @return undefined where the form wants none or nothing names a box.
at::Tensor boxWords(const InferenceRequest& request, const EncodedRequest& encoded, std::int64_t regions,
                    std::int64_t firstBox);

} // namespace vbs
