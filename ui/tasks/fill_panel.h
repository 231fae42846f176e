#pragma once

#include "ui/tasks/task_page.h"
#include "ui/workbench/phrase_text.h"

#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace vbs {

class BarsView;
class TextRow;
class WordStrip;

/// A sentence, with or without masked words: what belongs in their places, and whether the sentence fits the picture.
class FillPanel : public TaskPage {
    Q_OBJECT
public:
    explicit FillPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText() override;
    void showInput() override;
    void showAnswer() override;

private:
    void choose(int word);
    void take(int mask, int row);
    int maskOfWord(int word) const; ///< the number of masks before it
    void buildMasks(QVBoxLayout* layout);

    TextRow* m_text;
    WordStrip* m_words;
    QLabel* m_none;
    BarsView* m_match;
    std::vector<QLabel*> m_titles;
    std::vector<BarsView*> m_bars; ///< one a mask
    QVector<CharSpan> m_spans;     ///< of the words
    QStringList m_covered;         ///< what each mask stands for; empty: not known
};

} // namespace vbs
