#pragma once

#include "core/datasets/json_record.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vbs {

/// One statement about two pictures (NLVR2, lil-lab).
struct Nlvr2Example {
    std::string identifier; ///< "dev-850-0-0": split, set, pair, sentence
    std::string sentence;
    std::optional<bool> label;         ///< absent in files whose answers are kept back
    std::string leftImage, rightImage; ///< names in the folder of pictures, mostly without a suffix; see PictureFolder
    std::vector<bool> votes{};         ///< of those who checked it: "validation" and "extra_validations"

    friend bool operator==(const Nlvr2Example&, const Nlvr2Example&) = default;
};

/// @throws Error (CorruptData) naming file, record and key.
Nlvr2Example nlvr2ExampleOf(const JsonRecord& record);

/// Reads both forms that are about, as JSON lines or as one array:
///   the original  identifier, sentence, label "True" or "False"; the pictures are called after the identifier
///   LXMERT's      identifier, sent, label 0 or 1, img0 (left), img1 (right)
/// Other keys are passed over.
/// @throws Error naming file, record and key: FileNotFound, FileUnreadable, TooLarge, CorruptData.
std::vector<Nlvr2Example> readNlvr2(const std::filesystem::path& path);

/// What statements share pictures: "dev-850" of "dev-850-0-0"; the whole identifier when it has another form.
std::string nlvr2SetOf(const std::string& identifier);

/// What statements are one sentence about several pairs, which consistency counts together: the identifier with its
/// third field left out, "dev-850--0", as lil-lab's metrics.py does it; the whole identifier when it has fewer.
std::string nlvr2ConsistencyGroupOf(const std::string& identifier);

} // namespace vbs
