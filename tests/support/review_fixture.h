#pragma once

#include "core/base/file_io.h"
#include "core/review/project_import.h"

#include <string>

namespace vbs::test {

/// A VQA v2 data set of some questions, three on each picture. The pictures are not there.
inline DatasetFiles writeQuestions(const std::filesystem::path& folder, int count)
{
    std::string questions = "{\"data_type\": \"own\", \"questions\": [\n", annotations = "{\"annotations\": [\n";
    for (int i = 0; i < count; ++i) {
        const std::string comma = i + 1 < count ? ",\n" : "\n", id = std::to_string(1000 + i);
        questions += "  {\"image_id\": " + std::to_string(i / 3) + ", \"question\": \"What is number " +
                     std::to_string(i) + "?\", \"question_id\": " + id + "}" + comma;
        annotations += "  {\"question_id\": " + id + ", \"image_id\": " + std::to_string(i / 3) +
                       ", \"question_type\": \"" + (i % 2 == 0 ? "even" : "odd") +
                       "\", \"answer_type\": \"other\", \"multiple_choice_answer\": \"café\", \"answers\": "
                       "[{\"answer\": \"café\"}, {\"answer\": \"cafe" +
                       std::to_string(i) + "\"}, {\"answer\": \"café\"}]}" + comma;
    }
    writeFileAtomically(folder / "questions.json", questions + "]}\n");
    writeFileAtomically(folder / "annotations.json", annotations + "]}\n");
    return {folder / "questions.json", folder / "annotations.json", {}};
}

inline Decision act(std::uint32_t item, DecisionKind kind, const std::string& reviewer = "ann",
                    const std::string& value = {})
{
    Decision decision;
    decision.item = item;
    decision.kind = kind;
    decision.reviewer = reviewer;
    decision.value = value;
    decision.time = 1'700'000'000'000;
    return decision;
}

} // namespace vbs::test
