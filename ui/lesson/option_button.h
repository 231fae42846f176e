#pragma once

#include <QAbstractButton>

namespace vbs {

/// One of a quiz's options: its digit and a text of several lines. Several may be chosen, or one of a group.
class OptionButton : public QAbstractButton {
    Q_OBJECT
public:
    OptionButton(int number, const QString& text, bool several, QWidget* parent = nullptr);

    void setRight(bool right); ///< it is a right one, for everybody to see
    bool isRightShown() const { return m_right; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int badge() const; ///< its side
    QRect textRect(int width) const;

    const int m_number;
    const bool m_several;
    bool m_right = false;
};

} // namespace vbs
