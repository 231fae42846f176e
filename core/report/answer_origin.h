#pragma once

#include "core/engine/inference_types.h"

#include <string>

namespace vbs {

/// Who gave an answer, and when. What is not known is empty.
struct AnswerOrigin {
    std::string date;         ///< ISO 8601 with the offset from UTC: "2026-11-27T09:30:00+01:00"
    std::string program;      ///< its version
    std::string pack;         ///< the pack's name
    std::string packTitle;    ///< for people
    std::string packManifest; ///< SHA-256 of its pack.json, which lists every file: packs have no version number

    friend bool operator==(const AnswerOrigin&, const AnswerOrigin&) = default;
};

/// The origin of what a pack answers, with no date yet. Reads its manifest; without one that hash stays empty.
AnswerOrigin originOf(const PackInfo& pack, const std::string& program);

/// This moment in the local time zone, to the second.
std::string dateNow();

} // namespace vbs
