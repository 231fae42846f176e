#include "ui/store/search_words.h"

#include <QStringList>

namespace vbs {

QString searchExpression(const QString& typed)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words << '"' + word + "\"*";
        word.clear();
    };
    for (const QChar c : typed) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            word += c;
        else
            end();
    }
    end();
    return words.join(' ');
}

} // namespace vbs
