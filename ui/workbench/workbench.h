#pragma once

#include "ui/workbench/ask_flow.h"
#include "ui/workbench/change_notifier.h"
#include "ui/workbench/file_list.h"
#include "ui/workbench/history_book.h"
#include "ui/workbench/picture_locator.h"
#include "ui/workbench/picture_side.h"
#include "ui/workbench/region_run.h"
#include "ui/workbench/task_desk.h"

#include <QObject>
#include <QUndoGroup>

namespace vbs {

/// Where what the user makes outlives the program; empty: nowhere.
struct KeptFolders {
    QString history; ///< cards
    QString boxes;   ///< of each picture
    QString reviews; ///< the sample
    QString lessons; ///< what students answered
};

/// The conductor of the window: takes the user's wishes, forwards them to its parts, and sees to it that what is shown
/// becomes true. The parts (one PictureSide for each of two pictures, FileList, TaskDesk, AskFlow, HistoryBook) know
/// neither each other nor the workbench; they tell what they did, and what follows from it stands here alone.
///
/// Regions are found once a picture (an ordinary request); questions follow as interactive requests, of which the
/// latest wins. Each task keeps its own text, choices and answer while the pictures stay. Regions hidden to see what
/// changes are hidden from every task that allows it; the answer from before is asked for when it is not known.
///
/// Views look at state(), and again when stateChanged tells that it is another: once a turn of the event loop.
class Workbench : public QObject {
    Q_OBJECT
public:
    Workbench(std::unique_ptr<InferenceBackend> backend, const KeptFolders& folders, QObject* parent = nullptr);
    ~Workbench() override;

    const WorkbenchState& state() const { return m_state; }
    /// What the user wishes of the regions at one side; the answer follows after a short rest.
    RegionEditor& regions(Side side) { return sideOf(side).regions(); }
    /// Into a labelme or COCO file; what became of it is told as a message.
    void saveBoxes(Side side, AnnotationKind kind, const QString& file) { sideOf(side).saveBoxes(kind, file); }
    void keepBoxesAgain() { m_boxes.tryAgain(); } ///< those that could not be kept
    HistoryBook& history() { return m_book; }
    InferenceService& service() { return m_service; } ///< for others who ask the same engine
    RegionRun& regionRun() { return m_run; }          ///< over all pictures
    QUndoGroup& undoGroup() { return m_undo; }        ///< its active stack is that of the side in hand

    /// The pack in use stays so until this one is ready, or for good when it cannot be loaded.
    /// @param folder empty: none was found, for this reason; pictures can still be looked at.
    void loadPack(const std::filesystem::path& folder, const QString& whyNone = {});

    /// Left: pictures, or one folder; the first picture is shown. Right: the first path, a picture.
    void open(const QStringList& paths, Side side = Side::Left);
    void open(const QImage& image, const QString& name, Side side = Side::Left);
    void showFile(int index); ///< of the open files; none with this number: nothing happens
    void swapPictures();
    void focus(Side side); ///< the user turned to this canvas

    void setTask(Task task);
    /// The text and the choices as they are being typed: answered after a short rest.
    void setInput(const TaskInput& input);
    /// Enter, the button or an example: answered at once, and kept in the history.
    void ask(const QString& text);
    /// Its task, pictures, text and choices; asked at once.
    void tryExample(const PackExample& example);
    void setWhy(const ExplanationRequest& why);
    void setFindBy(PhraseSource source);
    void bringBackRegions();
    void findRegions();                  ///< again after a cancel or an error
    void lookAt(int phrase, int region); ///< Find: shows the phrase's heatmap, marks the region's phrases; -1: none
    void recall(int historyIndex);
    /// Whether this file is the recalled card's picture, which is not where it was: then it is used, for all cards
    /// about it. locatedAnother() tells when it is another one; useLocated() takes it all the same.
    void locate(const QString& path);
    void useLocated();
    void cancel(); ///< what the activity shows

Q_SIGNALS:
    void stateChanged(vbs::Changes changes);
    void locatedAnother(const QString& difference);                  ///< a whole sentence
    void messageChanged(const std::optional<vbs::Message>& message); ///< nothing: the last one no longer holds

private:
    PictureSide& sideOf(Side side) { return side == Side::Left ? m_left : m_right; }
    RegionFinder& finder(Side side) { return sideOf(side).finder(); }
    void connectSide(Side side);
    void connectFlow();
    void connectBoxes(Side side);
    void renameAnswers(Side side);
    void report(Changes changes) { m_notifier.add(changes); }
    void raise(Message::Kind kind, const QString& text, const QString& actionId = {});

    // Pictures
    void openLeft(const QStringList& paths);
    void openRight(const QString& path);
    void onOpened(Side side, bool known);
    void onOpenFailed(Side side, const ErrorInfo& error);
    void onFolderRead(const QString& folder, const FolderListing& listing);
    void onFolderChanged(const QStringList& files);
    void onFolderFailed(const ErrorInfo& error);
    void onSiblingsRead(const QStringList& files);
    void keepPictures();
    void listPasted(Side side);
    void dropAnswersOf(Side side);
    bool isOpening() const { return m_left.isOpening() || m_right.isOpening() || m_files.isReading(); }
    void showSideInHand();

    // Questions
    bool canAsk() const { return missingInput(m_state).isEmpty(); }
    bool isAnswered() const;
    void explainTheFirst();
    bool tellWhatToOpen();
    void dropAnswer();
    void swapTask(Task task);
    void onEdited();
    bool learnBefore(const Question& question);

    // Requests
    bool readyForRegions(Side side) const;
    void proceed();
    bool proceedWithRegions();
    bool isOnItsWay();
    void sendQuestion();
    void onProgress(RequestId id, const Progress& progress);
    void onFinished(RequestId id, const ReplyBody& reply);
    void reportNoPack(const QString& problem);
    void onPackReply(const ReplyBody& reply);
    void usePack(const LoadPackResult& loaded);
    void onRegionsRefused(Side side, bool describing, const QString& problem);
    void onAnswered(const AskFlow::Sent& sent, const InferenceResult& result);
    void keepBefore(Answered before);
    void onBeforeAnswered(const AskFlow::Sent& sent, const InferenceResult& result);
    void onAskRefused(const AskFlow::Sent& sent, const QString& problem);
    void showActivity();

    // Cards
    bool finishRecall();
    bool cardFits(const HistoryEntry& card) const;
    void restore(const HistoryEntry& card);
    bool openSmallCopy(Side side, const ErrorInfo& error);
    void tellWhatIsLost();
    void tellThatAskingNeedsThePicture();
    std::optional<Side> lookedForSide() const;
    void onLocated(const QString& path, const QString& digest, const QString& difference);
    static OpenPicture fileOf(const QString& path);

    WorkbenchState m_state;
    ChangeNotifier m_notifier;
    InferenceService m_service;
    PictureMemory m_memory;
    BoxKeeper m_boxes;
    AnnotationFiles m_annotations;
    PictureSide m_left, m_right;
    FileList m_files;
    TaskDesk m_desk;
    AskFlow m_flow;
    HistoryBook m_book;
    RegionRun m_run;
    PictureLocator m_locator;
    QUndoGroup m_undo;

    std::optional<HistoryEntry> m_recalled; ///< its answer is shown, instead of a new one, when its pictures are
    RequestId m_packRequest = 0;            ///< 0: none under way
    AnswerOrigin m_origin;                  ///< of what the pack answers, without a date
    Progress m_progress;                    ///< of the request under way
    int m_packNumber = 0;                   ///< counts the packs that were loaded
    int m_pasted = 0;                       ///< counts pictures without a file
    bool m_rightUsed = false;               ///< a picture was on the right before
    QString m_lostReason;                   ///< why a card's picture could not be opened, as a sentence
    struct {
        QString lost;         ///< where the picture was that is looked for
        QString path, digest; ///< of the file that was looked at last
    } m_located;
};

/// Calls the slot when any of these changed, as long as both live.
template <typename Slot> void watch(const Workbench& workbench, Changes which, QObject* context, Slot slot)
{
    QObject::connect(&workbench, &Workbench::stateChanged, context, [which, slot](Changes changes) {
        if (changes & which)
            slot();
    });
}

} // namespace vbs
