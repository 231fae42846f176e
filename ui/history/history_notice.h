#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace vbs {

struct HistoryTrouble;

/// A strip that stays above the cards as long as the disk does not have them as they are shown, with a way to try
/// again.
class HistoryNotice : public QFrame {
    Q_OBJECT
public:
    explicit HistoryNotice(QWidget* parent = nullptr);

    /// @param unsaved how many of the cards that are shown. Hidden when there is nothing to say.
    void show(const HistoryTrouble& trouble, int unsaved);

Q_SIGNALS:
    void tryAgain();

private:
    QLabel* m_text;
    QPushButton* m_again;
};

} // namespace vbs
