#include "app/device_measurement.h"
#include "app/hub_models.h"
#include "app/instance/single_instance.h"
#include "app/sample_review.h"
#include "app/studio_options.h"
#include "app/tuned_restart.h"
#include "core/base/error.h"
#include "core/base/one_line.h"
#include "core/base/program_version.h"
#include "core/base/threads.h"
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
#include <QIcon>
#include <QScopeGuard>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr std::chrono::seconds kLongestEnd(15);
constexpr const char* kShippedPack = "picture-book";

/// The terminal's texts stay English; these are the window's.
struct Studio {
    Q_DECLARE_TR_FUNCTIONS(Studio)
};

std::filesystem::path packOrNothing(const std::string& name)
{
    try {
        return vbs::findPack(name);
    } catch (const vbs::Error&) {
        return {};
    }
}

/// The pack's folder; without one the window opens all the same and says why nothing can be answered.
vbs::StartOptions startOf(const vbs::StudioOptions& options)
{
    vbs::StartOptions start;
    start.paths = options.wish.paths;
    start.action = options.wish.action;
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
int showWindow(const vbs::StudioOptions& options, const vbs::StartOptions& start, const vbs::SingleInstance& instance)
{
    vbs::MainWindow window({vbs::createBackend(options.backend), options.settings,
                            std::make_unique<vbs::SystemFileChooser>(), options.folders, vbs::hubModels(),
                            vbs::measureDevice, vbs::makeSampleReview});
    QObject::connect(&instance, &vbs::SingleInstance::wished, &window, &vbs::MainWindow::fulfil);
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

struct Call {
    vbs::StudioOptions options;
    std::unique_ptr<vbs::SingleInstance> instance;
    vbs::SingleInstance::Role role = vbs::SingleInstance::Role::Alone;
};

/// What needs no display: options, and a window that is open already.
Call beforeTheWindow(int argc, char** argv)
{
    std::vector<char*> copies(argv, argv + argc + 1); // Qt may change them
    const QCoreApplication app(argc, copies.data());
    Call call{vbs::studioOptions(), nullptr};
    call.instance = std::make_unique<vbs::SingleInstance>(vbs::SingleInstance::meetingPlace(call.options.settings));
    if (!call.options.ownWindow)
        call.role = call.instance->begin(call.options.wish);
    return call;
}

} // namespace

/// Exit codes: 0 done, 1 failed, 2 wrong usage.
int main(int argc, char** argv)
{
    vbs::restartWithTunedEnvironment(argv);
    vbs::setUpProcess();
    QCoreApplication::setApplicationName("visualbert-studio");
    QCoreApplication::setApplicationVersion(vbs::toQString(vbs::programVersion()));
    if (const auto code = vbs::documentPrinted(argc, argv, vbs::studioDoc(), vbs::sharedChapters("visualbert")))
        return *code;
    const Call call = beforeTheWindow(argc, argv);
    if (call.role == vbs::SingleInstance::Role::Guest)
        return 0;
    const vbs::StudioOptions& options = call.options;
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
    if (call.role == vbs::SingleInstance::Role::Host)
        call.instance->listen();
    try {
        vbs::setComputeThreads(options.threads);
        vbs::speak(options.language.isEmpty() ? vbs::AppSettings(options.settings).language() : options.language);
        int status = showWindow(options, startOf(options), *call.instance);
        while (status == vbs::kNewWindow) { // in another language, with the picture and the question of the last one
            vbs::speak(vbs::AppSettings(options.settings).language());
            vbs::StartOptions again = startOf(options);
            again.paths.clear();
            again.action.clear();
            status = showWindow(options, again, *call.instance);
        }
        return status;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "visualbert-studio: error: %s\n", vbs::joinedLines(vbs::asError(e).what()).c_str());
        return 1;
    }
}
