#include "ui/workbench/history_book.h"

#include "core/image/picture_digest.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

constexpr QSize kThumbnail(144, 108);
constexpr std::size_t kAnswersKept = 8;

void shorten(std::vector<Answer>* answers, bool* shortened)
{
    if (answers->size() <= kAnswersKept)
        return;
    answers->resize(kAnswersKept);
    answers->shrink_to_fit();
    *shortened = true;
}

/// A card needs the first answers only; a vocabulary's worth of them for each would fill the memory.
Answered shortened(Answered answered)
{
    shorten(&answered.result.answers, &answered.shortened);
    shorten(&answered.result.blindAnswers, &answered.shortened);
    for (MaskedWord& mask : answered.result.masks) {
        shorten(&mask.words, &answered.shortened);
        mask.all.reset();
    }
    answered.result.allAnswers.reset();
    answered.result.allBlind.reset();
    return answered;
}

QString pathOf(const std::optional<OpenPicture>& picture)
{
    return picture ? picture->path : QString();
}

/// Whether the card says what the other says, about the same files.
bool saysTheSame(const HistoryEntry& a, const HistoryEntry& b)
{
    const auto headline = [](const Answered& answered) {
        return taskSpec(answered.task).headline(answered.result).text;
    };
    return !a.picture.path.isEmpty() && a.picture.path == b.picture.path && !a.rightPicture == !b.rightPicture &&
           (!a.rightPicture || !a.rightPicture->path.isEmpty()) && pathOf(a.rightPicture) == pathOf(b.rightPicture) &&
           sameQuestion(a.answered, b.answered) && sameWhy(a.answered.why, b.answered.why) &&
           headline(a.answered) == headline(b.answered);
}

} // namespace

HistoryBook::HistoryBook(std::vector<HistoryEntry>& cards, const QString& folder, int atMost, QObject* parent)
    : QObject(parent), m_cards(cards), m_atMost(atMost), m_store(folder)
{
    connect(&m_store, &HistoryStore::wasRead, this, [this](const std::vector<HistoryEntry>& entries) {
        m_cards.insert(m_cards.begin(), entries.begin(), entries.end());
        Q_EMIT changed();
    });
    connect(&m_store, &HistoryStore::failed, this, &HistoryBook::problem);
    connect(&m_store, &HistoryStore::troubleChanged, this, &HistoryBook::showTrouble);
    m_store.read(atMost);
}

HistoryBook::~HistoryBook()
{
    forgetRemoved();
}

void HistoryBook::showTrouble(const HistoryTrouble& trouble)
{
    const bool already = m_trouble.any();
    m_trouble = trouble;
    markUnsaved();
    Q_EMIT changed();
    if (trouble.any() && !already)
        Q_EMIT problem(tr("The history could not be saved. %1").arg(trouble.reason));
}

void HistoryBook::markUnsaved()
{
    for (HistoryEntry& card : m_cards)
        card.unsaved = m_trouble.unsaved.contains(card.record);
}

/// Takes milliseconds a megapixel, so that the pictures of the last card are remembered.
QString HistoryBook::digestOf(const OpenPicture& picture)
{
    if (!picture.digest.isEmpty() || !picture.pixels)
        return picture.digest;
    for (const Digested& known : m_digested)
        if (known.pixels.lock() == picture.pixels)
            return known.digest;
    std::swap(m_digested[0], m_digested[1]);
    m_digested[0] = {picture.pixels, toQString(pictureDigest(*picture.pixels->image()))};
    return m_digested[0].digest;
}

OpenPicture HistoryBook::lasting(OpenPicture picture)
{
    picture.digest = digestOf(picture);
    if (!picture.path.isEmpty())
        picture.pixels.reset();
    return picture;
}

HistoryEntry HistoryBook::cardOf(const WorkbenchState& state)
{
    HistoryEntry card{lasting(*state.left.picture), state.left.picture->pixels->thumbnail(kThumbnail),
                      shortened(*state.answered)};
    if (state.twoPictures() && state.right.picture) {
        card.rightPicture = lasting(*state.right.picture);
        card.rightThumbnail = state.right.picture->pixels->thumbnail(kThumbnail);
    }
    if (hasBefore(state))
        card.before = shortened(*state.before);
    return card;
}

void HistoryBook::keep(const WorkbenchState& state)
{
    HistoryEntry card = cardOf(state);
    const auto again =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const HistoryEntry& old) { return saysTheSame(old, card); });
    QString replaced;
    if (again != m_cards.end()) {
        replaced = again->record;
        card.starred = again->starred;
        m_cards.erase(again);
    }
    card.record = m_store.keep(card, replaced);
    m_cards.push_back(std::move(card));
    const auto oldest = std::ranges::find(m_cards, false, &HistoryEntry::starred);
    if (m_cards.size() > std::size_t(m_atMost) && oldest != m_cards.end()) {
        m_store.remove({oldest->record});
        m_cards.erase(oldest);
    }
    Q_EMIT changed();
}

void HistoryBook::remove(int index)
{
    if (index < 0 || std::size_t(index) >= m_cards.size())
        return;
    forgetRemoved();
    const auto card = m_cards.begin() + index;
    m_removed = std::move(*card);
    m_removedFrom = std::size_t(index);
    m_cards.erase(card);
    Q_EMIT changed();
    Q_EMIT removed();
}

void HistoryBook::forgetRemoved()
{
    if (const auto card = std::exchange(m_removed, std::nullopt))
        m_store.remove({card->record});
}

void HistoryBook::restore()
{
    if (!m_removed)
        return;
    HistoryEntry card = *std::exchange(m_removed, std::nullopt);
    m_cards.insert(m_cards.begin() + std::ptrdiff_t(std::min(m_removedFrom, m_cards.size())), std::move(card));
    markUnsaved();
    Q_EMIT changed();
}

void HistoryBook::relocate(const QString& from, const QString& to, const QString& digest)
{
    for (HistoryEntry& card : m_cards) {
        bool moved = false;
        for (OpenPicture* picture : {&card.picture, card.rightPicture ? &*card.rightPicture : nullptr}) {
            if (!picture || picture->path != from)
                continue;
            *picture = {to, QFileInfo(to).fileName(), nullptr, to, digest};
            moved = true;
        }
        if (moved)
            m_store.rewrite(card);
    }
    Q_EMIT changed();
}

void HistoryBook::clear()
{
    QStringList records;
    std::erase_if(m_cards, [&](const HistoryEntry& card) {
        if (!card.starred)
            records << card.record;
        return !card.starred;
    });
    m_store.remove(records);
    forgetRemoved();
    Q_EMIT changed();
}

void HistoryBook::setStarred(int index, bool starred)
{
    if (index < 0 || std::size_t(index) >= m_cards.size() || m_cards[std::size_t(index)].starred == starred)
        return;
    HistoryEntry& card = m_cards[std::size_t(index)];
    card.starred = starred;
    m_store.rewrite(card);
    Q_EMIT changed();
}

} // namespace vbs
