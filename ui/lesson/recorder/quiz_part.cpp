#include "ui/lesson/recorder/quiz_part.h"

#include "ui/canvas/picture_view.h"
#include "ui/lesson/recorder/draft_fields.h"
#include "ui/lesson/recorder/draft_pictures.h"
#include "ui/lesson/recorder/options_editor.h"
#include "ui/lesson/recorder/unfinished_quiz.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kAcceptedHeight = 96, kPickerHeight = 260;

QString hintOf(QuizKind kind)
{
    switch (kind) {
    case QuizKind::None:
        return QuizPart::tr("The step asks the class nothing. Choose a kind to make it a quiz.");
    case QuizKind::One:
        return QuizPart::tr("The class chooses one option. Mark the one that is right.");
    case QuizKind::Several:
        return QuizPart::tr("The class chooses all that is right, and nothing else. Mark every option that is right.");
    case QuizKind::Text:
        return QuizPart::tr("The class types a word or a few. Capitals, accents and a full stop do not matter.");
    case QuizKind::Region:
        return QuizPart::tr("The class clicks on a region of the picture. Click on every one that is right.");
    case QuizKind::Predict:
        return QuizPart::tr("The class says what the model will answer before it is seen. What was recorded is right.");
    }
    return {};
}

/// "a\nb" of a list, and back.
QString linesOf(const std::vector<std::string>& texts)
{
    QStringList lines;
    for (const std::string& text : texts)
        lines << toQString(text);
    return lines.join('\n');
}

std::vector<std::string> textsOf(const QString& lines)
{
    std::vector<std::string> texts;
    for (const QString& line : lines.split('\n'))
        if (texts.size() < 100)
            texts.push_back(line.toStdString());
    while (!texts.empty() && texts.back().empty())
        texts.pop_back();
    return texts;
}

void toggle(std::vector<std::size_t>& list, std::size_t value)
{
    if (std::erase(list, value) == 0)
        list.insert(std::ranges::lower_bound(list, value), value);
}

} // namespace

QuizPart::QuizPart(LessonDraft& draft, DraftPictures& pictures, QWidget* parent)
    : StepPart(draft, parent), m_pictures(pictures), m_left(Side::Left, true), m_right(Side::Right, true),
      m_leftPane(new CanvasPane(m_left)), m_rightPane(new CanvasPane(m_right)), m_kind(new QComboBox),
      m_hint(mutedLabel("quizHint")), m_trouble(troubleLabel("quizTrouble")),
      m_acceptedLabel(headingLabel(tr("Right answers, one a line"))),
      m_question(draftLine("quizQuestion", tr("Question to the class"),
                           tr("What the class is asked; may stay empty where the text asks it"), draft)),
      m_whenRight(draftLine("quizWhenRight", tr("Said when the answer is right"),
                            tr("Said when the answer is right; may stay empty"), draft)),
      m_whenWrong(draftLine("quizWhenWrong", tr("Said when the answer is wrong"),
                            tr("Said when the answer is wrong; may stay empty"), draft)),
      m_options(new OptionsEditor(draft)), m_takeAnswers(new QPushButton(tr("Take the &Model's Answers as Options"))),
      m_accepted(new QPlainTextEdit)
{
    build();
    connectFields();
    connectOptions();
    connect(&m_left, &StepCanvas::picked, this, [this](int region) { togglePicked(Side::Left, region); });
    connect(&m_right, &StepCanvas::picked, this, [this](int region) { togglePicked(Side::Right, region); });
    connect(&pictures, &DraftPictures::ready, this, [this] {
        if (row() >= 0)
            showPictures(this->draft().recordedStep(std::size_t(row())));
    });
}

void QuizPart::build()
{
    m_kind->setObjectName("quizKind");
    m_kind->setAccessibleName(tr("Kind of quiz"));
    const std::pair<QuizKind, QString> kinds[] = {{QuizKind::None, tr("No quiz")},
                                                  {QuizKind::One, tr("Choose one option")},
                                                  {QuizKind::Several, tr("Choose several options")},
                                                  {QuizKind::Text, tr("Type the answer")},
                                                  {QuizKind::Region, tr("Click on a region")},
                                                  {QuizKind::Predict, tr("Predict what the model says")}};
    for (const auto& [kind, text] : kinds)
        m_kind->addItem(text, int(kind));
    m_takeAnswers->setObjectName("quizTakeAnswers");
    m_accepted->setObjectName("quizAccepted");
    m_accepted->setAccessibleName(m_acceptedLabel->text());
    m_accepted->setProperty("role", "text");
    m_accepted->setTabChangesFocus(true);
    m_accepted->setUndoRedoEnabled(false);
    m_accepted->setFixedHeight(kAcceptedHeight);
    leaveUndoToDraft(m_accepted, draft());
    m_picker = regionPicker();
    m_fields = new QWidget;
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    fields->addWidget(headingLabel(tr("Question")));
    fields->addWidget(m_question);
    fields->addWidget(m_options);
    fields->addWidget(m_takeAnswers, 0, Qt::AlignLeft);
    fields->addWidget(m_acceptedLabel);
    fields->addWidget(m_accepted);
    fields->addWidget(m_picker, 100); // all the room there is
    fields->addWidget(headingLabel(tr("What is said afterwards")));
    fields->addWidget(m_whenRight);
    fields->addWidget(m_whenWrong);
    fields->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addWidget(m_hint);
    column->addWidget(m_trouble);
    column->addWidget(m_fields, 1);
    column->addStretch(0);
}

QWidget* QuizPart::regionPicker()
{
    auto* picker = new QWidget;
    picker->setObjectName("quizPicker");
    picker->setMinimumHeight(kPickerHeight);
    m_leftPane->view().setObjectName("quizPicture");
    m_rightPane->view().setObjectName("quizRightPicture");
    auto* row = new QHBoxLayout(picker);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_leftPane, 1);
    row->addWidget(m_rightPane, 1);
    return picker;
}

void QuizPart::connectFields()
{
    connect(m_kind, &QComboBox::activated, this, [this] { setKind(QuizKind(m_kind->currentData().toInt())); });
    const auto connectLine = [this](QLineEdit* line, LessonDraft::Field field, const QString& undo,
                                    std::string LessonQuiz::*part) {
        connect(line, &QLineEdit::textEdited, this, [this, field, undo, part](const QString& text) {
            edit(undo, field, [&](LessonStep& step) { step.quiz.*part = text.toStdString(); });
        });
    };
    connectLine(m_question, LessonDraft::QuizQuestion, tr("Change the Quiz's Question"), &LessonQuiz::question);
    connectLine(m_whenRight, LessonDraft::WhenRight, tr("Change What Is Said"), &LessonQuiz::whenRight);
    connectLine(m_whenWrong, LessonDraft::WhenWrong, tr("Change What Is Said"), &LessonQuiz::whenWrong);
    connect(m_accepted, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            edit(tr("Change the Right Answers"), LessonDraft::Accepted,
                 [&](LessonStep& step) { step.quiz.accepted = textsOf(m_accepted->toPlainText()); });
    });
}

void QuizPart::connectOptions()
{
    connect(m_options, &OptionsEditor::typed, this, [this](int option, const QString& text) {
        edit(tr("Change an Option"), LessonDraft::Options,
             [&](LessonStep& step) { step.quiz.options.at(std::size_t(option)) = text.toStdString(); });
    });
    connect(m_options, &OptionsEditor::marked, this, [this](int option, bool right) {
        edit(tr("Change What Is Right"), LessonDraft::One, [&](LessonStep& step) {
            std::vector<std::size_t>& list = step.quiz.right;
            if (step.quiz.kind == QuizKind::One)
                list = {std::size_t(option)};
            else if (right != (std::ranges::find(list, std::size_t(option)) != list.end()))
                toggle(list, std::size_t(option));
        });
    });
    connect(m_options, &OptionsEditor::addWanted, this, [this] {
        edit(tr("Add an Option"), LessonDraft::One, [](LessonStep& step) { step.quiz.options.emplace_back(); });
    });
    connect(m_options, &OptionsEditor::removeWanted, this, [this](int option) {
        edit(tr("Remove an Option"), LessonDraft::One, [&](LessonStep& step) {
            step.quiz.options.erase(step.quiz.options.begin() + option);
            if (step.quiz.kind == QuizKind::Predict)
                return;
            std::erase(step.quiz.right, std::size_t(option));
            for (std::size_t& right : step.quiz.right)
                right -= right > std::size_t(option) ? 1 : 0;
        });
    });
    connect(m_takeAnswers, &QPushButton::clicked, this, &QuizPart::takeAnswers);
}

/// What was typed stays where the new kind has a use for it.
void QuizPart::setKind(QuizKind kind)
{
    const auto chosen = [](QuizKind one) { return one == QuizKind::One || one == QuizKind::Several; };
    edit(tr("Change the Kind of the Quiz"), LessonDraft::One, [&](LessonStep& step) {
        LessonQuiz& quiz = step.quiz;
        if (!chosen(kind) || !chosen(quiz.kind)) { // indices of options, or of regions
            quiz.right.clear();
            quiz.rightRegions.clear();
        }
        quiz.kind = kind;
        if (kind == QuizKind::One && quiz.right.size() > 1)
            quiz.right.resize(1);
        if (chosen(kind))
            quiz.options.resize(std::max<std::size_t>(2, quiz.options.size()));
        else if (kind != QuizKind::Predict)
            quiz.options.clear();
        else
            std::erase(quiz.options, std::string());
        if (kind != QuizKind::Text)
            quiz.accepted.clear();
        if (kind == QuizKind::None)
            quiz = {};
    });
}

void QuizPart::togglePicked(Side side, int region)
{
    edit(tr("Change What Is Right"), LessonDraft::One, [&](LessonStep& step) {
        toggle(side == Side::Left ? step.quiz.right : step.quiz.rightRegions, std::size_t(region));
    });
}

void QuizPart::takeAnswers()
{
    const LessonStep now = draft().recordedStep(std::size_t(row()));
    std::vector<std::string> options;
    for (const Answer& answer : now.recorded->answers)
        options.push_back(answer.text);
    for (const ChoiceScore& choice : now.recorded->choices)
        options.push_back(choice.text);
    if (!now.recorded->masks.empty())
        for (const Answer& word : now.recorded->masks.front().words)
            options.push_back(word.text);
    options.resize(std::min<std::size_t>(options.size(), 4));
    std::ranges::sort(options); // the first would be the right one
    edit(tr("Take the Model's Answers"), LessonDraft::One, [&](LessonStep& step) { step.quiz.options = options; });
}

void QuizPart::show(const LessonStep& step)
{
    m_showing = true;
    const LessonQuiz& quiz = step.quiz;
    const bool chosen = quiz.kind == QuizKind::One || quiz.kind == QuizKind::Several;
    m_kind->setCurrentIndex(m_kind->findData(int(quiz.kind)));
    m_hint->setText(hintOf(quiz.kind));
    showTrouble(m_trouble, quizTrouble(step));
    m_fields->setVisible(quiz.kind != QuizKind::None);
    m_options->setVisible(chosen || quiz.kind == QuizKind::Predict);
    m_options->show(quiz);
    const bool severalAnswers = step.recorded && (step.recorded->answers.size() > 1 ||
                                                  step.recorded->choices.size() > 1 || !step.recorded->masks.empty());
    m_takeAnswers->setVisible(quiz.kind == QuizKind::Predict && severalAnswers);
    m_accepted->setVisible(quiz.kind == QuizKind::Text);
    m_acceptedLabel->setVisible(quiz.kind == QuizKind::Text);
    m_picker->setVisible(quiz.kind == QuizKind::Region && step.recorded);
    showIn(m_question, quiz.question);
    showIn(m_whenRight, quiz.whenRight);
    showIn(m_whenWrong, quiz.whenWrong);
    if (textsOf(m_accepted->toPlainText()) != quiz.accepted)
        m_accepted->setPlainText(linesOf(quiz.accepted));
    if (quiz.kind == QuizKind::Region)
        showPictures(step);
    m_showing = false;
}

void QuizPart::showPictures(const LessonStep& step)
{
    m_rightPane->setVisible(!step.rightPicture.empty());
    m_left.show(step, m_pictures.pixels(draft().head(), step.picture));
    m_right.show(step, m_pictures.pixels(draft().head(), step.rightPicture));
}

} // namespace vbs
