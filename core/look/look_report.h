#pragma once

#include "core/base/json.h"
#include "core/look/attention_grid.h"
#include "core/look/hiding_curves.h"
#include "core/look/smallest_flip.h"

#include <string>

namespace vbs {

// What was looked into, for people (lines of text) and for other programs (JSON in full precision).

/// "orange ball"; of two pictures "left: orange ball". @param region counted over both, the left one's first.
std::string regionNameIn(const InferenceResult& result, std::size_t region);

/// What the positions are, in their order: {"token": …} or {"region": …}.
OrderedJson positionsJson(const Inspection& inspection);

std::string layersText(const Inspection& inspection);
OrderedJson layersJson(const Inspection& inspection);

std::string attentionText(const Inspection& inspection);
OrderedJson attentionJson(const Inspection& inspection);

/// @param result of the same question, for the regions' names.
std::string flipText(const SmallestFlip& flip, const InferenceResult& result);
OrderedJson flipJson(const SmallestFlip& flip, const InferenceResult& result);

std::string curvesText(const HidingCurves& curves);
OrderedJson curvesJson(const HidingCurves& curves, const InferenceResult& result);

} // namespace vbs
