#pragma once

#include "ui/review/review_desk.h"

#include <QWidget>

namespace vbs {

/// Shows what the annotation says of the item in hand, and lets the reviewer change it.
class TruthEditor : public QWidget {
    Q_OBJECT
public:
    explicit TruthEditor(ReviewDesk& desk, QWidget* parent = nullptr) : QWidget(parent), m_desk(desk) {}

    virtual bool suits(const Example& example) const = 0;
    virtual void showItem(const ReviewedItem& item) = 0;
    virtual void edit() = 0; ///< puts the cursor to what is most often changed

Q_SIGNALS:
    void left(); ///< the keyboard is wanted elsewhere

protected:
    ReviewDesk& desk() { return m_desk; }
    const ReviewedItem& item() const { return *m_desk.state().item; }

private:
    ReviewDesk& m_desk;
};

} // namespace vbs
