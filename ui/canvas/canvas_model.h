#pragma once

#include "ui/workbench/workbench_state.h"

#include <QFlags>
#include <QObject>

#include <vector>

namespace vbs {

/// What a canvas has to look at again.
enum class CanvasChange : unsigned {
    Picture = 1 << 0,
    Regions = 1 << 1,
    Picked = 1 << 2,
    Removed = 1 << 3,
    Weights = 1 << 4, ///< or the outlines
    Texts = 1 << 5,   ///< what is said on it or instead of a picture; whether it is in hand
};
Q_DECLARE_FLAGS(CanvasChanges, CanvasChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(CanvasChanges)
inline constexpr CanvasChanges kAllCanvasChanges = CanvasChanges::fromInt((1 << 6) - 1);

/// How much each region counts, for the heatmap.
struct CanvasWeights {
    std::vector<double> regions; ///< one for each region of the side; empty: none
    double greatest = 0;         ///< of all weights that share the scale; 0: the greatest of these
    QString title{};             ///< of the legend; empty: there is none here
    QString name{};              ///< what a weight is
    QStringList notes{};         ///< in the legend, below the scale
};

/// A region that stands out, in a phrase's colour and with its words.
struct CanvasOutline {
    int region = 0;
    QString text;
    int phrase = 0; ///< tells the colour
    bool marked = false;
};

/// What stands in the place of a picture.
struct CanvasAbsence {
    enum class Kind { Welcome, Second, Opening, Unopened, Missing };
    Kind kind = Kind::Welcome;
    QString text;      ///< Opening: what is under way; Unopened, Missing: the picture's name
    bool more = false; ///< Unopened: pictures follow in the list
    QString hint{};    ///< Missing: what can be done without it
};

/// What a canvas shows and what its user can wish of it: the one thing that a CanvasPane knows. Any source of a picture
/// with regions can stand behind it.
///
/// Everything is told as it is now. After a wish the canvas waits for changed(), which may come later.
class CanvasModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const SideState& side() const = 0;
    virtual CanvasWeights weights() const { return {}; }
    virtual std::vector<CanvasOutline> outlines() const { return {}; }
    virtual CanvasAbsence absence() const { return {}; }
    virtual QString title() const { return {}; } ///< above the picture; empty: none
    /// How many regions there are, where that is not plain to see; empty: nothing is said.
    virtual QString regionsText() const { return {}; }
    virtual bool isInHand() const { return false; } ///< set off from another canvas beside it
    virtual bool showsRemoved() const { return true; }
    virtual bool showsNames() const { return true; }       ///< of the regions
    virtual QStringList knownLabels() const { return {}; } ///< proposed while the user types one

    // Wishes; regions by their place in the side's set, boxes in pixels.
    virtual void focus() {}     ///< the user turned to this canvas
    virtual void pick(int) {}   ///< -1: none
    virtual void hover(int) {}  ///< the region under the mouse; -1: none
    virtual void toggle(int) {} ///< hide it from the model, or bring it back
    virtual void add(const Box&) {}
    virtual void change(int, const Box&, bool /*goesOn*/) {} ///< goesOn: a key is held down
    virtual void label(int, const QString&) {}               ///< what the user calls it; empty: nothing

Q_SIGNALS:
    void changed(vbs::CanvasChanges what);
};

} // namespace vbs
