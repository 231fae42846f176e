#include "core/pack/answer_vocabulary.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/utf8.h"

namespace vbs {

AnswerVocabulary::AnswerVocabulary(std::vector<std::string> answers, const std::string& name)
    : m_name(name), m_answers(std::move(answers))
{
    if (m_answers.empty())
        throw Error(ErrorCode::CorruptData, name + " holds no answers: one a line is expected.");
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (m_answers[i].empty())
            throw Error(ErrorCode::CorruptData, name + ": line " + std::to_string(i + 1) + " holds no answer.");
        if (!isUtf8(m_answers[i]))
            throw Error(ErrorCode::CorruptData,
                        name + ": line " + std::to_string(i + 1) + " is not UTF-8; save the list as UTF-8 text.");
        const auto [first, isNew] = m_labels.emplace(m_answers[i], i);
        if (!isNew) {
            throw Error(ErrorCode::CorruptData, name + ": lines " + std::to_string(first->second + 1) + " and " +
                                                    std::to_string(i + 1) + " hold the same answer, \"" + m_answers[i] +
                                                    "\".");
        }
    }
}

AnswerVocabulary AnswerVocabulary::fromFile(const std::filesystem::path& path)
{
    return AnswerVocabulary(readLines(path), path.string());
}

std::optional<std::size_t> AnswerVocabulary::labelOf(std::string_view answer) const
{
    const auto found = m_labels.find(std::string(answer));
    if (found == m_labels.end())
        return std::nullopt;
    return found->second;
}

void AnswerVocabulary::requireSize(std::size_t modelLabels, const std::string& model) const
{
    if (modelLabels != size()) {
        throw Error(ErrorCode::Mismatch, m_name + " holds " + std::to_string(size()) + " answers, but " + model +
                                             " has " + std::to_string(modelLabels) + " labels.");
    }
}

} // namespace vbs
