#include "app/device_measurement.h"
#include "app/hub_models.h"
#include "app/sample_review.h"
#include "app/tuned_environment.h"
#include "core/base/error.h"
#include "core/base/one_line.h"
#include "core/base/program_version.h"
#include "core/base/threads.h"
#include "core/base/user_folders.h"
#include "core/checkpoint/torch_errors.h"
#include "core/pack/pack_catalog.h"
#include "core/runtime/backend_factory.h"
#include "core/runtime/process_setup.h"
#include "ui/review/store_thread.h"
#include "ui/services/background_job.h"
#include "ui/settings/app_settings.h"
#include "ui/util/core_text.h"
#include "ui/util/language.h"
#include "ui/util/qt_bridge.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QScopeGuard>
#include <QStandardPaths>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr std::chrono::seconds kLongestEnd(15);
constexpr const char* kShippedPack = "picture-book";

struct Options {
    vbs::BackendOptions backend;
    QString pack; ///< named on the command line; empty: the one chosen last
    QString settings;
    vbs::KeptFolders folders;
    QStringList paths;
    int threads = 0;
    QString language; ///< of this run's first window; empty: the one that was chosen
};

/// The terminal's texts stay English; these are the window's.
struct Studio {
    Q_DECLARE_TR_FUNCTIONS(Studio)
};

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

/// Needs no display: help and wrong options are told first.
Options parse(int argc, char** argv)
{
    std::vector<char*> copies(argv, argv + argc + 1); // Qt may change them
    const QCoreApplication app(argc, copies.data());
    QCommandLineParser parser;
    parser.setApplicationDescription("Ask pictures questions with VisualBERT, and see why.");
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption pack("pack", "Model pack: a name or a folder (the one chosen last, or picture-book).",
                                  "name");
    const QCommandLineOption device("device", "Device: auto, cpu, cuda or cuda:N.", "device", "auto");
    const QCommandLineOption precision("precision", "auto, float32 or bfloat16.", "precision", "auto");
    const QCommandLineOption threads("threads", "Number of threads (default: all cores).", "count", "0");
    const QCommandLineOption settings("settings", "Settings file; the history and your boxes are kept beside it.",
                                      "file");
    const QCommandLineOption language("language", "The window's language: " + vbs::languageChoices().join(", ") + ".",
                                      "language");
    parser.addOptions({pack, device, precision, threads, settings, language});
    parser.addPositionalArgument(
        "pictures", "Pictures to open, one folder, one lesson, or one review (a file, or its address on a server).",
        "[pictures…]");
    if (!parser.parse(withoutQtOptions(QCoreApplication::arguments())))
        refuse(parser.errorText());
    if (parser.isSet(help))
        parser.showHelp(0);
    if (parser.isSet(version))
        parser.showVersion();

    Options options;
    bool isNumber = false;
    options.threads = parser.value(threads).toInt(&isNumber);
    if (!isNumber || options.threads < 0 || options.threads > vbs::mostThreads())
        refuse(QString("--threads needs a number from 0 to %1.").arg(vbs::mostThreads()));
    options.language = parser.value(language);
    if (parser.isSet(language) && !vbs::languageChoices().contains(options.language))
        refuse("--language needs one of " + vbs::languageChoices().join(", ") + '.');
    const bool hasThreads = parser.isSet(threads), hasPrecision = parser.isSet(precision);
    options.backend.device = parser.value(device).toStdString();
    options.backend.precision = parser.value(precision).toStdString();
    options.backend.cacheFolder = vbs::userCacheFolder();
    options.pack = parser.value(pack);
    options.settings = parser.value(settings);
    // Settings of one's own come with a history and boxes of one's own.
    if (options.settings.isEmpty()) {
        options.settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/window.ini";
        const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        options.folders = {data + "/history", data + "/boxes", data + "/reviews", data + "/lesson-results"};
    } else {
        options.folders = {options.settings + ".history", options.settings + ".boxes", options.settings + ".reviews",
                           options.settings + ".lessons"};
    }
    options.paths = parser.positionalArguments();
    const vbs::AppSettings chosen(options.settings); // what the command line leaves open
    if (!hasThreads)
        options.threads = chosen.threads();
    if (!hasPrecision && !chosen.precision().isEmpty())
        options.backend.precision = chosen.precision().toStdString();
    return options;
}

std::filesystem::path packOrNothing(const std::string& name)
{
    try {
        return vbs::findPack(name);
    } catch (const vbs::Error&) {
        return {};
    }
}

/// The pack's folder; without one the window opens all the same and says why nothing can be answered.
vbs::StartOptions startOf(const Options& options)
{
    vbs::StartOptions start;
    start.paths = options.paths;
    start.shippedPack = packOrNothing(kShippedPack);
    const QString chosen = options.pack.isEmpty() ? vbs::AppSettings(options.settings).pack() : QString();
    if (!chosen.isEmpty())
        start.pack = packOrNothing(vbs::toPath(chosen).string());
    if (!start.pack.empty())
        return start;
    try {
        start.pack = vbs::findPack(options.pack.isEmpty() ? kShippedPack : options.pack.toStdString());
        if (!chosen.isEmpty())
            start.notice =
                Studio::tr("The model pack that was used last, %1, is not there any more, so the shipped one is used.")
                    .arg(chosen);
    } catch (const vbs::Error& e) {
        start.packProblem = vbs::problemText(vbs::infoOf(e));
    }
    return start;
}

/// @return what the event loop ended with.
int showWindow(const Options& options, const vbs::StartOptions& start)
{
    vbs::MainWindow window({vbs::createBackend(options.backend), options.settings,
                            std::make_unique<vbs::SystemFileChooser>(), options.folders, vbs::hubModels(),
                            vbs::measureDevice, vbs::makeSampleReview});
    window.show();
    window.start(start);
    return QApplication::exec();
}

/// Qt aborts where it finds no display; one line tells more.
void tellOfNoDisplay(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type != QtFatalMsg) {
        if (qstrncmp(context.category, "qt.qpa", 6) != 0) // the line below says the same
            std::fprintf(stderr, "%s\n", qPrintable(text));
        return;
    }
    std::fputs("visualbert-studio: error: There is no display to show a window on. Start the program in a desktop "
               "session, or ask in the terminal: visualbert ask --help.\n",
               stderr);
    std::_Exit(1);
}

} // namespace

/// Exit codes: 0 done, 1 failed, 2 wrong usage.
int main(int argc, char** argv)
{
    vbs::restartWithTunedEnvironment(argv);
    vbs::setUpProcess();
    QCoreApplication::setApplicationName("visualbert-studio");
    QCoreApplication::setApplicationVersion(vbs::toQString(vbs::programVersion()));
    const Options options = parse(argc, argv);
    const QtMessageHandler usual = qInstallMessageHandler(tellOfNoDisplay);
    QApplication app(argc, argv);
    qInstallMessageHandler(usual);
    QApplication::setApplicationDisplayName("VisualBERT Studio");
    QGuiApplication::setDesktopFileName("visualbert-studio");
    QApplication::setWindowIcon(QIcon(":/icons/visualbert-studio.png"));
    // What is to be kept is kept, also where a server is slow; the windows are gone by then. A server that hangs is not
    // waited for, and what a thread still uses is not taken down.
    const auto end = qScopeGuard([] {
        if (!vbs::StoreThread::waitForLeft(kLongestEnd) || !vbs::waitForBackground(kLongestEnd))
            std::_Exit(0);
    });
    try {
        vbs::setComputeThreads(options.threads);
        vbs::speak(options.language.isEmpty() ? vbs::AppSettings(options.settings).language() : options.language);
        int status = showWindow(options, startOf(options));
        while (status == vbs::kNewWindow) { // in another language, with the picture and the question of the last one
            vbs::speak(vbs::AppSettings(options.settings).language());
            vbs::StartOptions again = startOf(options);
            again.paths.clear();
            status = showWindow(options, again);
        }
        return status;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "visualbert-studio: error: %s\n", vbs::joinedLines(vbs::asError(e).what()).c_str());
        return 1;
    }
}
