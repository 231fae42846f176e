#include "ui/workbench/picture_side.h"

#include "ui/util/qt_bridge.h"
#include "ui/workbench/own_regions.h"

#include <utility>

namespace vbs {

PictureSide::PictureSide(SideState& state, const SideParts& parts, QObject* parent)
    : QObject(parent), m_state(state), m_parts(parts), m_editor(state), m_finder(state, m_editor, parts.service)
{
    connect(&m_loader, &ImageLoader::opened, this, &PictureSide::onOpened);
    connect(&m_loader, &ImageLoader::failed, this, &PictureSide::onFailed);
    connect(&m_loader, &ImageLoader::sizeKnown, this, &PictureSide::onSizeKnown);
    connect(&m_editor, &RegionEditor::changed, this, &PictureSide::changed);
    connect(&m_editor, &RegionEditor::ownChanged, this, [this] {
        if (!m_state.picture->smallCopy)
            m_parts.boxes.keep(m_state.picture->pixels->image(), m_editor.ownBoxes());
    });
    connect(&parts.boxes, &BoxKeeper::looked, this, [this](BoxKeeper::Ticket ticket, const auto& kept) {
        if (ticket == m_looking)
            show(kept);
    });
    connect(&parts.annotations, &AnnotationFiles::looked, this, &PictureSide::onLookedBeside);
    connect(&parts.annotations, &AnnotationFiles::saved, this, &PictureSide::onSaved);
    connect(&parts.annotations, &AnnotationFiles::failed, this,
            [this](AnnotationFiles::Ticket ticket, const auto& error) {
                if (ticket == m_saving)
                    Q_EMIT boxesRefused(error);
            });
}

void PictureSide::begin(const OpenPicture& picture)
{
    m_opening = picture;
    m_megapixels = 0;
    m_looking = 0;
    m_decoded.reset();
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
    m_looking = 0;
    m_decoded.reset();
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
            m_parts.memory.keep(key, std::move(*remembered));
    }
    m_state.picture.reset();
    m_state.unopenedName.clear();
    m_state.extraction.reset();
    m_state.annotations.reset();
    m_lookingBeside = 0;
    m_saving = 0;
    Q_EMIT changed(SideChange::Picture);
}

/// Decoded: what the user made of it on an earlier day is looked up before it is shown, so that nothing jumps.
void PictureSide::onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels)
{
    if (ticket != m_ticket)
        return;
    m_decoded = pixels;
    if (m_parts.boxes.isKeeping())
        m_looking = m_parts.boxes.lookFor(pixels->image());
    else
        show(std::nullopt);
}

void PictureSide::show(const std::optional<OwnBoxes>& kept)
{
    m_ticket = 0;
    m_looking = 0;
    leave();
    m_state.picture = m_opening;
    const auto pixels = m_state.picture->pixels = std::exchange(m_decoded, nullptr);
    bool known = m_editor.share(m_parts.memory.open(m_opening.key), pixels->size());
    if (!known) {
        auto remembered = m_parts.memory.take(m_opening.key, pixels->size());
        known = remembered.has_value();
        m_editor.begin(pixels->size(), std::move(remembered), kept);
    }
    m_parts.memory.setOpen(m_opening.key, m_editor.edits());
    if (!m_opening.path.isEmpty())
        m_lookingBeside = m_parts.annotations.lookBeside(annotatedPicture(m_state));
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
    std::swap(m_lookingBeside, other.m_lookingBeside);
    std::swap(m_saving, other.m_saving);
    m_editor.swapWith(other.m_editor);
    m_finder.swapWith(other.m_finder);
    const SideChanges all = SideChange::Picture | SideChange::Regions | SideChange::Picked | SideChange::Removed;
    Q_EMIT changed(all);
    Q_EMIT other.changed(all);
}

// Annotations beside the picture

void PictureSide::onLookedBeside(AnnotationFiles::Ticket ticket, const AnnotationsBeside& beside)
{
    if (ticket != m_lookingBeside)
        return;
    m_lookingBeside = 0;
    m_state.annotations = beside;
    Q_EMIT changed(SideChange::Regions);
}

void PictureSide::saveBoxes(AnnotationKind kind, const QString& file)
{
    if (!m_state.picture || m_state.picture->path.isEmpty() || m_state.picture->smallCopy || !m_state.regions)
        return;
    std::vector<Region> shown;
    for (int i = 0; i < int(m_state.regions->regions.size()); ++i) {
        if (m_state.isShown(i))
            shown.push_back(m_state.regions->regions[std::size_t(i)]);
    }
    const auto& edits = m_editor.edits();
    const OwnBoxes boxes = labelledBoxesOf(shown, edits ? edits->annotated : std::vector<AnnotatedBox>());
    m_saving = m_parts.annotations.save(kind, file, annotatedPicture(m_state), boxes);
}

void PictureSide::onSaved(AnnotationFiles::Ticket ticket, const QString& file, const OwnBoxes& saved)
{
    if (ticket != m_saving)
        return;
    m_saving = 0;
    m_editor.markSaved(saved);
    m_lookingBeside = m_parts.annotations.lookBeside(annotatedPicture(m_state));
    Q_EMIT boxesSaved(file, int(saved.boxes.size()));
}

} // namespace vbs
