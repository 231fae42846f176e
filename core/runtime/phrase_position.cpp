#include "core/runtime/phrase_position.h"

#include "core/base/error.h"
#include "core/text/phrases.h"

namespace vbs {

PhraseReadAt phraseReadAtNamed(std::string_view name)
{
    for (const PhraseReadAt at : {PhraseReadAt::Head, PhraseReadAt::Last})
        if (name == nameOf(at))
            return at;
    throw Error(
        ErrorCode::CorruptData,
        sentence("The pack reads phrases at \"%1\" (read_at of region_to_phrase): it should be \"head\" or \"last\".",
                 name));
}

std::string_view nameOf(PhraseReadAt at)
{
    return at == PhraseReadAt::Head ? "head" : "last";
}

std::int64_t phrasePosition(const std::string& text, const TextSpan& span, const std::vector<TextToken>& tokens,
                            PhraseReadAt at)
{
    const std::size_t end = at == PhraseReadAt::Head ? headEnd(text, {span.begin, span.end}) : span.end;
    std::int64_t position = -1;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const TextToken& token = tokens[i];
        if (token.special || token.ofChoice || token.begin >= token.end)
            continue;
        const bool inside = at == PhraseReadAt::Head ? token.begin >= span.begin && token.end <= end
                                                     : token.begin < end && token.end > span.begin;
        if (inside)
            position = std::int64_t(i);
    }
    return position;
}

} // namespace vbs
