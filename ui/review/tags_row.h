#pragma once

#include "ui/review/review_desk.h"
#include "ui/util/key_text.h"

#include <QWidget>

class QLineEdit;

namespace vbs {

/// The tags of the item in hand, and a field for another one; known tags are proposed.
class TagsRow : public QWidget {
    Q_OBJECT
public:
    TagsRow(ReviewDesk& desk, KeyText keyOf, QWidget* parent = nullptr);

    void showItem(const ReviewedItem& item);
    void edit();

Q_SIGNALS:
    void left(); ///< the keyboard is wanted elsewhere

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ReviewDesk& m_desk;
    KeyText m_keyOf;
    QWidget* m_chips;
    QLineEdit* m_edit;
};

} // namespace vbs
