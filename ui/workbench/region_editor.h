#pragma once

#include "ui/workbench/changes.h"
#include "ui/workbench/picture_memory.h"

#include <QObject>

#include <memory>

namespace vbs {

/// What the user makes of the regions of the picture at one side: which are shown, whose they are, which is picked,
/// which are hidden to see what changes, and the way back. Writes its side's state and nothing else; knows no engine.
///
/// Boxes are in pixels, inside the picture and not empty. The first edit makes the regions on the canvas the user's
/// own. Every edit can be undone. Wishes that mean nothing (no picture, no such region) are ignored.
class RegionEditor : public QObject {
    Q_OBJECT
public:
    explicit RegionEditor(SideState& state, QObject* parent = nullptr);
    ~RegionEditor() override;

    // What the user wishes
    void setFilter(const RegionFilter& filter); ///< applies while the regions are those that were found
    void add(const Box& box);                   ///< picked at once
    /// @param goesOn one step to undo together with the change before it (a key held down).
    void change(int region, const Box& box, bool goesOn = false);
    void remove(int region);
    void label(int region, const std::string& label); ///< what the user calls it; empty: nothing
    void useAnnotated();     ///< the boxes of the picture's annotations, in place of all others
    void useFound();         ///< in place of the user's own
    void pick(int region);   ///< -1, or one that is not shown: none
    void toggle(int region); ///< hides it from the model, or brings it back
    void bringBack();        ///< all; tells that the marks changed, but not toggled()

    // What the conductor does
    /// A picture came. @param kept its boxes of an earlier day, where nothing is remembered of it.
    void begin(const QSize& picture, std::optional<RememberedPicture> remembered,
               const std::optional<OwnBoxes>& kept = {});
    /// The picture that came is at the other side, too: its boxes and the way back are one for both. Filter, pick and
    /// marks stay each side's own. @return whether that is so: the edits are open, and of a picture of this size.
    bool share(const std::shared_ptr<EditHistory>& edits, const QSize& picture);
    /// It went; the filter stays for the next one. Nothing to remember while the other side has the picture.
    std::optional<RememberedPicture> end();
    void setPack(int number); ///< counted from 1: what another pack found and said is forgotten
    void setFound(const RegionSet& found);
    /// Takes over what the engine says about the user's regions; the boxes stay as the user made them.
    /// @return whether it said something about each.
    bool describe(const RegionSet& byEngine);
    void restore(const RegionChoice& choice, const std::optional<RegionSet>& found, const std::vector<bool>& removed);
    void allowHiding(bool allowed); ///< whether toggle() does anything
    bool isDescribed() const;       ///< whether the places of the regions are those that the model will see
    void swapWith(RegionEditor& other);
    std::optional<OwnBoxes> ownBoxes() const; ///< the user's own, to be kept; nothing: there are none
    /// What was written to a file of annotations counts as annotated from now on, and is called so.
    void markSaved(const OwnBoxes& saved);
    QUndoStack* undoStack(); ///< null without a picture
    const std::shared_ptr<EditHistory>& edits() const { return m_edits; }

Q_SIGNALS:
    void changed(vbs::SideChanges what);
    void edited();     ///< the model would be given other regions now
    void ownChanged(); ///< the user's own boxes or their labels are others, and to be kept; once for both sides
    void toggled();    ///< the user hid a region or brought one back

private:
    class Command;

    std::vector<Region> shownRegions(int* region) const;
    void edit(std::optional<std::vector<Region>> own, int picked, const QString& text, int goesOn = -1);
    void setOwn(const std::optional<std::vector<Region>>& own, int picked);
    void takeDescribed(const std::vector<Region>& own);
    void takeNames(const std::vector<Region>& own);
    void letGo();
    SideChanges refresh();

    SideState& m_state;
    QSize m_size;                         ///< of the picture
    std::shared_ptr<EditHistory> m_edits; ///< null without a picture
    int m_pack = 0;
    int m_describedBy = 0; ///< the pack that described the own regions as they are; 0: none
    bool m_hidingAllowed = true;
};

} // namespace vbs
