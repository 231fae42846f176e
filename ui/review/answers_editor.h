#pragma once

#include "ui/review/item_edits.h"
#include "ui/review/truth_editor.h"

class QTableWidget;
class QPushButton;

namespace vbs {

/// A question's answers: those of people with how many gave each, or one by one; or answers with scores.
class AnswersEditor : public TruthEditor {
    Q_OBJECT
public:
    explicit AnswersEditor(ReviewDesk& desk, QWidget* parent = nullptr);

    bool suits(const Example& example) const override;
    void showItem(const ReviewedItem& item) override;
    void edit() override;

private:
    void onChanged(int row, int column);
    void fit();

    QTableWidget* m_table;
    QPushButton* m_each;
    std::vector<AnswerRow> m_rows;
    std::uint32_t m_item = 0; ///< the number of the item whose rows they are
    bool m_filling = false;
};

} // namespace vbs
