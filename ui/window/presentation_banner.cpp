#include "ui/window/presentation_banner.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"
#include "ui/util/theme.h"
#include "ui/workbench/answer_bars.h"
#include "ui/workbench/strangeness_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kLines = 26, kMostQuestion = 44, kMostAnswer = 60; ///< questions in the window's height; pixels
constexpr int kMargin = 24;

QFont sized(QFont font, int pixels, bool bold)
{
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

} // namespace

PresentationBanner::PresentationBanner(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_question(new QLineEdit), m_answer(plainLabel()),
      m_blind(mutedLabel("presentedBlind"))
{
    setObjectName("presentation");
    m_question->setObjectName("presentedQuestion");
    m_question->setFrame(false);
    m_question->setAlignment(Qt::AlignCenter);
    m_question->installEventFilter(this);
    m_answer->setObjectName("presentedAnswer");
    m_answer->setAlignment(Qt::AlignCenter);
    m_answer->setWordWrap(true);
    m_blind->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, 12);
    layout->setSpacing(2);
    layout->addWidget(m_question);
    layout->addWidget(m_answer);
    layout->addWidget(m_blind);
    connect(m_question, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_workbench.setInput({text, m_workbench.state().choices});
    });
    connect(m_question, &QLineEdit::returnPressed, this, [this] { m_workbench.ask(m_question->text()); });
    watch(workbench, Change::Input | Change::Task, this, [this] { showInput(); });
    watch(workbench, Change::Input | Change::Task | Change::Answer | Change::Activity | Change::LeftPicture, this,
          [this] { showAnswer(); });
    showInput();
    showAnswer();
}

void PresentationBanner::focusText()
{
    m_question->setFocus(Qt::ShortcutFocusReason);
    m_question->selectAll();
}

void PresentationBanner::showInput()
{
    const WorkbenchState& state = m_workbench.state();
    if (m_question->text() != state.question)
        m_question->setText(state.question);
    m_question->setPlaceholderText(taskTip(state.task));
    m_question->setAccessibleName(taskTip(state.task));
}

void PresentationBanner::showAnswer()
{
    const WorkbenchState& state = m_workbench.state();
    m_blind->setText({});
    for (const QString& text : {strangePictureText(state), strangeTextText(state), absentText(state), blindText(state)})
        if (m_blind->text().isEmpty())
            m_blind->setText(text);
    m_blind->setVisible(!m_blind->text().isEmpty());
    if (!state.answered || isStale(state)) {
        m_answer->setText(missingInput(state).isEmpty() ? QStringLiteral("…") : QString());
        return;
    }
    const Headline headline = taskSpec(state.task).headline(state.answered->result);
    m_answer->setText(headline.probability < 0 ? headline.text
                                               : tr("%1  ·  %2").arg(headline.text, percentText(headline.probability)));
}

/// As large as the window allows, so that the last row can read it.
void PresentationBanner::fitText()
{
    const int question = std::clamp(window()->height() / kLines, textPixels(16), kMostQuestion);
    m_question->setFont(sized(font(), question, false));
    m_answer->setFont(sized(font(), std::min(question * 3 / 2, kMostAnswer), true));
    m_blind->setFont(sized(font(), std::max(question * 5 / 8, textPixels(12)), false));
}

void PresentationBanner::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitText();
}

bool PresentationBanner::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace vbs
