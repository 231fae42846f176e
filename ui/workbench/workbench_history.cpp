// Workbench's part that keeps answers and shows them again.

#include "ui/workbench/workbench.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr QSize kHistoryThumbnail(144, 108);
constexpr int kHistoryAtMost = 500;
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

OpenPicture lasting(OpenPicture picture)
{
    if (!picture.path.isEmpty())
        picture.pixels.reset();
    return picture;
}

bool isShownNow(const std::optional<OpenPicture>& now, const OpenPicture& wanted)
{
    return now && now->path == wanted.path && (!wanted.pixels || now->pixels == wanted.pixels);
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

void Workbench::keepInHistory()
{
    HistoryEntry entry{lasting(*m_state.picture), m_state.picture->pixels->thumbnail(kHistoryThumbnail),
                       shortened(*m_state.answered)};
    if (twoPictures() && m_state.rightPicture) {
        entry.rightPicture = lasting(*m_state.rightPicture);
        entry.rightThumbnail = m_state.rightPicture->pixels->thumbnail(kHistoryThumbnail);
    }
    if (hasBefore(m_state))
        entry.before = shortened(*m_state.before);
    // Asked again, a card moves up instead of standing there twice.
    std::vector<HistoryEntry>& history = m_state.history;
    const auto again = std::find_if(history.begin(), history.end(),
                                    [&](const HistoryEntry& card) { return saysTheSame(card, entry); });
    if (again != history.end()) {
        m_historyStore.remove({again->record});
        history.erase(again);
    }
    entry.record = m_historyStore.keep(entry);
    m_state.history.push_back(std::move(entry));
    if (m_state.history.size() > std::size_t(kHistoryAtMost))
        removeFromHistory(0);
    else
        Q_EMIT historyChanged();
}

/// The cards of earlier runs, in front of those that were added meanwhile.
void Workbench::readHistory()
{
    connect(&m_historyStore, &HistoryStore::wasRead, this, [this](const std::vector<HistoryEntry>& entries) {
        m_state.history.insert(m_state.history.begin(), entries.begin(), entries.end());
        Q_EMIT historyChanged();
    });
    connect(&m_historyStore, &HistoryStore::failed, this,
            [this](const QString& problem) { raise(Message::Kind::Warning, problem); });
    m_historyStore.read(kHistoryAtMost);
}

void Workbench::removeFromHistory(int historyIndex)
{
    if (historyIndex < 0 || std::size_t(historyIndex) >= m_state.history.size())
        return;
    const auto entry = m_state.history.begin() + historyIndex;
    m_historyStore.remove({entry->record});
    m_state.history.erase(entry);
    Q_EMIT historyChanged();
}

void Workbench::clearHistory()
{
    QStringList records;
    for (const HistoryEntry& entry : m_state.history)
        records << entry.record;
    m_historyStore.remove(records);
    m_state.history.clear();
    Q_EMIT historyChanged();
}

void Workbench::recall(int historyIndex)
{
    if (historyIndex < 0 || std::size_t(historyIndex) >= m_state.history.size())
        return;
    const HistoryEntry entry = m_state.history[std::size_t(historyIndex)];
    m_rest.stop();
    m_wanted.reset();
    cancelRequest(m_askRequest);
    Q_EMIT messageOutdated();
    swapTask(entry.answered.task);
    m_state.question = entry.answered.question;
    if (taskSpec(entry.answered.task).choices)
        m_state.choices = entry.answered.choices;
    if (taskSpec(entry.answered.task).explained)
        m_state.why = entry.answered.why;
    Q_EMIT questionChanged();
    Q_EMIT whyChanged();
    m_recalled = entry;
    recallRight(entry);
    if (m_ticket || !isShownNow(m_state.picture, entry.picture)) {
        m_state.currentFile = int(m_state.files.indexOf(entry.picture.path));
        Q_EMIT currentFileChanged();
        m_opening = entry.picture;
        m_openingText = tr("Opening %1").arg(entry.picture.name);
        m_ticket =
            entry.picture.pixels ? m_loader.open(entry.picture.pixels->image()) : m_loader.open(entry.picture.path);
    } else {
        cancelRequest(m_regionsRequest);
    }
    if (finishRecall()) {
        updateRegions();
        Q_EMIT regionsChanged();
        Q_EMIT removedChanged();
        Q_EMIT answerChanged();
    }
    updateActivity();
}

void Workbench::recallRight(const HistoryEntry& entry)
{
    if (entry.rightPicture && (m_rightTicket || !isShownNow(m_state.rightPicture, *entry.rightPicture)))
        openRight(*entry.rightPicture);
}

/// @return whether the recalled answer is on display: all its pictures are.
bool Workbench::finishRecall()
{
    if (!m_recalled || m_ticket || m_rightTicket)
        return false;
    showRecalled(*m_recalled);
    m_recalled.reset();
    refreshRightRegions();
    return true;
}

/// The answer with the regions that it was given for. Nothing is computed again.
void Workbench::showRecalled(const HistoryEntry& entry)
{
    m_state.answered = entry.answered;
    m_state.before = entry.before;
    const RegionChoice& choice = entry.answered.choice;
    m_state.choice.filter = choice.filter;
    if (!choice.own || objectCount(*choice.own) == 0)
        m_state.found = entry.answered.result.regions;
    if (entry.rightPicture) {
        m_state.rightOwn = entry.answered.rightOwn;
        if (m_state.rightOwn) { // they go along when the pictures swap
            PictureMemory& memory = m_memory[m_state.rightPicture->key];
            memory.size = m_state.rightPicture->pixels->size();
            memory.choice = {m_state.choice.filter, m_state.rightOwn};
            memory.describedBy = m_packNumber;
        }
        if (!hasObjects(m_state.rightOwn))
            m_rightFound = entry.answered.result.rightRegions;
    }
    if (!sameChoice({{}, choice.own}, {{}, m_state.choice.own}))
        edit(choice.own, -1, tr("Recalling Regions")); // the regions in their place can be had back
    m_state.choice.own = choice.own;
    m_state.removed = entry.answered.removed;
    m_state.rightRemoved = entry.answered.rightRemoved;
    m_describedBy = m_packNumber;
    m_describeWanted = false;
    m_rest.stop();
}

} // namespace vbs
