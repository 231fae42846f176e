#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLineEdit;

namespace vbs {

/// Where a file or folder is: typed, or chosen in a dialog by a button. Until the user has said something, it shows
/// what is proposed.
class PathField : public QWidget {
    Q_OBJECT
public:
    PathField(const QString& objectName, const QString& label, QWidget* parent = nullptr);

    QString path() const; ///< without blanks around it
    bool isByHand() const { return m_byHand; }
    void propose(const QString& path); ///< shown unless the user has said something
    void choose(const QString& path);  ///< as if the user had typed it; empty: the user changed his mind
    QLineEdit* edit() const { return m_edit; }

    /// @param choose asks the user; empty: he changed his mind.
    void addButton(const QString& text, const QString& objectName, std::function<QString()> choose);

Q_SIGNALS:
    void typed();
    void chosen();

private:
    QHBoxLayout* m_row;
    QLineEdit* m_edit;
    bool m_byHand = false;
};

} // namespace vbs
