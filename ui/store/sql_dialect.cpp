#include "ui/store/sql_dialect.h"

#include "ui/store/search_words.h"

namespace vbs {

namespace {

QVariantList textsAsTheyAre(qint64 number, const QStringList& texts)
{
    QVariantList values{number};
    for (const QString& text : texts)
        values << text;
    return values;
}

QVariantList foldedTexts(qint64 number, const QStringList& texts)
{
    return {number, wordVector(texts.join(' '))};
}

} // namespace

const SqlDialect& sqliteDialect()
{
    static const SqlDialect dialect{
        QStringLiteral("INSERT INTO item_words (rowid, text, truth) VALUES "),
        QStringLiteral("INSERT INTO comment_words (rowid, comment) VALUES "),
        QStringLiteral("SELECT rowid FROM item_words WHERE item_words MATCH ?"),
        QStringLiteral("SELECT DISTINCT d.item FROM comment_words c JOIN decision d ON d.id = c.rowid "
                       "WHERE comment_words MATCH ? AND d.undone = 0"),
        textsAsTheyAre,
        searchExpression,
    };
    return dialect;
}

const SqlDialect& postgresDialect()
{
    static const SqlDialect dialect{
        QStringLiteral("INSERT INTO item_words (number, words) VALUES "),
        QStringLiteral("INSERT INTO comment_words (decision, words) VALUES "),
        QStringLiteral("SELECT number FROM item_words WHERE words @@ ?::tsquery"),
        QStringLiteral("SELECT DISTINCT d.item FROM comment_words c JOIN decision d ON d.id = c.decision "
                       "WHERE c.words @@ ?::tsquery AND d.undone = 0"),
        foldedTexts,
        wordQuery,
    };
    return dialect;
}

} // namespace vbs
