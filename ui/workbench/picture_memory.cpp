#include "ui/workbench/picture_memory.h"

namespace vbs {

void PictureMemory::keep(const QString& key, RememberedPicture picture)
{
    if (const auto known = m_places.find(key); known != m_places.end())
        m_pictures.erase(known->second);
    m_pictures.push_front({key, std::move(picture)});
    m_places[key] = m_pictures.begin();
    while (m_pictures.size() > m_atMost) {
        m_places.erase(m_pictures.back().key);
        m_pictures.pop_back();
    }
}

std::optional<RememberedPicture> PictureMemory::take(const QString& key, const QSize& size)
{
    const auto known = m_places.find(key);
    if (known == m_places.end())
        return std::nullopt;
    std::optional<RememberedPicture> picture;
    if (known->second->picture.size == size)
        picture.emplace(std::move(known->second->picture));
    m_pictures.erase(known->second);
    m_places.erase(known);
    return picture;
}

std::shared_ptr<EditHistory> PictureMemory::open(const QString& key) const
{
    const auto known = m_open.find(key);
    const auto edits = known == m_open.end() ? nullptr : known->second.lock();
    return edits && !edits->editors.empty() ? edits : nullptr;
}

void PictureMemory::setOpen(const QString& key, const std::shared_ptr<EditHistory>& edits)
{
    std::erase_if(m_open, [](const auto& one) {
        const auto others = one.second.lock();
        return !others || others->editors.empty();
    });
    m_open[key] = edits;
}

} // namespace vbs
