#pragma once

#include "ui/review/review_desk.h"
#include "ui/util/key_text.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace vbs {

/// What was done with the item in hand, comments among it, and a field for another comment. Where several decide for
/// themselves, what the others decided is not told before one has decided.
class ActsView : public QWidget {
    Q_OBJECT
public:
    ActsView(ReviewDesk& desk, KeyText keyOf, QWidget* parent = nullptr);

    void showItem(const ReviewedItem& item);
    void comment();

Q_SIGNALS:
    void left(); ///< the keyboard is wanted elsewhere

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isTold(const Decision& act, const ReviewedItem& item) const;

    ReviewDesk& m_desk;
    KeyText m_keyOf;
    QLineEdit* m_edit;
    QVBoxLayout* m_acts;
};

} // namespace vbs
