#include "ui/window/model_desk.h"

#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/window/model_page.h"
#include "ui/window/pack_chooser.h"

#include <QDir>

namespace vbs {

ModelDesk::ModelDesk(const Parts& parts)
    : QObject(&parts.window), m_parts(parts), m_chooser(new PackChooser(parts.workbench, m_library))
{
    for (const char* id : {"model.open", "model.page", "model.get"})
        m_chooser->addBelow(m_parts.actions.action(id));
    connect(m_chooser, &PackChooser::chosen, this, &ModelDesk::choose);
    m_parts.actions.on("model.choose", this, [this] { m_chooser->open(); });
    m_parts.actions.on("model.open", this, [this] { openByDialog(); });
    m_parts.actions.on("model.page", this, [this] { showPage(); });
    watch(m_parts.workbench, Change::Pack, this, [this] {
        remember();
        showActions();
    });
    showActions();
    m_library.refresh();
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

void ModelDesk::showActions()
{
    m_parts.actions.action("model.get")->setEnabled(false);
    m_parts.actions.action("model.page")->setEnabled(m_parts.workbench.state().pack.has_value());
}

} // namespace vbs
