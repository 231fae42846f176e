#include "ui/workbench/region_editor.h"

#include <QScopedValueRollback>

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

int regionOf(const std::vector<Region>& regions, int object)
{
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (!regions[i].wholeImage && object-- == 0)
            return int(i);
    }
    return -1;
}

/// A box that nobody has looked at yet.
Region unseen(const Box& box)
{
    Region region;
    region.box = box;
    region.score = 0;
    return region;
}

} // namespace

/// One edit: the user's regions before and after; nothing there: those that were found.
class RegionEditor::Command : public QUndoCommand {
public:
    struct Snapshot {
        std::optional<std::vector<Region>> own;
        int picked = -1;
    };

    /// @param goesOn the region that is being changed step by step; -1: none.
    Command(EditHistory& history, Snapshot before, Snapshot after, const QString& text, int goesOn)
        : QUndoCommand(text), m_history(history), m_before(std::move(before)), m_after(std::move(after)),
          m_goesOn(goesOn)
    {
    }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Command*>(other);
        if (next->m_goesOn < 0 || next->m_goesOn != m_after.picked)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    void apply(const Snapshot& now)
    {
        for (RegionEditor* editor : m_history.editors)
            editor->setOwn(now.own, editor == m_history.editors.front() ? now.picked : -1);
    }

    EditHistory& m_history;
    Snapshot m_before, m_after;
    int m_goesOn;
};

RegionEditor::RegionEditor(SideState& state, QObject* parent) : QObject(parent), m_state(state) {}

RegionEditor::~RegionEditor()
{
    letGo();
}

// The regions on display

SideChanges RegionEditor::refresh()
{
    std::optional<RegionSet> regions = m_state.found;
    std::vector<bool> hidden;
    if (m_state.choice.own)
        regions = RegionSet{m_size.width(), m_size.height(), *m_state.choice.own};
    else if (regions)
        hidden = hiddenBy(m_state.choice.filter, regions->regions);
    SideChanges changes;
    if (regions != m_state.regions || hidden != m_state.hidden)
        changes |= SideChange::Regions;
    m_state.regions = std::move(regions);
    m_state.hidden = std::move(hidden);
    if (!m_state.removed.empty() && (!m_state.regions || m_state.removed.size() != m_state.regions->regions.size())) {
        m_state.removed.clear();
        changes |= SideChange::Removed;
    }
    if (m_state.picked >= 0 && !m_state.isShown(m_state.picked)) {
        m_state.picked = -1;
        changes |= SideChange::Picked;
    }
    return changes;
}

void RegionEditor::setFound(const RegionSet& found)
{
    m_state.found = found;
    Q_EMIT changed(refresh());
}

bool RegionEditor::describe(const RegionSet& byEngine)
{
    m_describedBy = m_pack;
    auto own = described(*m_state.choice.own, byEngine.regions);
    if (!own)
        return false;
    takeDescribed(*own);
    for (RegionEditor* editor : m_edits ? m_edits->editors : std::vector<RegionEditor*>())
        if (editor != this)
            editor->takeDescribed(*own);
    return true;
}

void RegionEditor::takeDescribed(const std::vector<Region>& own)
{
    m_describedBy = m_pack;
    const int picked = objectOf(*m_state.choice.own, m_state.picked);
    m_state.choice.own = own;
    m_state.picked = -1;
    const SideChanges changes = refresh();
    m_state.picked = regionOf(*m_state.choice.own, picked);
    Q_EMIT changed(changes | SideChange::Picked);
}

bool RegionEditor::isDescribed() const
{
    return !m_state.choice.own || m_describedBy == m_pack;
}

void RegionEditor::setPack(int number)
{
    m_pack = number;
    m_state.found.reset();
    Q_EMIT changed(refresh());
}

// The user's wishes

void RegionEditor::setFilter(const RegionFilter& filter)
{
    if (filter == m_state.choice.filter)
        return;
    m_state.choice.filter = filter;
    const std::vector<bool> before = m_state.hidden;
    Q_EMIT changed(refresh() | SideChange::Regions);
    if (m_state.hidden != before)
        Q_EMIT edited();
}

/// The regions on the canvas as a set of the user's own; *region is led to its place among them.
std::vector<Region> RegionEditor::shownRegions(int* region) const
{
    std::vector<Region> shown;
    int place = -1;
    for (int i = 0; m_state.regions && i < int(m_state.regions->regions.size()); ++i) {
        if (!m_state.isShown(i))
            continue;
        if (i == *region)
            place = int(shown.size());
        shown.push_back(m_state.regions->regions[std::size_t(i)]);
    }
    *region = place;
    return shown;
}

void RegionEditor::add(const Box& box)
{
    int none = -1;
    std::vector<Region> own = shownRegions(&none);
    own.push_back(unseen(box));
    const int added = int(own.size()) - 1;
    edit(std::move(own), added, tr("Drawing a Box"));
}

void RegionEditor::change(int region, const Box& box, bool goesOn)
{
    std::vector<Region> own = shownRegions(&region);
    if (region < 0 || own[std::size_t(region)].wholeImage || own[std::size_t(region)].box == box)
        return;
    own[std::size_t(region)] = unseen(box);
    edit(std::move(own), region, tr("Changing a Box"), goesOn ? region : -1);
}

void RegionEditor::remove(int region)
{
    std::vector<Region> own = shownRegions(&region);
    if (region < 0 || own[std::size_t(region)].wholeImage)
        return;
    own.erase(own.begin() + region);
    edit(std::move(own), -1, tr("Deleting a Box"));
}

void RegionEditor::useFound()
{
    if (m_state.choice.own)
        edit(std::nullopt, -1, tr("Returning to Detected Regions"));
}

void RegionEditor::edit(std::optional<std::vector<Region>> own, int picked, const QString& text, int goesOn)
{
    if (!m_edits)
        return;
    std::ranges::partition(m_edits->editors, [this](const RegionEditor* editor) { return editor == this; });
    m_edits->stack.push(
        new Command(*m_edits, {m_state.choice.own, m_state.picked}, {std::move(own), picked}, text, goesOn));
}

void RegionEditor::setOwn(const std::optional<std::vector<Region>>& own, int picked)
{
    m_state.choice.own = own;
    m_state.removed.clear(); // they were other regions
    m_describedBy = 0;
    m_state.picked = -1;
    refresh();
    if (m_state.isShown(picked))
        m_state.picked = picked;
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
    if (!m_edits->quiet)
        Q_EMIT edited();
}

void RegionEditor::pick(int region)
{
    if (!m_state.isShown(region))
        region = -1;
    if (m_state.picked == region)
        return;
    m_state.picked = region;
    Q_EMIT changed(SideChange::Picked);
}

void RegionEditor::allowHiding(bool allowed)
{
    m_hidingAllowed = allowed;
}

void RegionEditor::toggle(int region)
{
    // Before anybody has looked at the user's boxes, their places among the regions are not known.
    if (!m_hidingAllowed || !m_state.isShown(region) || !isDescribed() ||
        m_state.regions->regions[std::size_t(region)].wholeImage)
        return;
    m_state.removed.resize(m_state.regions->regions.size());
    m_state.removed[std::size_t(region)] = !m_state.removed[std::size_t(region)];
    Q_EMIT changed(SideChange::Removed);
    Q_EMIT toggled();
}

void RegionEditor::bringBack()
{
    if (m_state.removed.empty())
        return;
    m_state.removed.clear();
    Q_EMIT changed(SideChange::Removed);
}

// Pictures come and go

void RegionEditor::begin(const QSize& picture, std::optional<RememberedPicture> remembered)
{
    m_size = picture;
    if (remembered) {
        m_state.choice = std::move(remembered->choice);
        m_describedBy = remembered->describedBy;
        m_edits = std::move(remembered->edits);
    }
    if (!m_edits) {
        m_edits = std::make_shared<EditHistory>();
        m_edits->stack.setUndoLimit(kStepsToUndo);
    }
    m_edits->editors = {this};
    refresh();
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
}

bool RegionEditor::share(const std::shared_ptr<EditHistory>& edits, const QSize& picture)
{
    if (!edits || edits->editors.empty() || edits->editors.front()->m_size != picture)
        return false;
    const RegionEditor& other = *edits->editors.front();
    m_size = picture;
    m_state.choice = other.m_state.choice;
    m_describedBy = other.m_describedBy;
    m_edits = edits;
    m_edits->editors.push_back(this);
    refresh();
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
    return true;
}

void RegionEditor::letGo()
{
    if (m_edits)
        std::erase(m_edits->editors, this);
}

std::optional<RememberedPicture> RegionEditor::end()
{
    letGo();
    std::optional<RememberedPicture> remembered;
    if (!m_edits || m_edits->editors.empty()) {
        remembered = RememberedPicture{m_size, m_state.choice, m_describedBy, {}};
        if (m_edits && m_edits->stack.count() > 0)
            remembered->edits = m_edits;
    }
    m_edits.reset();
    m_state.found.reset();
    m_state.choice.own.reset();
    m_describedBy = 0;
    refresh();
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
    return remembered;
}

void RegionEditor::restore(const RegionChoice& choice, const std::optional<RegionSet>& found,
                           const std::vector<bool>& removed)
{
    m_state.choice.filter = choice.filter;
    if (found)
        m_state.found = found;
    if (m_edits && !sameChoice({{}, choice.own}, {{}, m_state.choice.own})) {
        const QScopedValueRollback<bool> quiet(m_edits->quiet, true);
        edit(choice.own, -1, tr("Recalling Regions")); // the regions in their place can be had back
    }
    m_state.choice.own = choice.own;
    m_describedBy = m_pack;
    m_state.removed = removed;
    refresh();
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
}

void RegionEditor::swapWith(RegionEditor& other)
{
    std::swap(m_size, other.m_size);
    std::swap(m_describedBy, other.m_describedBy);
    if (m_edits == other.m_edits)
        return; // one picture at both sides
    std::swap(m_edits, other.m_edits);
    for (RegionEditor* editor : {this, &other}) {
        if (editor->m_edits)
            editor->m_edits->editors = {editor};
    }
}

QUndoStack* RegionEditor::undoStack()
{
    return m_edits ? &m_edits->stack : nullptr;
}

// What the model is given

std::vector<bool> eitherMarked(const std::vector<bool>& a, const std::vector<bool>& b)
{
    std::vector<bool> marks(std::max(a.size(), b.size()));
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = isMarked(a, i) || isMarked(b, i);
    if (!anyMarked(marks))
        marks.clear();
    return marks;
}

GivenRegions givenRegions(const SideState& side)
{
    GivenRegions given{{}, side.hidden};
    if (side.choice.own) {
        given.boxes = objectBoxes(*side.choice.own);
        given.hidden.clear();
        if (given.boxes.empty() && side.found) {
            for (const Region& region : side.found->regions)
                given.hidden.push_back(!region.wholeImage);
        }
    }
    given.hidden = eitherMarked(given.hidden, {});
    return given;
}

} // namespace vbs
