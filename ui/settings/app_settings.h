#pragma once

#include "core/report/heat_look.h"
#include "ui/settings/key_changes.h"
#include "ui/settings/setting.h"
#include "ui/util/theme.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QSettings>
#include <QStringList>

#include <vector>

namespace vbs {

/// What survives a restart, in one ini file. Every item's key, default and meaning stand in app_settings.cpp.
class AppSettings {
    Q_DECLARE_TR_FUNCTIONS(vbs::AppSettings)

    QSettings m_file; // before the items, which read it

public:
    /// @param path of the ini file; its folder is made when needed.
    explicit AppSettings(const QString& path);

    Setting<QString> language; ///< of the window: "system", "en", "de"
    Setting<ThemeMode> theme;
    Setting<int> textSize; ///< per cent
    Setting<bool> boxesShown;
    Setting<bool> annotationsShown;
    Setting<bool> heatmapShown;
    Setting<int> heatmapOpacity; ///< per cent
    Setting<HeatStyle> heatmapStyle;
    Setting<bool> heatmapFullScale;
    Setting<bool> wordPiecesShown;
    Setting<bool> historyGrouped;       ///< by picture
    Setting<QString> question;          ///< the last one typed
    Setting<QString> task;              ///< the id of the task in hand; empty: never chosen
    Setting<QString> pack;              ///< the folder of the pack chosen last; empty: the shipped one
    Setting<QString> precision;         ///< of the network: float32 or bfloat16; empty: the program's choice
    Setting<int> threads;               ///< 0: all cores
    Setting<QString> method;            ///< the id of an explanation's method; empty: never chosen
    Setting<int> layer;                 ///< 0-based; -1: mean of all
    Setting<int> head;                  ///< 0-based; -1: mean of all
    Setting<bool> findByHiding;         ///< phrases, where a pack has no model for them
    Setting<QStringList> recentFiles;   ///< absolute paths, latest first
    Setting<QString> lastFolder;        ///< where the next dialog starts
    Setting<QString> reviewer;          ///< who decides in reviews
    Setting<QStringList> recentReviews; ///< files and addresses, latest first
    Setting<QString> student;           ///< who answers the quizzes of lessons; may be empty
    Setting<QByteArray> reviewGeometry; ///< of QWidget::saveGeometry; empty: never saved
    Setting<QByteArray> reviewLayout;   ///< of QMainWindow::saveState; likewise
    Setting<KeyChanges> keys;           ///< of the actions whose keys the user changed

    HeatLook heatLook() const; ///< what the heatmap's items say together

    QByteArray windowGeometry() const { return m_geometry(); } ///< of QWidget::saveGeometry; empty: never saved
    QByteArray windowLayout() const; ///< of QMainWindow::saveState; empty: never saved, or of docks that are no more
    void setWindow(const QByteArray& geometry, const QByteArray& layout);
    void forgetWindow();

    /// Every item, in the order of the file's groups.
    const std::vector<SettingItem*>& items() const { return m_items; }
    /// As if the program had never been started.
    void resetAll();

    /// Writes to disk now.
    void sync() { m_file.sync(); }
    QString path() const { return m_file.fileName(); }

private:
    Setting<QByteArray> m_geometry, m_layout;
    Setting<int> m_layoutVersion;
    std::vector<SettingItem*> m_items;
};

} // namespace vbs
