#pragma once

#include "ui/util/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace vbs {

/// What survives a restart, in one ini file. A value that was never set is absent from the file, so a later
/// version may change its default. Every key, its default and its meaning stand in app_settings.cpp.
class AppSettings {
public:
    /// @param path of the ini file; its folder is made when needed.
    explicit AppSettings(const QString& path);

    QByteArray windowGeometry() const;
    QByteArray windowLayout() const;
    void setWindow(const QByteArray& geometry, const QByteArray& layout);
    void forgetWindow();

    ThemeMode theme() const;
    void setTheme(ThemeMode mode);

    bool boxesShown() const;
    void setBoxesShown(bool shown);
    bool heatmapShown() const;
    void setHeatmapShown(bool shown);
    int heatmapOpacity() const; ///< per cent
    void setHeatmapOpacity(int percent);

    QString task() const; ///< the id of the task in hand; empty: never chosen
    void setTask(const QString& id);
    QString method() const; ///< the id of an explanation's method; empty: never chosen
    void setMethod(const QString& id);
    int layer() const; ///< -1: mean of all
    int head() const;
    void setLayerAndHead(int layer, int head);

    QStringList recentFiles() const;
    void setRecentFiles(const QStringList& files);
    QString lastFolder() const; ///< where the next dialog starts
    void setLastFolder(const QString& folder);

    /// Writes to disk now.
    void sync() { m_settings.sync(); }
    QString path() const { return m_settings.fileName(); }

private:
    QSettings m_settings;
};

} // namespace vbs
