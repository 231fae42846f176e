#include "ui/window/pack_chooser.h"

#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>

namespace vbs {
namespace {

constexpr int kTextWidth = 150;  ///< of the title in the toolbar
constexpr int kEntryWidth = 420; ///< of a pack's line in the menu

QString canonical(const QString& folder)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    return path.isEmpty() ? folder : path;
}

} // namespace

PackChooser::PackChooser(Workbench& workbench, PackLibrary& library, QWidget* parent)
    : QToolButton(parent), m_workbench(workbench), m_library(library), m_menu(new QMenu(this))
{
    setObjectName("packChooser");
    setIcon(lineIcon("model"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    m_menu->setObjectName("packMenu");
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, &m_library, &PackLibrary::refresh);
    connect(m_menu, &QMenu::aboutToShow, this, &PackChooser::fill);
    connect(&m_library, &PackLibrary::changed, this, &PackChooser::fill);
    watch(workbench, Change::Pack | Change::Activity, this, [this] { showPack(); });
    showPack();
}

void PackChooser::open()
{
    if (isVisible())
        showMenu();
    else
        m_menu->popup(QCursor::pos()); // the toolbar is hidden
}

QSize PackChooser::sizeHint() const
{
    QSize size = QToolButton::sizeHint();
    if (toolButtonStyle() == Qt::ToolButtonTextBesideIcon) // the same for every title, so that no tool moves
        size.setWidth(iconSize().width() + textPixels(kTextWidth) + 36);
    return size;
}

void PackChooser::showPack()
{
    const WorkbenchState& state = m_workbench.state();
    const QString name = state.pack ? titleOf(*state.pack) : tr("No model");
    const QString coming = fromPath(state.packOnItsWay.filename());
    m_title = state.packOnItsWay.empty() ? name : state.pack ? tr("Loading %1…").arg(coming) : tr("Loading…");
    setText(plainButtonText(fontMetrics().elidedText(m_title, Qt::ElideRight, textPixels(kTextWidth))));
    QString tip = state.pack ? tr("Model pack: %1. Click to choose another.").arg(name) : tr("Choose a model pack.");
    if (state.pack && !state.packOnItsWay.empty())
        tip = tr("%1 is being loaded; %2 stays in use until it is ready.").arg(coming, name);
    setToolTip(plainToolTip(tip));
    setAccessibleName(tr("Model pack: %1").arg(m_title));
}

void PackChooser::fill()
{
    m_menu->clear();
    const auto& pack = m_workbench.state().pack;
    const QString used = pack ? canonical(fromPath(pack->folder)) : QString();
    bool listed = !pack;
    for (const ListedPack& each : m_library.packs()) {
        listed = listed || canonical(each.folder) == used;
        addPack(each, used);
    }
    if (!listed) // opened by its folder
        addPack({fromPath(pack->folder), titleOf(*pack), {}, pack->tasks}, used);
    m_menu->addSeparator();
    for (QAction* action : std::as_const(m_below))
        m_menu->addAction(action);
}

void PackChooser::addPack(const ListedPack& pack, const QString& used)
{
    const QString text = pack.fault.isEmpty() ? pack.title : tr("%1 – cannot be used: %2").arg(pack.title, pack.fault);
    QAction* action = m_menu->addAction(
        plainButtonText(m_menu->fontMetrics().elidedText(text, Qt::ElideRight, textPixels(kEntryWidth))));
    QStringList tasks;
    for (const TaskSpec& spec : taskTable())
        if (std::ranges::any_of(pack.tasks, [&](Task task) { return taskSpec(task).task == spec.task; }))
            tasks << taskName(spec.task);
    action->setToolTip(
        plainToolTip(pack.fault.isEmpty() ? tr("%1\n%2").arg(tasks.join(", "), pack.folder) : pack.fault));
    action->setEnabled(pack.fault.isEmpty());
    action->setCheckable(true);
    action->setChecked(canonical(pack.folder) == used);
    connect(action, &QAction::triggered, this, [this, folder = pack.folder] { Q_EMIT chosen(folder); });
}

} // namespace vbs
