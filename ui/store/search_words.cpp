#include "ui/store/search_words.h"

#include <QSet>
#include <QStringList>

namespace vbs {

namespace {

// PostgreSQL's bounds are 2 KB a word and 1 MB a text.
constexpr qsizetype kLongestWord = 200, kMostWords = 4000;

QStringList wordsIn(const QString& text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            word += c;
        else
            end();
    }
    end();
    return words;
}

/// As SQLite's tokenizer does: no accents, no case.
QStringList foldedWordsIn(const QString& text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (!c.isMark())
            plain += c;
    QStringList words = wordsIn(plain);
    for (QString& word : words)
        word.truncate(kLongestWord);
    return words;
}

} // namespace

QString searchExpression(const QString& typed)
{
    QStringList words = wordsIn(typed);
    for (QString& word : words)
        word = '"' + word + "\"*";
    return words.join(' ');
}

QString wordQuery(const QString& typed)
{
    QStringList words = foldedWordsIn(typed);
    for (QString& word : words)
        word = '\'' + word + "':*";
    return words.join(QStringLiteral(" & "));
}

QString wordVector(const QString& text)
{
    QStringList words;
    QSet<QString> seen;
    for (const QString& word : foldedWordsIn(text)) {
        if (seen.contains(word))
            continue;
        seen.insert(word);
        words << word;
        if (words.size() == kMostWords)
            break;
    }
    return words.join(' ');
}

} // namespace vbs
