#include "app/studio_options.h"

#include "core/base/threads.h"
#include "core/base/user_folders.h"
#include "ui/settings/app_settings.h"
#include "ui/store/server_address.h"
#include "ui/util/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <cstdio>
#include <cstdlib>
#include <vector>

namespace vbs {
namespace {

constexpr const char* kDescription = "Ask pictures questions with VisualBERT, and see why.";
constexpr const char* kPictures = "pictures";
constexpr const char* kPicturesHelp =
    "Pictures to open, one folder, one lesson, or one review (a file, or its address on a server).";

struct OptionRow {
    QCommandLineOption option;
    QStringList choices; ///< the values that there are; empty: any, or none
};

/// What may be shown at the start, and which of the window's actions shows it.
struct Shown {
    const char* name;
    const char* action;
};
constexpr Shown kShown[] = {{"review", "review"}, {"lesson", "lesson.play"}};

QStringList shownNames()
{
    QStringList names;
    for (const Shown& shown : kShown)
        names << shown.name;
    return names;
}

/// Every option, in the order of the help text.
std::vector<OptionRow> optionRows()
{
    const QString languages = languageChoices().join(", ");
    return {{{"pack", "Model pack: a name or a folder (the one chosen last, or picture-book).", "name"}, {}},
            {{"device", "Device: auto, cpu, cuda or cuda:N.", "device", "auto"}, {}},
            {{"precision", "auto, float32 or bfloat16.", "precision", "auto"}, {"auto", "float32", "bfloat16"}},
            {{"threads", "Number of threads (default: all cores).", "count", "0"}, {}},
            {{"settings", "Settings file; the history and your boxes are kept beside it.", "file"}, {}},
            {{"language", "The window's language: " + languages + ".", "language"}, languageChoices()},
            {{"show", "What to begin with: the review window, or a lesson that you choose.", "review|lesson"},
             shownNames()},
            {{{"new-window", "new-instance"},
              "Open a window of its own. Without this, a window that is open already gets the paths and comes to the "
              "front."},
             {}}};
}

[[noreturn]] void refuse(const QString& problem)
{
    std::fprintf(stderr, "visualbert-studio: error: %s\n", qPrintable(problem));
    std::exit(2);
}

/// Qt's own options, which QApplication reads.
QStringList withoutQtOptions(const QStringList& arguments)
{
    static const QStringList alone{"reverse"};
    static const QStringList withValue{"platform",        "platformpluginpath", "platformtheme", "plugin",
                                       "qwindowgeometry", "qwindowicon",        "qwindowtitle",  "session",
                                       "display",         "geometry",           "style",         "stylesheet"};
    QStringList others;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        const QString name = argument.mid(argument.startsWith("--") ? 2 : 1).section('=', 0, 0);
        const bool isOption = argument.startsWith('-');
        if (isOption && withValue.contains(name))
            i += argument.contains('=') ? 0 : 1;
        else if (!isOption || !alone.contains(name))
            others << argument;
    }
    return others;
}

/// Whoever opens it may stand in another folder.
QString absolutePath(const QString& path)
{
    if (namesServer(path.toStdString()))
        return path;
    const QUrl url(path);
    return url.isLocalFile() ? url.toLocalFile() : QFileInfo(path).absoluteFilePath();
}

Wish wishOf(const QCommandLineParser& parser)
{
    Wish wish;
    for (const QString& path : parser.positionalArguments())
        wish.paths << absolutePath(path);
    const QString name = parser.value("show");
    for (const Shown& shown : kShown)
        if (name == QLatin1String(shown.name))
            wish.action = shown.action;
    if (parser.isSet("show") && wish.action.isEmpty())
        refuse("--show needs one of " + shownNames().join(", ") + '.');
    wish.token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return wish;
}

/// Settings of one's own come with a history and boxes of one's own.
void placeFolders(StudioOptions& options)
{
    const QString settings = options.settings;
    if (!settings.isEmpty()) {
        options.folders = {settings + ".history", settings + ".boxes", settings + ".reviews", settings + ".lessons"};
        return;
    }
    options.settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/window.ini";
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.folders = {data + "/history", data + "/boxes", data + "/reviews", data + "/lesson-results"};
}

} // namespace

StudioOptions studioOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(kDescription);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    for (const OptionRow& row : optionRows())
        parser.addOption(row.option);
    parser.addPositionalArgument(kPictures, kPicturesHelp, "[pictures…]");
    if (!parser.parse(withoutQtOptions(QCoreApplication::arguments())))
        refuse(parser.errorText());
    if (parser.isSet(help))
        parser.showHelp(0);
    if (parser.isSet(version))
        parser.showVersion();

    StudioOptions options;
    bool isNumber = false;
    options.threads = parser.value("threads").toInt(&isNumber);
    if (!isNumber || options.threads < 0 || options.threads > mostThreads())
        refuse(QString("--threads needs a number from 0 to %1.").arg(mostThreads()));
    options.language = parser.value("language");
    if (parser.isSet("language") && !languageChoices().contains(options.language))
        refuse("--language needs one of " + languageChoices().join(", ") + '.');
    options.backend.device = parser.value("device").toStdString();
    options.backend.precision = parser.value("precision").toStdString();
    options.backend.cacheFolder = userCacheFolder();
    options.pack = parser.value("pack");
    options.settings = parser.value("settings");
    options.wish = wishOf(parser);
    options.ownWindow = parser.isSet("new-window");
    placeFolders(options);
    const AppSettings chosen(options.settings); // what the command line leaves open
    if (!parser.isSet("threads"))
        options.threads = chosen.threads();
    if (!parser.isSet("precision") && !chosen.precision().isEmpty())
        options.backend.precision = chosen.precision().toStdString();
    return options;
}

ProgramDoc studioDoc()
{
    ProgramDoc doc{"visualbert-studio", kDescription, {}, {}, {}};
    doc.arguments = {{{"-h", "--help"}, {}, "Displays help on commandline options.", {}, {}, {}},
                     {{"-v", "--version"}, {}, "Displays version information.", {}, {}, {}}};
    for (const OptionRow& row : optionRows()) {
        ArgumentDoc argument;
        for (const QString& name : row.option.names())
            argument.names.push_back("--" + name.toStdString());
        argument.value = row.option.valueName().toStdString();
        argument.help = row.option.description().toStdString();
        for (const QString& choice : row.choices)
            argument.choices.push_back(choice.toStdString());
        argument.standard = row.option.defaultValues().join(", ").toStdString();
        doc.arguments.push_back(std::move(argument));
    }
    ArgumentDoc pictures;
    pictures.names = {kPictures};
    pictures.help = kPicturesHelp;
    pictures.isPositional = pictures.isRepeated = true;
    doc.arguments.push_back(std::move(pictures));
    return doc;
}

} // namespace vbs
