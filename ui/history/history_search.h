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
    bool isUsed() const; ///< it has the focus, a text, or a switch that is on

Q_SIGNALS:
    void changed(); ///< other cards are looked for, or they are grouped otherwise
    void left();    ///< by Enter, Down or Escape: on to the cards

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addSwitch(const char* name, const char* icon, const QString& text);

    QLineEdit* m_text;
    QToolButton *m_starred, *m_grouped;
};

} // namespace vbs
