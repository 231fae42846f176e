#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vbs {

/// A line that says how something stands, with a bar while it goes on and one button.
class RunStrip : public QWidget {
    Q_OBJECT
public:
    explicit RunStrip(QWidget* parent = nullptr);

    /// @param button empty: none. @param fraction of the bar; below 0: not known, above 1: no bar.
    void tell(const QString& sentence, const QString& button, double fraction = 2);
    QString text() const;

Q_SIGNALS:
    void clicked();

private:
    QLabel* m_sentence;
    QProgressBar* m_bar;
    QPushButton* m_button;
};

} // namespace vbs
