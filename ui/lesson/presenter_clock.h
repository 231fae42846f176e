#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace vbs {

/// A stopwatch and the time of day, for whoever presents.
class PresenterClock : public QWidget {
    Q_OBJECT
public:
    explicit PresenterClock(QWidget* parent = nullptr);

    qint64 elapsed() const; ///< milliseconds
    bool isRunning() const { return m_since.isValid(); }
    void toggle();
    void reset();

private:
    void showTime();

    QElapsedTimer m_since; ///< the last start; invalid: it stands
    qint64 m_before = 0;   ///< milliseconds
    QTimer m_tick;
    QLabel *m_elapsed, *m_day;
    QPushButton *m_toggle, *m_reset;
};

} // namespace vbs
