#pragma once

#include "core/regions/extractor_choice.h"

#include <filesystem>

namespace vbs {

/// `visualbert extract --explain-fit`: says on standard output which extractor a checkpoint wants, and
/// whether the one it has fits.
/// @param model a checkpoint's folder or config.json; empty: the models of request.pack.
/// @param request its extractor, where one is named, is judged instead of the pack's.
void explainFit(const std::filesystem::path& model, const ExtractorRequest& request, bool json);

} // namespace vbs
