#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace vbs {

/// A question, statement or sentence, which can be changed where the data set can say so.
class ItemText : public QWidget {
    Q_OBJECT
public:
    explicit ItemText(QWidget* parent = nullptr);

    void show(const QString& text, bool editable);
    void edit();

Q_SIGNALS:
    void edited(const QString& text);
    void left(); ///< the keyboard is wanted elsewhere

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void end(bool keep);

    QLabel* m_label;
    QPlainTextEdit* m_edit;
    bool m_editable = false;
};

} // namespace vbs
