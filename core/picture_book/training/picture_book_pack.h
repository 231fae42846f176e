#pragma once

#include "core/picture_book/training/training_net.h"

#include <filesystem>

namespace vbs {

/// Writes the finished pack: extractor, vocabulary, answers, and the VQA model in half precision with Hugging
/// Face's layout and names. The small teaching heads stay behind.
/// @throws Error (FileUnwritable, FileNotFound).
void writePictureBookPack(const std::filesystem::path& folder, const std::filesystem::path& extractorFolder,
                          const std::filesystem::path& vocabularyFile, const VisualBertConfig& config, TrainingNet net);

} // namespace vbs
