#include "ui/review/review_canvas.h"

#include "core/review/box_findings.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/answer_bar.h"
#include "ui/workbench/region_text.h"

#include <QFileInfo>

#include <algorithm>

namespace vbs {
namespace {

/// What the text or a choice calls a box that the item was annotated with; where none does, its number.
std::string nameInText(const Example& example, std::size_t box)
{
    for (const BoxMention& mention : example.mentions) {
        const bool inText = mention.choice < 0;
        if (mention.box != box || (!inText && std::size_t(mention.choice) >= example.choices.size()))
            continue;
        const std::string& text = inText ? example.text : example.choices[std::size_t(mention.choice)];
        if (mention.span.begin < mention.span.end && mention.span.end <= text.size())
            return text.substr(mention.span.begin, mention.span.end - mention.span.begin);
    }
    return std::to_string(box + 1);
}

} // namespace

ReviewCanvas::ReviewCanvas(ReviewDesk& desk, ReviewPictures& pictures, Side side, QObject* parent)
    : CanvasModel(parent), m_desk(desk), m_pictures(pictures), m_which(side)
{
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Item | ReviewChange::Project))
            onItem();
    });
    connect(&pictures, &ReviewPictures::ready, this, [this](const QString& path) {
        if (path == m_path)
            showPicture();
    });
}

void ReviewCanvas::onItem()
{
    const ReviewedItem* now = item();
    const std::int64_t number = now ? std::int64_t(now->item.number) : -1;
    if (number != m_item) {
        m_item = number;
        m_looked = -1;
        m_result.reset();
        m_side.picked = -1;
        const std::size_t place = m_which == Side::Left ? 0 : 1;
        m_path = now && now->now.pictures.size() > place ? fromPath(now->now.pictures[place]) : QString();
        showPicture();
        return;
    }
    showBoxes();
    Q_EMIT changed(CanvasChange::Regions | CanvasChange::Weights | CanvasChange::Picked | CanvasChange::Texts);
}

void ReviewCanvas::showPicture()
{
    m_side.picture.reset();
    m_problem.clear();
    if (!m_path.isEmpty()) {
        if (const ReviewPictures::Picture* picture = m_pictures.get(m_path)) {
            m_problem = picture->problem;
            if (picture->pixels)
                m_side.picture = OpenPicture{m_path, QFileInfo(m_path).fileName(), picture->pixels, m_path};
        }
    }
    m_side.unopenedName = m_problem.isEmpty() ? QString() : QFileInfo(m_path).fileName();
    showBoxes();
    Q_EMIT changed(kAllCanvasChanges);
}

BoxScale ReviewCanvas::scale() const
{
    const ReviewedItem* now = item();
    if (!now || !m_side.picture)
        return {};
    const QSize size = m_side.picture->pixels->size();
    return boxScaleOf(now->now, size.width(), size.height());
}

/// The regions are the annotation's boxes; of an item without any, those that it was annotated with (VCR's persons).
void ReviewCanvas::showBoxes()
{
    m_boxes.clear();
    m_side.regions.reset();
    m_side.choice.own.reset();
    m_side.annotations.reset();
    const ReviewedItem* now = item();
    if (!now || !m_side.picture) {
        m_side.picked = -1;
        return;
    }
    const QSize size = m_side.picture->pixels->size();
    if (m_result) {
        m_side.regions = m_which == Side::Left ? m_result->regions : m_result->rightRegions;
        m_side.picked = -1;
        return;
    }
    RegionSet set{size.width(), size.height(), {}};
    const auto add = [&](const Box& box, const std::string& name) {
        Region region;
        region.box = box;
        region.label = region.givenLabel = name;
        set.regions.push_back(region);
    };
    if (m_which == Side::Left && hasBoxes(now->now)) {
        m_boxes = boxesOf(now->now, scale());
        for (const ItemBox& box : m_boxes)
            add(box.box, box.label);
        m_side.choice.own = set.regions;
        const std::vector<LabelledBox> boxes = modelBoxes();
        if (!boxes.empty()) {
            m_side.annotations = AnnotationsBeside();
            m_side.annotations->found = Annotations();
            m_side.annotations->found->boxes = boxes;
        }
    } else if (m_which == Side::Left) {
        for (std::size_t i = 0; i < now->now.boxes.size(); ++i)
            add(now->now.boxes[i], nameInText(now->now, i));
    }
    m_side.regions = set;
    if (m_side.picked >= int(set.regions.size()))
        m_side.picked = -1;
}

/// Of a phrase the model's first region; of boxes whatever the detector finds at fault.
std::vector<LabelledBox> ReviewCanvas::modelBoxes() const
{
    const ReviewedItem& now = *item();
    std::vector<LabelledBox> boxes;
    if (!now.prediction || now.prediction->result.empty())
        return boxes;
    const PredictedResult& predicted = now.predicted;
    if (now.now.task) {
        if (now.phrase < predicted.phrases.size() && !predicted.phrases[now.phrase].boxes.empty()) {
            const PredictedResult::PhraseGuess& guess = predicted.phrases[now.phrase];
            const std::size_t which = std::size_t(m_looked) < guess.boxes.size() ? std::size_t(m_looked) : 0;
            const double sure = which < guess.probabilities.size() ? guess.probabilities[which] : 0;
            boxes.push_back({guess.boxes[which], tr("model %1").arg(percentText(sure)).toStdString(), -1});
        }
        return boxes;
    }
    for (const BoxFinding& finding : findingsOf(now.now.truth.boxes, predicted.regions, m_desk.state().knownLabels))
        if (finding.region >= 0) {
            const Region& region = predicted.regions[std::size_t(finding.region)];
            boxes.push_back({region.box, region.label + "?", -1});
        }
    return boxes;
}

void ReviewCanvas::lookAt(int suggestion)
{
    if (suggestion == m_looked)
        return;
    m_looked = suggestion;
    showBoxes();
    Q_EMIT changed(CanvasChange::Regions);
}

void ReviewCanvas::showModel(const std::optional<InferenceResult>& result)
{
    m_result = result;
    showBoxes();
    Q_EMIT changed(kAllCanvasChanges & ~CanvasChanges(CanvasChange::Picture));
}

CanvasWeights ReviewCanvas::weights() const
{
    CanvasWeights weights;
    if (!m_result || !item())
        return weights;
    const Explanation& why = m_result->explanation;
    const auto greatestOf = [](const std::vector<double>& all) {
        return all.empty() ? 0. : *std::ranges::max_element(all);
    };
    if (item()->phrase < m_result->phrases.size()) {
        weights.regions = m_result->phrases[item()->phrase].regions;
        weights.title = tr("Where the model sees “%1”").arg(toQString(m_result->phrases[item()->phrase].text));
    } else {
        weights.regions = m_which == Side::Left ? why.regions : why.rightRegions;
        weights.greatest = std::max(greatestOf(why.regions), greatestOf(why.rightRegions));
        weights.title =
            m_which == Side::Left && !why.of.empty() ? tr("What speaks for “%1”").arg(verdictText(why.of)) : QString();
    }
    weights.name = tr("share");
    if (weights.regions.empty())
        weights.title.clear();
    return weights;
}

std::vector<CanvasOutline> ReviewCanvas::outlines() const
{
    std::vector<CanvasOutline> outlines;
    if (m_result || !item() || !item()->now.task)
        return outlines;
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        outlines.push_back(
            {int(i), toQString(m_boxes[i].label), int(m_boxes[i].phrase), m_boxes[i].phrase == item()->phrase});
    return outlines;
}

CanvasAbsence ReviewCanvas::absence() const
{
    if (m_desk.state().opening)
        return {CanvasAbsence::Kind::Opening, tr("Opening the review")};
    if (!m_problem.isEmpty())
        return {
            CanvasAbsence::Kind::Missing, m_side.unopenedName, false,
            tr("The item can be reviewed as text. If the pictures were moved, say where they are: Review, Locate the "
               "Pictures.")};
    if (!m_path.isEmpty())
        return {CanvasAbsence::Kind::Opening, tr("Opening %1").arg(QFileInfo(m_path).fileName())};
    return {};
}

QString ReviewCanvas::title() const
{
    if (!item() || item()->now.pictures.size() < 2)
        return {};
    return m_which == Side::Left ? tr("Left") : tr("Right");
}

QStringList ReviewCanvas::knownLabels() const
{
    QStringList labels;
    for (const std::string& label : m_desk.state().knownLabels)
        labels << toQString(label);
    return labels;
}

bool ReviewCanvas::canEdit() const
{
    return item() && m_which == Side::Left && m_side.picture && !m_result && hasBoxes(item()->now);
}

void ReviewCanvas::pick(int region)
{
    m_side.picked = region;
    Q_EMIT changed(CanvasChange::Picked);
    if (canEdit() && region >= 0 && region < int(m_boxes.size()))
        m_desk.pickPhrase(m_boxes[std::size_t(region)].phrase);
}

void ReviewCanvas::add(const Box& box)
{
    if (!canEdit())
        return;
    ItemBox drawn{box, {}, item()->phrase, 0};
    if (!item()->now.task && m_side.picked >= 0 && m_side.picked < int(m_boxes.size()))
        drawn.label = m_boxes[std::size_t(m_side.picked)].label;
    else if (!item()->now.task)
        drawn.label = tr("thing").toStdString();
    m_desk.correct(withNewBox(item()->now, drawn, scale()));
    const auto at = std::ranges::find_if(m_boxes, [&](const ItemBox& one) { return one.box == box; });
    pick(at == m_boxes.end() ? int(m_boxes.size()) - 1 : int(at - m_boxes.begin()));
}

void ReviewCanvas::change(int region, const Box& box, bool)
{
    if (!canEdit() || region < 0 || region >= int(m_boxes.size()))
        return;
    ItemBox changed = m_boxes[std::size_t(region)];
    changed.box = box;
    // Of keys more follow even where none is held down: together they are one act.
    m_desk.correct(withBox(item()->now, changed, scale()), true);
}

void ReviewCanvas::label(int region, const QString& label)
{
    if (!canEdit() || item()->now.task || label.isEmpty() || region < 0 || region >= int(m_boxes.size()))
        return;
    ItemBox named = m_boxes[std::size_t(region)];
    named.label = label.toStdString();
    m_desk.correct(withBox(item()->now, named, scale()));
}

void ReviewCanvas::removePicked()
{
    if (!canEdit() || m_side.picked < 0 || m_side.picked >= int(m_boxes.size()))
        return;
    const ItemBox removed = m_boxes[std::size_t(m_side.picked)];
    m_side.picked = -1;
    m_desk.correct(withoutBox(item()->now, removed));
}

} // namespace vbs
