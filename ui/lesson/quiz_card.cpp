#include "ui/lesson/quiz_card.h"

#include "core/engine/region_name.h"
#include "ui/lesson/large_text.h"
#include "ui/lesson/lesson_colors.h"
#include "ui/lesson/option_button.h"
#include "ui/lesson/quiz_solution.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

QuizCard::QuizCard(LessonPlay& play, QWidget* parent)
    : QFrame(parent), m_play(play), m_step(*play.step()), m_number(play.at()), m_check(new QPushButton(tr("Check"))),
      m_words(plainLabel()), m_more(plainLabel())
{
    setObjectName("quizCard");
    setProperty("role", "card");
    auto* column = new QVBoxLayout(this);
    const QString asked = m_step.quiz.question.empty() && m_step.quiz.kind == QuizKind::Predict
                              ? tr("What will the model say?")
                              : toQString(m_step.quiz.question);
    column->addWidget(largeTitle(asked, "quizQuestion", 1));
    if (isRegionQuiz())
        buildRegions();
    else if (m_step.quiz.kind == QuizKind::Text || m_step.quiz.options.empty())
        buildText();
    else
        buildOptions();
    m_check->setObjectName("quizCheck");
    m_check->setProperty("role", "primary");
    setTextFactor(m_check, 1, true); // its role makes it bold
    m_check->setFocusPolicy(Qt::TabFocus);
    m_words->setObjectName("quizWords");
    m_words->setWordWrap(true);
    setTextFactor(m_words, 1, true);
    m_more->setObjectName("quizMore");
    m_more->setWordWrap(true);
    column->addWidget(m_check, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    column->addWidget(m_more);
    connect(m_check, &QPushButton::clicked, this, &QuizCard::check);
    connect(&play, &LessonPlay::revealed, this, &QuizCard::showOutcome);
    connect(&play, &LessonPlay::resultsChanged, this, &QuizCard::restore);
    restore();
}

bool QuizCard::isRegionQuiz() const
{
    return m_step.quiz.kind == QuizKind::Region;
}

void QuizCard::buildOptions()
{
    const bool several = m_step.quiz.kind == QuizKind::Several;
    for (const std::string& text : m_step.quiz.options) {
        auto* option = new OptionButton(int(m_options.size()) + 1, toQString(text), several);
        option->setObjectName(QStringLiteral("quizOption%1").arg(m_options.size() + 1));
        m_options.push_back(option);
        layout()->addWidget(option);
        connect(option, &OptionButton::clicked, this, [this] { m_touched = true; });
    }
}

void QuizCard::buildText()
{
    m_text = new QLineEdit;
    m_text->setObjectName("quizText");
    m_text->setAccessibleName(tr("Your answer"));
    m_text->setPlaceholderText(tr("Your answer"));
    m_text->setProperty("role", "text");
    m_text->setMaxLength(200);
    layout()->addWidget(m_text);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    connect(m_text, &QLineEdit::returnPressed, this, &QuizCard::check);
}

/// The list is for those who do not click.
void QuizCard::buildRegions()
{
    QLabel* hint = mutedLabel("quizHint");
    hint->setText(tr("Click the region in the picture, or choose it here."));
    setTextFactor(hint, 0.8);
    layout()->addWidget(hint);
    m_region = new QComboBox;
    m_region->setObjectName("quizRegion");
    m_region->setAccessibleName(tr("Region"));
    m_region->setFocusPolicy(Qt::TabFocus);
    m_region->addItem(QStringLiteral("—"), -1);
    if (m_step.recorded)
        for (const bool right : {false, true}) {
            const auto& regions = (right ? m_step.recorded->rightRegions : m_step.recorded->regions).regions;
            for (std::size_t i = 0; i < regions.size(); ++i)
                if (!regions[i].wholeImage) {
                    m_region->addItem(tr("%1: %2").arg(i + 1).arg(toQString(nameOf(regions[i]))), int(i));
                    m_region->setItemData(m_region->count() - 1, right, Qt::UserRole + 1);
                }
        }
    layout()->addWidget(m_region);
    connect(m_region, &QComboBox::activated, this, [this] {
        m_touched = true;
        markSide();
    });
}

void QuizCard::markSide()
{
    const LessonResponse now = given();
    Q_EMIT regionChosen(now.ofRightPicture, now.region);
}

/// What was answered earlier is to be seen again.
void QuizCard::restore()
{
    const LessonResult* result = m_play.result(m_number);
    const LessonResponse response = result ? result->response : LessonResponse();
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        m_options[i]->setAutoExclusive(false);
        m_options[i]->setChecked(std::ranges::find(response.options, i) != response.options.end());
        m_options[i]->setAutoExclusive(m_step.quiz.kind != QuizKind::Several);
    }
    if (m_text && m_text->text() != toQString(response.text))
        m_text->setText(toQString(response.text));
    if (m_region) {
        int row = 0;
        for (int i = 1; i < m_region->count(); ++i)
            if (m_region->itemData(i).toInt() == response.region &&
                m_region->itemData(i, Qt::UserRole + 1).toBool() == response.ofRightPicture)
                row = i;
        m_region->setCurrentIndex(row);
    }
    m_touched = false;
    showOutcome();
}

LessonResponse QuizCard::given() const
{
    LessonResponse response;
    for (std::size_t i = 0; i < m_options.size(); ++i)
        if (m_options[i]->isChecked())
            response.options.push_back(i);
    if (m_text)
        response.text = m_text->text().trimmed().toStdString();
    if (m_region) {
        response.region = m_region->currentData().toInt();
        response.ofRightPicture = m_region->currentData(Qt::UserRole + 1).toBool();
    }
    return response;
}

bool QuizCard::isEmpty(const LessonResponse& response) const
{
    return response.options.empty() && response.text.empty() && response.region < 0;
}

bool QuizCard::chooseOption(int number)
{
    if (number < 1 || std::size_t(number) > m_options.size())
        return false;
    m_options[std::size_t(number - 1)]->click();
    return true;
}

bool QuizCard::hasUnchecked() const
{
    return m_touched && !isEmpty(given());
}

void QuizCard::check()
{
    const LessonResponse response = given();
    if (isEmpty(response))
        return tell(tr("Give an answer first."), {}, "wrong");
    m_play.answer(response);
}

void QuizCard::chooseRegion(bool right, int region)
{
    if (!m_region || region < 0)
        return;
    for (int i = 1; i < m_region->count(); ++i)
        if (m_region->itemData(i).toInt() == region && m_region->itemData(i, Qt::UserRole + 1).toBool() == right)
            m_region->setCurrentIndex(i);
    check();
}

void QuizCard::showOutcome()
{
    const LessonResult* result = m_play.result(m_number);
    const bool right = result && isRight(m_step, result->response);
    const bool solved = m_play.isSolved();
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const LessonResponse alone{{i}, {}, -1, false};
        const bool isOne = m_step.quiz.kind == QuizKind::Predict
                               ? isRight(m_step, alone)
                               : std::ranges::find(m_step.quiz.right, i) != m_step.quiz.right.end();
        m_options[i]->setRight(solved && isOne);
    }
    if (!result)
        return m_play.isSolved() ? tell(solutionText(m_step), {}, "") : tell({}, {}, "");
    const QString said = toQString(right ? m_step.quiz.whenRight : m_step.quiz.whenWrong);
    QString more = said;
    if (!right && solved)
        more = (said + ' ' + solutionText(m_step)).trimmed();
    else if (!right && said.isEmpty())
        more = tr("Try again, or show the answer.");
    const QString tries = result->tries > 1 ? ' ' + tr("(%n tries)", nullptr, result->tries) : QString();
    tell((right ? tr("✓ Right.") : tr("✗ Not quite.")) + tries, more, right ? "right" : "wrong");
}

void QuizCard::tell(const QString& words, const QString& more, const char* kind)
{
    m_words->setText(words);
    m_words->setProperty("outcome", kind);
    QPalette palette = this->palette();
    if (qstrcmp(kind, "") != 0)
        palette.setColor(QPalette::WindowText, qstrcmp(kind, "right") == 0 ? rightColor() : wrongColor());
    m_words->setPalette(palette);
    m_words->setVisible(!words.isEmpty());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleDescription((words + ' ' + more).trimmed());
}

} // namespace vbs
