#pragma once

#include "ui/canvas/canvas_model.h"
#include "ui/inside/inside_desk.h"

#include <QWidget>

#include <optional>

namespace vbs {

/// One way of looking inside: a page of the dock. It is told of what is to be shown while it is in sight, and asks the
/// desk for what it needs.
class InsideView : public QWidget {
    Q_OBJECT
public:
    explicit InsideView(InsideDesk& desk, QWidget* parent = nullptr) : QWidget(parent), m_desk(desk) {}

    virtual QString title() const = 0;                    ///< on its button
    virtual QString name() const = 0;                     ///< of files, in small letters
    virtual QString sentence() const = 0;                 ///< what it shows and how far it can be trusted
    virtual void showLooked(const LookedPtr& looked) = 0; ///< never null
    virtual void showChoice() {}                          ///< of layer, head and position
    virtual void setInSight(bool) {}

    /// Whether layer, head and direction are chosen beside it.
    virtual bool usesLayer() const { return false; }
    virtual bool usesHead() const { return false; }

    /// The layer that it shows, from 0; of points from 0 for what goes into the first one.
    virtual int shownLayer() const { return int(m_desk.choice().layer); }

    /// What the canvas shows meanwhile at each position; empty: the answer's explanation.
    virtual std::vector<double> weights() const { return {}; }
    virtual QString weightsTitle() const { return {}; }
    virtual double greatest() const { return 0; } ///< of the regions' weights over time, for one scale; 0: as they are

    // For files.
    virtual bool isEmpty() const { return false; } ///< there is nothing to export yet
    virtual QSize drawingSize() = 0;
    virtual void draw(QPainter& painter) = 0;
    virtual std::string table() const = 0; ///< CSV with a header

Q_SIGNALS:
    void weightsChanged();
    void sentenceChanged();

protected:
    InsideDesk& desk() const { return m_desk; }
    const LookedPtr& looked() const { return m_desk.state().looked; }

private:
    InsideDesk& m_desk;
};

/// A line of a table in RFC 4180's form.
std::string csvLine(const std::vector<std::string>& fields);

} // namespace vbs
