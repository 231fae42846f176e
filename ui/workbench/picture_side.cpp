#include "ui/workbench/picture_side.h"

#include "ui/util/qt_bridge.h"

#include <utility>

namespace vbs {

PictureSide::PictureSide(SideState& state, InferenceService& service, PictureMemory& memory, QObject* parent)
    : QObject(parent), m_state(state), m_service(service), m_memory(memory), m_editor(state)
{
    connect(&m_loader, &ImageLoader::opened, this, &PictureSide::onOpened);
    connect(&m_loader, &ImageLoader::failed, this, &PictureSide::onFailed);
    connect(&m_loader, &ImageLoader::sizeKnown, this, &PictureSide::onSizeKnown);
    connect(&m_editor, &RegionEditor::changed, this, &PictureSide::changed);
    connect(&m_editor, &RegionEditor::edited, this, &PictureSide::onEdited);
}

// The picture

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
    dropRequest();
    m_refused = false;
    if (m_state.picture) {
        const QString key = m_state.picture->key;
        m_memory.keep(key, m_editor.end());
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
    auto remembered = m_memory.take(m_opening.key, pixels->size());
    const bool known = remembered.has_value();
    m_editor.begin(pixels->size(), std::move(remembered));
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
    std::swap(m_request, other.m_request);
    std::swap(m_describing, other.m_describing);
    std::swap(m_refused, other.m_refused);
    const SideChanges all = SideChange::Picture | SideChange::Regions | SideChange::Picked | SideChange::Removed;
    Q_EMIT changed(all);
    Q_EMIT other.changed(all);
}

// Its regions

bool PictureSide::needsFound() const
{
    return m_state.picture && !m_state.found && !hasObjects(m_state.choice.own);
}

bool PictureSide::needsDescribing() const
{
    return m_state.picture && hasObjects(m_state.choice.own) && !m_editor.isDescribed();
}

void PictureSide::find()
{
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    request.regionsOnly = true;
    m_describing = false;
    m_request = m_service.submit(std::move(request));
}

void PictureSide::describe()
{
    InferenceRequest request;
    request.image = m_state.picture->pixels->image();
    request.regionsOnly = true;
    request.boxes = objectBoxes(*m_state.choice.own);
    m_describing = true;
    m_request = m_service.submit(std::move(request));
}

void PictureSide::dropRequest()
{
    if (m_request)
        m_service.cancel(std::exchange(m_request, 0));
}

void PictureSide::dropDescribing()
{
    if (m_describing)
        dropRequest();
}

void PictureSide::cancelRequest()
{
    if (m_request)
        m_service.cancel(m_request);
}

void PictureSide::onEdited()
{
    m_refused = false;
    if (m_describing || !needsFound())
        dropRequest();
}

void PictureSide::finish(const ReplyBody& reply)
{
    m_request = 0;
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        m_state.extraction = result->timing;
        if (m_describing)
            takeDescription(result->regions);
        else
            m_editor.setFound(result->regions);
        Q_EMIT regionsKnown();
        return;
    }
    m_refused = true;
    const auto* error = std::get_if<ErrorInfo>(&reply);
    Q_EMIT regionsRefused(m_describing, error ? toQString(error->message) : QString());
}

bool PictureSide::takeDescription(const RegionSet& described)
{
    const int given = objectCount(*m_state.choice.own);
    if (m_editor.describe(described))
        return true;
    Q_EMIT regionsWrong(objectCount(described.regions), given);
    return false;
}

bool PictureSide::learn(const RegionChoice& asked, const RegionSet& regions, const Timing& timing)
{
    if (!hasObjects(asked.own)) {
        m_editor.setFound(regions);
        return true;
    }
    if (!sameChoice(asked, m_state.choice))
        return true; // other boxes now: these are of no use
    m_state.extraction = timing;
    return takeDescription(regions);
}

} // namespace vbs
