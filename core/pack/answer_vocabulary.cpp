#include "core/pack/answer_vocabulary.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/utf8.h"

namespace vbs {

AnswerVocabulary::AnswerVocabulary(std::vector<std::string> answers, const std::string& name)
    : m_name(name), m_answers(std::move(answers))
{
    if (m_answers.empty())
        throw Error(ErrorCode::CorruptData, sentence("%1 holds no answers: one a line is expected.", name));
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        if (m_answers[i].empty())
            throw Error(ErrorCode::CorruptData, sentence("%1: line %2 holds no answer.", name, i + 1));
        if (!isUtf8(m_answers[i]))
            throw Error(ErrorCode::CorruptData,
                        sentence("%1: line %2 is not UTF-8; save the list as UTF-8 text.", name, i + 1));
        const auto [first, isNew] = m_labels.emplace(m_answers[i], i);
        if (!isNew) {
            throw Error(ErrorCode::CorruptData, sentence("%1: lines %2 and %3 hold the same answer, \"%4\".", name,
                                                         first->second + 1, i + 1, m_answers[i]));
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
        throw Error(ErrorCode::Mismatch,
                    sentence("%1 holds %2 answers, but %3 has %4 labels.", m_name, size(), model, modelLabels));
    }
}

} // namespace vbs
