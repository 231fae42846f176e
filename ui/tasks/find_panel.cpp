#include "ui/tasks/find_panel.h"

#include "ui/tasks/bars_view.h"
#include "ui/tasks/text_row.h"
#include "ui/tasks/word_strip.h"
#include "ui/util/labels.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

FindPanel::FindPanel(Workbench& workbench, QWidget* parent)
    : TaskPage(workbench, Task::RegionToPhrase, parent),
      m_text(new TextRow(workbench, Task::RegionToPhrase,
                         {"find", tr("Sentence"), tr("What should be found? e.g. the red book"), tr("Find")})),
      m_words(new WordStrip("findWords", tr("Words of the sentence: choose those to find"))), m_by(new QComboBox),
      m_none(mutedLabel("findNone")), m_bars(new BarsView("phrases", tr("Phrases")))
{
    m_words->setToolTip(
        tr("Click a word, or drag across several, to find what they mean; click again to remove the phrase"));
    m_by->setObjectName("findBy");
    m_by->setAccessibleName(tr("How phrases are found"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_words);
    layout->addWidget(m_by);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(tr("Found")));
    layout->addWidget(m_none);
    layout->addWidget(m_bars);
    auto* note = mutedLabel("findNote");
    layout->addWidget(note);
    connect(m_text, &TextRow::left, this, &TaskPage::textLeft);
    connect(m_words, &WordStrip::chosen, this, &FindPanel::choose);
    connect(m_words, &WordStrip::wordHovered, this, [this](int word) { lookAtPhrase(phraseOfWord(word)); });
    connect(m_bars, &BarsView::rowLookedAt, this, &FindPanel::lookAtPhrase);
    connect(m_by, &QComboBox::activated, this,
            [this] { m_workbench.setFindBy(PhraseSource(m_by->currentData().toInt())); });
    watch(workbench, Change::Pack | Change::Why, this, [this] { showWays(); });
    showWays();
}

/// The choice is there for packs that have one.
void FindPanel::showWays()
{
    const std::vector<PhraseSource> ways = waysToFind(state());
    const QSignalBlocker blocker(m_by);
    m_by->clear();
    for (const PhraseSource way : ways) {
        const bool hides = way == PhraseSource::Hiding;
        m_by->addItem(hides ? tr("By hiding regions (a trial)") : tr("By the detector's names"), int(way));
        m_by->setItemData(m_by->count() - 1,
                          hides ? tr("A phrase's noun is masked, and each region is hidden in turn: the one without "
                                     "which the model guesses the noun worst is what it means. Takes longer.")
                                : tr("A phrase's words are compared with the names that the detector gave the "
                                     "regions."),
                          Qt::ToolTipRole);
    }
    m_by->setCurrentIndex(std::max(0, m_by->findData(int(state().findBy))));
    m_by->setToolTip(m_by->currentData(Qt::ToolTipRole).toString());
    m_by->setVisible(!ways.empty());
}

void FindPanel::focusText()
{
    m_text->focusText();
}

void FindPanel::lookAtPhrase(int phrase)
{
    m_workbench.lookAt(phrase, state().lookedRegion);
}

int FindPanel::phraseOfWord(int word) const
{
    return word < 0 || word >= m_spans.size() ? -1 : phraseAt(m_phrases, m_spans[word].begin);
}

void FindPanel::choose(int first, int last)
{
    const int phrase = phraseAt(m_marked, m_spans[first].begin);
    const PhraseText changed = first == last && phrase >= 0
                                   ? withoutPhrase(m_marked, phrase)
                                   : withPhrase(m_marked, {m_spans[first].begin, m_spans[last].end});
    m_workbench.setInput({markPhrases(changed), state().choices});
}

void FindPanel::showInput()
{
    m_text->showText();
    m_marked = parsePhrases(state().question);
    m_phrases = phrasesToFind(state().question);
    m_spans = wordsOf(m_phrases.text);
    std::vector<WordStrip::Word> words;
    for (const CharSpan& span : m_spans)
        words.push_back({m_phrases.text.mid(span.begin, span.end - span.begin), phraseAt(m_phrases, span.begin)});
    m_words->setWords(words);
}

void FindPanel::showAnswer()
{
    m_text->showHint();
    m_bars->setBars(barsOf(state()));
    m_none->setVisible(m_bars->bars().empty());
    m_none->setText(statusText());
    auto* note = findChild<QLabel*>("findNote");
    const PhraseSource by = state().answered ? state().answered->result.phraseSource : PhraseSource::Head;
    const QString how = by == PhraseSource::Names
                            ? tr("Found by the detector's names: this pack has no model for phrases.")
                        : by == PhraseSource::Hiding
                            ? tr("Found by hiding regions under the model that fills in words, which is a trial.")
                            : QString();
    note->setText((how + ' ' + tr("Hover over a phrase to see other candidates.")).trimmed());
    note->setVisible(!m_bars->bars().empty());
}

void FindPanel::showLooked()
{
    QList<int> marked;
    if (state().lookedPhrase >= 0)
        marked << state().lookedPhrase;
    const auto& answered = state().answered;
    for (int i = 0; answered && state().lookedRegion >= 0 && i < int(answered->result.phrases.size()); ++i) {
        if (surestRegion(answered->result.phrases[std::size_t(i)]) == state().lookedRegion)
            marked << i;
    }
    m_bars->setMarked(marked);
    m_words->setMarkedPhrase(marked.isEmpty() ? -1 : marked.first());
}

} // namespace vbs
