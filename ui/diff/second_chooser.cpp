#include "ui/diff/second_chooser.h"

#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>
#include <QMenu>

namespace vbs {
namespace {

constexpr const char* kPrecisions[] = {"float32", "bfloat16"};

bool isSameModelFolder(const QString& a, const QString& b)
{
    return QFileInfo(a).canonicalFilePath() == QFileInfo(b).canonicalFilePath();
}

} // namespace

SecondChooser::SecondChooser(Workbench& workbench, SecondModel& second, FileChooser& chooser, QWidget* parent)
    : QToolButton(parent), m_workbench(workbench), m_second(second), m_chooser(chooser), m_menu(new QMenu(this))
{
    setObjectName("secondChooser");
    setIcon(lineIcon("model"));
    setText(tr("Choose…"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Choose the second model"));
    m_menu->setObjectName("secondMenu");
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SecondChooser::fill);
    connect(&m_library, &PackLibrary::changed, this, &SecondChooser::fill);
    m_library.refresh();
}

std::vector<SecondChooser::Entry> SecondChooser::entries() const
{
    std::vector<Entry> entries;
    const WorkbenchState& state = m_workbench.state();
    const QString used = state.pack ? fromPath(state.pack->folder) : QString();
    if (state.pack)
        for (const char* precision : kPrecisions)
            if (state.device.precision != precision)
                entries.push_back(
                    {tr("%1, computed in %2").arg(titleOf(*state.pack), precision), {state.pack->folder, precision}});
    for (const ListedPack& pack : m_library.packs())
        if (pack.fault.isEmpty() && !isSameModelFolder(pack.folder, used))
            entries.push_back({pack.title, {toPath(pack.folder), {}}});
    return entries;
}

void SecondChooser::fill()
{
    m_menu->clear();
    for (const Entry& entry : entries())
        connect(m_menu->addAction(plainButtonText(entry.text)), &QAction::triggered, this,
                [this, choice = entry.choice] { m_second.choose(choice); });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Open Pack Folder…")), &QAction::triggered, this, [this] {
        const QString folder = m_chooser.chooseFolder(window(), {});
        if (!folder.isEmpty())
            m_second.choose({toPath(folder), {}});
    });
}

} // namespace vbs
