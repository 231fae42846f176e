#include "ui/lesson/recorder/draft_problems.h"

#include "ui/lesson/recorder/unfinished_quiz.h"

#include <QCoreApplication>

#include <set>

namespace vbs {
namespace {

struct DraftText {
    Q_DECLARE_TR_FUNCTIONS(vbs::DraftText)
};

bool isEmptyText(const std::string& text)
{
    return QString::fromStdString(text).trimmed().isEmpty();
}

void collectStep(const LessonDraft& draft, std::size_t row, std::vector<DraftProblem>& problems)
{
    using Place = DraftProblem::Place;
    const LessonStep step = draft.recordedStep(row);
    const auto add = [&](Place place, const QString& sentence) {
        if (!sentence.isEmpty())
            problems.push_back({int(row), place, sentence});
    };
    add(Place::Text, textTrouble(step));
    add(Place::Model, recordingTrouble(draft.stateOf(row)));
    add(Place::Quiz, quizTrouble(step));
}

} // namespace

QString textTrouble(const LessonStep& step)
{
    if (isEmptyText(step.title))
        return DraftText::tr("The step has no title: write one above its text.");
    if (step.picture.empty() && isEmptyText(step.text) && step.quiz.kind == QuizKind::None)
        return DraftText::tr("The step is empty: write a text, or take a view from the window.");
    return {};
}

QString recordingTrouble(StepState state)
{
    switch (state) {
    case StepState::Missing:
        return DraftText::tr("What the model says is not recorded yet: press Record Again.");
    case StepState::Old:
        return DraftText::tr("The question was changed since it was recorded: press Record Again.");
    case StepState::AsksNothing:
    case StepState::Recorded:
        break;
    }
    return {};
}

std::vector<DraftProblem> problemsOf(const LessonDraft& draft)
{
    std::vector<DraftProblem> problems;
    if (isEmptyText(draft.head().title))
        problems.push_back({-1, DraftProblem::Place::Head, DraftText::tr("The lesson has no title: give it one.")});
    if (draft.count() == 0)
        problems.push_back({-1, DraftProblem::Place::Head, DraftText::tr("The lesson has no steps yet.")});
    std::set<std::string> packs;
    for (std::size_t row = 0; row < draft.count(); ++row) {
        collectStep(draft, row, problems);
        if (const RecordingPtr recording = draft.recordingFor(row))
            packs.insert(recording->pack + recording->packManifest);
    }
    if (packs.size() > 1)
        problems.push_back({-1, DraftProblem::Place::Model,
                            DraftText::tr("The steps were recorded with different models: press Record All.")});
    return problems;
}

QString placeName(const LessonDraft& draft, int row)
{
    if (row < 0)
        return DraftText::tr("The lesson");
    const QString title = QString::fromStdString(draft.step(std::size_t(row)).title).trimmed();
    return title.isEmpty() ? DraftText::tr("Step %1").arg(row + 1)
                           : DraftText::tr("Step %1 (%2)").arg(row + 1).arg(title);
}

} // namespace vbs
