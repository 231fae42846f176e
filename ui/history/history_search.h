#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace vbs {

class HistoryFilter;

/// A line above the cards to look for some of them, with switches for the starred ones and for groups.
class HistorySearch : public QWidget {
    Q_OBJECT
public:
    explicit HistorySearch(HistoryFilter& filter, QWidget* parent = nullptr);

    void takeFocus();
    void setGrouped(bool grouped);
    bool isUsed() const; ///< it has the focus, a text, stars alone, or cards in groups

Q_SIGNALS:
    void grouped(bool on); ///< the switch for groups was moved
    void changed();        ///< other cards are looked for, or they are grouped otherwise
    void left();           ///< by Enter, Down or Escape: on to the cards

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addSwitch(const char* name, const char* icon, const QString& text);

    HistoryFilter& m_filter;
    QLineEdit* m_text;
    QToolButton *m_starred, *m_grouped;
};

} // namespace vbs
