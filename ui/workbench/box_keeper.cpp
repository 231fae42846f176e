#include "ui/workbench/box_keeper.h"

#include "core/base/error.h"
#include "core/base/one_line.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <algorithm>
#include <utility>

namespace vbs {

BoxKeeper::BoxKeeper(const QString& folder, QObject* parent)
    : QObject(parent), m_store(std::make_unique<const OwnBoxStore>(toPath(folder)))
{
    m_pool.setMaxThreadCount(1);
}

BoxKeeper::~BoxKeeper()
{
    m_pool.waitForDone();
    saveAll();
}

/// Hashing the pixels takes 2 ms a megapixel, too long to be done for every edit.
std::string BoxKeeper::keyOf(const ImagePtr& image)
{
    std::erase_if(m_known, [](const Known& known) { return known.image.expired(); });
    for (const Known& known : m_known) {
        if (known.image.lock() == image)
            return known.key;
    }
    m_known.push_back({image, OwnBoxStore::keyOf(*image)});
    return m_known.back().key;
}

BoxKeeper::Ticket BoxKeeper::lookFor(const ImagePtr& image)
{
    const Ticket ticket = ++m_last;
    m_pool.start([this, ticket, image] {
        std::optional<OwnBoxes> boxes;
        QString why;
        try {
            if (auto kept = m_store->load(keyOf(image)))
                boxes = std::move(kept->boxes);
        } catch (const Error& e) {
            why = problemText(infoOf(e));
        }
        const auto tell = [this, ticket, boxes = std::move(boxes), why] {
            if (!why.isEmpty())
                Q_EMIT problem(tr("The boxes that you made on this picture cannot be read. %1").arg(why));
            Q_EMIT looked(ticket, boxes);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    return ticket;
}

void BoxKeeper::keep(const ImagePtr& image, const std::optional<OwnBoxes>& boxes)
{
    if (!isKeeping())
        return;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::ranges::find(m_waiting, image, &Waiting::image);
        if (known != m_waiting.end())
            known->boxes = boxes;
        else
            m_waiting.push_back({image, boxes});
    }
    m_pool.start([this] { saveAll(); });
}

void BoxKeeper::tryAgain()
{
    m_pool.start([this] { saveAll(); });
}

/// On the pool's thread, or when that rests for good.
void BoxKeeper::saveAll()
{
    std::vector<Waiting> now;
    {
        const std::lock_guard lock(m_mutex);
        now.swap(m_waiting);
    }
    if (now.empty())
        return;
    QString reason;
    for (Waiting& one : now) {
        try {
            const std::string key = keyOf(one.image);
            if (one.boxes)
                m_store->save(key, one.image->path, *one.boxes);
            else
                m_store->remove(key);
        } catch (const Error& e) {
            reason = problemText(infoOf(e));
            const std::lock_guard lock(m_mutex);
            if (std::ranges::find(m_waiting, one.image, &Waiting::image) == m_waiting.end())
                m_waiting.push_back(std::move(one)); // for the next time, unless it was edited meanwhile
        }
    }
    QMetaObject::invokeMethod(
        this, [this, reason] { tellUnsaved(reason); }, Qt::QueuedConnection);
}

void BoxKeeper::tellUnsaved(const QString& reason)
{
    if (std::exchange(m_unsaved, reason) != reason)
        Q_EMIT unsavedChanged();
}

} // namespace vbs
