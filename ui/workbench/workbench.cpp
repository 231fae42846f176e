#include "ui/workbench/workbench.h"

#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace vbs {

Workbench::Workbench(std::unique_ptr<InferenceBackend> backend, const KeptFolders& folders, QObject* parent)
    : QObject(parent), m_notifier(this), m_service(std::move(backend)), m_boxes(folders.boxes),
      m_left(m_state.left, {m_service, m_memory, m_boxes, m_annotations}, this),
      m_right(m_state.right, {m_service, m_memory, m_boxes, m_annotations}, this), m_files(m_state, this),
      m_desk(m_state), m_flow(m_service, this), m_book(m_state.history, folders.history, HistoryBook::kUsual, this),
      m_run(m_service, this)
{
    connect(&m_notifier, &ChangeNotifier::changed, this, &Workbench::stateChanged);
    connect(&m_service, &InferenceService::progressed, this, &Workbench::onProgress);
    connect(&m_service, &InferenceService::finished, this, &Workbench::onFinished);
    connect(&m_files, &FileList::filesChanged, this, [this] { report(Change::Files); });
    connect(&m_files, &FileList::currentChanged, this, [this] { report(Change::CurrentFile); });
    connect(&m_files, &FileList::readingChanged, this, &Workbench::showActivity);
    connect(&m_files, &FileList::folderRead, this, &Workbench::onFolderRead);
    connect(&m_files, &FileList::folderFailed, this, &Workbench::onFolderFailed);
    connect(&m_files, &FileList::siblingsRead, this, &Workbench::onSiblingsRead);
    connect(&m_files, &FileList::folderChanged, this, &Workbench::onFolderChanged);
    connect(&m_locator, &PictureLocator::looked, this, &Workbench::onLocated);
    connect(&m_locator, &PictureLocator::failed, this,
            [this](const ErrorInfo& error) { raise(Message::Kind::Error, problemText(error), "locate-picture"); });
    connect(&m_book, &HistoryBook::changed, this, [this] { report(Change::History); });
    connect(&m_book, &HistoryBook::problem, this, [this](const QString& text) { raise(Message::Kind::Warning, text); });
    connect(&m_boxes, &BoxKeeper::problem, this, [this](const QString& text) { raise(Message::Kind::Warning, text); });
    connect(&m_boxes, &BoxKeeper::unsavedChanged, this, [this] {
        m_state.unsavedBoxes = m_boxes.unsaved();
        report(changesOf(SideChange::Regions));
    });
    for (const Side side : kSides) {
        connectSide(side);
        connectBoxes(side);
    }
    connectFlow();
}

void Workbench::connectSide(Side side)
{
    PictureSide& part = sideOf(side);
    connect(&part, &PictureSide::changed, this, [this, side](SideChanges what) { report(changesOf(side, what)); });
    connect(&part, &PictureSide::openingChanged, this, &Workbench::showActivity);
    connect(&part, &PictureSide::opened, this, [this, side](bool known) { onOpened(side, known); });
    connect(&part, &PictureSide::openFailed, this, [this, side](const ErrorInfo& error) { onOpenFailed(side, error); });
    connect(&part.finder(), &RegionFinder::regionsKnown, this, &Workbench::proceed);
    connect(&part.finder(), &RegionFinder::regionsRefused, this,
            [this, side](bool describing, const QString& problem) { onRegionsRefused(side, describing, problem); });
    connect(&part.finder(), &RegionFinder::regionsWrong, this, [this](int described, int given) {
        raise(Message::Kind::Error, tr("The engine described %1 of %n region(s).", nullptr, int(given)).arg(described),
              "use-found");
    });
    connect(&part.regions(), &RegionEditor::edited, this, [this, side] {
        if (side == Side::Left || m_state.twoPictures())
            onEdited();
    });
    connect(&part.regions(), &RegionEditor::toggled, this, [this] {
        if (canAsk())
            m_flow.want(m_flow.keeps());
        proceed();
    });
}

void Workbench::connectBoxes(Side side)
{
    PictureSide& part = sideOf(side);
    connect(&part.regions(), &RegionEditor::ownChanged, this, [this, side] { renameAnswers(side); });
    connect(&part, &PictureSide::boxesSaved, this, [this](const QString& file, int count) {
        const QString name = QDir::toNativeSeparators(file);
        raise(Message::Kind::Info, tr("Saved %n box(es) in %1.", nullptr, count).arg(name));
    });
    connect(&part, &PictureSide::boxesRefused, this,
            [this](const ErrorInfo& error) { raise(Message::Kind::Error, problemText(error), "save-boxes-as"); });
}

void Workbench::connectFlow()
{
    connect(&m_flow, &AskFlow::pauseOver, this, [this] {
        if (canAsk())
            m_flow.want(false);
        proceed();
    });
    connect(&m_flow, &AskFlow::answered, this, &Workbench::onAnswered);
    connect(&m_flow, &AskFlow::beforeAnswered, this, &Workbench::onBeforeAnswered);
    connect(&m_flow, &AskFlow::refused, this, &Workbench::onAskRefused);
}

Workbench::~Workbench()
{
    m_undo.blockSignals(true); // whoever listens may be half gone already
}

void Workbench::raise(Message::Kind kind, const QString& text, const QString& actionId)
{
    Q_EMIT messageChanged(Message{kind, text, actionId});
}

// Questions

/// What cannot be asked any more loses its answer at once.
void Workbench::setInput(const TaskInput& input)
{
    if (m_state.question == input.text && m_state.choices == input.choices)
        return;
    m_state.question = input.text;
    m_state.choices = input.choices;
    explainTheFirst();
    report(Change::Input);
    if (!canAsk())
        dropAnswer();
    else if (m_state.left.picture && m_state.pack)
        m_flow.pause();
    else
        m_flow.giveUp();
    proceed(); // own regions are described without a question too
}

/// There is nothing that could be asked any more.
void Workbench::dropAnswer()
{
    m_flow.drop();
    m_desk.dropAnswer();
    report(Change::Answer);
}

void Workbench::ask(const QString& text)
{
    if (m_state.question != text) {
        m_state.question = text;
        explainTheFirst();
        report(Change::Input);
    }
    if (!canAsk())
        return dropAnswer();
    if (!tellWhatToOpen())
        return m_flow.giveUp();
    Q_EMIT messageChanged(std::nullopt);
    for (const Side side : kSides)
        finder(side).allow();
    const Question wanted = questionOf(m_state);
    const AskFlow::Sent* underWay = m_flow.underWay();
    if (!isOpening() && underWay && sameQuestion(*underWay, wanted) && sameWhy(underWay->why, wanted.why)) {
        m_flow.keepAnswer();
    } else if (!isOpening() && !underWay && isAnswered()) {
        m_flow.giveUp();
        m_book.keep(m_state);
    } else {
        m_flow.want(true);
        proceed();
    }
}

/// @return whether the answer on display is the one that would be given now, explained as is wished now.
bool Workbench::isAnswered() const
{
    return m_state.answered && !isStale(m_state) && sameWhy(m_state.answered->why, questionOf(m_state).why);
}

/// @return whether everything is open, or on its way; else it tells the way there.
bool Workbench::tellWhatToOpen()
{
    if (!m_state.left.picture && !m_left.isOpening() && !m_files.isReading())
        raise(Message::Kind::Info, tr("Open a picture first, then ask about it."), "open");
    else if (!m_state.pack && !m_packRequest)
        raise(Message::Kind::Error, m_state.packProblem);
    else if (m_state.twoPictures() && !m_state.right.picture && !m_right.isOpening())
        raise(Message::Kind::Info, tr("Open a second picture to compare with."), "open-right");
    else if (lostSide(m_state) && !isOpening())
        tellThatAskingNeedsThePicture();
    else
        return true;
    return false;
}

void Workbench::setWhy(const ExplanationRequest& why)
{
    if (sameWhy(m_state.why, why))
        return;
    m_state.why = why;
    report(Change::Why);
    if (!canAsk() || !taskSpec(m_state.task).explained)
        return;
    m_flow.want(m_flow.keeps());
    proceed();
}

void Workbench::setFindBy(PhraseSource source)
{
    if (m_state.findBy == source)
        return;
    m_state.findBy = source;
    report(Change::Why);
    if (!canAsk() || !taskSpec(m_state.task).phrases || isAnswered())
        return;
    m_flow.want(m_flow.keeps());
    proceed();
}

/// Another question, task or picture has other answers.
void Workbench::explainTheFirst()
{
    if (m_state.why.of.empty())
        return;
    m_state.why.of.clear();
    report(Change::Why);
}

/// Puts the task's own input and answer in place of the ones before; nothing is asked.
void Workbench::swapTask(Task task)
{
    if (task == m_state.task)
        return;
    m_flow.drop();
    explainTheFirst();
    m_desk.swapTo(task);
    for (const Side side : kSides)
        regions(side).allowHiding(taskSpec(task).whatIf);
    m_state.lookedPhrase = -1;
    m_state.lookedRegion = -1;
    report(Change::Task | Change::Input | Change::Answer | Change::Looked);
    showSideInHand();
}

void Workbench::setTask(Task task)
{
    if (task == m_state.task || (m_state.pack && !canDo(*m_state.pack, task)))
        return;
    m_recalled.reset();
    swapTask(task);
    Q_EMIT messageChanged(std::nullopt);
    if (canAsk() && !isAnswered())
        m_flow.want(false);
    proceed();
}

void Workbench::tryExample(const PackExample& example)
{
    const Task task = taskSpec(example.task).task;
    if (m_state.pack && !canDo(*m_state.pack, task))
        return;
    m_recalled.reset();
    swapTask(task);
    m_state.choices.clear();
    for (const std::string& choice : example.choices)
        m_state.choices << toQString(choice);
    m_state.question = toQString(example.text);
    report(Change::Input);
    const QString right = QFileInfo(fromPath(example.rightPicture)).absoluteFilePath();
    const QString left = QFileInfo(fromPath(example.picture)).absoluteFilePath();
    if (!example.rightPicture.empty() && (!m_state.right.picture || m_state.right.picture->path != right))
        openRight(right);
    if (!example.picture.empty() &&
        (!m_state.left.picture || m_state.left.picture->path != left || m_left.isOpening() || m_files.isReading()))
        openLeft({left});
    ask(m_state.question);
}

// Regions

/// What the user calls a region is what the answer on display calls it.
void Workbench::renameAnswers(Side side)
{
    const auto& own = m_state.side(side).choice.own;
    if (!own || !m_state.answered || !answerFitsRegions(m_state, side))
        return;
    m_state.answered->rename(side, *own);
    report(Change::Answer);
}

void Workbench::onEdited()
{
    if (canAsk())
        m_flow.pause();
    else
        m_flow.giveUp();
    proceed(); // found regions may be needed
}

void Workbench::bringBackRegions()
{
    if (!anyMarked(m_state.left.removed) && !anyMarked(m_state.right.removed))
        return;
    for (const Side side : kSides)
        regions(side).bringBack();
    const Question now = questionOf(m_state);
    if (m_state.before && !m_state.before->shortened && sameQuestion(*m_state.before, now) &&
        sameWhy(m_state.before->why, now.why)) {
        m_flow.drop();
        m_state.answered = std::move(m_state.before); // it is known already
        m_state.before.reset();
        report(Change::Answer);
    } else if (canAsk()) {
        m_flow.want(m_flow.keeps());
    }
    proceed();
}

void Workbench::findRegions()
{
    for (const Side side : kSides)
        finder(side).allow();
    if (canAsk() && (!m_state.answered || isStale(m_state)) && !m_flow.isWaiting() && !m_flow.underWay())
        m_flow.want(m_flow.keeps());
    Q_EMIT messageChanged(std::nullopt);
    proceed();
}

void Workbench::lookAt(int phrase, int region)
{
    if (m_state.lookedPhrase == phrase && m_state.lookedRegion == region)
        return;
    m_state.lookedPhrase = phrase;
    m_state.lookedRegion = region;
    report(Change::Looked);
}

void Workbench::focus(Side side)
{
    if (m_state.focused == side)
        return;
    m_state.focused = side;
    showSideInHand();
}

/// Undo is about the side in hand; which one that is depends on the focus, the task and the right picture.
void Workbench::showSideInHand()
{
    report(Change::Focus);
    QUndoStack* stack = regions(m_state.sideInHand()).undoStack();
    if (stack)
        m_undo.addStack(stack);
    m_undo.setActiveStack(stack);
}

} // namespace vbs
