#pragma once

#include "ui/review/item_shelf.h"
#include "ui/review/review_state.h"
#include "ui/review/store_thread.h"
#include "ui/workbench/workbench_state.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <future>
#include <memory>
#include <stop_token>

namespace vbs {

/// The conductor of a review: takes the reviewer's wishes, keeps them in the project's store, and sees to it that what
/// is shown is what is kept. Nothing is shown as decided before it is in the store. A decision is about the item on
/// display; while another one comes, or the last decision is on its way to the store, wishes to decide are dropped.
/// Until the reviewer turns to an item, the one on display is the queue's first, also when the model's answers come in.
///
/// On a server the items that come next are read ahead, so that one can go on while the server is away. The window
/// never waits for one: what was to be kept when a project is closed is kept on the store's thread.
///
/// The queue stays as it is while items are decided, so that nothing jumps; it is made anew by refreshQueue, another
/// filter or order, and now and then while a model's answers come in that it goes by.
class ReviewDesk : public QObject {
    Q_OBJECT
public:
    explicit ReviewDesk(InferenceService& service, QObject* parent = nullptr);
    ~ReviewDesk() override;

    const ReviewState& state() const { return m_state; }

    void setReviewer(const QString& name);
    /// The model that answers are asked of; nothing: none is loaded. A project that has no other model's answers is
    /// asked at once.
    void setModel(const std::optional<PackInfo>& pack);
    const std::string& model() const { return m_model; } ///< as ReviewProject::model; empty: none is loaded
    bool isOfAnotherModel() const; ///< the project has the answers of another model than the one that is loaded
    void open(const QString& where);
    void close();
    void locatePictures(const QString& folder); ///< where they lie now; on a server: on this computer

    // The queue
    void setOrder(QueueOrder order);
    void setFilter(const ReviewFilter& filter);
    void nameFilter(const QString& name); ///< keeps the filter in force under a name
    void forgetFilter(const QString& name);
    void refreshQueue() { makeQueue(); }
    /// Calls back with the lines of some items, in their order; with none where they cannot be read, and not at all
    /// when the project is closed meanwhile.
    void lines(const std::vector<std::uint32_t>& numbers, std::function<void(std::vector<ItemLine>)> then);
    /// Calls back with the paths of their pictures; or not at all.
    void pictures(const std::vector<std::uint32_t>& numbers, std::function<void(QStringList)> then);

    // The item
    void choose(std::uint32_t number);
    void stay();                    ///< the reviewer turned to the item on display
    void showId(const QString& id); ///< its id in the data set, or its place in the queue, from 1
    void step(bool backwards);
    void stepToUndecided();
    void pickPhrase(std::size_t phrase);
    void setSettling(bool on);

    // Decisions. The first four deciding kinds go on to the next undecided item.
    void decide(DecisionKind kind, const QString& value = {});
    void take(std::size_t suggestion);
    /// Another truth or text. @param goesOn more of the same follows at once: kept after a short rest.
    void correct(const Example& now, bool goesOn = false);
    void toggleFlag();
    void toggleTag(const QString& tag);
    void undo();
    void redo();

    // The model
    void startPredictions(); ///< of the loaded model, which becomes the project's
    void stopPredictions();

Q_SIGNALS:
    void changed(vbs::ReviewChanges what);
    void said(const vbs::Message& message);
    void opened();                                                   ///< the project is there
    void predicted(const std::vector<vbs::Prediction>& predictions); ///< their lines are others now

private:
    void report(ReviewChanges what) { Q_EMIT changed(what); }
    void tell(const QString& text, Message::Kind kind = Message::Kind::Warning, const QString& action = {});
    StoreThread::Refused tellWhy();

    // Opening
    struct Opened;
    static Opened read(ReviewStore& store, const std::string& reviewer);
    void onOpened(Opened opened);
    void lookAtSources();
    void keepPlace();
    void leave();

    // Queue and items
    void makeQueue();
    void makeQueueOf(const std::vector<std::uint32_t>* found);
    struct Shown;
    static Shown look(ReviewStore& store, std::uint32_t number, const std::string& reviewer,
                      std::optional<std::uint32_t> before);
    static ReviewedItem readItem(ReviewStore& store, std::uint32_t number);
    void show(std::uint32_t number);
    void onShown(Shown shown);
    void onLost(std::uint32_t number, const Shown& shown);
    void put(ReviewedItem item);
    void completeItem(); ///< what follows from its acts
    void suggest();
    void showFirst();
    void goOn();
    void claimNext();
    void goOnAlone();
    void release(std::uint32_t number);
    std::vector<std::uint32_t> queueFromHere() const;
    std::string openTo() const; ///< whose decisions make an item decided besides all
    QueueStep undecidedStep() const;

    // Decisions
    bool isAnotherComing() const;
    bool mayMark() const;
    bool mayDecide() const;
    bool isDecidedSo(DecisionKind kind) const;
    void add(DecisionKind kind, const std::string& value, bool thenGoOn);
    struct Kept;
    void onDecided(const Decision& decision);
    ReviewChanges takeIn(const Decision& act);
    void turn(bool back);
    void keepDraft();

    // Team and model
    void listen();
    void prolongClaim();
    void takeChanges();
    struct News;
    static ReviewTeamState teamOf(ReviewStore& store);
    void onNews(const News& news);
    void drop(Decision waiting);
    void onChanges(const TeamChanges& changes);
    void setTeam(const ReviewTeamState& now);
    void setOpenItems(std::vector<OpenItem> open);
    void noteOpenedBy();
    void onSilent(bool silent);
    void fetchAhead();
    void onPredicted(const std::vector<Prediction>& predictions);
    void onPredictionsEnded(const QString& problem);
    void askByItself();
    void changeModel();

    InferenceService& m_service;
    ReviewState m_state;
    std::unique_ptr<StoreThread> m_store;
    struct {
        QString where;
        std::shared_future<void> closed;
    } m_last; ///< the project before: opened again, it is read with all that was done in it
    PredictionRunner m_runner;
    std::string m_model;
    bool m_untouched = true;    ///< nobody chose an item yet: the one that comes first is shown, as answers come in
    std::uint64_t m_search = 0; ///< counts queues: what an earlier search found is dropped
    std::optional<std::uint32_t> m_coming; ///< the item that is on its way
    bool m_seeking = false;                ///< the next item is asked for
    std::uint64_t m_wish = 0;              ///< counts items wished for: what was sought for an earlier one is let go
    int m_deciding = 0;                    ///< acts on their way to the store
    std::optional<Example> m_draft;        ///< a correction that goes on
    std::stop_source m_sourcesStop;        ///< of the look at the data set's files
    ItemShelf m_shelf;                     ///< of a project on a server
    std::vector<Decision> m_waiting;       ///< acts that wait for the server
    bool m_fetching = false;               ///< items are on their way to the shelf
    bool m_asking = false;                 ///< what others did is asked for
    bool m_awayTold = false;               ///< and not yet that the server is back
    QString m_teamProblem;                 ///< that was told
    QTimer m_draftRest, m_queueRest, m_placeRest, m_claimRest, m_changesRest;
};

} // namespace vbs
