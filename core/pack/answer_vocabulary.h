#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vbs {

/// The answers that a classifier chooses among: label i is line i of a text file.
class AnswerVocabulary {
public:
    AnswerVocabulary() = default;

    /// @throws Error (CorruptData) for an empty list, an empty line or an answer given twice.
    explicit AnswerVocabulary(std::vector<std::string> answers, const std::string& name = "The answer list");

    /// @throws Error naming the file, as above and as readLines.
    static AnswerVocabulary fromFile(const std::filesystem::path& path);

    std::size_t size() const { return m_answers.size(); }
    const std::string& answer(std::size_t label) const { return m_answers.at(label); }
    std::optional<std::size_t> labelOf(std::string_view answer) const;
    const std::vector<std::string>& answers() const { return m_answers; }

    /// @throws Error (Mismatch) naming both numbers, when a model has another number of labels.
    void requireSize(std::size_t modelLabels, const std::string& model) const;

private:
    std::string m_name;
    std::vector<std::string> m_answers;
    std::unordered_map<std::string, std::size_t> m_labels;
};

} // namespace vbs
