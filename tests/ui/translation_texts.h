#pragma once

#include "tests/support/test_paths.h"

#include <QFile>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <vector>

namespace vbs::test {

/// An entry of a .ts file.
struct TranslatedText {
    QString context, source;
    QString type; ///< "unfinished", "obsolete"; empty: it is done
    bool isPlural = false;
    QStringList forms;
};

inline QString translationFile(const QString& language)
{
    return QStringLiteral("%1/resources/translations/visualbert-studio_%2.ts").arg(sourceFolder(), language);
}

inline QString contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

inline std::vector<TranslatedText> textsIn(const QString& path)
{
    std::vector<TranslatedText> texts;
    QXmlStreamReader xml(contentsOf(path));
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            texts.push_back({context, {}, {}, xml.attributes().value("numerus") == u"yes", {}});
        } else if (xml.name() == u"source") {
            texts.back().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            texts.back().type = xml.attributes().value("type").toString();
            if (!texts.back().isPlural)
                texts.back().forms << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            texts.back().forms << xml.readElementText();
        }
    }
    return texts;
}

} // namespace vbs::test
