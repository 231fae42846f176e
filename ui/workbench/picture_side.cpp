#include "ui/workbench/picture_side.h"

#include <utility>

namespace vbs {

PictureSide::PictureSide(SideState& state, InferenceService& service, PictureMemory& memory, QObject* parent)
    : QObject(parent), m_state(state), m_memory(memory), m_editor(state), m_finder(state, m_editor, service)
{
    connect(&m_loader, &ImageLoader::opened, this, &PictureSide::onOpened);
    connect(&m_loader, &ImageLoader::failed, this, &PictureSide::onFailed);
    connect(&m_loader, &ImageLoader::sizeKnown, this, &PictureSide::onSizeKnown);
    connect(&m_editor, &RegionEditor::changed, this, &PictureSide::changed);
}

void PictureSide::begin(const OpenPicture& picture)
{
    m_opening = picture;
    m_megapixels = 0;
}

void PictureSide::open(const OpenPicture& picture)
{
    begin(picture);
    m_ticket = picture.pixels ? m_loader.open(picture.pixels->image()) : m_loader.open(picture.path);
    Q_EMIT openingChanged();
}

void PictureSide::open(const OpenPicture& picture, const QImage& image)
{
    begin(picture);
    m_ticket = m_loader.open(image);
    Q_EMIT openingChanged();
}

QString PictureSide::openingText() const
{
    if (m_megapixels > 0)
        return tr("Opening %1 (%2 megapixels)").arg(m_opening.name).arg(m_megapixels);
    return tr("Opening %1").arg(m_opening.name);
}

void PictureSide::cancelOpening()
{
    m_loader.cancel();
    m_ticket = 0;
    Q_EMIT openingChanged();
}

void PictureSide::onSizeKnown(LoadTicket ticket, const QSize& size)
{
    constexpr qint64 kMega = 1'000'000, kWorthTelling = 20;
    const qint64 megapixels = qint64(size.width()) * size.height() / kMega;
    if (ticket != m_ticket || megapixels < kWorthTelling)
        return;
    m_megapixels = int(megapixels);
    Q_EMIT openingChanged();
}

void PictureSide::leave()
{
    m_finder.dropRequest();
    m_finder.allow();
    if (m_state.picture) {
        const QString key = m_state.picture->key;
        if (auto remembered = m_editor.end())
            m_memory.keep(key, std::move(*remembered));
    }
    m_state.picture.reset();
    m_state.unopenedName.clear();
    m_state.extraction.reset();
    Q_EMIT changed(SideChange::Picture);
}

void PictureSide::onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    leave();
    m_state.picture = m_opening;
    m_state.picture->pixels = pixels;
    bool known = m_editor.share(m_memory.open(m_opening.key), pixels->size());
    if (!known) {
        auto remembered = m_memory.take(m_opening.key, pixels->size());
        known = remembered.has_value();
        m_editor.begin(pixels->size(), std::move(remembered));
    }
    m_memory.setOpen(m_opening.key, m_editor.edits());
    Q_EMIT changed(SideChange::Picture);
    Q_EMIT opened(known);
}

void PictureSide::onFailed(LoadTicket ticket, const ErrorInfo& error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    Q_EMIT openFailed(error);
}

void PictureSide::swapWith(PictureSide& other)
{
    std::swap(m_state, other.m_state);
    m_editor.swapWith(other.m_editor);
    m_finder.swapWith(other.m_finder);
    const SideChanges all = SideChange::Picture | SideChange::Regions | SideChange::Picked | SideChange::Removed;
    Q_EMIT changed(all);
    Q_EMIT other.changed(all);
}

} // namespace vbs
