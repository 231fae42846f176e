#pragma once

#include "ui/review/review_desk.h"
#include "ui/util/key_text.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QListWidget;
class QToolButton;

namespace vbs {

class ActsView;
class BarsView;
class BoxesEditor;
class ItemText;
class TagsRow;
class TruthEditor;

/// The item in hand: its text, what the annotation says, what the model says, and what is decided.
class ItemPanel : public QWidget {
    Q_OBJECT
public:
    /// @param decisions the actions of the buttons below the item.
    ItemPanel(ReviewDesk& desk, const QList<QAction*>& decisions, KeyText keyOf, QWidget* parent = nullptr);

    void edit(); ///< puts the cursor to what is most often changed
    void editText();
    void comment();
    void tag();

Q_SIGNALS:
    void left();                             ///< the keyboard is wanted elsewhere
    void suggestionLookedAt(int suggestion); ///< -1: no more
    void boxPicked(int box);                 ///< by its place among a box data set's
    void drawingWanted();

private:
    QWidget* build();
    void showItem();
    void showHead();
    void showModel();
    void showStanding();
    void showOthers();
    TruthEditor* editorFor(const Example& example) const;

    ReviewDesk& m_desk;
    QWidget *m_scroll, *m_content;
    QLabel *m_head, *m_standing, *m_conflict, *m_opened, *m_fault, *m_modelTitle, *m_modelNote, *m_othersTitle;
    QCheckBox* m_settle;
    ItemText* m_text;
    BoxesEditor* m_boxes;
    QList<TruthEditor*> m_editors;
    BarsView* m_bars;
    TagsRow* m_tags;
    ActsView* m_acts;
    QListWidget* m_others;
    QList<std::uint32_t> m_otherNumbers;
    QList<QToolButton*> m_buttons;
};

} // namespace vbs
