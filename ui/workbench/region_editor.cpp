#include "ui/workbench/region_editor.h"

#include "ui/workbench/own_regions.h"
#include "ui/workbench/region_edit_command.h"

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

} // namespace

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
    Region changed = unseen(box);
    changed.givenLabel = own[std::size_t(region)].givenLabel;
    changed.annotation = own[std::size_t(region)].annotation;
    own[std::size_t(region)] = std::move(changed);
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

void RegionEditor::label(int region, const std::string& label)
{
    std::vector<Region> own = shownRegions(&region);
    if (region < 0 || own[std::size_t(region)].wholeImage || own[std::size_t(region)].givenLabel == label)
        return;
    own[std::size_t(region)].givenLabel = label;
    edit(std::move(own), region, tr("Naming a Box"));
}

void RegionEditor::useAnnotated()
{
    if (!m_edits || !m_state.annotations || !m_state.annotations->found)
        return;
    const OwnBoxes boxes = ownBoxesOf(*m_state.annotations->found, annotatedPicture(m_state));
    OwnBoxes shifted = boxes;
    std::vector<AnnotatedBox>& known = m_edits->annotated;
    for (OwnBox& box : shifted.boxes) {
        if (box.origin < 0)
            continue;
        const AnnotatedBox& annotated = boxes.annotated[std::size_t(box.origin)];
        const auto place = std::ranges::find(known, annotated);
        box.origin = int(place - known.begin());
        if (place == known.end())
            known.push_back(annotated);
    }
    edit(regionsOf(shifted), -1, tr("Using the Annotated Boxes"));
}

std::optional<OwnBoxes> RegionEditor::ownBoxes() const
{
    if (!m_edits || !m_state.choice.own)
        return std::nullopt;
    return ownBoxesOf(*m_state.choice.own, m_edits->annotated);
}

void RegionEditor::markSaved(const OwnBoxes& saved)
{
    if (!m_edits)
        return;
    m_edits->annotated =
        saved.annotated; // of detected regions, too: those that the user deletes later go from the file
    if (!m_state.choice.own)
        return;
    std::vector<Region> own = *m_state.choice.own;
    for (Region& region : own) { // some may have changed while the file was written
        const auto written = std::ranges::find(saved.boxes, region.box, &OwnBox::box);
        if (region.wholeImage || written == saved.boxes.end() ||
            (!region.givenLabel.empty() && region.givenLabel != written->label))
            continue;
        region.givenLabel = written->label;
        region.annotation = written->origin;
    }
    for (RegionEditor* editor : m_edits->editors)
        editor->takeNames(own);
    Q_EMIT ownChanged();
}

void RegionEditor::takeNames(const std::vector<Region>& own)
{
    m_state.choice.own = own;
    Q_EMIT changed(refresh());
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
    // Other names alone leave what was said of the boxes.
    auto renamed = own && m_state.choice.own && objectBoxes(*own) == objectBoxes(*m_state.choice.own)
                       ? described(*own, *m_state.choice.own)
                       : std::nullopt;
    const bool same = renamed.has_value();
    m_state.choice.own = same ? std::move(renamed) : own;
    if (!same) {
        m_state.removed.clear(); // they were other regions
        m_describedBy = 0;
    }
    m_state.picked = -1;
    refresh();
    if (m_state.isShown(picked))
        m_state.picked = picked;
    Q_EMIT changed(SideChange::Regions | SideChange::Removed | SideChange::Picked);
    if (!m_edits->quiet && !same)
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

void RegionEditor::begin(const QSize& picture, std::optional<RememberedPicture> remembered,
                         const std::optional<OwnBoxes>& kept)
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
    if (!remembered && kept) {
        m_state.choice.own = regionsOf(*kept);
        m_edits->annotated = kept->annotated;
    }
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
        if (m_edits && (m_edits->stack.count() > 0 || !m_edits->annotated.empty()))
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

} // namespace vbs
