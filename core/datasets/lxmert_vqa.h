#pragma once

#include "core/datasets/json_record.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vbs {

/// A question with its picture and its scored answers, as LXMERT's files hold VQA v2 and GQA.
struct LxmertQuestion {
    std::string id;                       ///< question_id, whatever its type; may be empty
    std::string image;                    ///< img_id: the picture's name without a suffix
    std::string question;                 ///< sent
    std::string answerType;               ///< may be empty
    std::map<std::string, double> scores; ///< label: 0..1 for each answer that is right to some degree; may be empty
};

/// @throws Error (CorruptData) naming file, record and key.
LxmertQuestion lxmertQuestionOf(const JsonRecord& record);

/// JSON lines or one array. @throws Error naming file, record and key: FileNotFound, FileUnreadable, TooLarge,
/// CorruptData.
std::vector<LxmertQuestion> readLxmertVqa(const std::filesystem::path& path);

} // namespace vbs
