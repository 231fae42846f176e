#pragma once

#include "core/engine/inference_backend.h"

#include <cstddef>
#include <vector>

namespace vbs {

/// A word of a request's text, of which the network sees so many pieces.
struct TextWord {
    TextSpan span;
    std::size_t pieces = 1;
};

/// The whole words of the text, as the network's pieces make them up: no punctuation, no [MASK], nothing of a choice.
std::vector<TextWord> wordsOf(const InferenceResult& result);

/// A question asked again and again with some words hidden, by a [MASK] for each of their pieces.
class WordHiding {
public:
    /// @param first its result with every word. The engine outlives this.
    WordHiding(InferenceBackend& engine, const InferenceRequest& request, const InferenceResult& first,
               const JobControl& control);

    const std::vector<TextWord>& words() const { return m_words; }

    /// One result a set of hidden words, in their order. Masks that stand for hidden words are left out of it. @param
    /// sets [set][word], true: hidden. @throws Error as InferenceBackend::runBatch; (Cancelled).
    std::vector<InferenceResult> run(const std::vector<std::vector<bool>>& sets);

    /// The request without these words; places of mentioned boxes move along.
    InferenceRequest hiding(const std::vector<bool>& set) const;

private:
    void dropOwnMasks(const std::vector<bool>& set, InferenceResult& result) const;

    InferenceBackend& m_engine;
    InferenceRequest m_request; ///< which names the first answer
    JobControl m_quiet;
    std::vector<TextWord> m_words;
};

} // namespace vbs
