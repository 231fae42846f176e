#pragma once

#include "ui/services/device_bench.h"
#include "ui/services/model_service.h"
#include "ui/services/pack_library.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/workbench.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace vbs {

class ActionTable;
class GetModelsWindow;
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
    /// @param models null: none can be got.
    ModelDesk(const Parts& parts, std::unique_ptr<ModelSource> models, BenchWork bench);

    PackChooser* chooser() const { return m_chooser; } ///< for the toolbar, which owns it
    /// The pack that is used when none was chosen: it is not written into the settings.
    void setShipped(const std::filesystem::path& folder) { m_shipped = folder; }

Q_SIGNALS:
    void told(const vbs::Message& message); ///< while the window of models is not in sight

private:
    void connectModels();
    void showModels();
    void choose(const QString& folder);
    void openByDialog();
    void remember();
    void showPage();
    void showDevice();
    void showActions();

    Parts m_parts;
    PackLibrary m_library;
    std::unique_ptr<ModelService> m_models;
    DeviceBench m_bench;
    QPointer<GetModelsWindow> m_getModels;
    PackChooser* m_chooser;
    std::filesystem::path m_shipped;
    std::filesystem::path m_chosen; ///< by the user; empty: nothing since the last one was remembered
};

} // namespace vbs
