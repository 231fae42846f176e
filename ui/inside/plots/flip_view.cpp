#include "ui/inside/plots/flip_view.h"

#include "core/engine/region_name.h"
#include "ui/inside/plots/plot_table.h"
#include "ui/util/flow_layout.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace vbs {
namespace {

constexpr int kDrawnWidth = 480, kDrawnMargin = 16;

QFont sentenceFont(QFont font)
{
    font.setBold(true);
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * 5 / 4);
    else
        font.setPointSizeF(font.pointSizeF() * 1.25);
    return font;
}

QRect textRect(const QString& text, const QFont& font, int top)
{
    const QRect room(kDrawnMargin, top, kDrawnWidth - 2 * kDrawnMargin, 10'000);
    return {room.topLeft(),
            QSize(room.width(), QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, text).height())};
}

} // namespace

FlipView::FlipView(QWidget* parent)
    : Plot(parent), m_sentence(selectableLabel({}, "flipSentence")), m_facts(mutedLabel("flipFacts")),
      m_progress(new QProgressBar), m_find(new QPushButton(tr("Find"))), m_stop(new QPushButton(tr("Stop"))),
      m_show(new QPushButton)
{
    m_progress->setObjectName("flipProgress");
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_find->setObjectName("flipFind");
    m_find->setToolTip(tr("Hide regions, then words, until the answer is another"));
    m_stop->setObjectName("flipStop");
    m_show->setObjectName("flipShow");
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(buttons);
    for (QPushButton* button : {m_find, m_stop, m_show})
        row->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_facts);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    layout->addStretch(1);
    connect(m_find, &QPushButton::clicked, this, &FlipView::findRequested);
    connect(m_stop, &QPushButton::clicked, this, &FlipView::stopRequested);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_hidden)
            Q_EMIT bringBackRequested();
        else
            Q_EMIT hideRequested(m_flip.regions);
    });
    showStage();
}

void FlipView::clear()
{
    set(Stage::Nothing);
}

void FlipView::setRunning(const QString& doing, double fraction)
{
    m_trouble = doing;
    m_progress->setRange(0, fraction < 0 ? 0 : 1000);
    m_progress->setValue(fraction < 0 ? 0 : int(std::lround(1000 * std::min(fraction, 1.))));
    set(Stage::Running);
}

void FlipView::show(const SmallestFlip& flip, const InferenceResult& result)
{
    m_flip = flip;
    m_result = result;
    m_hidden = false;
    set(Stage::Found);
}

void FlipView::setFailed(const QString& sentence)
{
    m_trouble = sentence;
    set(Stage::Failed);
}

void FlipView::setHidden(bool hidden)
{
    m_hidden = hidden;
    showStage();
}

void FlipView::setFindable(bool findable)
{
    m_findable = findable;
    showStage();
}

void FlipView::setRecorded()
{
    m_recorded = true;
    showStage();
}

void FlipView::set(Stage stage)
{
    m_stage = stage;
    showStage();
    if (m_shownSentence != sentence()) {
        m_shownSentence = sentence();
        Q_EMIT sentenceChanged();
    }
}

void FlipView::showStage()
{
    const bool running = m_stage == Stage::Running, found = m_stage == Stage::Found;
    // Find and Stop take each other's place, and the keys go with them.
    const bool moves = m_find->hasFocus() || m_stop->hasFocus();
    m_sentence->setText(sentence());
    m_facts->setText(factsText());
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_progress->setVisible(running);
    m_find->setText(m_stage == Stage::Nothing || running ? tr("Find") : tr("Find Again"));
    m_find->setEnabled(m_findable && !running);
    m_find->setVisible(!running && !m_recorded);
    m_stop->setVisible(running);
    if (moves)
        (running ? m_stop : m_find)->setFocus();
    m_show->setVisible(found && m_flip.found && m_flip.words.empty());
    m_show->setText(m_hidden ? tr("Bring Back") : tr("Show"));
    m_show->setToolTip(m_hidden ? tr("Show these regions to the model again")
                                : tr("Hide these regions from the model, on the picture, too"));
}

QString FlipView::phraseFor(std::size_t region) const
{
    const auto& left = m_result.regions.regions;
    const auto& right = m_result.rightRegions.regions;
    const bool onLeft = region < left.size();
    if (!onLeft && region - left.size() >= right.size())
        return tr("region %1").arg(region + 1);
    const QString name = toQString(nameOf(onLeft ? left[region] : right[region - left.size()]));
    if (right.empty())
        return tr("the %1").arg(name);
    return onLeft ? tr("the %1 on the left").arg(name) : tr("the %1 on the right").arg(name);
}

/// "the red book, the sun and the hat", "the words “red” and “book”"
QString FlipView::listed() const
{
    QStringList things;
    for (const std::size_t region : m_flip.regions)
        things.append(phraseFor(region));
    for (const HiddenWord& word : m_flip.words)
        things.append(tr("“%1”").arg(toQString(word.text)));
    QString text = things.value(0);
    if (things.size() > 1)
        text = tr("%1 and %2").arg(things.mid(0, things.size() - 1).join(tr(", ")), things.back());
    if (m_flip.words.empty())
        return text;
    return m_flip.words.size() == 1 ? tr("the word %1").arg(text) : tr("the words %1").arg(text);
}

QString FlipView::sentence() const
{
    switch (m_stage) {
    case Stage::Nothing:
        return tr("What is the least that must be hidden to change the answer?");
    case Stage::Running:
    case Stage::Failed:
        return m_trouble;
    case Stage::Found:
        break;
    }
    if (m_flip.found)
        return tr("Without %1 the model says: %2.").arg(listed(), toQString(m_flip.after.text));
    return m_flip.proven ? tr("The model says “%1”, whatever is hidden.").arg(toQString(m_flip.before.text))
                         : tr("The model says “%1”, whatever was hidden.").arg(toQString(m_flip.before.text));
}

QString FlipView::factsText() const
{
    if (m_stage != Stage::Found)
        return {};
    QStringList facts;
    if (m_flip.found)
        facts.append(tr("With everything it says %1 (%2, then %3); then %4 with %5.")
                         .arg(toQString(m_flip.before.text), percentText(m_flip.before.probability),
                              percentText(m_flip.left), toQString(m_flip.after.text),
                              percentText(m_flip.after.probability)));
    if (m_flip.found && !m_flip.words.empty())
        facts.append(m_flip.regionsProven ? tr("Hiding regions does not change it.")
                                          : tr("Hiding regions does not change it, as far as was tried."));
    if (!m_flip.found)
        facts.append(m_flip.proven ? tr("Every set of regions was tried, and every set of words.")
                                   : tr("Not every set of regions and words was tried."));
    else
        facts.append(m_flip.proven ? tr("Proven: every smaller set was tried, and none does it.")
                                   : tr("Not proven: a smaller set may do it, too."));
    facts.append(m_flip.runs == 1 ? tr("One run of the network.") : tr("%1 runs of the network.").arg(m_flip.runs));
    return facts.join(' ');
}

void FlipView::setSentenceShown(bool shown)
{
    m_sentence->setVisible(shown);
}

QSize FlipView::drawingSize() const
{
    const QRect sentenceAt = textRect(sentence(), sentenceFont(font()), kDrawnMargin);
    const QRect factsAt = textRect(factsText(), font(), sentenceAt.bottom() + 1 + kDrawnMargin / 2);
    return {kDrawnWidth, factsAt.bottom() + 1 + kDrawnMargin};
}

void FlipView::draw(QPainter& painter) const
{
    painter.save();
    painter.fillRect(QRect(QPoint(0, 0), drawingSize()), themeColors().base);
    const QRect sentenceAt = textRect(sentence(), sentenceFont(font()), kDrawnMargin);
    painter.setPen(themeColors().text);
    painter.setFont(sentenceFont(font()));
    painter.drawText(sentenceAt, Qt::TextWordWrap, sentence());
    painter.setPen(themeColors().muted);
    painter.setFont(font());
    painter.drawText(textRect(factsText(), font(), sentenceAt.bottom() + 1 + kDrawnMargin / 2), Qt::TextWordWrap,
                     factsText());
    painter.restore();
}

std::string FlipView::table() const
{
    PlotTable table("hidden,place,name,before,before_probability,left,after,after_probability,proven,runs");
    if (m_stage != Stage::Found)
        return table.text();
    const auto row = [&](const char* kind, const QString& place, const QString& name) {
        table.add(QString::fromLatin1(kind)).add(place).add(name);
        table.add(toQString(m_flip.before.text)).add(m_flip.before.probability);
        if (m_flip.found)
            table.add(m_flip.left).add(toQString(m_flip.after.text)).add(m_flip.after.probability);
        else
            table.add(QString()).add(QString()).add(QString());
        table.add(m_flip.proven ? 1 : 0).add(int(m_flip.runs)).endRow();
    };
    for (const std::size_t region : m_flip.regions)
        row("region", QString::number(region), phraseFor(region));
    for (const HiddenWord& word : m_flip.words)
        row("word", QString::number(word.span.begin), toQString(word.text));
    if (!m_flip.found)
        row("nothing", {}, {});
    return table.text();
}

} // namespace vbs
