#include "ui/tasks/fill_panel.h"

#include "ui/tasks/bars_view.h"
#include "ui/tasks/text_row.h"
#include "ui/tasks/word_strip.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QLabel>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kMasksShown = 6;

} // namespace

FillPanel::FillPanel(Workbench& workbench, QWidget* parent)
    : TaskPage(workbench, Task::MaskedWords, parent),
      m_text(new TextRow(workbench, Task::MaskedWords,
                         {"fill", tr("Caption"), tr("Describe the picture"), tr("Fill In")})),
      m_words(new WordStrip("fillWords", tr("Words of the caption: choose those to blank out"))),
      m_none(mutedLabel("fillNone")), m_match(new BarsView("match", tr("Whether the caption fits")))
{
    m_words->setRanges(false);
    m_words->setToolTip(tr("Click a word to blank it out; click again to restore it."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_words);
    auto* note = mutedLabel("fillNote");
    note->setText(tr("Click a word to blank it out; the model fills it in."));
    layout->addWidget(note);
    layout->addSpacing(4);
    layout->addWidget(headingLabel(tr("Caption")));
    layout->addWidget(m_none);
    layout->addWidget(m_match);
    buildMasks(layout);
    connect(m_text, &TextRow::left, this, &TaskPage::textLeft);
    connect(m_words, &WordStrip::chosen, this, [this](int word) { choose(word); });
}

void FillPanel::buildMasks(QVBoxLayout* layout)
{
    for (int i = 0; i < kMasksShown; ++i) {
        m_titles.push_back(headingLabel(QString()));
        m_bars.push_back(
            answerView(new BarsView(QString("mask%1").arg(i + 1), tr("Suggestions for blank %1").arg(i + 1))));
        connect(m_bars.back(), &BarsView::rowTaken, this, [this, i](int row) { take(i, row); });
        layout->addWidget(m_titles.back());
        layout->addWidget(m_bars.back());
    }
}

void FillPanel::focusText()
{
    m_text->focusText();
}

int FillPanel::maskOfWord(int word) const
{
    int masks = 0;
    for (int i = 0; i < word; ++i)
        masks += isBlank(state().question.mid(m_spans[i].begin, m_spans[i].end - m_spans[i].begin));
    return masks;
}

void FillPanel::choose(int word)
{
    if (word < 0 || word >= m_spans.size())
        return;
    const CharSpan span = m_spans[word];
    const int mask = maskOfWord(word);
    QString text = state().question;
    const QString now = text.mid(span.begin, span.end - span.begin);
    QString instead = kMaskWord;
    if (!isBlank(now)) {
        m_covered.insert(std::min<qsizetype>(mask, m_covered.size()), now);
    } else {
        instead = mask < m_covered.size() ? m_covered.takeAt(mask) : QString();
        const auto& answered = state().answered;
        if (instead.isEmpty() && answered && std::size_t(mask) < answered->result.masks.size() &&
            !answered->result.masks[std::size_t(mask)].words.empty())
            instead = toQString(answered->result.masks[std::size_t(mask)].words.front().text); // as the model says
        if (instead.isEmpty())
            return;
    }
    m_workbench.setInput({text.replace(span.begin, span.end - span.begin, instead), state().choices});
}

/// Puts a suggested word into its blank.
void FillPanel::take(int mask, int row)
{
    const std::vector<AnswerBar>& bars = m_bars[std::size_t(mask)]->bars();
    if (row < 0 || std::size_t(row) >= bars.size())
        return;
    int masks = 0;
    for (const CharSpan& span : m_spans) {
        QString text = state().question;
        if (!isBlank(text.mid(span.begin, span.end - span.begin)) || masks++ != mask)
            continue;
        m_covered.remove(std::min<qsizetype>(mask, m_covered.size() - 1));
        m_workbench.setInput(
            {text.replace(span.begin, span.end - span.begin, bars[std::size_t(row)].text), state().choices});
        return;
    }
}

void FillPanel::showInput()
{
    m_text->showText();
    const QString& text = state().question;
    m_spans = wordsOf(text);
    std::vector<WordStrip::Word> words;
    qsizetype masks = 0;
    for (const CharSpan& span : m_spans) {
        const QString word = text.mid(span.begin, span.end - span.begin);
        const bool masked = isBlank(word);
        masks += masked;
        words.push_back({word, -1, masked});
    }
    if (m_covered.size() != masks)
        m_covered = QStringList(masks, QString()); // typed, so nobody knows what stood there
    m_words->setWords(words);
}

void FillPanel::showAnswer()
{
    m_text->showHint();
    const auto match = matchBar(state());
    m_match->setBars(match ? std::vector<AnswerBar>{*match} : std::vector<AnswerBar>{});
    const int masks = state().answered ? int(state().answered->result.masks.size()) : 0;
    for (int i = 0; i < kMasksShown; ++i) {
        m_bars[std::size_t(i)]->setBars(i < masks ? barsOf(state(), std::size_t(i)) : std::vector<AnswerBar>{});
        m_titles[std::size_t(i)]->setVisible(i < masks);
        const QString covered = m_covered.value(i);
        const QString title = masks == 1 ? tr("Suggestions for the blank") : tr("Suggestions for blank %1").arg(i + 1);
        m_titles[std::size_t(i)]->setText(covered.isEmpty() ? title : tr("%1, in place of “%2”").arg(title, covered));
    }
    m_none->setVisible(!match && masks == 0);
    m_none->setText(statusText());
    findChild<QLabel*>("fillNote")->setVisible(!m_spans.isEmpty() && !hasBlank(state().question));
}

} // namespace vbs
