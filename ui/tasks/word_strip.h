#pragma once

#include "ui/workbench/phrase_text.h"

#include <QWidget>

#include <vector>

namespace vbs {

/// The words of a sentence as chips, to click or to drag over. With the keyboard: arrows go from word to word, with
/// Shift they take several, Space chooses.
class WordStrip : public QWidget {
    Q_OBJECT
public:
    struct Word {
        QString text;
        int phrase = -1; ///< whose colour it has
        bool masked = false;
    };

    WordStrip(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void setWords(const std::vector<Word>& words);
    void setMarkedPhrase(int phrase); ///< set off from the others; -1: none
    /// Whether several words can be chosen at once.
    void setRanges(bool ranges) { m_ranges = ranges; }
    QRect placeOf(int word) const; ///< in the widget's coordinates

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int first, int last);
    void wordHovered(int word); ///< -1: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::vector<QRect> places(int width) const;
    int wordAt(const QPoint& point) const;
    bool isTaken(int word) const;
    void hover(int word);

    std::vector<Word> m_words;
    bool m_ranges = true;
    int m_markedPhrase = -1;
    int m_hovered = -1;
    int m_anchor = -1, m_cursor = -1; ///< of the drag, or of the keyboard
    bool m_pressed = false;
};

} // namespace vbs
