#pragma once

#include "ui/workbench/workbench_state.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace vbs {

/// One sentence above the canvas, with a button for the way out. It never takes the keyboard.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// @param actionText on the button; empty: no button.
    void show(const Message& message, const QString& actionText);
    QString text() const;

Q_SIGNALS:
    void actionRequested(const QString& actionId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Message m_message;
    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace vbs
