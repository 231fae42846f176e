#include "ui/services/pack_library.h"

#include "core/base/one_line.h"
#include "core/pack/pack_catalog.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

ListedPack listed(const FoundPack& pack)
{
    std::error_code code;
    const std::filesystem::path folder = std::filesystem::absolute(pack.folder, code);
    ListedPack result{
        fromPath(code ? pack.folder : folder), fromPath(pack.folder.filename()), coreText(pack.fault).simplified(), {}};
    if (!pack.fault.english().empty())
        return result;
    const std::string& title = pack.manifest.title.empty() ? pack.manifest.name : pack.manifest.title;
    if (!title.empty())
        result.title = coreText(joinedLines(title));
    for (const TaskInfo& info : kTaskTable)
        if (pack.manifest.tasks.contains(std::string(info.packKey)))
            result.tasks.push_back(info.task);
    return result;
}

/// Those that can be used first.
std::vector<ListedPack> look()
{
    std::vector<ListedPack> packs;
    for (const FoundPack& pack : listPacks())
        packs.push_back(listed(pack));
    std::ranges::stable_partition(packs, [](const ListedPack& pack) { return pack.fault.isEmpty(); });
    return packs;
}

} // namespace

PackLibrary::PackLibrary(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PackLibrary::~PackLibrary()
{
    m_pool.waitForDone();
}

void PackLibrary::refresh()
{
    m_again = std::exchange(m_looking, true);
    if (m_again)
        return;
    m_pool.start([this] {
        std::vector<ListedPack> found;
        try {
            found = look();
        } catch (const std::exception&) {
            // No folder could be read: there are none then.
        }
        QMetaObject::invokeMethod(
            this,
            [this, found = std::move(found)] {
                m_looking = false;
                if (found != m_packs) {
                    m_packs = found;
                    Q_EMIT changed();
                }
                if (std::exchange(m_again, false))
                    refresh();
            },
            Qt::QueuedConnection);
    });
}

} // namespace vbs
