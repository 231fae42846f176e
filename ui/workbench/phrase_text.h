#pragma once

#include "core/engine/inference_types.h"

#include <QString>
#include <QVector>

#include <vector>

namespace vbs {

inline const QString kMaskWord = QStringLiteral("[MASK]");

/// Characters begin … end - 1 of a text.
struct CharSpan {
    qsizetype begin = 0, end = 0;

    friend bool operator==(const CharSpan&, const CharSpan&) = default;
};

/// A sentence and the phrases marked in it.
struct PhraseText {
    QString text;              ///< without brackets and outer space
    QVector<CharSpan> phrases; ///< in text; in order, apart, none empty
};

/// Reads "[the red ball] is left of [the tree]". A bracket without a partner is left out; inner ones are, too.
PhraseText parsePhrases(const QString& marked);

/// The marked phrases; where none is marked, those that the text itself names (phrasesToFind of core/text).
PhraseText phrasesToFind(const QString& marked);

/// The way back.
QString markPhrases(const PhraseText& phrases);

/// The phrases in bytes of the text's UTF-8.
std::vector<TextSpan> phraseSpans(const PhraseText& phrases);

/// The words of a text: runs without space, without the punctuation at their ends; a blank ("[MASK]", "___") is one.
QVector<CharSpan> wordsOf(const QString& text);
bool isBlank(const QString& word); ///< of wordsOf
bool hasBlank(const QString& text);

/// Marks a part of the text as one phrase; phrases that it touches give way.
PhraseText withPhrase(PhraseText phrases, const CharSpan& span);
/// Without the phrase of this number.
PhraseText withoutPhrase(PhraseText phrases, int phrase);
/// The number of the phrase that holds this character; -1: none.
int phraseAt(const PhraseText& phrases, qsizetype character);

} // namespace vbs
