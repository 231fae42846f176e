#pragma once

#include "ui/review/truth_editor.h"

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace vbs {

/// A label among a few: true or false, or one of the choices. With what the people said who checked it.
class LabelEditor : public TruthEditor {
    Q_OBJECT
public:
    explicit LabelEditor(ReviewDesk& desk, QWidget* parent = nullptr);

    bool suits(const Example& example) const override;
    void showItem(const ReviewedItem& item) override;
    void edit() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QStringList& labels);

    QVBoxLayout* m_rows;
    QButtonGroup* m_buttons;
    QLabel* m_votes;
    QStringList m_labels;
};

} // namespace vbs
