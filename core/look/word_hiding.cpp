#include "core/look/word_hiding.h"

#include "core/look/single_answer.h"

#include <algorithm>
#include <string_view>

namespace vbs {
namespace {

constexpr std::size_t kRequestsAtOnce = 32;
constexpr std::string_view kHidden = "[MASK]";

/// Letters and figures make a word; of other alphabets everything is taken for one.
bool isWordPiece(const std::string& text)
{
    return std::ranges::any_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

std::string masksFor(std::size_t pieces)
{
    std::string masks(kHidden);
    for (std::size_t i = 1; i < pieces; ++i)
        (masks += ' ') += kHidden;
    return masks;
}

} // namespace

std::vector<TextWord> wordsOf(const InferenceResult& result)
{
    std::vector<TextWord> words;
    for (const TextToken& token : result.tokens) {
        if (token.special || token.ofChoice || token.begin >= token.end || token.text == kHidden)
            continue;
        if (token.text.starts_with("##") && !words.empty() && words.back().span.end == token.begin) {
            words.back().span.end = token.end;
            ++words.back().pieces;
        } else if (isWordPiece(token.text)) {
            words.push_back({{token.begin, token.end}, 1});
        }
    }
    return words;
}

WordHiding::WordHiding(InferenceBackend& engine, const InferenceRequest& request, const InferenceResult& first,
                       const JobControl& control)
    : m_engine(engine), m_request(asksFor(request, singleAnswerOf(first).text)), m_quiet{control.stop, {}},
      m_words(wordsOf(first))
{
    m_request.explanation = {};
    m_request.blindToo = m_request.presenceToo = false;
}

InferenceRequest WordHiding::hiding(const std::vector<bool>& set) const
{
    InferenceRequest request = m_request;
    for (std::size_t i = m_words.size(); i-- > 0;) { // from the end, so that places before it stay
        if (!set[i])
            continue;
        const TextSpan& span = m_words[i].span;
        const std::string masks = masksFor(m_words[i].pieces);
        request.text.replace(span.begin, span.end - span.begin, masks);
        // A place inside the word goes to the masks' edge.
        const auto moved = [&](std::size_t place) {
            return place <= span.begin ? place
                   : place < span.end  ? span.begin + masks.size()
                                       : place - span.end + span.begin + masks.size();
        };
        for (BoxMention& mention : request.mentions)
            if (mention.choice < 0)
                mention.span = {moved(mention.span.begin), moved(mention.span.end)};
    }
    return request;
}

void WordHiding::dropOwnMasks(const std::vector<bool>& set, InferenceResult& result) const
{
    std::vector<TextSpan> own;
    std::size_t before = 0, after = 0; // letters of the text as it was, and as it was asked
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if (!set[i])
            continue;
        const TextSpan& span = m_words[i].span;
        const std::size_t begin = after + (span.begin - before), length = masksFor(m_words[i].pieces).size();
        own.push_back({begin, begin + length});
        before = span.end;
        after = begin + length;
    }
    std::erase_if(result.masks, [&](const MaskedWord& mask) {
        return std::ranges::any_of(
            own, [&](const TextSpan& span) { return mask.span.begin >= span.begin && mask.span.end <= span.end; });
    });
}

std::vector<InferenceResult> WordHiding::run(const std::vector<std::vector<bool>>& sets)
{
    std::vector<InferenceResult> results;
    for (std::size_t begin = 0; begin < sets.size(); begin += kRequestsAtOnce) {
        m_quiet.throwIfStopped();
        std::vector<InferenceRequest> requests;
        for (std::size_t i = begin; i < std::min(begin + kRequestsAtOnce, sets.size()); ++i)
            requests.push_back(hiding(sets[i]));
        for (InferenceResult& result : m_engine.runBatch(requests, m_quiet)) {
            dropOwnMasks(sets[results.size()], result);
            results.push_back(std::move(result));
        }
    }
    return results;
}

} // namespace vbs
