#pragma once

#include <QWidget>

#include <vector>

namespace vbs {

class LessonPlay;

/// How far a lesson has come: a part for each page, which a click goes to.
class StepBar : public QWidget {
    Q_OBJECT
public:
    /// @param play outlives it.
    explicit StepBar(LessonPlay& play, QWidget* parent = nullptr);

    QRect partRect(int page) const;

    QSize sizeHint() const override { return {200, 16}; }
    QSize minimumSizeHint() const override { return {80, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int pageAt(int x) const; ///< -1: none

    LessonPlay& m_play;
};

/// "Step 3 of 10", or the closing page's name.
QString placeText(const LessonPlay& play);
/// A page's title, in lists.
QString pageTitle(const LessonPlay& play, int page);

} // namespace vbs
