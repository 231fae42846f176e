#include "ui/workbench/picture_memory.h"

namespace vbs {

void PictureMemory::keep(const QString& key, RememberedPicture picture)
{
    if (const auto known = m_places.find(key); known != m_places.end())
        m_pictures.erase(known->second);
    if (picture.edits)
        picture.edits->editor = nullptr;
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

} // namespace vbs
