#include "ui/workbench/phrase_text.h"

#include "core/text/blanks.h"
#include "core/text/phrases.h"

#include <algorithm>

namespace vbs {
namespace {

/// The span without space at its ends.
CharSpan trimmed(const QString& text, CharSpan span)
{
    while (span.begin < span.end && text[span.begin].isSpace())
        ++span.begin;
    while (span.end > span.begin && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

/// How many of a QString's characters these first bytes of its UTF-8 are.
qsizetype charactersIn(const std::string& bytes, std::size_t count)
{
    return QString::fromUtf8(bytes.data(), qsizetype(count)).size();
}

bool isEdge(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

} // namespace

PhraseText parsePhrases(const QString& marked)
{
    PhraseText result;
    qsizetype open = -1;
    for (const QChar c : marked.trimmed()) {
        if (c == '[') {
            if (open < 0)
                open = result.text.size();
        } else if (c == ']') {
            if (open >= 0) {
                const CharSpan span = trimmed(result.text, {open, result.text.size()});
                if (span.begin < span.end)
                    result.phrases.push_back(span);
            }
            open = -1;
        } else {
            result.text += c;
        }
    }
    const qsizetype lead =
        std::find_if_not(result.text.begin(), result.text.end(), [](QChar c) { return c.isSpace(); }) -
        result.text.begin();
    result.text = result.text.trimmed();
    for (CharSpan& span : result.phrases)
        span = {span.begin - lead, span.end - lead};
    return result;
}

PhraseText phrasesToFind(const QString& marked)
{
    PhraseText phrases = parsePhrases(marked);
    if (!phrases.phrases.isEmpty())
        return phrases;
    const std::string bytes = phrases.text.toStdString();
    for (const auto& phrase : phrasesToFind(bytes))
        phrases.phrases.push_back({charactersIn(bytes, phrase.begin), charactersIn(bytes, phrase.end)});
    return phrases;
}

bool isBlank(const QString& word)
{
    return withMasks(word.toStdString()) == kMaskToken;
}

bool hasBlank(const QString& text)
{
    return !blanksIn(text.toStdString()).empty();
}

QString markPhrases(const PhraseText& phrases)
{
    QString marked = phrases.text;
    for (auto span = phrases.phrases.rbegin(); span != phrases.phrases.rend(); ++span) {
        marked.insert(span->end, ']');
        marked.insert(span->begin, '[');
    }
    return marked;
}

std::vector<TextSpan> phraseSpans(const PhraseText& phrases)
{
    std::vector<TextSpan> spans;
    const auto bytes = [&](qsizetype character) {
        return std::size_t(QStringView(phrases.text).left(character).toUtf8().size());
    };
    for (const CharSpan& span : phrases.phrases)
        spans.push_back({bytes(span.begin), bytes(span.end)});
    return spans;
}

QVector<CharSpan> wordsOf(const QString& text)
{
    const std::string bytes = text.toStdString();
    QVector<CharSpan> blanks;
    for (const Blank& blank : blanksIn(bytes))
        blanks.push_back({charactersIn(bytes, blank.begin), charactersIn(bytes, blank.end)});
    QVector<CharSpan> words;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        CharSpan word{i, i};
        while (word.end < text.size() && !text[word.end].isSpace())
            ++word.end;
        i = word.end;
        const auto blank = std::find_if(blanks.begin(), blanks.end(), [&](const CharSpan& span) {
            return span.begin >= word.begin && span.end <= word.end;
        });
        if (blank != blanks.end()) {
            word = *blank;
        } else {
            CharSpan bare = word;
            while (bare.begin < bare.end && isEdge(text[bare.begin]))
                ++bare.begin;
            while (bare.end > bare.begin && isEdge(text[bare.end - 1]))
                --bare.end;
            if (bare.begin < bare.end)
                word = bare;
        }
        words.push_back(word);
    }
    return words;
}

PhraseText withPhrase(PhraseText phrases, const CharSpan& span)
{
    phrases.phrases.removeIf([&](const CharSpan& s) { return s.begin < span.end && span.begin < s.end; });
    phrases.phrases.push_back(span);
    std::sort(phrases.phrases.begin(), phrases.phrases.end(),
              [](const CharSpan& a, const CharSpan& b) { return a.begin < b.begin; });
    return phrases;
}

PhraseText withoutPhrase(PhraseText phrases, int phrase)
{
    if (phrase >= 0 && phrase < phrases.phrases.size())
        phrases.phrases.remove(phrase);
    return phrases;
}

int phraseAt(const PhraseText& phrases, qsizetype character)
{
    for (int i = 0; i < phrases.phrases.size(); ++i) {
        if (phrases.phrases[i].begin <= character && character < phrases.phrases[i].end)
            return i;
    }
    return -1;
}

} // namespace vbs
