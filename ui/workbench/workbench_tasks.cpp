// Workbench's part that changes tasks, tries examples and hides regions to see what changes.

#include "ui/util/qt_bridge.h"
#include "ui/workbench/workbench.h"

#include <QFileInfo>

#include <algorithm>

namespace vbs {
namespace {

/// Marks of the one or the other, for a set of so many regions; empty when nothing is marked.
std::vector<bool> either(const std::vector<bool>& a, const std::vector<bool>& b)
{
    std::vector<bool> marks(std::max(a.size(), b.size()));
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = isMarked(a, i) || isMarked(b, i);
    if (std::find(marks.begin(), marks.end(), true) == marks.end())
        marks.clear();
    return marks;
}

} // namespace

/// Puts the task's own inputs and answer in place of the ones before; nothing is asked.
void Workbench::swapTask(Task task)
{
    if (task == m_state.task)
        return;
    m_rest.stop();
    m_wanted.reset();
    cancelRequest(m_askRequest);
    m_parked[std::size_t(m_state.task)] = {input(), m_state.answered, m_state.before};
    m_state.task = task;
    Parked& parked = m_parked[std::size_t(task)];
    m_state.question = parked.input.text;
    m_state.choices = parked.input.choices;
    m_state.answered = std::move(parked.answered);
    m_state.before = std::move(parked.before);
    parked = {};
    m_state.lookedPhrase = -1;
    m_state.lookedRegion = -1;
    Q_EMIT taskChanged();
    Q_EMIT questionChanged();
}

void Workbench::setTask(Task task)
{
    if (task == m_state.task || (m_state.pack && !canDo(*m_state.pack, task)))
        return;
    m_recalled.reset();
    swapTask(task);
    Q_EMIT messageOutdated();
    const Question now = currentQuestion();
    const bool answered =
        m_state.answered && sameQuestion(*m_state.answered, now) && sameWhy(m_state.answered->why, now.why);
    if (canAsk() && !answered)
        m_wanted = Wanted{};
    Q_EMIT answerChanged();
    proceed();
}

void Workbench::setChoices(const QStringList& choices)
{
    if (choices == m_state.choices)
        return;
    m_state.choices = choices;
    askAgain();
}

/// Of every task: the picture is another one.
void Workbench::dropAnswers()
{
    m_state.answered.reset();
    m_state.before.reset();
    for (Parked& parked : m_parked) {
        parked.answered.reset();
        parked.before.reset();
    }
}

/// Of the tasks that look at the right picture.
void Workbench::dropAnswersOfTwo()
{
    for (const TaskSpec& spec : taskTable()) {
        if (!spec.twoPictures())
            continue;
        m_parked[std::size_t(spec.task)].answered.reset();
        m_parked[std::size_t(spec.task)].before.reset();
    }
    if (twoPictures()) {
        m_state.answered.reset();
        m_state.before.reset();
    }
}

void Workbench::tryExample(const PackExample& example)
{
    const Task task = taskSpec(example.task).task;
    if (m_state.pack && !canDo(*m_state.pack, task))
        return;
    m_recalled.reset();
    swapTask(task);
    QStringList choices;
    for (const std::string& choice : example.choices)
        choices << toQString(choice);
    m_state.choices = choices;
    m_state.question = toQString(example.text);
    Q_EMIT questionChanged();
    const QString right = QFileInfo(fromPath(example.rightPicture)).absoluteFilePath();
    const QString left = QFileInfo(fromPath(example.picture)).absoluteFilePath();
    if (!example.rightPicture.empty() && (!m_state.rightPicture || m_state.rightPicture->path != right))
        openRight(right);
    if (!example.picture.empty() && (!m_state.picture || m_state.picture->path != left || m_ticket))
        openPaths({left});
    ask(m_state.question);
}

// What if

void Workbench::toggleRegion(Side side, int region)
{
    const SideView view = viewOf(m_state, side);
    if (!taskSpec(m_state.task).whatIf || !view.regions || region < 0 ||
        std::size_t(region) >= view.regions->regions.size() || isMarked(view.hidden, std::size_t(region)))
        return;
    if (side == Side::Left && m_state.choice.own && m_describedBy != m_packNumber)
        return; // nobody has looked at the boxes yet, so their places among the regions are not known
    std::vector<bool>& removed = side == Side::Left ? m_state.removed : m_state.rightRemoved;
    removed.resize(view.regions->regions.size());
    removed[std::size_t(region)] = !removed[std::size_t(region)];
    Q_EMIT removedChanged();
    if (canAsk())
        m_wanted = Wanted{m_askRequest && m_asked.keep};
    proceed();
}

void Workbench::bringBackRegions()
{
    if (either(m_state.removed, m_state.rightRemoved).empty())
        return;
    m_state.removed.clear();
    m_state.rightRemoved.clear();
    Q_EMIT removedChanged();
    const Question now = currentQuestion();
    if (m_state.before && !m_state.before->shortened && sameQuestion(*m_state.before, now) &&
        sameWhy(m_state.before->why, now.why)) {
        cancelRequest(m_askRequest);
        m_state.answered = std::move(m_state.before); // it is known already
        m_state.before.reset();
        Q_EMIT answerChanged();
    } else if (canAsk()) {
        m_wanted = Wanted{};
    }
    proceed();
}

/// Whether the answer before hiding has to be asked for first. When the answer on display is it, it is kept as such.
bool Workbench::askBeforeFirst(const Question& question)
{
    if (!question.hasRemoved())
        return false;
    Question bare = question;
    bare.removed.clear();
    bare.rightRemoved.clear();
    const auto& shown = m_state.answered;
    if (shown && !shown->shortened && sameQuestion(*shown, bare))
        m_state.before = shown;
    return !m_state.before || m_state.before->shortened || !sameQuestion(*m_state.before, bare);
}

void Workbench::giveRemoved(const Question& question, InferenceRequest* request) const
{
    request->hiddenRegions = either(request->hiddenRegions, question.removed);
    if (!twoPictures())
        return;
    request->rightImage = m_state.rightPicture->pixels->image();
    if (question.rightOwn)
        request->rightBoxes = objectBoxes(*question.rightOwn);
    request->hiddenRightRegions = either(m_state.rightHidden, question.rightRemoved);
}

// Find

void Workbench::lookAtPhrase(int phrase)
{
    if (m_state.lookedPhrase == phrase)
        return;
    m_state.lookedPhrase = phrase;
    Q_EMIT lookedChanged();
}

void Workbench::lookAtRegion(int region)
{
    if (m_state.lookedRegion == region)
        return;
    m_state.lookedRegion = region;
    Q_EMIT lookedChanged();
}

} // namespace vbs
