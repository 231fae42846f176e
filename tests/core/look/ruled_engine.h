#pragma once

#include "core/engine/inference_backend.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

namespace vbs::test {

/// An engine whose answer follows from which regions are shown, by a rule of the test's.
class RuledEngine : public InferenceBackend {
public:
    /// How probable "yes" is, given the regions that are shown; of two pictures the right one's follow.
    using Rule = std::function<double(const std::set<std::size_t>& shown)>;

    /// Likewise of the text's words that are no [MASK]; "yes" needs both. Words are what spaces part; "##" begins a
    /// further piece of the word before.
    using WordRule = std::function<double(const std::set<std::string>& words)>;

    RuledEngine(std::size_t left, std::size_t right, Rule rule, WordRule words = {})
        : m_left(left), m_right(right), m_rule(std::move(rule)), m_words(std::move(words))
    {
    }

    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }

    InferenceResult run(const InferenceRequest& request, const JobControl& control) override
    {
        control.throwIfStopped();
        ++runs;
        std::set<std::size_t> shown;
        for (std::size_t i = 0; i < m_left + m_right; ++i) {
            const std::vector<bool>& hidden = i < m_left ? request.hiddenRegions : request.hiddenRightRegions;
            const std::size_t place = i < m_left ? i : i - m_left;
            if (!(place < hidden.size() && hidden[place]))
                shown.insert(i);
        }
        InferenceResult result;
        result.tokens = tokensOf(request.text);
        const double yes = m_words ? std::min(m_rule(shown), m_words(wordsIn(request.text))) : m_rule(shown);
        texts.push_back(request.text);
        result.task = request.task;
        result.regions.regions.resize(m_left);
        result.rightRegions.regions.resize(m_right);
        result.answers = {{"yes", yes}, {"no", 1 - yes}};
        if (yes < .5)
            std::swap(result.answers[0], result.answers[1]);
        result.match = yes;
        // Attention alone knows what counts: the first regions count most.
        const bool knows = request.explanation.method == ExplanationMethod::Attention;
        for (std::size_t i = 0; i < m_left; ++i)
            result.explanation.regions.push_back(knows ? double(m_left - i) : double(i));
        for (std::size_t i = 0; i < m_right; ++i)
            result.explanation.rightRegions.push_back(0);
        return result;
    }

    std::size_t runs = 0;
    std::vector<std::string> texts; ///< of the requests

private:
    static std::vector<std::string> piecesOf(const std::string& text)
    {
        std::istringstream stream(text);
        return {std::istream_iterator<std::string>(stream), {}};
    }

    static std::set<std::string> wordsIn(const std::string& text)
    {
        std::set<std::string> words;
        for (const std::string& piece : piecesOf(text))
            if (piece != "[MASK]")
                words.insert(piece);
        return words;
    }

    /// A word with a hyphen has two pieces.
    static std::vector<TextToken> tokensOf(const std::string& text)
    {
        std::vector<TextToken> tokens = {{"[CLS]", 0, 0, true}};
        std::size_t place = 0;
        for (const std::string& word : piecesOf(text)) {
            place = text.find(word, place);
            const std::size_t half = std::min(word.find('-'), word.size());
            tokens.push_back({word.substr(0, half), place, place + half});
            if (half < word.size())
                tokens.push_back({"##" + word.substr(half), place + half, place + word.size()});
            place += word.size();
        }
        tokens.push_back({"[SEP]", 0, 0, true});
        return tokens;
    }

    std::size_t m_left, m_right;
    Rule m_rule;
    WordRule m_words;
};

} // namespace vbs::test
