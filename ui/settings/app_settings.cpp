#include "ui/settings/app_settings.h"

#include <QStandardPaths>

#include <algorithm>

namespace vbs {
namespace {

// Increased when docks or tool bars change so much that an older layout would not fit.
constexpr int kLayoutVersion = 1;

const QString kGeometry = "window/geometry"; // QByteArray of QWidget::saveGeometry; none: centred
const QString kLayout = "window/layout";     // QByteArray of QMainWindow::saveState; none: standard layout
const QString kLayoutVersionKey = "window/layoutVersion";
const QString kTheme = "view/theme";            // system, light or dark; system
const QString kBoxes = "view/boxes";            // region boxes are drawn; true
const QString kHeatmap = "view/heatmap";        // the heatmap is drawn; true
const QString kOpacity = "view/heatmapOpacity"; // per cent; 50
const QString kTask = "task/inHand";            // id of TaskSpec; none: the pack's first
const QString kMethod = "why/method";           // id of MethodSpec; none: kUsualExplanation
const QString kLayer = "why/layer";             // 0-based; -1 (mean of all)
const QString kHead = "why/head";               // 0-based; -1 (mean of all)
const QString kRecent = "files/recent";         // absolute paths, latest first; none
const QString kLastFolder = "files/lastFolder"; // none: the user's pictures

} // namespace

AppSettings::AppSettings(const QString& path) : m_settings(path, QSettings::IniFormat) {}

QByteArray AppSettings::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

QByteArray AppSettings::windowLayout() const
{
    if (m_settings.value(kLayoutVersionKey).toInt() != kLayoutVersion)
        return {};
    return m_settings.value(kLayout).toByteArray();
}

void AppSettings::setWindow(const QByteArray& geometry, const QByteArray& layout)
{
    m_settings.setValue(kGeometry, geometry);
    m_settings.setValue(kLayout, layout);
    m_settings.setValue(kLayoutVersionKey, kLayoutVersion);
}

void AppSettings::forgetWindow()
{
    m_settings.remove("window");
}

ThemeMode AppSettings::theme() const
{
    const QString name = m_settings.value(kTheme).toString();
    return name == "light" ? ThemeMode::Light : name == "dark" ? ThemeMode::Dark : ThemeMode::System;
}

void AppSettings::setTheme(ThemeMode mode)
{
    if (mode == ThemeMode::System)
        m_settings.remove(kTheme);
    else
        m_settings.setValue(kTheme, mode == ThemeMode::Dark ? "dark" : "light");
}

bool AppSettings::boxesShown() const
{
    return m_settings.value(kBoxes, true).toBool();
}
void AppSettings::setBoxesShown(bool shown)
{
    m_settings.setValue(kBoxes, shown);
}
bool AppSettings::heatmapShown() const
{
    return m_settings.value(kHeatmap, true).toBool();
}
void AppSettings::setHeatmapShown(bool shown)
{
    m_settings.setValue(kHeatmap, shown);
}
int AppSettings::heatmapOpacity() const
{
    return std::clamp(m_settings.value(kOpacity, 50).toInt(), 0, 100);
}
void AppSettings::setHeatmapOpacity(int percent)
{
    m_settings.setValue(kOpacity, percent);
}

QString AppSettings::task() const
{
    return m_settings.value(kTask).toString();
}
void AppSettings::setTask(const QString& id)
{
    m_settings.setValue(kTask, id);
}
QString AppSettings::method() const
{
    return m_settings.value(kMethod).toString();
}
void AppSettings::setMethod(const QString& id)
{
    m_settings.setValue(kMethod, id);
}
int AppSettings::layer() const
{
    return std::max(-1, m_settings.value(kLayer, -1).toInt());
}
int AppSettings::head() const
{
    return std::max(-1, m_settings.value(kHead, -1).toInt());
}

void AppSettings::setLayerAndHead(int layer, int head)
{
    m_settings.setValue(kLayer, layer);
    m_settings.setValue(kHead, head);
}

QStringList AppSettings::recentFiles() const
{
    return m_settings.value(kRecent).toStringList();
}
void AppSettings::setRecentFiles(const QStringList& files)
{
    m_settings.setValue(kRecent, files);
}

QString AppSettings::lastFolder() const
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return m_settings.value(kLastFolder, pictures).toString();
}

void AppSettings::setLastFolder(const QString& folder)
{
    m_settings.setValue(kLastFolder, folder);
}

} // namespace vbs
