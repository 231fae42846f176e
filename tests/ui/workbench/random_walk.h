#pragma once

#include "tests/ui/workbench/imitation.h"
#include "tests/ui/workbench/state_checks.h"
#include "tests/ui/workbench/state_text.h"

#include <QFile>

#include <functional>
#include <random>

namespace vbs::test {

/// Wishes and replies at random. After each step what the workbench shows must agree with itself, and when everything
/// rests, with what a new workbench shows for the same input. A seed always wishes the same; how far pictures and
/// replies have come by then is the machine's affair.
class RandomWalk {
public:
    /// @param folder an empty one.
    RandomWalk(unsigned seed, const QString& folder);

    /// So many wishes, then a rest. @return what went wrong; empty: nothing.
    QString go(int steps);
    QString lastWishes() const { return m_log.mid(std::max<qsizetype>(0, m_log.size() - 25)).join(", "); }

private:
    Workbench& workbench() { return m_bench.workbench; }
    const WorkbenchState& state() const { return m_bench.state(); }
    RegionEditor& regions(Side side) { return workbench().regions(side); }

    int upTo(int count) { return int(m_random() % unsigned(count)); }
    bool oneIn(int count) { return upTo(count) == 0; }
    QString anyPicture() { return m_paths[upTo(int(m_paths.size()))]; }
    int anyRegion(Side side);
    Box anyBox();

    void fail(const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    void expect(bool holds, const char* what)
    {
        if (!holds)
            fail(what + situation());
    }

    void step();
    void wishForPictures(Side side);
    void wishForRegions(Side side);
    void wishForAnswers(Side side);
    void reply();

    void note(Changes changes);
    QString situation() const;
    void checkState();
    void checkAtRest();
    void checkAgainstNew();
    void checkSwap();
    void checkUndo();

    const unsigned m_seed;
    unsigned m_step = 0;
    std::mt19937 m_random;
    Bench m_bench;
    QObject m_context;
    QStringList m_paths, m_log;
    QString m_broken, m_problem;
    QString m_shown[kChangeCount]; ///< what a view knows that looks only at what it is told to look at
    bool m_excused = false;        ///< something was refused: what is shown may be older than what is wished
};

inline RandomWalk::RandomWalk(unsigned seed, const QString& folder)
    : m_seed(seed), m_bench({folder + "/history", folder + "/boxes"})
{
    for (int i = 0; i < 5; ++i) {
        QImage image(40 + 10 * i, 30 + 10 * i, QImage::Format_RGB32); // the digest tells them apart by their size
        image.fill(QColor::fromHsv(60 * i, 200, 200));
        m_paths << folder + QString("/picture%1.png").arg(i);
        image.save(m_paths.last());
    }
    m_broken = folder + "/broken.png";
    QFile file(m_broken);
    if (file.open(QIODevice::WriteOnly))
        file.write("this is no picture");
    QObject::connect(&workbench(), &Workbench::stateChanged, &m_context, [this](Changes changes) { note(changes); });
    QObject::connect(&workbench(), &Workbench::messageChanged, &m_context,
                     [this](const std::optional<Message>& message) { m_excused = m_excused || message; });
    for (unsigned i = 0; i < kChangeCount; ++i)
        m_shown[i] = textOf(state(), Change(1U << i));
}

inline QString RandomWalk::go(int steps)
{
    for (int i = 0; i < steps && m_problem.isEmpty(); ++i) {
        m_random.seed(m_seed * 100'000 + m_step++);
        step();
        checkState();
    }
    if (m_problem.isEmpty())
        checkAtRest();
    return m_problem;
}

/// Sometimes one too many or one too few.
inline int RandomWalk::anyRegion(Side side)
{
    const int drawn = upTo(1 << 16);
    const auto& regions = state().side(side).regions;
    return regions ? drawn % (int(regions->regions.size()) + 2) - 1 : 0;
}

inline Box RandomWalk::anyBox()
{
    const auto x = float(upTo(20)), y = float(upTo(15));
    const auto width = float(2 + upTo(15)), height = float(2 + upTo(10));
    return {x, y, x + width, y + height};
}

inline void RandomWalk::step()
{
    const Side side = kSides[upTo(2)];
    const int kind = upTo(24);
    if (kind < 5)
        wishForPictures(side);
    else if (kind < 14)
        wishForRegions(side);
    else if (kind < 22)
        wishForAnswers(side);
    else
        reply();
}

inline void RandomWalk::wishForPictures(Side side)
{
    const QString where = side == Side::Left ? " left" : " right";
    switch (upTo(6)) {
    case 0:
        m_log << (oneIn(8) ? "open broken" + where : "open" + where);
        return workbench().open({m_log.last().startsWith("open broken") ? m_broken : anyPicture()}, side);
    case 1:
        m_log << "open all";
        return workbench().open(m_paths);
    case 2: {
        m_log << "paste" + where;
        QImage image(25 + upTo(9), 24, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        return workbench().open(image, "pasted", side);
    }
    case 3:
        m_log << "show file";
        return workbench().showFile(upTo(int(m_paths.size()) + 1));
    case 4:
        m_log << "swap";
        return workbench().swapPictures();
    default:
        m_log << "swap twice";
        return checkSwap();
    }
}

inline void RandomWalk::wishForRegions(Side side)
{
    const QString where = side == Side::Left ? " left" : " right";
    switch (upTo(10)) {
    case 0:
        m_log << "add" + where;
        return regions(side).add(anyBox());
    case 1: {
        const int region = anyRegion(side);
        m_log << QString("change %1").arg(region) + where;
        return regions(side).change(region, anyBox(), oneIn(2));
    }
    case 2: {
        const int region = anyRegion(side);
        m_log << QString("remove %1").arg(region) + where;
        return regions(side).remove(region);
    }
    case 3:
        m_log << "undo and redo";
        return checkUndo();
    case 4: {
        const bool redo = oneIn(3);
        m_log << (redo ? "redo" : "undo") + where;
        workbench().focus(side);
        return redo ? workbench().undoGroup().redo() : workbench().undoGroup().undo();
    }
    case 5: {
        const RegionFilter filter{oneIn(2) ? 98 : 0, upTo(3)};
        m_log << QString("filter %1 %2").arg(filter.minimumPercent).arg(filter.maximumCount) + where;
        return regions(side).setFilter(filter);
    }
    case 6:
        m_log << "pick" + where;
        return regions(side).pick(anyRegion(side));
    case 7:
        m_log << "use found" + where;
        return regions(side).useFound();
    case 8:
        m_log << "bring back";
        return workbench().bringBackRegions();
    default: {
        const int region = anyRegion(side);
        m_log << QString("toggle %1").arg(region) + where;
        return regions(side).toggle(region);
    }
    }
}

inline void RandomWalk::wishForAnswers(Side side)
{
    static const char* const texts[] = {"", "what?", "[the box]", "a [MASK] ball", "is it?"};
    switch (upTo(9)) {
    case 0:
    case 1: {
        const QString text = texts[upTo(5)];
        m_log << QString("type “%1”").arg(text);
        const QStringList choices = oneIn(2) ? QStringList{"a", "bcd"} : QStringList{"a"};
        return workbench().setInput({text, state().task == Task::MultipleChoice ? choices : QStringList()});
    }
    case 2:
        m_log << "ask";
        return workbench().ask(oneIn(3) ? QString("what now?") : state().question);
    case 3: {
        const Task task = oneIn(2) ? Task::VisualReasoning : Task(upTo(5));
        m_log << "task " + taskSpec(task).id();
        return workbench().setTask(task);
    }
    case 4:
        m_log << "recall";
        return workbench().recall(upTo(1 << 16) % (int(state().history.size()) + 1));
    case 5:
        m_log << "remove card";
        workbench().history().remove(upTo(8));
        return workbench().lookAt(upTo(3) - 1, upTo(3) - 1);
    case 6:
        m_log << "cancel";
        m_excused = true;
        return workbench().cancel();
    case 7:
        m_log << "why";
        return workbench().setWhy({oneIn(2) ? ExplanationMethod::Attention : ExplanationMethod::None, upTo(3) - 1, -1});
    default:
        m_log << (oneIn(4) ? "load pack" : oneIn(2) ? "find regions" : "focus");
        if (m_log.last() == "load pack")
            workbench().loadPack("gated");
        else if (m_log.last() == "find regions")
            workbench().findRegions();
        else
            workbench().focus(side);
    }
}

/// The engine gives what it was asked for last, or fails, or nothing; what came is dealt with, or is not yet.
inline void RandomWalk::reply()
{
    const int count = upTo(4);
    m_log << QString("%1 replies").arg(count);
    for (int i = 0; i < count; ++i) {
        m_bench.gate->allow(oneIn(8) ? Gate::Outcome::Fails : Gate::Outcome::Good);
        QElapsedTimer timer;
        timer.start();
        while (!m_bench.gate->isUsedUp() && m_bench.isBusy() && !timer.hasExpired(40))
            m_bench.wait();
    }
    QCoreApplication::processEvents();
    m_bench.gate->setOpen(false); // what was not used is taken back
}

inline void RandomWalk::checkSwap()
{
    const QString left = textOf(state(), Side::Left), right = textOf(state(), Side::Right);
    workbench().swapPictures();
    const bool swapped = state().left.picture && state().right.picture && textOf(state(), Side::Left) == right;
    expect(!swapped || textOf(state(), Side::Right) == left, "the sides did not change places");
    workbench().swapPictures();
    expect(textOf(state(), Side::Left) == left && textOf(state(), Side::Right) == right,
           "swapping twice changed something");
}

/// The boxes before an edit are those after undoing it, and those after it come back.
inline void RandomWalk::checkUndo()
{
    const Side side = state().sideInHand();
    QUndoStack* stack = regions(side).undoStack();
    const auto boxes = [&] {
        const SideState& now = state().side(side);
        QString text = now.isOwn() ? "own" : "found";
        for (const Box& b : now.isOwn() ? objectBoxes(*now.choice.own) : std::vector<Box>{})
            text += QString(" %1 %2 %3 %4").arg(b.x1).arg(b.y1).arg(b.x2).arg(b.y2);
        return text;
    };
    const QString before = boxes();
    if (workbench().undoGroup().canUndo()) {
        workbench().undoGroup().undo();
        workbench().undoGroup().redo();
        expect(boxes() == before, "undo and redo changed the boxes");
    }
    regions(side).add({1, 1, 4, 4});
    if (!stack)
        return;
    const QString added = boxes();
    expect(added != before, "a box could not be added");
    workbench().undoGroup().undo();
    expect(boxes() == before, "undo did not bring the boxes from before");
    workbench().undoGroup().redo();
    expect(boxes() == added, "redo did not bring the new box");
    workbench().undoGroup().undo();
}

inline void RandomWalk::note(Changes changes)
{
    for (unsigned i = 0; i < kChangeCount; ++i) {
        const auto change = Change(1U << i);
        const QString now = textOf(state(), change);
        if (!(changes & change) && m_shown[i] != now)
            fail(QString("a view is stale: change %1 was not told\nshown: %2\nis:    %3").arg(i).arg(m_shown[i], now));
        m_shown[i] = now;
    }
}

inline QString RandomWalk::situation() const
{
    const AskFlow::Sent* sent = m_bench.flow.underWay();
    return QString("\nflow %1, under way: %2\nactivity: %3\nanswer: %4\nquestion: %5")
        .arg(int(m_bench.flow.state()))
        .arg(sent ? textOf(std::optional(Answered{*sent})) : "nothing", state().activity.text,
             textOf(state(), Change::Answer), textOf(std::optional(Answered{questionOf(state())})));
}

inline void RandomWalk::checkState()
{
    if (const char* fault = faultOf(state()))
        fail(fault);
    bool requesting = m_bench.flow.underWay() != nullptr;
    for (PictureSide* side : workbench().findChildren<PictureSide*>())
        requesting = requesting || side->finder().isRequesting() || side->isOpening();
    const bool active = !state().activity.text.isEmpty();
    expect(!requesting || active, "something is under way that no activity tells of");
    expect(!m_bench.flow.isWaiting() || active, "an answer is waited for, but nothing is under way");
    const bool stale = isStale(state());
    expect(!stale || m_bench.isBusy() || m_excused, "an old answer stays, and no new one is under way");
    const bool otherWhy = state().answered && !sameWhy(state().answered->why, questionOf(state()).why);
    expect(!otherWhy || m_bench.isBusy() || m_excused, "an answer stays that is explained in another way than chosen");
    m_excused = m_excused && (stale || otherWhy || !state().answered);
    expect(workbench().undoGroup().activeStack() == regions(state().sideInHand()).undoStack(),
           "undo is not about the side in hand");
}

inline void RandomWalk::checkAtRest()
{
    m_log << "rest";
    if (!m_bench.rest())
        return fail("it never came to rest");
    checkState();
    workbench().findRegions(); // what was cancelled or failed
    if (!m_bench.rest())
        return fail("it never came to rest after another try");
    workbench().findChild<ChangeNotifier*>()->tell(); // a list of files may have come just now
    note({});                                         // everything must have been told by now
    if (state().pack && missingInput(state()).isEmpty() && state().left.picture &&
        (!state().twoPictures() || state().right.picture)) {
        workbench().ask(state().question);
        if (!m_bench.rest())
            return fail("the question was never answered");
        expect(state().answered && !isStale(state()), "a question was not answered");
    }
    checkState();
    workbench().findChild<ChangeNotifier*>()->tell();
    note({});
    if (state().pack && state().left.picture && m_problem.isEmpty())
        checkAgainstNew();
}

inline void RandomWalk::checkAgainstNew()
{
    Bench fresh;
    imitate(&fresh, state());
    if (const QString difference = differenceOf(state(), fresh.state()); !difference.isEmpty())
        fail(difference + "\nis not what a new workbench shows");
}

} // namespace vbs::test
