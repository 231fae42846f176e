#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

/// Made-up files of VCR.
namespace vbs::test {

/// The right answer and the right reason of a record.
inline std::pair<int, int> vcrLabels(int record)
{
    return record % 2 == 0 ? std::pair(1, 3) : std::pair(0, 2);
}

/// "v-0", "v-1" …, each on a picture of its own.
inline std::string vcrRecords(int count)
{
    const std::string choices = R"([["a"],["b"],["c"],["d"]])";
    std::string text;
    for (int i = 0; i < count; ++i) {
        const auto [answer, rationale] = vcrLabels(i);
        const std::string number = std::to_string(i);
        text += R"({"img_fn":"p)" + number + R"(.png","annot_id":"v-)" + number +
                R"(","objects":[],"question":["is","it"],"answer_choices":)" + choices + R"(,"answer_label":)" +
                std::to_string(answer) + R"(,"rationale_choices":)" + choices + R"(,"rationale_label":)" +
                std::to_string(rationale) + "}\n";
    }
    return text;
}

/// A submission in which each record answers as the first number says, and reasons as the third one, if it is told that
/// the second is the right answer; otherwise it takes reason 0.
inline std::string vcrSubmission(const std::vector<std::array<int, 3>>& rows)
{
    std::string text = "annot_id";
    for (int i = 0; i < 4; ++i)
        text += ",answer_" + std::to_string(i);
    for (int answer = 0; answer < 4; ++answer)
        for (int i = 0; i < 4; ++i)
            text += ",rationale_conditioned_on_a" + std::to_string(answer) + "_" + std::to_string(i);
    text += "\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto [answer, rightAnswer, reason] = rows[row];
        text += "v-" + std::to_string(row);
        for (int i = 0; i < 4; ++i)
            text += i == answer ? ",0.7" : ",1e-1";
        for (int given = 0; given < 4; ++given)
            for (int i = 0; i < 4; ++i)
                text += (given == rightAnswer ? i == reason : i == 0) ? ",0.9" : ",0.05";
        text += "\n";
    }
    return text;
}

} // namespace vbs::test
