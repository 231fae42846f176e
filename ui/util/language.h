#pragma once

#include <QString>
#include <QStringList>

namespace vbs {

/// A language that the window speaks.
struct LanguageInfo {
    const char* id;   ///< in the settings and on the command line: "de"
    const char* name; ///< in itself: "Deutsch"; never translated
};

/// English, which is the source, first.
const QList<LanguageInfo>& languages();

/// What a setting or an option may say: "system", "en", "de".
QStringList languageChoices();

/// The language that a choice comes to: "system" and whatever is unknown take the first of the system's languages that
/// the window speaks, else English.
QString languageOf(const QString& choice);

/// From now on texts, numbers and dates are in the language of a choice. Windows that are there keep their texts. Needs
/// the application object; to be called by the GUI thread while no other thread makes texts.
void speak(const QString& choice);

/// The language of the last speak(): "de"; "en" before the first.
QString spokenLanguage();

} // namespace vbs
