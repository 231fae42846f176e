#include "ui/window/model_desk.h"

#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/window/device_page.h"
#include "ui/window/get_models_window.h"
#include "ui/window/model_page.h"
#include "ui/window/pack_chooser.h"

#include <QDir>

namespace vbs {

ModelDesk::ModelDesk(const Parts& parts, std::unique_ptr<ModelSource> models, BenchWork bench)
    : QObject(&parts.window), m_parts(parts), m_bench(std::move(bench)),
      m_chooser(new PackChooser(parts.workbench, m_library))
{
    for (const char* id : {"model.open", "model.page", "model.get"})
        m_chooser->addBelow(m_parts.actions.action(id));
    connect(m_chooser, &PackChooser::chosen, this, &ModelDesk::choose);
    m_parts.actions.on("model.choose", this, [this] { m_chooser->open(); });
    m_parts.actions.on("model.open", this, [this] { openByDialog(); });
    m_parts.actions.on("model.device", this, [this] { showDevice(); });
    m_parts.actions.on("model.page", this, [this] { showPage(); });
    watch(m_parts.workbench, Change::Pack, this, [this] {
        remember();
        showActions();
    });
    if (models) {
        m_models = std::make_unique<ModelService>(std::move(models));
        connectModels();
    }
    showActions();
    m_library.refresh();
}

void ModelDesk::connectModels()
{
    m_parts.actions.on("model.get", this, [this] { showModels(); });
    const auto title = [this](const QString& name) {
        for (const ModelCard& card : m_models->cards())
            if (card.name == name)
                return card.title;
        return name;
    };
    connect(m_models.get(), &ModelService::installed, this, [this, title](const QString& name) {
        m_library.refresh();
        Q_EMIT told({Message::Kind::Info, tr("“%1” is ready for use.").arg(title(name)), "model.choose"});
    });
    connect(m_models.get(), &ModelService::jobChanged, this, [this, title](const QString& name) {
        const ModelService::Job job = m_models->job(name);
        if (!job.problem.isEmpty() && !(m_getModels && m_getModels->isVisible()))
            Q_EMIT told({Message::Kind::Error, tr("%1: %2").arg(title(name), job.problem), "model.get"});
    });
    connect(m_models.get(), &ModelService::said, this, [this] { m_library.refresh(); });
}

void ModelDesk::showModels()
{
    if (!m_getModels) {
        m_getModels = new GetModelsWindow(*m_models, m_parts.chooser, &m_parts.window);
        connect(m_getModels, &GetModelsWindow::useWanted, this, &ModelDesk::choose);
    }
    m_getModels->show();
    m_getModels->raise();
    m_getModels->activateWindow();
}

void ModelDesk::choose(const QString& folder)
{
    m_chosen = toPath(folder);
    m_parts.workbench.loadPack(m_chosen);
}

void ModelDesk::openByDialog()
{
    const auto& pack = m_parts.workbench.state().pack;
    const QString start = pack ? fromPath(pack->folder.parent_path()) : QDir::homePath();
    const QString folder = m_parts.chooser.chooseFolder(&m_parts.window, start);
    if (!folder.isEmpty())
        choose(folder);
}

/// Only what the user chose, and only when it could be loaded.
void ModelDesk::remember()
{
    const auto& pack = m_parts.workbench.state().pack;
    if (m_chosen.empty() || !pack || pack->folder != m_chosen)
        return;
    if (m_chosen.lexically_normal() == m_shipped.lexically_normal())
        m_parts.settings.pack.reset();
    else
        m_parts.settings.pack.set(fromPath(m_chosen));
    m_chosen.clear();
}

void ModelDesk::showPage()
{
    const auto& pack = m_parts.workbench.state().pack;
    if (!pack)
        return;
    auto* page = new ModelPage(*pack, &m_parts.window);
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &ModelPage::folderWanted, this, [this](const QString& file) { m_parts.chooser.showInFolder(file); });
    page->open();
}

void ModelDesk::showDevice()
{
    auto* page = new DevicePage(m_parts.workbench.state(), m_parts.settings, m_bench, &m_parts.window);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setModal(false); // figures come while the user works
    page->show();
}

void ModelDesk::showActions()
{
    m_parts.actions.action("model.get")->setEnabled(m_models != nullptr);
    m_parts.actions.action("model.page")->setEnabled(m_parts.workbench.state().pack.has_value());
}

} // namespace vbs
