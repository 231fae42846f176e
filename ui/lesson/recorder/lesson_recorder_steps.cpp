// LessonRecorder's part that makes steps and says what its actions do.

#include "ui/lesson/recorder/lesson_page.h"
#include "ui/lesson/recorder/lesson_recorder.h"
#include "ui/lesson/recorder/step_editor.h"
#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/widgets/action_table.h"

#include <QListView>

#include <algorithm>

namespace vbs {

void LessonRecorder::buildActions()
{
    m_actions->on("recorder.new", this, [this] { startNew(); });
    m_actions->on("recorder.open", this, [this] { openToEdit(); });
    m_actions->on("recorder.save", this, [this] { whenToldOfProblems(tr("&Save Anyway"), [this] { save(); }); });
    m_actions->on("recorder.save-as", this, [this] { whenToldOfProblems(tr("&Save Anyway"), [this] { saveAs(); }); });
    m_actions->on("recorder.save-folder", this,
                  [this] { whenToldOfProblems(tr("&Save Anyway"), [this] { saveAsFolder(); }); });
    m_actions->on("recorder.page", this, [this] { whenToldOfProblems(tr("&Export Anyway"), [this] { savePage(); }); });
    m_actions->on("recorder.preview", this, [this] { preview(); });
    m_actions->on("recorder.check", &m_recorder, [this] { m_recorder.check(); });
    m_actions->on("recorder.close", this, [this] { close(); });
    m_actions->on("recorder.undo", this, [this] { m_draft.undoStack().undo(); });
    m_actions->on("recorder.redo", this, [this] { m_draft.undoStack().redo(); });
    for (auto changed : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(&m_draft.undoStack(), changed, this, &LessonRecorder::updateActions);
    for (auto [id, changed] : {std::pair("recorder.undo", &QUndoStack::undoTextChanged),
                               std::pair("recorder.redo", &QUndoStack::redoTextChanged)}) {
        QAction* action = m_actions->action(id);
        connect(&m_draft.undoStack(), changed, action, [action, usual = action->text()](const QString& what) {
            action->setText(what.isEmpty() ? usual : tr("%1: %2").arg(usual, what));
        });
    }
}

void LessonRecorder::buildStepActions()
{
    const auto onStep = [this](const char* id, auto act) {
        m_actions->on(id, this, [this, act] {
            if (row() >= 0)
                act(std::size_t(row()));
        });
    };
    m_actions->on("recorder.add-view", this, [this] { addView(); });
    m_actions->on("recorder.add-text", this, [this] { addText(); });
    onStep("recorder.duplicate", [this](std::size_t row) { m_draft.duplicate(row); });
    onStep("recorder.delete", [this](std::size_t row) { m_draft.remove(row); });
    onStep("recorder.up", [this](std::size_t row) { m_draft.move(row, row - 1); });
    onStep("recorder.down", [this](std::size_t row) { m_draft.move(row, row + 1); });
    m_actions->on("recorder.previous", this, [this] { choose(std::max(-1, row() - 1)); });
    m_actions->on("recorder.next", this, [this] { choose(std::min(int(m_draft.count()) - 1, row() + 1)); });
    onStep("recorder.take", [this](std::size_t row) { take(m_draft.idOf(row)); });
    onStep("recorder.show", [this](std::size_t row) { showInWindow(m_draft.idOf(row)); });
    onStep("recorder.record", [this](std::size_t row) { m_recorder.record(m_draft.idOf(row)); });
    m_actions->on("recorder.record-all", &m_recorder, [this] { m_recorder.recordAll(); });
}

void LessonRecorder::updateActions()
{
    const int now = row(), last = int(m_draft.count()) - 1;
    const bool asks = now >= 0 && m_draft.step(std::size_t(now)).task;
    const auto enable = [this](std::initializer_list<const char*> ids, bool on) {
        for (const char* id : ids)
            m_actions->action(id)->setEnabled(on);
    };
    enable({"recorder.undo"}, m_draft.undoStack().canUndo());
    enable({"recorder.redo"}, m_draft.undoStack().canRedo());
    enable({"recorder.duplicate", "recorder.delete", "recorder.take"}, now >= 0);
    enable({"recorder.show"}, now >= 0 && !m_draft.step(std::size_t(now)).picture.empty());
    enable({"recorder.record"}, asks);
    enable({"recorder.up"}, now > 0);
    enable({"recorder.down"}, now >= 0 && now < last);
    enable({"recorder.previous"}, now >= 0);
    enable({"recorder.next"}, now < last);
    enable({"recorder.save", "recorder.save-as", "recorder.save-folder"}, !m_files.isSaving());
    enable({"recorder.page", "recorder.preview", "recorder.check", "recorder.record-all"}, last >= 0);
}

void LessonRecorder::addView()
{
    const WorkbenchState& state = m_parts.workbench.state();
    const QString refusal = whyNothingToTake(state);
    if (!refusal.isEmpty()) {
        tell(refusal);
        Q_EMIT viewRefused(refusal);
        return;
    }
    m_wanted.push_back({viewOf(state, m_parts.sight()), 0});
    if (m_wanted.size() == 1)
        takeNext();
}

void LessonRecorder::take(int id)
{
    const WorkbenchState& state = m_parts.workbench.state();
    const QString refusal = whyNothingToTake(state);
    if (!refusal.isEmpty())
        return tell(refusal);
    m_wanted.push_back({viewOf(state, m_parts.sight()), id});
    if (m_wanted.size() == 1)
        takeNext();
}

/// Pictures are read, and encoded where they must be, beside the window.
void LessonRecorder::takeNext()
{
    if (m_wanted.empty())
        return;
    m_taking.start([this, wanted = m_wanted.front()](const JobControl&) -> BackgroundJob::Reply {
        ReadView view = readView(wanted.view);
        return [this, view = std::move(view), id = wanted.replacedId]() mutable {
            m_wanted.pop_front();
            useView(std::move(view), id);
            takeNext();
        };
    });
}

void LessonRecorder::useView(ReadView view, int replacedId)
{
    Lesson pictures = m_draft.head();
    LessonStep step;
    const auto problem = problemOf([&] { step = vbs::addView(pictures, std::move(view)); });
    if (problem)
        return tell(problemText(*problem));
    int at = m_draft.rowOf(replacedId);
    if (replacedId != 0 && at < 0)
        return; // deleted meanwhile
    if (at >= 0) {
        LessonStep kept = m_draft.step(std::size_t(at));
        step.title = kept.title.empty() ? step.title : kept.title;
        step.text = kept.text;
        step.notes = kept.notes;
        step.quiz = kept.quiz;
        step.answerHidden = kept.answerHidden;
        step.more = kept.more;
        m_draft.replace(std::size_t(at), std::move(step), tr("Take from the Window"), std::move(pictures.pictures));
    } else {
        at = row() < 0 ? int(m_draft.count()) : row() + 1;
        m_draft.insert(std::size_t(at), {std::move(step)}, tr("Add a View"), std::move(pictures.pictures));
        Q_EMIT viewAdded(at);
    }
    tell({});
    if (m_draft.stateOf(std::size_t(at)) != StepState::Recorded)
        m_recorder.record(m_draft.idOf(std::size_t(at)));
}

void LessonRecorder::addText()
{
    const std::size_t at = row() < 0 ? m_draft.count() : std::size_t(row()) + 1;
    m_draft.insert(at, {LessonStep()}, tr("Insert a Text Step"), m_draft.head().pictures);
    m_stepEditor->goTo(DraftProblem::Place::Text);
}

void LessonRecorder::showInWindow(int id)
{
    const int at = m_draft.rowOf(id);
    if (at < 0 || m_draft.step(std::size_t(at)).picture.empty())
        return;
    const auto problem = problemOf([&] { m_shower.show(m_draft.head(), m_draft.step(std::size_t(at))); });
    if (problem)
        return tell(problemText(*problem));
    m_parts.toMainWindow();
}

void LessonRecorder::preview()
{
    m_draft.endTyping();
    m_parts.preview(m_draft.lessonToWrite(), std::max(0, row()));
}

} // namespace vbs
