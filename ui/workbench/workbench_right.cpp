// Workbench's part that has Compare's second picture.

#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <QFileInfo>

namespace vbs {

void Workbench::openRight(const QString& path)
{
    const QFileInfo file(path);
    if (file.isDir()) {
        raise(Message::Kind::Warning, tr("A folder cannot be compared with. Choose one picture."), "open-right");
        return;
    }
    Q_EMIT messageOutdated();
    m_recalled.reset();
    openRight(OpenPicture{file.absoluteFilePath(), file.fileName(), nullptr, file.absoluteFilePath()});
}

void Workbench::openRight(const QImage& image, const QString& name)
{
    Q_EMIT messageOutdated();
    m_recalled.reset();
    m_rightOpening = {{}, name, nullptr, QStringLiteral("pasted %1").arg(++m_pasted)};
    m_rightTicket = m_rightLoader.open(image);
    updateActivity();
}

void Workbench::openRight(const OpenPicture& picture)
{
    m_rightOpening = picture;
    m_rightTicket = picture.pixels ? m_rightLoader.open(picture.pixels->image()) : m_rightLoader.open(picture.path);
    updateActivity();
}

void Workbench::leaveRight()
{
    cancelRequest(m_rightRequest);
    if (twoPictures())
        cancelRequest(m_askRequest);
    m_rightRefused = false;
    m_state.rightPicture.reset();
    m_rightFound.reset();
    m_state.rightOwn.reset();
    m_state.rightRegions.reset();
    m_state.rightHidden.clear();
    m_state.rightRemoved.clear();
    dropAnswersOfTwo();
}

void Workbench::onRightOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels)
{
    if (ticket != m_rightTicket)
        return;
    m_rightTicket = 0;
    leaveRight();
    m_state.rightPicture = m_rightOpening;
    m_state.rightPicture->pixels = pixels;
    recollectRight();
    const bool recalled = finishRecall();
    if (!recalled && !m_recalled && twoPictures() && canAsk() && !m_wanted)
        m_wanted = Wanted{};
    updateRightRegions();
    if (recalled)
        updateRegions();
    Q_EMIT rightPictureChanged();
    Q_EMIT rightRegionsChanged();
    Q_EMIT regionsChanged();
    Q_EMIT removedChanged();
    Q_EMIT answerChanged();
    if (!m_rightOpening.path.isEmpty())
        Q_EMIT pictureOpened(m_rightOpening.path);
    proceed();
}

void Workbench::onRightFailed(LoadTicket ticket, const ErrorInfo& error)
{
    if (ticket != m_rightTicket)
        return;
    m_rightTicket = 0;
    m_recalled.reset();
    updateActivity();
    raise(Message::Kind::Error, toQString(error.message), "open-right");
    proceed();
}

bool Workbench::needsRightRegions() const
{
    return twoPictures() && m_state.rightPicture && !m_rightFound && !hasObjects(m_state.rightOwn);
}

void Workbench::submitRightRegions()
{
    InferenceRequest request;
    request.image = m_state.rightPicture->pixels->image();
    request.regionsOnly = true;
    m_rightRequest = m_service.submit(std::move(request));
}

void Workbench::onRightRegionsReply(const ReplyBody& reply)
{
    if (const auto* result = std::get_if<InferenceResult>(&reply)) {
        m_rightFound = result->regions;
        refreshRightRegions();
        proceed();
        return;
    }
    m_rightRefused = true;
    m_wanted.reset();
    if (const auto* error = std::get_if<ErrorInfo>(&reply))
        raise(Message::Kind::Error, toQString(error->message), "find-regions");
    else
        raise(Message::Kind::Info, tr("The search for regions was cancelled. Without regions nothing can be compared."),
              "find-regions");
}

/// @return whether anything changed.
bool Workbench::updateRightRegions()
{
    std::optional<RegionSet> regions = m_rightFound;
    std::vector<bool> hidden;
    if (hasObjects(m_state.rightOwn) && m_state.rightPicture) {
        const QSize size = m_state.rightPicture->pixels->size();
        regions = RegionSet{size.width(), size.height(), *m_state.rightOwn};
    } else if (m_rightFound && m_state.rightOwn) {
        for (const Region& region : m_rightFound->regions)
            hidden.push_back(!region.wholeImage); // the user took away every one
    } else if (m_rightFound) {
        hidden = hiddenBy(m_state.choice.filter, m_rightFound->regions);
    }
    const bool changed = regions != m_state.rightRegions || hidden != m_state.rightHidden;
    m_state.rightRegions = std::move(regions);
    m_state.rightHidden = std::move(hidden);
    if (m_state.rightRegions && m_state.rightRemoved.size() != m_state.rightRegions->regions.size())
        m_state.rightRemoved.clear();
    return changed;
}

void Workbench::refreshRightRegions()
{
    if (updateRightRegions())
        Q_EMIT rightRegionsChanged();
}

/// What the user made of its regions while it was on the left, where boxes are drawn.
void Workbench::recollectRight()
{
    const auto known = m_memory.find(m_state.rightPicture->key);
    if (known != m_memory.end() && known->second.size == m_state.rightPicture->pixels->size())
        m_state.rightOwn = known->second.choice.own;
}

void Workbench::swapPictures()
{
    if (!m_state.picture || !m_state.rightPicture || m_ticket || m_rightTicket)
        return;
    const OpenPicture left = *m_state.picture, right = *m_state.rightPicture;
    const std::optional<RegionSet> leftFound = m_state.found, rightFound = m_rightFound;
    const bool wasKept = m_wanted && m_wanted->keep;
    leavePicture();
    leaveRight();
    m_state.picture = right;
    m_state.rightPicture = left;
    recollectPicture();
    recollectRight();
    m_state.found = rightFound;
    m_rightFound = leftFound;
    m_state.currentFile = right.path.isEmpty() ? -1 : int(m_state.files.indexOf(right.path));
    if (canAsk())
        m_wanted = Wanted{wasKept};
    updateRegions();
    updateRightRegions();
    Q_EMIT currentFileChanged();
    Q_EMIT pictureChanged();
    Q_EMIT rightPictureChanged();
    Q_EMIT regionsChanged();
    Q_EMIT rightRegionsChanged();
    Q_EMIT pickedRegionChanged();
    Q_EMIT removedChanged();
    Q_EMIT answerChanged();
    proceed();
}

} // namespace vbs
