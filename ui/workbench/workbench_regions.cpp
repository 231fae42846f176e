// Workbench's part that keeps what the user makes of a picture's regions.

#include "ui/workbench/workbench.h"

#include <algorithm>

namespace vbs {
namespace {

constexpr int kStepsToUndo = 200;

/// Which object a region is, counted without the whole picture's region; -1 for none.
int objectOf(const std::vector<Region>& regions, int region)
{
    if (region < 0 || std::size_t(region) >= regions.size() || regions[std::size_t(region)].wholeImage)
        return -1;
    return objectCount({regions.begin(), regions.begin() + region});
}

/// A box that nobody has looked at yet.
Region unseen(const Box& box)
{
    Region region;
    region.box = box;
    region.score = 0;
    return region;
}

int regionOf(const std::vector<Region>& regions, int object)
{
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (!regions[i].wholeImage && object-- == 0)
            return int(i);
    }
    return -1;
}

/// What the engine says of the regions, in the boxes as they were drawn. @pre as many boxes as objects.
std::vector<Region> withBoxes(std::vector<Region> described, const std::vector<Box>& boxes)
{
    auto box = boxes.begin();
    for (Region& region : described) {
        if (!region.wholeImage)
            region.box = *box++;
    }
    return described;
}

} // namespace

/// One edit: the user's regions before and after; nothing there: those that were found.
class Workbench::RegionsCommand : public QUndoCommand {
public:
    struct Snapshot {
        std::optional<std::vector<Region>> own;
        int picked = -1;
    };

    /// @param goesOn the region that is being changed step by step; -1: none.
    RegionsCommand(Workbench& workbench, Snapshot before, Snapshot after, const QString& text, int goesOn)
        : QUndoCommand(text), m_workbench(workbench), m_before(std::move(before)), m_after(std::move(after)),
          m_goesOn(goesOn)
    {
    }

    void undo() override { m_workbench.setOwnRegions(m_before.own, m_before.picked); }
    void redo() override { m_workbench.setOwnRegions(m_after.own, m_after.picked); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const RegionsCommand*>(other);
        if (next->m_goesOn < 0 || next->m_goesOn != m_after.picked)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    Workbench& m_workbench;
    Snapshot m_before, m_after;
    int m_goesOn;
};

// The regions on display

/// @return whether anything changed.
bool Workbench::updateRegions()
{
    std::optional<RegionSet> regions = m_state.found;
    std::vector<bool> hidden;
    if (m_state.choice.own && m_state.picture) {
        const QSize size = m_state.picture->pixels->size();
        regions = RegionSet{size.width(), size.height(), *m_state.choice.own};
    } else if (regions) {
        hidden = hiddenBy(m_state.choice.filter, regions->regions);
    }
    const bool changed = regions != m_state.regions || hidden != m_state.hidden;
    m_state.regions = std::move(regions);
    m_state.hidden = std::move(hidden);
    if (m_state.regions && !m_state.removed.empty() && m_state.removed.size() != m_state.regions->regions.size()) {
        m_state.removed.clear();
        Q_EMIT removedChanged();
    }
    if (m_state.pickedRegion >= 0 && !isShown(m_state, std::size_t(m_state.pickedRegion)))
        pickRegion(-1);
    return changed;
}

void Workbench::refreshRegions()
{
    if (updateRegions())
        Q_EMIT regionsChanged();
}

/// What the request's model is to be given. Own regions replace the found ones; to take away every one of them, the
/// found ones are hidden, since a request without boxes means those.
void Workbench::giveRegions(InferenceRequest* request) const
{
    std::vector<bool> hidden = m_state.hidden;
    if (m_state.choice.own) {
        request->boxes = objectBoxes(*m_state.choice.own);
        hidden.clear();
        if (request->boxes.empty() && m_state.found) {
            for (const Region& region : m_state.found->regions)
                hidden.push_back(!region.wholeImage);
        }
    }
    if (std::find(hidden.begin(), hidden.end(), true) != hidden.end())
        request->hiddenRegions = std::move(hidden);
}

/// Takes over what the engine says about the user's regions; the boxes stay as the user made them.
void Workbench::describe(const RegionSet& described)
{
    std::vector<Region>& own = *m_state.choice.own;
    const std::vector<Box> boxes = objectBoxes(own);
    m_describedBy = m_packNumber;
    if (std::size_t(objectCount(described.regions)) != boxes.size()) {
        raise(Message::Kind::Error,
              tr("The engine described %1 regions where %2 were given.")
                  .arg(objectCount(described.regions))
                  .arg(boxes.size()),
              "use-found");
        return;
    }
    const int picked = objectOf(own, m_state.pickedRegion);
    own = withBoxes(described.regions, boxes);
    const int place = regionOf(own, picked);
    updateRegions();
    Q_EMIT regionsChanged();
    pickRegion(place);
}

/// The same for the right picture, which is described with the question only.
void Workbench::describeRight(const RegionSet& described)
{
    const std::vector<Box> boxes = objectBoxes(*m_state.rightOwn);
    if (std::size_t(objectCount(described.regions)) != boxes.size())
        return;
    m_state.rightOwn = withBoxes(described.regions, boxes);
    m_state.answered->rightOwn = m_state.rightOwn;
    PictureMemory& memory = m_memory[m_state.rightPicture->key];
    memory.choice.own = m_state.rightOwn;
    memory.describedBy = m_packNumber;
}

void Workbench::answerSoon()
{
    if (m_describing)
        cancelRequest(m_regionsRequest);
    m_describeWanted = false;
    const bool undescribed = m_state.choice.own && m_describedBy != m_packNumber;
    if (m_state.picture && m_state.pack && (undescribed || canAsk()))
        m_rest.start();
    proceed(); // found regions may be needed
}

// The user's wishes

void Workbench::setRegionFilter(const RegionFilter& filter)
{
    if (filter == m_state.choice.filter)
        return;
    m_state.choice.filter = filter;
    const std::vector<bool> before = m_state.hidden;
    const std::vector<bool> rightBefore = m_state.rightHidden;
    updateRegions();
    Q_EMIT regionsChanged();
    refreshRightRegions();
    if (m_state.hidden != before || (twoPictures() && m_state.rightHidden != rightBefore))
        answerSoon();
}

/// The regions on the canvas as a set of the user's own; *region is led to its place among them.
std::vector<Region> Workbench::shownRegions(int* region) const
{
    std::vector<Region> shown;
    int place = -1;
    for (std::size_t i = 0; m_state.regions && i < m_state.regions->regions.size(); ++i) {
        if (!isShown(m_state, i))
            continue;
        if (int(i) == *region)
            place = int(shown.size());
        shown.push_back(m_state.regions->regions[i]);
    }
    *region = place;
    return shown;
}

void Workbench::addRegion(const Box& box)
{
    if (!m_state.picture)
        return;
    int none = -1;
    std::vector<Region> own = shownRegions(&none);
    own.push_back(unseen(box));
    const int added = int(own.size()) - 1;
    edit(std::move(own), added, tr("Drawing a Box"));
}

void Workbench::changeRegion(int region, const Box& box, bool goesOn)
{
    std::vector<Region> own = shownRegions(&region);
    if (region < 0 || own[std::size_t(region)].box == box)
        return;
    own[std::size_t(region)] = unseen(box);
    edit(std::move(own), region, tr("Changing a Box"), goesOn ? region : -1);
}

void Workbench::removeRegion(int region)
{
    std::vector<Region> own = shownRegions(&region);
    if (region < 0)
        return;
    own.erase(own.begin() + region);
    edit(std::move(own), -1, tr("Deleting a Box"));
}

void Workbench::useFoundRegions()
{
    Q_EMIT messageOutdated();
    if (m_state.choice.own)
        edit(std::nullopt, -1, tr("Using Found Regions"));
}

void Workbench::edit(std::optional<std::vector<Region>> own, int picked, const QString& text, int goesOn)
{
    if (!m_state.picture)
        return;
    std::unique_ptr<QUndoStack>& stack = m_memory[m_state.picture->key].undo;
    if (!stack) {
        stack = std::make_unique<QUndoStack>();
        stack->setUndoLimit(kStepsToUndo);
        m_undo.addStack(stack.get());
    }
    m_undo.setActiveStack(stack.get());
    stack->push(
        new RegionsCommand(*this, {m_state.choice.own, m_state.pickedRegion}, {std::move(own), picked}, text, goesOn));
}

void Workbench::setOwnRegions(const std::optional<std::vector<Region>>& own, int picked)
{
    m_state.choice.own = own;
    m_state.removed.clear(); // they were other regions
    m_describedBy = 0;
    m_regionsRefused = false;
    if (!needsFoundRegions())
        cancelRequest(m_regionsRequest);
    m_state.pickedRegion = -1;
    updateRegions();
    Q_EMIT regionsChanged();
    Q_EMIT removedChanged();
    m_state.pickedRegion = picked;
    if (picked >= 0 && !isShown(m_state, std::size_t(picked)))
        m_state.pickedRegion = -1;
    Q_EMIT pickedRegionChanged();
    answerSoon();
}

// Pictures that were open before

void Workbench::rememberPicture()
{
    if (!m_state.picture)
        return;
    PictureMemory& memory = m_memory[m_state.picture->key];
    memory.size = m_state.picture->pixels->size();
    memory.choice = m_state.choice;
    memory.describedBy = m_describedBy;
    m_undo.setActiveStack(nullptr);
}

void Workbench::recollectPicture()
{
    m_describedBy = 0;
    const auto known = m_memory.find(m_state.picture->key);
    if (known != m_memory.end() && known->second.size != m_state.picture->pixels->size())
        m_memory.erase(known);
    else if (known != m_memory.end()) {
        m_state.choice = known->second.choice;
        m_describedBy = known->second.describedBy;
        m_undo.setActiveStack(known->second.undo.get());
    }
}

} // namespace vbs
