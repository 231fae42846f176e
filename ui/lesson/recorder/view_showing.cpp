#include "ui/lesson/recorder/view_showing.h"

#include "core/base/file_io.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/phrase_text.h"

#include <QFileInfo>

namespace vbs {
namespace {

/// "[the red ball] is left of [the tree]" where the step has phrases.
std::string markedText(const LessonStep& step)
{
    if (step.phrases.empty())
        return step.asked;
    PhraseText text{toQString(step.asked), {}};
    const auto characters = [&](std::size_t bytes) { return toQString(step.asked.substr(0, bytes)).size(); };
    for (const TextSpan& span : step.phrases)
        text.phrases.push_back({characters(span.begin), characters(span.end)});
    return markPhrases(text).toStdString();
}

} // namespace

ViewShower::ViewShower(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    for (const Side side : kSides)
        watch(workbench, changesOf(side, SideChange::Picture) | changesOf(side, SideChange::Regions), this,
              [this] { goOn(); });
}

QString ViewShower::fileOf(const Lesson& lesson, const std::string& picture)
{
    if (picture.empty())
        return {};
    const QString path = m_folder.filePath(QFileInfo(toQString(picture)).fileName());
    writeFileAtomically(toPath(path), *lesson.pictures.at(picture).bytes, Durability::Forgettable);
    return path;
}

void ViewShower::show(const Lesson& lesson, const LessonStep& step)
{
    m_left = fileOf(lesson, step.picture);
    m_right = fileOf(lesson, step.rightPicture);
    m_step.reset();
    if (!step.task)
        return m_workbench.open({m_left});
    if (step.explanation.method != ExplanationMethod::None)
        m_workbench.setWhy(step.explanation);
    m_workbench.tryExample({*step.task, toPath(m_left), toPath(m_right), markedText(step), step.choices});
    m_step = step;
    goOn();
}

bool ViewShower::isThere(Side side) const
{
    const SideState& now = m_workbench.state().side(side);
    return now.picture && now.picture->path == (side == Side::Left ? m_left : m_right) && now.regions;
}

/// Once its regions are known.
void ViewShower::goOn()
{
    const bool pair = m_step && !m_right.isEmpty();
    if (!m_step || !isThere(Side::Left) || (pair && !isThere(Side::Right)))
        return;
    const LessonStep step = std::move(*m_step);
    m_step.reset();
    choose(Side::Left, step.ownBoxes, step.hidden);
    if (pair)
        choose(Side::Right, step.rightOwnBoxes, step.rightHidden);
}

void ViewShower::choose(Side side, const std::vector<Box>& own, const std::vector<std::size_t>& hidden)
{
    RegionEditor& editor = m_workbench.regions(side);
    if (!own.empty()) {
        const std::vector<Region> before = m_workbench.state().side(side).regions->regions;
        for (std::size_t i = before.size(); i-- > 0;)
            if (!before[i].wholeImage)
                editor.remove(int(i));
        for (const Box& box : own)
            editor.add(box);
    }
    for (const std::size_t region : hidden)
        editor.toggle(int(region));
}

} // namespace vbs
