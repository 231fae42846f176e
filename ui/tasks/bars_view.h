#pragma once

#include "ui/models/answer_model.h"

#include <QListView>

namespace vbs {

class AnswerDelegate;

/// Answers as bars, as high as they need; hidden while there are none.
class BarsView : public QListView {
    Q_OBJECT
public:
    BarsView(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void setBars(const std::vector<AnswerBar>& bars);
    const std::vector<AnswerBar>& bars() const { return m_model.bars(); }
    void setMarked(const QList<int>& rows);
    void setStale(bool stale); ///< faint: they answer another question than the one on display
    void setAlone(bool alone); ///< bars without the texts, which stand elsewhere
    QList<int> marked() const { return m_marked; }

Q_SIGNALS:
    void rowLookedAt(int row); ///< by mouse or keyboard; -1: no more
    void rowChosen(int row);   ///< by a click, Return or Space
    void rowTaken(int row);    ///< by a double click

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    AnswerModel m_model;
    AnswerDelegate* m_delegate;
    QList<int> m_marked;
};

} // namespace vbs
