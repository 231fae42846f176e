#pragma once

#include "ui/workbench/changes.h"

#include <QStringList>

#include <vector>

namespace vbs::test {

inline QString textOf(const std::vector<bool>& marks)
{
    QString text;
    for (const bool mark : marks)
        text += mark ? '1' : '0';
    return text;
}

inline QString textOf(const std::vector<Region>& regions)
{
    QString text;
    for (const Region& r : regions)
        text +=
            QString("(%1 %2 %3 %4 %5)").arg(r.box.x1).arg(r.box.y1).arg(r.box.x2).arg(r.box.y2).arg(r.label.c_str());
    return text;
}

inline QString textOf(const RegionChoice& choice)
{
    return QString("%1/%2 %3")
        .arg(choice.filter.minimumPercent)
        .arg(choice.filter.maximumCount)
        .arg(choice.own ? "own" + textOf(*choice.own) : "found");
}

inline QString textOf(const std::optional<Answered>& answered)
{
    if (!answered)
        return "none";
    QStringList words{QString::number(int(answered->task)), answered->question,
                      answered->choices.join('/'),          textOf(answered->choice),
                      textOf(answered->rightChoice),        textOf(answered->removed),
                      textOf(answered->rightRemoved)};
    for (const std::string& word : answered->result.unknownWords)
        words << QString::fromStdString(word);
    return words.join('|');
}

/// What a view may show of this part of the state, in words.
inline QString textOf(const WorkbenchState& state, Change change)
{
    const auto bit = unsigned(change);
    const bool left = bit < (1U << kSideChangeBits);
    const SideState& side = left ? state.left : state.right;
    const QString none = "none";
    switch (change) {
    case Change::LeftPicture:
    case Change::RightPicture:
        return (side.picture ? side.picture->key + QString::number(quintptr(side.picture->pixels.get())) : none) +
               side.unopenedName;
    case Change::LeftRegions:
    case Change::RightRegions:
        return (side.regions ? textOf(side.regions->regions) : none) + textOf(side.hidden) + textOf(side.choice);
    case Change::LeftPicked:
    case Change::RightPicked:
        return QString::number(side.picked);
    case Change::LeftRemoved:
    case Change::RightRemoved:
        return textOf(side.removed);
    case Change::Focus:
        return QString::number(int(state.sideInHand()));
    case Change::Pack:
        return (state.pack ? QString::fromStdString(state.pack->name) : none) + state.packProblem;
    case Change::Files:
        return state.files.join('|');
    case Change::CurrentFile:
        return QString::number(state.currentFile);
    case Change::Task:
        return QString::number(int(state.task));
    case Change::Input:
        return state.question + '|' + state.choices.join('/');
    case Change::Answer:
        return textOf(state.answered) + " before " + textOf(state.before);
    case Change::Looked:
        return QString("%1 %2").arg(state.lookedPhrase).arg(state.lookedRegion);
    case Change::Why:
        return QString("%1 %2 %3").arg(int(state.why.method)).arg(state.why.layer).arg(state.why.head);
    case Change::History: {
        QString text;
        for (const HistoryEntry& card : state.history)
            text += card.picture.name + textOf(std::optional(card.answered)) + '\n';
        return text;
    }
    case Change::Activity:
        return QString("%1 %2").arg(state.activity.text).arg(state.activity.fraction);
    }
    return {};
}

inline constexpr unsigned kChangeCount = 19;

/// A side with all that belongs to it.
inline QString textOf(const WorkbenchState& state, Side side)
{
    QStringList parts;
    for (const SideChange what : {SideChange::Picture, SideChange::Regions, SideChange::Picked, SideChange::Removed})
        parts << textOf(state, Change(changesOf(side, what).toInt()));
    return parts.join('\n');
}

} // namespace vbs::test
