#pragma once

#include "ui/review/truth_editor.h"
#include "ui/util/key_text.h"

class QLabel;
class QListWidget;

namespace vbs {

/// The phrases of a sentence with how many boxes each has, or the boxes of a picture: one is picked, the canvas edits
/// its boxes.
class BoxesEditor : public TruthEditor {
    Q_OBJECT
public:
    BoxesEditor(ReviewDesk& desk, KeyText keyOf, QWidget* parent = nullptr);

    bool suits(const Example& example) const override;
    void showItem(const ReviewedItem& item) override;
    void edit() override;

Q_SIGNALS:
    void boxPicked(int box); ///< by its place among a box data set's
    void drawingWanted();

private:
    void fit();

    KeyText m_keyOf;
    QListWidget* m_list;
    QLabel* m_hint;
    bool m_filling = false;
};

} // namespace vbs
