#pragma once

#include <QLineEdit>

namespace vbs {

/// The field over a box in which the user types what it is called. Return keeps it, and leaving the field does when it
/// was changed; Escape does not.
class NameEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit NameEdit(QWidget* parent);

    /// @param box in the parent's coordinates. @param known names to choose from while typing.
    void begin(const QRectF& box, const QString& name, const QStringList& known);
    void finish(); ///< as leaving it does; nothing happens when nothing is being named

Q_SIGNALS:
    void named(const QString& name);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void end(bool keep);

    bool m_open = false;
};

} // namespace vbs
