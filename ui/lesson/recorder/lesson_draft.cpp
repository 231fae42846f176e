#include "ui/lesson/recorder/lesson_draft.h"

#include "ui/lesson/recorder/unfinished_quiz.h"

#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace vbs {
namespace {

constexpr int kDraftCommand = 1, kMostSteps = 1000;
constexpr std::size_t kMostUnused = 32; ///< recordings that only the way back needs

bool names(const Lesson& head, const std::vector<std::shared_ptr<const LessonDraft::Step>>& steps,
           const std::string& picture)
{
    const auto speaks = [&](const std::string& text) { return text.find(picture) != std::string::npos; };
    return speaks(head.description) || std::ranges::any_of(steps, [&](const auto& one) {
               const LessonStep& step = one->step;
               return step.picture == picture || step.rightPicture == picture || speaks(step.text) ||
                      speaks(step.notes);
           });
}

/// "my-lesson" of "My lesson!".
std::string idOfTitle(const std::string& title)
{
    std::string id;
    for (const char c : title) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += capital ? char(c - 'A' + 'a') : c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-')
        id.pop_back();
    return id.empty() ? "lesson" : id.substr(0, 60);
}

LessonStep withoutRecording(LessonStep step)
{
    step.recorded.reset();
    step.look.reset();
    return step;
}

} // namespace

class LessonDraft::Command : public QUndoCommand {
public:
    Command(LessonDraft& draft, const QString& text, ContentPtr after, int row, int step, Field field)
        : QUndoCommand(text), m_draft(draft), m_before(draft.m_content), m_after(std::move(after)), m_row(row),
          m_step(step), m_field(field), m_typing(draft.m_typing)
    {
    }

    int id() const override { return kDraftCommand; }
    void redo() override { m_draft.set(m_after, m_row); }
    void undo() override { m_draft.set(m_before, m_row); }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto& other = static_cast<const Command&>(*next);
        if (m_field == One || other.m_field != m_field || other.m_step != m_step || other.m_typing != m_typing)
            return false;
        m_after = other.m_after;
        return true;
    }

private:
    LessonDraft& m_draft;
    ContentPtr m_before, m_after;
    int m_row, m_step;
    Field m_field;
    int m_typing;
};

LessonDraft::LessonDraft(QObject* parent) : QObject(parent)
{
    m_undo.setUndoLimit(kMostSteps);
    start();
}

int LessonDraft::rowOf(int id) const
{
    const auto found = std::ranges::find_if(m_content->steps, [id](const auto& step) { return step->id == id; });
    return found == m_content->steps.end() ? -1 : int(found - m_content->steps.begin());
}

RecordingPtr LessonDraft::recordingFor(std::size_t row) const
{
    const LessonStep& asked = step(row);
    if (!asked.task)
        return nullptr;
    const auto found = std::ranges::find_if(m_recordings.rbegin(), m_recordings.rend(),
                                            [&](const RecordingPtr& known) { return holdsFor(*known, head(), asked); });
    return found == m_recordings.rend() ? nullptr : *found;
}

StepState LessonDraft::stateOf(std::size_t row) const
{
    if (!step(row).task)
        return StepState::AsksNothing;
    if (recordingFor(row))
        return StepState::Recorded;
    return m_wasRecorded.contains(idOf(row)) ? StepState::Old : StepState::Missing;
}

LessonStep LessonDraft::recordedStep(std::size_t row) const
{
    LessonStep whole = step(row);
    if (const RecordingPtr recording = recordingFor(row))
        whole.recorded = recording->step.recorded;
    return whole;
}

Lesson LessonDraft::lesson() const
{
    Lesson lesson = head();
    std::erase_if(lesson.pictures, [&](const auto& picture) {
        return !names(lesson, m_content->steps, picture.first) &&
               std::ranges::find(m_ownPictures, picture.first) == m_ownPictures.end();
    });
    if (lesson.id.empty())
        lesson.id = idOfTitle(lesson.title);
    lesson.pack.clear();
    lesson.packManifest.clear();
    for (std::size_t row = 0; row < count(); ++row) {
        lesson.steps.push_back(recordedStep(row));
        if (const RecordingPtr recording = recordingFor(row)) {
            lesson.steps.back().look = recording->step.look;
            lesson.pack = recording->pack;
            lesson.packManifest = recording->packManifest;
        }
    }
    if (lesson.pack.empty()) {
        lesson.pack = head().pack;
        lesson.packManifest = head().packManifest;
    }
    return lesson;
}

Lesson LessonDraft::lessonToWrite() const
{
    Lesson written = lesson();
    for (LessonStep& one : written.steps)
        putUnfinishedAside(one);
    return written;
}

void LessonDraft::push(const QString& text, Content content, int row, int step, Field field)
{
    m_undo.push(new Command(*this, text, std::make_shared<const Content>(std::move(content)), row, step, field));
}

void LessonDraft::set(ContentPtr content, int row)
{
    m_content = std::move(content);
    for (std::size_t i = 0; i < count(); ++i)
        if (recordingFor(i))
            m_wasRecorded[idOf(i)] = true;
    Q_EMIT changed();
    Q_EMIT rowWanted(std::min(row, int(count()) - 1));
    tellDirty();
}

void LessonDraft::tellDirty()
{
    const bool was = std::exchange(m_wasDirty, isDirty());
    if (was != m_wasDirty)
        Q_EMIT fileChanged();
}

void LessonDraft::editHead(const QString& text, Field field, const std::function<void(Lesson&)>& edit)
{
    Content content = *m_content;
    edit(content.head);
    push(text, std::move(content), -1, -1, field);
}

void LessonDraft::editStep(std::size_t row, const QString& text, Field field,
                           const std::function<void(LessonStep&)>& edit)
{
    Content content = *m_content;
    Step edited = *content.steps.at(row);
    edit(edited.step);
    content.steps[row] = std::make_shared<const Step>(std::move(edited));
    push(text, std::move(content), int(row), idOf(row), field);
}

void LessonDraft::insert(std::size_t row, std::vector<LessonStep> steps, const QString& text,
                         std::map<std::string, LessonPicture> pictures)
{
    Content content = *m_content;
    content.head.pictures = std::move(pictures);
    const std::size_t at = std::min(row, content.steps.size());
    std::vector<std::shared_ptr<const Step>> fresh;
    for (LessonStep& one : steps)
        fresh.push_back(std::make_shared<const Step>(Step{++m_lastId, withoutRecording(std::move(one))}));
    content.steps.insert(content.steps.begin() + std::ptrdiff_t(at), fresh.begin(), fresh.end());
    push(text, std::move(content), int(at + fresh.size()) - 1);
}

void LessonDraft::replace(std::size_t row, LessonStep step, const QString& text,
                          std::map<std::string, LessonPicture> pictures)
{
    Content content = *m_content;
    content.head.pictures = std::move(pictures);
    content.steps.at(row) = std::make_shared<const Step>(Step{idOf(row), withoutRecording(std::move(step))});
    push(text, std::move(content), int(row));
}

void LessonDraft::duplicate(std::size_t row)
{
    insert(row + 1, {step(row)}, tr("Duplicate a Step"), head().pictures);
}

void LessonDraft::remove(std::size_t row)
{
    Content content = *m_content;
    content.steps.erase(content.steps.begin() + std::ptrdiff_t(row));
    push(tr("Delete a Step"), std::move(content), int(row));
}

void LessonDraft::move(std::size_t from, std::size_t to)
{
    if (from == to || from >= count() || to >= count())
        return;
    Content content = *m_content;
    const auto moved = content.steps[from];
    content.steps.erase(content.steps.begin() + std::ptrdiff_t(from));
    content.steps.insert(content.steps.begin() + std::ptrdiff_t(to), moved);
    push(tr("Move a Step"), std::move(content), int(to));
}

void LessonDraft::endTyping()
{
    ++m_typing;
}

void LessonDraft::keepRecording(RecordingPtr recording)
{
    std::erase_if(m_recordings, [&](const RecordingPtr& known) {
        return asksTheSame(known->step, recording->step) && known->picture == recording->picture &&
               known->rightPicture == recording->rightPicture;
    });
    m_recordings.push_back(std::move(recording));
    ++m_recordingCount;
    forgetUnused();
    for (std::size_t i = 0; i < count(); ++i)
        if (recordingFor(i))
            m_wasRecorded[idOf(i)] = true;
    Q_EMIT changed();
    tellDirty();
}

/// Views of large networks take megabytes.
void LessonDraft::forgetUnused()
{
    std::vector<RecordingPtr> used;
    for (std::size_t i = 0; i < count(); ++i)
        used.push_back(recordingFor(i));
    const auto isUnused = [&](const RecordingPtr& one) { return std::ranges::find(used, one) == used.end(); };
    auto unused = std::size_t(std::ranges::count_if(m_recordings, isUnused));
    for (auto it = m_recordings.begin(); unused > kMostUnused && it != m_recordings.end();) {
        if (isUnused(*it)) {
            it = m_recordings.erase(it);
            --unused;
        } else {
            ++it;
        }
    }
}

void LessonDraft::begin(ContentPtr content, const QString& path)
{
    m_undo.clear();
    m_content = std::move(content);
    m_path = path;
    m_ownPictures.clear();
    for (const auto& [picture, bytes] : head().pictures)
        if (!names(head(), m_content->steps, picture))
            m_ownPictures.push_back(picture);
    m_saved = now();
    m_wasDirty = false;
}

void LessonDraft::start()
{
    m_recordings.clear();
    m_wasRecorded.clear();
    begin(std::make_shared<const Content>(), {});
    Q_EMIT changed();
    Q_EMIT rowWanted(-1);
    Q_EMIT fileChanged();
}

void LessonDraft::start(Lesson lesson, const QString& path, bool dirty)
{
    m_recordings.clear();
    m_wasRecorded.clear();
    auto content = std::make_shared<Content>();
    const std::vector<LessonStep> steps = std::exchange(lesson.steps, {});
    for (const LessonStep& one : steps) {
        if (one.task && one.recorded)
            m_recordings.push_back(recordingOf(lesson, one));
        Step step{++m_lastId, withoutRecording(one)};
        takeUnfinishedBack(step.step);
        content->steps.push_back(std::make_shared<const Step>(std::move(step)));
    }
    content->head = std::move(lesson);
    begin(std::move(content), path);
    if (dirty)
        m_saved = {};
    m_wasDirty = dirty;
    for (std::size_t i = 0; i < count(); ++i)
        if (recordingFor(i))
            m_wasRecorded[idOf(i)] = true;
    Q_EMIT changed();
    Q_EMIT rowWanted(count() > 0 ? 0 : -1);
    Q_EMIT fileChanged();
}

void LessonDraft::markSaved(const Saved& saved, const QString& path)
{
    m_saved = saved;
    m_path = path;
    m_wasDirty = isDirty();
    Q_EMIT fileChanged();
}

} // namespace vbs
