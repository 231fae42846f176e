// MainWindow's part that builds the menus.

#include "ui/canvas/canvas_panel.h"
#include "ui/diff/two_models_window.h"
#include "ui/lesson/lesson_player.h"
#include "ui/util/core_text.h"
#include "ui/util/labels.h"
#include "ui/util/language.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>

namespace vbs {
namespace {

const QString kRestart = QStringLiteral("restart"); // of the message, no entry of a menu

} // namespace

void MainWindow::buildMenus()
{
    m_actions->fillMenus(menuBar());
    buildRecentMenu();
    buildLanguageMenu();
    buildThemeMenu();
    buildTextSizeMenu();
    buildHeatMenu();
    auto* panels = new QMenu(tr("&Panels"), this);
    for (auto* panel : findChildren<QDockWidget*>())
        panels->addAction(panel->toggleViewAction());
    m_actions->menu("&View")->insertMenu(m_actions->action("reset-layout"), panels);
}

void MainWindow::buildRecentMenu()
{
    auto* menu = new QMenu(tr("Open &Recent"), this);
    menu->setObjectName("recentMenu");
    m_actions->menu("&File")->insertMenu(m_actions->action("open-sample"), menu);
    const auto fill = [this, menu] {
        menu->clear();
        for (const QString& path : m_recent->files()) {
            QAction* action = menu->addAction(plainButtonText(QFileInfo(path).fileName()));
            action->setToolTip(plainToolTip(path));
            connect(action, &QAction::triggered, this, [this, path] { openPaths({path}); });
        }
        menu->setToolTipsVisible(true);
        menu->setEnabled(!menu->isEmpty());
        if (menu->isEmpty())
            return;
        menu->addSeparator();
        connect(menu->addAction(tr("&Clear the List")), &QAction::triggered, m_recent, &RecentFiles::clear);
    };
    connect(m_recent, &RecentFiles::changed, menu, fill, Qt::QueuedConnection);
    fill();
}

void MainWindow::buildLanguageMenu()
{
    auto* menu = new QMenu(tr("Lan&guage"), this);
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& choice, const QString& text) {
        QAction* action = menu->addAction(text);
        action->setObjectName("language-" + choice);
        action->setCheckable(true);
        action->setChecked(choice == m_settings.language());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { chooseLanguage(choice); });
    };
    add(languageChoices().front(), tr("Follow the &System"));
    for (const LanguageInfo& info : languages())
        add(QLatin1String(info.id), '&' + QString(info.name));
    connect(m_canvas, &CanvasPanel::actionRequested, this, [this](const QString& id) {
        if (id == kRestart)
            restart();
    });
    m_actions->menu("&View")->insertMenu(m_actions->action("reset-layout"), menu);
}

/// Every text was made in the language before, so that it takes a new window.
void MainWindow::chooseLanguage(const QString& choice)
{
    m_settings.language.set(choice);
    if (languageOf(choice) != spokenLanguage())
        m_canvas->messages().show(
            {Message::Kind::Info, tr("The language changes with the next start of the program."), kRestart},
            tr("Restart Now"));
    else
        m_canvas->messages().hide();
}

void MainWindow::restart()
{
    m_restarting = true;
    QGuiApplication::setQuitOnLastWindowClosed(false); // the event loop has to end with a status of its own
    const bool isClosed = close();
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_restarting = false;
    if (isClosed)
        QCoreApplication::exit(kNewWindow);
}

void MainWindow::buildThemeMenu()
{
    auto* menu = new QMenu(tr("&Theme"), this);
    auto* group = new QActionGroup(menu);
    const std::pair<ThemeMode, QString> modes[] = {{ThemeMode::System, tr("Follow the &System")},
                                                   {ThemeMode::Light, tr("&Light")},
                                                   {ThemeMode::Dark, tr("&Dark")}};
    const char* const names[] = {"theme-system", "theme-light", "theme-dark"};
    for (const auto& [mode, text] : modes) {
        QAction* action = menu->addAction(text);
        action->setObjectName(names[int(mode)]);
        action->setCheckable(true);
        action->setChecked(mode == m_settings.theme());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            m_settings.theme.set(mode);
            m_theme->setMode(mode);
        });
    }
    m_actions->menu("&View")->insertMenu(m_actions->action("reset-layout"), menu);
}

void MainWindow::buildTextSizeMenu()
{
    auto* menu = new QMenu(tr("Text &Size"), this);
    auto* group = new QActionGroup(menu);
    const std::pair<int, QString> sizes[] = {
        {85, tr("&Small")}, {100, tr("&Normal")}, {125, tr("&Large")}, {150, tr("&Very Large")}, {200, tr("&Huge")}};
    for (const auto& [percent, text] : sizes) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QStringLiteral("text-size-%1").arg(percent));
        action->setCheckable(true);
        action->setChecked(percent == m_settings.textSize());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent = percent] {
            m_settings.textSize.set(percent);
            m_theme->setTextSize(percent);
        });
    }
    m_actions->menu("&View")->insertMenu(m_actions->action("reset-layout"), menu);
}

void MainWindow::buildHeatMenu()
{
    auto* menu = new QMenu(tr("Heatmap St&yle"), this);
    menu->setToolTipsVisible(true);
    auto* group = new QActionGroup(menu);
    for (const HeatStyleInfo& info : heatStyles()) {
        QAction* action = menu->addAction(coreText(info.title));
        action->setObjectName(
            QStringLiteral("heat-%1").arg(QLatin1String(info.name.data(), qsizetype(info.name.size()))));
        action->setToolTip(coreText(info.tip));
        action->setCheckable(true);
        action->setChecked(info.style == m_settings.heatmapStyle());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, style = info.style] {
            m_settings.heatmapStyle.set(style);
            showHeatLook();
        });
    }
    menu->addSeparator();
    QAction* scale = menu->addAction(tr("&Scale to 100 %"));
    scale->setObjectName("heat-full-scale");
    scale->setToolTip(tr("100 % is drawn strongest, so that pictures, layers and heads compare. Otherwise the greatest "
                         "share is."));
    scale->setCheckable(true);
    scale->setChecked(m_settings.heatmapFullScale());
    connect(scale, &QAction::triggered, this, [this](bool full) {
        m_settings.heatmapFullScale.set(full);
        showHeatLook();
    });
    m_actions->menu("&View")->insertMenu(m_actions->action("reset-layout"), menu);
}

void MainWindow::showHeatLook()
{
    m_canvas->setHeatLook(m_settings.heatLook());
    if (m_twoModels)
        m_twoModels->setHeatLook(m_settings.heatLook());
    if (m_lessons)
        m_lessons->setHeatLook(m_settings.heatLook());
}

} // namespace vbs
