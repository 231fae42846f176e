#pragma once

#include "ui/services/pack_library.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/workbench.h"

#include <QObject>

namespace vbs {

class ActionTable;
class PackChooser;

/// What the window does about models: choosing a pack, opening one by its folder, and the pages about them.
class ModelDesk : public QObject {
    Q_OBJECT
public:
    struct Parts {
        QWidget& window;
        Workbench& workbench;
        ActionTable& actions;
        AppSettings& settings;
        FileChooser& chooser;
    };
    explicit ModelDesk(const Parts& parts);

    PackChooser* chooser() const { return m_chooser; } ///< for the toolbar, which owns it
    /// The pack that is used when none was chosen: it is not written into the settings.
    void setShipped(const std::filesystem::path& folder) { m_shipped = folder; }

private:
    void choose(const QString& folder);
    void openByDialog();
    void remember();
    void showPage();
    void showActions();

    Parts m_parts;
    PackLibrary m_library;
    PackChooser* m_chooser;
    std::filesystem::path m_shipped;
    std::filesystem::path m_chosen; ///< by the user; empty: nothing since the last one was remembered
};

} // namespace vbs
