#pragma once

#include "ui/services/image_loader.h"
#include "ui/services/inference_service.h"
#include "ui/workbench/history_store.h"
#include "ui/workbench/workbench_state.h"

#include <QObject>
#include <QTimer>
#include <QUndoGroup>
#include <QUndoStack>

#include <array>
#include <unordered_map>

namespace vbs {

/// The only writer of the state: takes the user's wishes, sends them to the services, and drops replies that
/// a later wish has overtaken. Regions are found once a picture (an ordinary request); questions follow as
/// interactive requests, of which the latest wins. What the user makes of a picture's regions, and the way back
/// from it, is remembered while the program runs. A picture seen for the first time takes over the filter.
///
/// Each task keeps its own text, choices and answer while the pictures stay. Regions hidden to see what changes are
/// hidden from every task but Find; the answer from before is asked for when it is not known.
class Workbench : public QObject {
    Q_OBJECT
public:
    /// @param historyFolder where cards outlive the program; empty: nowhere.
    Workbench(std::unique_ptr<InferenceBackend> backend, const QString& historyFolder, QObject* parent = nullptr);
    ~Workbench() override;

    const WorkbenchState& state() const { return m_state; }

    void loadPack(const std::filesystem::path& folder);
    void reportNoPack(const QString& problem); ///< none was found: pictures can still be looked at

    /// Pictures, or one folder. The first picture is shown.
    void openPaths(const QStringList& paths);
    void openImage(const QImage& image, const QString& name);
    void openSample();
    void showFile(int index);
    void step(int by); ///< through the open files; stops at both ends

    void setTask(Task task);
    /// Compare's second picture; one path of a picture.
    void openRight(const QString& path);
    void openRight(const QImage& image, const QString& name);
    void swapPictures();
    /// The choices as they are being edited: answered after a short rest.
    void setChoices(const QStringList& choices);
    /// Its task, pictures, text and choices; asked at once.
    void tryExample(const PackExample& example);

    /// Hides a region from the model, or brings it back, and asks again.
    void toggleRegion(Side side, int region);
    void bringBackRegions();

    void lookAtPhrase(int phrase); ///< Find: shows its heatmap; -1: none
    void lookAtRegion(int region); ///< Find: marks the phrases that mean it; -1: none

    /// The text as it is being typed: answered after a short rest.
    void typeQuestion(const QString& text);
    /// Enter, the button or an example: answered at once, and kept in the history.
    void ask(const QString& text);
    void setWhy(const ExplanationRequest& why);
    void stepLayer(int by); ///< the layer that explains; before the first comes the mean of all
    void stepHead(int by);
    void recall(int historyIndex);
    void removeFromHistory(int historyIndex);
    void clearHistory();
    bool ownsPicture(const QString& path) const { return m_historyStore.owns(path); } ///< kept with the history
    void pickRegion(int region);
    void findRegions();      ///< again after a cancel or an error
    void cancel();           ///< what the activity shows
    QString missing() const; ///< what the user has to do before the task can answer; empty: nothing

    /// Applies while the regions are those that were found. The answer follows after a short rest.
    void setRegionFilter(const RegionFilter& filter);
    /// Editing makes the regions on the canvas the user's own; the answer follows after a short rest.
    /// Boxes are in pixels, inside the picture and not empty. Every edit can be undone.
    void addRegion(const Box& box); ///< picked at once
    /// @param goesOn one step to undo together with the change before it (a key held down).
    void changeRegion(int region, const Box& box, bool goesOn = false);
    void removeRegion(int region);
    void useFoundRegions();
    QUndoGroup& undoGroup() { return m_undo; }

Q_SIGNALS:
    void packChanged();
    void filesChanged();
    void currentFileChanged();
    void pictureChanged();
    void pictureOpened(const QString& path);
    void regionsChanged(); ///< or which of them are hidden, or whose they are
    void pickedRegionChanged();
    void taskChanged();
    void questionChanged(); ///< or the choices
    void answerChanged();
    void removedChanged(); ///< which regions the user hides
    void rightPictureChanged();
    void rightRegionsChanged();
    void lookedChanged(); ///< Find: what the user looks at
    void whyChanged();
    void historyChanged();
    void activityChanged();
    void messageRaised(const vbs::Message& message);
    void messageOutdated(); ///< what the last message said is no longer so

private:
    struct Wanted {
        bool keep = false; ///< in the history
    };
    struct Asked : Question {
        bool keep = false;
        bool before = false; ///< the answer before regions were hidden, with the wanted one to follow
    };
    /// What a task that is not shown keeps.
    struct Parked {
        TaskInput input;
        std::optional<Answered> answered, before;
    };
    /// What is known of a picture that was open before.
    struct PictureMemory {
        QSize size; ///< another one: the file was replaced, and the boxes mean nothing
        RegionChoice choice;
        int describedBy = 0;
        std::unique_ptr<QUndoStack> undo; ///< from the first edit on
    };
    class RegionsCommand;

    void leavePicture();
    void onSizeKnown(LoadTicket ticket, const QSize& size);
    void onOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onFolderListed(LoadTicket ticket, const QString& folder, const QStringList& files);
    void onOpenFailed(LoadTicket ticket, const ErrorInfo& error);

    void leaveRight();
    void onRightOpened(LoadTicket ticket, const std::shared_ptr<const PicturePyramid>& pixels);
    void onRightFailed(LoadTicket ticket, const ErrorInfo& error);
    void onRightRegionsReply(const ReplyBody& reply);
    void openRight(const OpenPicture& picture);
    bool updateRightRegions();
    void refreshRightRegions();
    bool needsRightRegions() const;
    void recollectRight();
    bool twoPictures() const { return taskSpec(m_state.task).twoPictures(); }

    TaskInput input() const { return {m_state.question, m_state.choices}; }
    Question currentQuestion() const;
    bool canAsk() const { return missing().isEmpty(); }
    bool readyToAsk();
    void swapTask(Task task);
    void dropAnswers();
    void dropAnswersOfTwo();
    void askAgain();
    bool askBeforeFirst(const Question& question);
    void giveRemoved(const Question& question, InferenceRequest* request) const;

    void onRest();
    void proceed();
    void submitRegions();
    void submitRightRegions();
    void submitQuestion();
    void giveRegions(InferenceRequest* request) const;
    bool needsFoundRegions() const;
    void onProgress(RequestId id, const Progress& progress);
    void onFinished(RequestId id, const ReplyBody& reply);
    void onPackReply(const ReplyBody& reply);
    void onRegionsReply(const ReplyBody& reply);
    void onAnswerReply(const ReplyBody& reply);
    void readHistory();
    void keepInHistory();
    void showRecalled(const HistoryEntry& entry);
    void recallRight(const HistoryEntry& entry);
    bool finishRecall();

    void rememberPicture();
    void recollectPicture();
    bool updateRegions();
    void refreshRegions();
    void answerSoon();
    void describe(const RegionSet& described);
    void describeRight(const RegionSet& described);
    std::vector<Region> shownRegions(int* region) const;
    void edit(std::optional<std::vector<Region>> own, int picked, const QString& text, int goesOn = -1);
    void setOwnRegions(const std::optional<std::vector<Region>>& own, int picked);

    void cancelRequest(RequestId& id);
    void updateActivity();
    void raise(Message::Kind kind, const QString& text, const QString& actionId = {});

    WorkbenchState m_state;
    ImageLoader m_loader, m_rightLoader;
    InferenceService m_service;
    HistoryStore m_historyStore;
    QTimer m_rest; ///< between the last key or edit and the question

    LoadTicket m_ticket = 0, m_rightTicket = 0;
    OpenPicture m_rightOpening; ///< what m_rightTicket will show
    OpenPicture m_opening;      ///< what m_ticket will show
    QString m_openingText;
    std::optional<HistoryEntry> m_recalled; ///< its answer is shown instead of a new one
    RequestId m_packRequest = 0, m_regionsRequest = 0, m_rightRequest = 0, m_askRequest = 0; ///< 0: none under way
    bool m_regionsRefused = false, m_rightRefused = false; ///< cancelled or failed: only the user starts it again
    std::optional<Wanted> m_wanted;                        ///< waits for pack, picture and regions
    Asked m_asked;                                         ///< what m_askRequest will answer
    Progress m_progress;
    std::optional<RegionSet> m_rightFound;
    std::array<Parked, kTaskCount> m_parked; ///< of the tasks that are not shown

    bool m_describing = false;     ///< m_regionsRequest is about the user's own regions
    bool m_describeWanted = false; ///< own regions wait to be described, without a question
    int m_packNumber = 0;          ///< counts the packs that were loaded
    int m_describedBy = 0;         ///< the pack that described the own regions as they are; 0: none
    int m_pasted = 0;              ///< counts pictures without a file
    QUndoGroup m_undo;
    std::unordered_map<QString, PictureMemory> m_memory; ///< by OpenPicture::key
};

} // namespace vbs
