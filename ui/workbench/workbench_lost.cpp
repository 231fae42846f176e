// Workbench's part that shows cards whose pictures are not there any more.

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr qint64 kMostPixels = 50'000'000; ///< a thumbnail that is enlarged to more would only cost memory

} // namespace

/// In place of a card's picture that cannot be opened: its thumbnail, at the picture's size so that boxes fit.
/// @return whether it is on its way.
bool Workbench::openSmallCopy(Side side, const ErrorInfo& error)
{
    if (!m_recalled)
        return false;
    const QImage& thumbnail = side == Side::Left ? m_recalled->thumbnail : m_recalled->rightThumbnail;
    const RegionSet& regions = m_recalled->answered.regionsOf(side);
    const QSize size(regions.imageWidth, regions.imageHeight);
    if (thumbnail.isNull() || size.isEmpty() || qint64(size.width()) * size.height() > kMostPixels)
        return false;
    OpenPicture copy = side == Side::Left ? m_recalled->picture : *m_recalled->rightPicture;
    copy.smallCopy = true;
    copy.key.prepend(QStringLiteral("small copy of ")); // what is drawn on it is not the picture's
    m_lostReason =
        error.code == ErrorCode::FileNotFound ? tr("%1 is not there any more.").arg(copy.name) : problemText(error);
    sideOf(side).open(copy, thumbnail.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return true;
}

void Workbench::tellWhatIsLost()
{
    if (lostSide(m_state))
        raise(Message::Kind::Warning, tr("%1 The answer is shown over a small copy.").arg(m_lostReason),
              "locate-picture");
}

void Workbench::tellThatAskingNeedsThePicture()
{
    raise(Message::Kind::Warning, tr("%1 To ask something else about it, locate it first.").arg(m_lostReason),
          "locate-picture");
}

void Workbench::locate(const QString& path)
{
    const auto side = lostSide(m_state);
    if (!side)
        return;
    const OpenPicture& lost = *m_state.side(*side).picture;
    m_located = {lost.path, {}, {}};
    m_locator.look(path, lost, lost.pixels->size());
}

/// The side whose picture was looked for: another card may be on display by now.
std::optional<Side> Workbench::lookedForSide() const
{
    const auto side = lostSide(m_state);
    return side && m_state.side(*side).picture->path == m_located.lost ? side : std::nullopt;
}

void Workbench::onLocated(const QString& path, const QString& digest, const QString& difference)
{
    if (!lookedForSide())
        return;
    m_located.path = path;
    m_located.digest = digest;
    if (difference.isEmpty())
        useLocated();
    else
        Q_EMIT locatedAnother(difference);
}

void Workbench::useLocated()
{
    const auto side = lookedForSide();
    if (!side || m_located.path.isEmpty())
        return;
    m_book.relocate(m_located.lost, m_located.path, m_located.digest);
    const auto shown = std::find_if(m_state.history.begin(), m_state.history.end(), [this](const HistoryEntry& card) {
        return m_state.answered && sameQuestion(card.answered, *m_state.answered) &&
               card.answered.origin == m_state.answered->origin;
    });
    // What was typed meanwhile is asked about the picture that is there again.
    if (shown != m_state.history.end() && !isStale(m_state))
        return recall(int(shown - m_state.history.begin()));
    Q_EMIT messageChanged(std::nullopt);
    m_recalled.reset();
    sideOf(*side).open(fileOf(m_located.path));
}

} // namespace vbs
