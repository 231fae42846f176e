#pragma once

#include "ui/tasks/task_page.h"
#include "ui/workbench/phrase_text.h"

class QComboBox;
class QLabel;

namespace vbs {

class BarsView;
class TextRow;
class WordStrip;

/// A sentence whose phrases are found in the picture. Phrases are marked by clicking words, by dragging over them, or
/// by typing [brackets].
class FindPanel : public TaskPage {
    Q_OBJECT
public:
    explicit FindPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText() override;
    void showInput() override;
    void showAnswer() override;
    void showLooked() override;

private:
    void choose(int first, int last);
    void showWays();
    void lookAtPhrase(int phrase);
    int phraseOfWord(int word) const;

    TextRow* m_text;
    WordStrip* m_words;
    QComboBox* m_by;
    QLabel* m_none;
    BarsView* m_bars;
    PhraseText m_marked; ///< by the user
    PhraseText m_phrases;
    QVector<CharSpan> m_spans; ///< of the words
};

} // namespace vbs
