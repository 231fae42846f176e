#include "ui/review/boxes_editor.h"

#include "ui/util/labels.h"
#include "ui/util/phrase_colors.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPixmap>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMostRows = 12, kMark = 12;

QIcon markOf(std::size_t phrase)
{
    QPixmap mark(kMark, kMark);
    mark.fill(phraseColor(int(phrase)));
    return mark;
}

} // namespace

BoxesEditor::BoxesEditor(ReviewDesk& desk, KeyText keyOf, QWidget* parent)
    : TruthEditor(desk, parent), m_keyOf(std::move(keyOf)), m_list(new QListWidget), m_hint(mutedLabel("boxesHint"))
{
    m_list->setObjectName("itemBoxes");
    m_list->setAccessibleName(tr("Annotated phrases or boxes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_list);
    layout->addWidget(m_hint);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_filling || row < 0 || !this->desk().state().item)
            return;
        if (item().now.task)
            this->desk().pickPhrase(std::size_t(row));
        else
            Q_EMIT boxPicked(row);
    });
}

bool BoxesEditor::suits(const Example& example) const
{
    return !example.task || !example.phrases.empty();
}

void BoxesEditor::showItem(const ReviewedItem& now)
{
    m_filling = true;
    const int before = m_list->currentRow();
    m_list->clear();
    const Example& example = now.now;
    if (!example.task) {
        for (const LabelledBox& box : example.truth.boxes)
            m_list->addItem(tr("%1 · %2 × %3")
                                .arg(toQString(box.label))
                                .arg(int(box.box.width() + .5f))
                                .arg(int(box.box.height() + .5f)));
        m_list->setCurrentRow(std::min(before, m_list->count() - 1));
        m_hint->setText(tr("%1 · %2 · %3. Dashed: what the detector sees otherwise.")
                            .arg(withKey(tr("Draw and edit"), m_keyOf("review.draw")),
                                 withKey(tr("name"), m_keyOf("review.name-box")),
                                 withKey(tr("delete"), m_keyOf("review.delete-box"))));
    }
    for (std::size_t i = 0; i < example.phrases.size() && example.task; ++i) {
        const TextSpan& span = example.phrases[i];
        const std::size_t count = i < example.truth.phraseBoxes.size() ? example.truth.phraseBoxes[i].size() : 0;
        const QString boxes = count == 0 ? tr("no box") : tr("%n box(es)", nullptr, int(count));
        auto* row = new QListWidgetItem(
            markOf(i), tr("%1 · %2").arg(toQString(example.text.substr(span.begin, span.end - span.begin)), boxes));
        m_list->addItem(row);
    }
    if (example.task) {
        m_list->setCurrentRow(int(now.phrase));
        m_hint->setText(tr("%1 boxes of the picked phrase. Dashed: where the model sees it.")
                            .arg(withKey(tr("Draw and edit"), m_keyOf("review.draw"))));
    }
    fit();
    m_filling = false;
}

void BoxesEditor::fit()
{
    const int rows = std::min(m_list->count(), kMostRows);
    const int row = m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * row + 4);
    m_list->setVisible(rows > 0);
}

void BoxesEditor::edit()
{
    Q_EMIT drawingWanted();
}

} // namespace vbs
