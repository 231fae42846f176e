#pragma once

#include "core/datasets/record_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The files of VQA v2 (visualqa.org): questions, their ten human answers each, and results.
namespace vbs {

/// What stands at the head of a questions and an annotations file, and in the pictures' names.
struct VqaV2Head {
    std::string taskType = "Open-Ended";
    std::string dataType = "mscoco";
    std::string dataSubtype = "train2014";

    friend bool operator==(const VqaV2Head&, const VqaV2Head&) = default;
};

struct VqaV2Question {
    std::int64_t questionId = 0;
    std::int64_t imageId = 0;
    std::string question;

    friend bool operator==(const VqaV2Question&, const VqaV2Question&) = default;
};

struct VqaV2Questions {
    VqaV2Head head;
    std::vector<VqaV2Question> questions;
};

/// One person's answer.
struct VqaV2Answer {
    std::int64_t answerId = 0; ///< 1 … 10
    std::string answer;
    std::string confidence = "yes"; ///< "yes", "maybe" or "no"

    friend bool operator==(const VqaV2Answer&, const VqaV2Answer&) = default;
};

struct VqaV2Annotation {
    std::int64_t questionId = 0;
    std::int64_t imageId = 0;
    std::string questionType;         ///< the question's first words, or any other grouping
    std::string answerType;           ///< "yes/no", "number" or "other"
    std::string multipleChoiceAnswer; ///< the most frequent answer
    std::vector<VqaV2Answer> answers;

    friend bool operator==(const VqaV2Annotation&, const VqaV2Annotation&) = default;
};

struct VqaV2Annotations {
    VqaV2Head head;
    std::vector<VqaV2Annotation> annotations;
};

struct VqaV2Result {
    std::int64_t questionId = 0;
    std::string answer;

    friend bool operator==(const VqaV2Result&, const VqaV2Result&) = default;
};

/// "COCO_train2014_000000458752.jpg" for mscoco; for any other data type its own name and PNG, as in
/// "abstract_v002_train2015_000000000012.png". An id that is no number is the picture's name.
std::string vqaV2ImageName(const VqaV2Head& head, std::int64_t imageId);
std::string vqaV2ImageName(const VqaV2Head& head, const std::string& imageId);

/// "yes/no", "number" (digits only) or "other".
std::string_view vqaV2AnswerType(std::string_view answer);

/// What a file says of itself; absent keys have the defaults.
VqaV2Head vqaV2HeadOf(const JsonRecord& file);

/// An annotation but for its ids. @throws Error (CorruptData) naming file, record and key.
VqaV2Annotation vqaV2AnswersOf(const JsonRecord& record);

/// Readers need question_id, image_id and the text (or answers); everything else may be absent, and keys that
/// they do not know are passed over. Files are read a record at a time. Test annotations without answers are read with
/// none.
/// @throws Error naming file, record and key: FileNotFound, FileUnreadable, TooLarge, CorruptData.
VqaV2Questions readVqaV2Questions(const std::filesystem::path& path);
VqaV2Annotations readVqaV2Annotations(const std::filesystem::path& path);
std::vector<VqaV2Result> readVqaV2Results(const std::filesystem::path& path);

/// @throws Error (FileUnwritable).
void writeVqaV2Questions(const std::filesystem::path& path, const VqaV2Questions& questions);
void writeVqaV2Annotations(const std::filesystem::path& path, const VqaV2Annotations& annotations);
void writeVqaV2Results(const std::filesystem::path& path, const std::vector<VqaV2Result>& results);

} // namespace vbs
