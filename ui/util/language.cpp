#include "ui/util/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <clocale>
#include <memory>
#include <vector>

static void takeInTranslations() // the macro does not work in a namespace
{
    Q_INIT_RESOURCE(translations);
}

namespace vbs {
namespace {

bool isSpoken(const QString& id)
{
    return std::ranges::any_of(languages(), [&](const LanguageInfo& info) { return id == QLatin1String(info.id); });
}

QStringList systemLanguages()
{
    QStringList ids;
    for (const QString& name : QLocale::system().uiLanguages())
        ids << name.section('-', 0, 0);
    return ids;
}

/// The system's own where it speaks this language, since Austria writes other numbers than Germany.
QLocale localeOf(const QString& id)
{
    const QLocale system = QLocale::system();
    if (system.language() == QLocale::C && id == QLatin1String("en"))
        return system;
    const QLocale wanted(id);
    return system.language() == wanted.language() ? system : wanted;
}

QString& spoken()
{
    static QString id = QStringLiteral("en");
    return id;
}

/// Installed ones are taken back when another language is chosen.
std::vector<std::unique_ptr<QTranslator>>& installed()
{
    static std::vector<std::unique_ptr<QTranslator>> translators;
    return translators;
}

void install(const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return; // Qt's own translations may not be installed: its few texts stay English
    QCoreApplication::installTranslator(translator.get());
    installed().push_back(std::move(translator));
}

} // namespace

const QList<LanguageInfo>& languages()
{
    static const QList<LanguageInfo> all{{"en", "English"}, {"de", "Deutsch"}};
    return all;
}

QStringList languageChoices()
{
    QStringList choices{QStringLiteral("system")};
    for (const LanguageInfo& info : languages())
        choices << QLatin1String(info.id);
    return choices;
}

QString languageOf(const QString& choice)
{
    if (isSpoken(choice))
        return choice;
    const QStringList wanted = systemLanguages();
    const auto known = std::ranges::find_if(wanted, isSpoken);
    return known == wanted.end() ? QStringLiteral("en") : *known;
}

void speak(const QString& choice)
{
    takeInTranslations();
    std::setlocale(LC_NUMERIC, "C"); // Qt has taken the system's, and core writes numbers into files with printf
    for (const auto& translator : installed())
        QCoreApplication::removeTranslator(translator.get());
    installed().clear();
    const QString id = spoken() = languageOf(choice);
    QLocale::setDefault(localeOf(id));
    install("qtbase_" + id, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install("visualbert-studio_" + id, ":/translations");
}

QString spokenLanguage()
{
    return spoken();
}

} // namespace vbs
