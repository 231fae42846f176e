#include "ui/inside/flip_page.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace vbs {

FlipPage::FlipPage(InsideDesk& desk, QWidget* parent)
    : HidingPage(desk, parent), m_told(selectableLabel({}, "flipTold")),
      m_hide(new QPushButton(tr("Hide These Regions")))
{
    setObjectName("flipPage");
    m_hide->setObjectName("flipHide");
    m_hide->setToolTip(tr("Hides them on the picture, so that the answers change before your eyes."));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_told);
    auto* row = new QHBoxLayout;
    row->addWidget(m_hide);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    setContent(content);
    connect(m_hide, &QPushButton::clicked, this, &FlipPage::hideRegions);
}

QString FlipPage::offer() const
{
    return tr("Which regions does the answer hang on? The model is asked again and again with some of them hidden.");
}

HidingRun::Work FlipPage::workFor(const InferenceRequest& request)
{
    return [this, request](InferenceBackend& engine, const JobControl& control) -> BackgroundJob::Reply {
        return [this, flip = smallestFlip(engine, request, {}, control)] {
            m_flip = flip;
            showFlip();
        };
    };
}

void FlipPage::clear()
{
    m_flip.reset();
    m_told->clear();
}

/// "the orange ball and the sun"
QString FlipPage::told() const
{
    const std::vector<PositionFacts> positions = positionsOf(*looked());
    const std::size_t words = looked()->inspection.result.tokens.size();
    const bool two = !looked()->inspection.result.rightRegions.regions.empty();
    QStringList names;
    for (const std::size_t region : m_flip->regions) {
        const PositionFacts& facts = positions.at(words + region);
        const QString name = tr("the %1").arg(facts.name);
        names << (!two ? name
                  : facts.kind == PositionFacts::Kind::LeftRegion ? tr("%1 on the left").arg(name)
                                                                  : tr("%1 on the right").arg(name));
    }
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return tr("%1 and %2").arg(names.join(tr(", ")), last);
}

void FlipPage::showFlip()
{
    const SmallestFlip& flip = *m_flip;
    m_hide->setVisible(flip.found);
    if (!flip.found) {
        m_told->setText(flip.proven
                            ? tr("Whatever is hidden, the model says: %1.").arg(toQString(flip.before.text))
                            : tr("In all %1 runs the model said: %2.").arg(flip.runs).arg(toQString(flip.before.text)));
        return;
    }
    const QString text = tr("Without %1 the model says: %2 (%3). With everything in sight it says: %4 (%5).")
                             .arg(told(), toQString(flip.after.text), percentText(flip.after.probability),
                                  toQString(flip.before.text), percentText(flip.before.probability));
    m_told->setText(text + '\n' +
                    (flip.proven ? tr("No smaller set of regions does it. %1 runs of the network.")
                                 : tr("A smaller set may do it, too: not all were tried. %1 runs of the network."))
                        .arg(flip.runs));
}

/// As the user would by clicking on them.
void FlipPage::hideRegions()
{
    if (!m_flip || !looked())
        return;
    const int left = int(looked()->inspection.result.regions.regions.size());
    const std::vector<std::size_t> regions = m_flip->regions; // hiding makes this another question
    for (const std::size_t region : regions) {
        const Side side = int(region) < left ? Side::Left : Side::Right;
        desk().workbench().regions(side).toggle(int(region) - (side == Side::Left ? 0 : left));
    }
}

QString FlipPage::sentence() const
{
    return tr("What the answer hangs on is shown by taking it away, not by where the model looks. Several sets may do "
              "it; this is the one after which the new answer is surest.");
}

std::string FlipPage::table() const
{
    std::string text = csvLine({"region", "name", "answer_before", "probability_before", "answer_after",
                                "probability_after", "proven", "runs"});
    if (!m_flip || !looked())
        return text;
    const std::vector<PositionFacts> positions = positionsOf(*looked());
    const std::size_t words = looked()->inspection.result.tokens.size();
    for (const std::size_t region : m_flip->regions)
        text += csvLine({std::to_string(region + 1), positions.at(words + region).name.toStdString(),
                         m_flip->before.text, std::to_string(m_flip->before.probability), m_flip->after.text,
                         std::to_string(m_flip->after.probability), m_flip->proven ? "yes" : "no",
                         std::to_string(m_flip->runs)});
    return text;
}

} // namespace vbs
