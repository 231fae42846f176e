#include "ui/review/review_desk.h"

#include "core/base/json.h"
#include "core/review/prediction_run.h"
#include "core/review/project_sources.h"
#include "ui/services/problem_of.h"
#include "ui/store/review_project_file.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <chrono>

namespace vbs {
namespace {

using namespace std::chrono_literals;

constexpr auto kDraftRest = 500ms;   ///< after which a box that was moved by keys is kept
constexpr auto kQueueRest = 2s;      ///< between two queues while the model's answers come in
constexpr auto kClaimRest = 60s;     ///< between two signs of life
constexpr auto kChangesRest = 3s;    ///< for when the server cannot tell by itself
constexpr auto kReopenPatience = 5s; ///< on the store's thread: for what the last one has still to do
constexpr auto kDiskPatience = 2s;   ///< for a last act on its way; a disk that takes longer is out of order
constexpr auto kServerPatience = 30ms;
constexpr const char* kPlaceNote = "window";

/// Where a reviewer left off.
struct Place {
    QueueOrder order = QueueOrder::MostSurprising;
    std::uint64_t seed = 1;
    ReviewFilter filter;
    std::int64_t item = -1;
};

std::string noteOf(const Place& place)
{
    return jsonText(OrderedJson{{"order", nameOf(place.order)},
                                {"seed", place.seed},
                                {"filter", recordOf(place.filter)},
                                {"item", place.item}});
}

/// What is damaged, or of a later release, is as if it were not there.
Place placeOfNote(const std::string& note)
{
    Place place;
    if (note.empty())
        return place;
    static_cast<void>(problemOf([&] {
        const Json record = parseJson(note, "the note");
        Place read;
        read.order = queueOrderNamed(record.at("order").get<std::string>()).value_or(read.order);
        read.seed = record.at("seed").get<std::uint64_t>();
        read.filter = reviewFilterOfRecord(record.at("filter"));
        read.item = record.at("item").get<std::int64_t>();
        place = read;
    }));
    return place;
}

} // namespace

struct ReviewDesk::Opened {
    ReviewProject project;
    std::shared_ptr<ReviewIndex> index;
    std::map<std::string, ReviewFilter> filters;
    std::set<std::string> knownLabels;
    Place place;
    ReviewTeamState team;
};

ReviewDesk::ReviewDesk(InferenceService& service, QObject* parent)
    : QObject(parent), m_service(service), m_runner(service)
{
    for (QTimer* timer : {&m_draftRest, &m_queueRest, &m_placeRest})
        timer->setSingleShot(true);
    m_draftRest.setInterval(kDraftRest);
    m_placeRest.setInterval(kDraftRest);
    m_queueRest.setInterval(kQueueRest);
    m_claimRest.setInterval(kClaimRest);
    m_changesRest.setInterval(kChangesRest);
    connect(&m_draftRest, &QTimer::timeout, this, &ReviewDesk::keepDraft);
    connect(&m_queueRest, &QTimer::timeout, this, &ReviewDesk::makeQueue);
    connect(&m_placeRest, &QTimer::timeout, this, &ReviewDesk::keepPlace);
    connect(&m_claimRest, &QTimer::timeout, this, &ReviewDesk::prolongClaim);
    connect(&m_changesRest, &QTimer::timeout, this, &ReviewDesk::takeChanges);
    connect(&m_runner, &PredictionRunner::predicted, this, &ReviewDesk::onPredicted);
    connect(&m_runner, &PredictionRunner::ended, this, &ReviewDesk::onPredictionsEnded);
    connect(&m_runner, &PredictionRunner::progressed, this, [this](const PredictionProgress& progress) {
        m_state.prediction = progress;
        report(ReviewChange::Prediction);
    });
}

ReviewDesk::~ReviewDesk()
{
    leave();
}

void ReviewDesk::tell(const QString& text, Message::Kind kind, const QString& action)
{
    Q_EMIT said({kind, text, action});
}

StoreThread::Refused ReviewDesk::tellWhy()
{
    return [this](const ErrorInfo& why) { tell(problemText(why), Message::Kind::Error); };
}

void ReviewDesk::setReviewer(const QString& name)
{
    if (name == m_state.reviewer)
        return;
    if (m_state.team.isTeam && m_state.item)
        release(m_state.item->item.number);
    m_state.reviewer = name;
    if (m_state.item)
        show(m_state.item->item.number);
    report(ReviewChange::Project);
}

void ReviewDesk::open(const QString& where)
{
    close();
    m_state.where = where;
    m_state.opening = true;
    const std::shared_future<void> before = m_last.where == where ? m_last.closed : std::shared_future<void>();
    m_store = std::make_unique<StoreThread>([where = where.toStdString(), before] {
        if (before.valid())
            before.wait_for(kReopenPatience);
        return openReviewProject(where);
    });
    connect(m_store.get(), &StoreThread::silent, this, &ReviewDesk::onSilent);
    report(kAllReviewChanges);
    m_store->run([reviewer = m_state.reviewer.toStdString()](ReviewStore& store) { return read(store, reviewer); },
                 [this](Opened opened) { onOpened(std::move(opened)); },
                 [this](const ErrorInfo& why) {
                     close();
                     tell(problemText(why), Message::Kind::Error);
                 });
}

ReviewDesk::Opened ReviewDesk::read(ReviewStore& store, const std::string& reviewer)
{
    Opened opened;
    opened.project = store.project();
    opened.index = std::make_shared<ReviewIndex>(store.summaries(), store.decisions(), opened.project.reviewersWanted);
    opened.filters = store.filters();
    const bool boxes = store.count() > 0 && !store.item(0).example.task;
    if (boxes && !opened.project.model.empty())
        opened.knownLabels = labelsSeenBy(store, opened.project.model);
    opened.place = placeOfNote(store.note(reviewer, kPlaceNote));
    opened.team = teamOf(store);
    return opened;
}

void ReviewDesk::onOpened(Opened opened)
{
    m_state.opening = false;
    m_state.project = std::move(opened.project);
    m_state.index = std::move(opened.index);
    m_state.filters = std::move(opened.filters);
    m_state.knownLabels = std::move(opened.knownLabels);
    m_state.order = opened.place.order;
    m_state.seed = opened.place.seed;
    m_state.filter = opened.place.filter;
    m_state.team = opened.team;
    m_state.counts = m_state.index->counts();
    if (m_state.team.isTeam)
        listen();
    m_untouched = opened.place.item < 0;
    if (opened.place.item >= 0 && std::uint64_t(opened.place.item) < m_state.index->size())
        show(std::uint32_t(opened.place.item));
    makeQueue();
    report(kAllReviewChanges);
    Q_EMIT this->opened();
    lookAtSources();
    askByItself();
}

/// Hashing large files takes a while, so that it is done beside.
void ReviewDesk::lookAtSources()
{
    m_sourcesStop = std::stop_source();
    QThreadPool::globalInstance()->start([desk = QPointer<ReviewDesk>(this), project = m_state.project,
                                          stop = m_sourcesStop.get_token()] {
        std::vector<ChangedSource> changes;
        static_cast<void>(problemOf([&] { changes = changedSources(project, {stop, {}}); }));
        if (changes.empty() || stop.stop_requested())
            return;
        const auto gone = std::ranges::find(changes, false, &ChangedSource::isThere);
        const bool allThere = gone == changes.end(); // else there is nothing to carry the review over to
        const QString text = allThere
                                 ? tr("%1 has changed since the project was made. A new project of it can take over "
                                      "all decisions; an export needs the file as it was.")
                                       .arg(fromPath(changes.front().path))
                                 : toQString(gone->sentence);
        QMetaObject::invokeMethod(qApp, [desk, stop, text, allThere] {
            if (desk && !stop.stop_requested())
                desk->tell(text, Message::Kind::Warning, allThere ? "review.carry-over" : QString());
        });
    });
}

void ReviewDesk::leave()
{
    if (!m_store)
        return;
    m_sourcesStop.request_stop();
    keepDraft();
    keepPlace();
    if (m_state.team.isTeam)
        m_store->run(
            [reviewer = m_state.reviewer.toStdString()](ReviewStore& store) {
                for (const Claim& claim : store.team()->claims())
                    if (claim.reviewer == reviewer)
                        store.team()->release(reviewer, claim.item);
                return true;
            },
            [](bool) {}, [](const ErrorInfo&) {});
    m_store->finish(m_deciding > 0 && !m_state.team.isTeam ? kDiskPatience : kServerPatience);
    m_last = {m_state.where, m_store->closed()};
    m_store.reset();
}

void ReviewDesk::close()
{
    m_runner.forget(); // its items are the old project's
    leave();
    for (QTimer* timer : {&m_draftRest, &m_queueRest, &m_placeRest, &m_claimRest, &m_changesRest})
        timer->stop();
    m_coming.reset();
    m_untouched = true;
    m_deciding = 0;
    m_seeking = m_fetching = m_asking = m_awayTold = false;
    m_shelf = {};
    m_waiting.clear();
    m_teamProblem.clear();
    m_draft.reset();
    ReviewState closed;
    closed.reviewer = m_state.reviewer;
    m_state = std::move(closed);
    report(kAllReviewChanges);
}

void ReviewDesk::locatePictures(const QString& folder)
{
    if (!m_store)
        return;
    m_store->run(
        [images = toPath(folder)](ReviewStore& store) {
            ReviewProject project = store.project();
            project.files.images = images;
            if (ReviewTeam* team = store.team())
                team->setFilesHere(project.files);
            else
                store.setProject(project);
            return true;
        },
        [this](bool) { open(QString(m_state.where)); }, tellWhy());
}

void ReviewDesk::keepPlace()
{
    if (!m_store || !m_state.index)
        return;
    m_placeRest.stop();
    const Place place{m_state.order, m_state.seed, m_state.filter,
                      m_state.item ? std::int64_t(m_state.item->item.number) : -1};
    m_store->run(
        [reviewer = m_state.reviewer.toStdString(), note = noteOf(place)](ReviewStore& store) {
            store.setNote(reviewer, kPlaceNote, note);
            return true;
        },
        [](bool) {}, [](const ErrorInfo&) {}); // of little worth beside the decisions, which tell
}

} // namespace vbs
