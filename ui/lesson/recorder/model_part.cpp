#include "ui/lesson/recorder/model_part.h"

#include "ui/canvas/picture_view.h"
#include "ui/lesson/recorder/draft_pictures.h"
#include "ui/lesson/recorder/draft_problems.h"
#include "ui/util/labels.h"
#include "ui/workbench/explanation_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr int kControlsWidth = 300, kBarRoom = 18; ///< for the scroll bar

QPushButton* partButton(const char* objectName, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setToolTip(tip);
    return button;
}

QComboBox* partChooser(const char* objectName, const QString& name)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(name);
    return box;
}

void choose(QComboBox* box, int value)
{
    const QSignalBlocker blocker(box);
    box->setCurrentIndex(box->findData(value));
}

QString placeText(const LessonStep& step)
{
    if (step.view == DockView::None || step.view == DockView::Flip || step.view == DockView::Curves)
        return {};
    const LookChoice& choice = step.choice;
    QStringList parts;
    parts << (choice.layer < 0 ? ModelPart::tr("Last layer") : ModelPart::tr("Layer %1").arg(choice.layer + 1));
    if (step.view == DockView::Points && choice.layer >= 0)
        parts = {choice.layer == 0 ? ModelPart::tr("What goes into the first layer")
                                   : ModelPart::tr("Layer %1").arg(choice.layer)};
    if (step.view == DockView::Sequence || step.view == DockView::Heads)
        parts << (choice.head < 0 ? ModelPart::tr("all heads") : ModelPart::tr("head %1").arg(choice.head + 1));
    if (step.view == DockView::Sequence && choice.incoming)
        parts << ModelPart::tr("what looks there");
    return parts.join(QStringLiteral(", "));
}

} // namespace

ModelPart::ModelPart(LessonDraft& draft, DraftPictures& pictures, QWidget* parent)
    : StepPart(draft, parent), m_pictures(pictures), m_left(Side::Left, false), m_right(Side::Right, false),
      m_leftPane(new CanvasPane(m_left)), m_rightPane(new CanvasPane(m_right)), m_none(plainLabel())
{
    m_leftPane->view().setObjectName("stepPicture");
    m_rightPane->view().setObjectName("stepRightPicture");
    m_none->setObjectName("stepNoPicture");
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setProperty("role", "muted");
    m_none->setText(tr("This step has no picture.\nShow one in the main window, then press Take from the Window."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_none, 1);
    row->addWidget(m_leftPane, 1);
    row->addWidget(m_rightPane, 1);
    row->addWidget(controls());
    connectShown();
    connect(&pictures, &DraftPictures::ready, this, [this] {
        if (this->row() >= 0)
            showPictures(this->draft().recordedStep(std::size_t(this->row())));
    });
}

QWidget* ModelPart::controls()
{
    m_asked = selectableLabel({}, "stepAsked");
    m_answer = selectableLabel({}, "stepAnswer");
    m_trouble = troubleLabel("stepModelTrouble");
    m_take = partButton("stepTake", tr("&Take from the Window"),
                        tr("The step asks and shows what the main window shows now"));
    m_showIt = partButton("stepShow", tr("&Show in the Window"), tr("Asks the same in the main window"));
    m_record = partButton("stepRecord", tr("&Record Again"), tr("Asks the model, and keeps what it says"));
    m_hideAnswer = new QCheckBox(tr("Hide the ans&wer until it is revealed"));
    m_hideAnswer->setObjectName("stepHideAnswer");
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kBarRoom, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("What is asked")));
    column->addWidget(m_asked);
    column->addWidget(m_take);
    column->addWidget(m_showIt);
    column->addSpacing(6);
    column->addWidget(headingLabel(tr("What the model says")));
    column->addWidget(m_answer);
    column->addWidget(m_trouble);
    column->addWidget(m_record);
    column->addWidget(m_hideAnswer);
    column->addSpacing(6);
    m_shown = shownControls();
    column->addWidget(m_shown);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName("stepControls");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setMinimumWidth(kControlsWidth);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents); // as wide as its widest line
    scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return scroll;
}

QWidget* ModelPart::shownControls()
{
    m_boxes = new QCheckBox(tr("&Boxes of the regions"));
    m_boxes->setObjectName("stepBoxes");
    m_labels = new QCheckBox(tr("Na&mes of the regions"));
    m_labels->setObjectName("stepLabels");
    m_method = partChooser("stepMethod", tr("Heatmap over the picture"));
    for (const ExplanationMethod method : methodsToChoose())
        m_method->addItem(method == ExplanationMethod::None ? tr("No heatmap")
                                                            : tr("Heatmap: %1").arg(methodName(method)),
                          int(method));
    m_view = partChooser("stepView", tr("View inside the model"));
    const std::pair<DockView, QString> views[] = {{DockView::None, tr("No view inside the model")},
                                                  {DockView::Sequence, tr("Inside: words and regions")},
                                                  {DockView::Heads, tr("Inside: heads")},
                                                  {DockView::Layers, tr("Inside: layers")},
                                                  {DockView::Flow, tr("Inside: flow")},
                                                  {DockView::Points, tr("Inside: points")},
                                                  {DockView::Flip, tr("Inside: smallest flip")},
                                                  {DockView::Curves, tr("Inside: order of hiding")}};
    for (const auto& [view, text] : views)
        m_view->addItem(text, int(view));
    m_place = mutedLabel("stepPlace");
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("What is shown")));
    for (QWidget* control :
         {static_cast<QWidget*>(m_boxes), static_cast<QWidget*>(m_labels), static_cast<QWidget*>(m_method),
          static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_place)})
        column->addWidget(control);
    return box;
}

void ModelPart::connectShown()
{
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeWanted(id()); });
    connect(m_showIt, &QPushButton::clicked, this, [this] { Q_EMIT showWanted(id()); });
    connect(m_record, &QPushButton::clicked, this, [this] { Q_EMIT recordWanted(id()); });
    const auto connectCheck = [this](QCheckBox* box, const QString& undo, bool LessonStep::*part) {
        connect(box, &QCheckBox::clicked, this, [this, undo, part](bool on) {
            edit(undo, LessonDraft::One, [&](LessonStep& step) { step.*part = on; });
        });
    };
    connectCheck(m_hideAnswer, tr("Change When the Answer Is Seen"), &LessonStep::answerHidden);
    connectCheck(m_boxes, tr("Change What Is Shown"), &LessonStep::boxes);
    connectCheck(m_labels, tr("Change What Is Shown"), &LessonStep::labels);
    connect(m_method, &QComboBox::activated, this, [this] {
        edit(tr("Change the Heatmap"), LessonDraft::One, [this](LessonStep& step) {
            step.explanation.method = ExplanationMethod(m_method->currentData().toInt());
            if (step.explanation.method != ExplanationMethod::Attention)
                step.explanation.layer = step.explanation.head = -1;
        });
    });
    connect(m_view, &QComboBox::activated, this, [this] {
        edit(tr("Change the View Inside the Model"), LessonDraft::One, [this](LessonStep& step) {
            step.view = DockView(m_view->currentData().toInt());
            if (step.view == DockView::None)
                step.choice = {};
        });
    });
}

void ModelPart::show(const LessonStep& step)
{
    const bool asks = step.task.has_value();
    m_asked->setText(asks ? askedText(step) : tr("The step asks the model nothing."));
    m_answer->setText(saidText(step));
    m_answer->setVisible(!m_answer->text().isEmpty());
    showTrouble(m_trouble, recordingTrouble(draft().stateOf(std::size_t(row()))));
    m_record->setVisible(asks);
    m_showIt->setEnabled(!step.picture.empty());
    m_hideAnswer->setVisible(asks);
    m_hideAnswer->setChecked(step.answerHidden);
    m_shown->setVisible(asks);
    m_boxes->setChecked(step.boxes);
    m_labels->setChecked(step.labels);
    m_labels->setEnabled(step.boxes);
    choose(m_method, int(step.explanation.method));
    m_method->setVisible(asks && step.task != Task::RegionToPhrase);
    choose(m_view, int(step.view));
    m_place->setText(placeText(step));
    m_place->setVisible(!m_place->text().isEmpty());
    showPictures(step);
}

void ModelPart::showPictures(const LessonStep& step)
{
    m_none->setVisible(step.picture.empty());
    m_leftPane->setVisible(!step.picture.empty());
    m_rightPane->setVisible(!step.rightPicture.empty());
    for (CanvasPane* pane : {m_leftPane, m_rightPane})
        pane->setBoxesShown(step.boxes);
    m_left.show(step, m_pictures.pixels(draft().head(), step.picture));
    m_right.show(step, m_pictures.pixels(draft().head(), step.rightPicture));
}

} // namespace vbs
