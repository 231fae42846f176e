#include "ui/services/model_service.h"

#include "ui/services/problem_of.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QLocale>

#include <utility>

namespace vbs {

ModelService::ModelService(std::unique_ptr<ModelSource> source, QObject* parent)
    : QObject(parent), m_source(std::move(source))
{
    m_transfers.setMaxThreadCount(1);
    m_looks.setMaxThreadCount(1);
}

ModelService::~ModelService()
{
    m_transferStop.request_stop();
    m_workStop.request_stop();
    for (QThreadPool* pool : {&m_transfers, &m_looks}) {
        pool->clear();
        pool->waitForDone();
    }
}

void ModelService::post(std::function<void()> event)
{
    QMetaObject::invokeMethod(this, std::move(event), Qt::QueuedConnection);
}

/// Runs work() beside the transfers; what it returns is called on the GUI thread.
template <typename Work> void ModelService::inBackground(Work work)
{
    m_looks.start([this, work = std::move(work)]() mutable { post(work()); });
}

void ModelService::refresh()
{
    inBackground([this]() -> std::function<void()> {
        std::vector<ModelCard> cards;
        QString folder;
        const auto error = problemOf([&] {
            folder = m_source->folder();
            cards = m_source->cards();
        });
        return [this, cards = std::move(cards), folder, error] {
            m_known = true;
            m_problem = error ? problemText(*error) : QString();
            m_folder = folder;
            if (!error)
                m_cards = cards;
            Q_EMIT changed();
        };
    });
}

void ModelService::get(const QString& name)
{
    Job& job = jobOf(name);
    if (job.state == Job::State::Waiting ||
        (job.state == Job::State::Running && m_running == name && !m_discard && !m_transferStop.stop_requested()))
        return;
    job.state = Job::State::Waiting;
    job.problem.clear();
    job.note.clear();
    m_waiting << name;
    Q_EMIT jobChanged(name);
    startNext();
}

void ModelService::startNext()
{
    if (!m_running.isEmpty() || m_waiting.isEmpty())
        return;
    m_running = m_waiting.takeFirst();
    m_discard = false;
    jobOf(m_running).state = Job::State::Running;
    Q_EMIT jobChanged(m_running);
    m_transferStop = std::stop_source();
    run(m_running);
}

void ModelService::run(const QString& name)
{
    m_transfers.start([this, name, stop = m_transferStop.get_token()] {
        TransferControl control;
        control.stop = stop;
        control.onProgress = [this, name, stop](const ModelTransfer& transfer) {
            post([this, name, stop, transfer] {
                if (stop.stop_requested() || m_running != name)
                    return;
                jobOf(name).transfer = transfer;
                Q_EMIT jobChanged(name);
            });
        };
        control.onNote = [this, name](const QString& note) {
            post([this, name, note] {
                jobOf(name).note = note;
                Q_EMIT jobChanged(name);
            });
        };
        std::filesystem::path folder;
        const auto error = problemOf([&] { folder = m_source->get(name, control); });
        post([this, name, folder, error] { end(name, folder, error); });
    });
}

void ModelService::end(const QString& name, const std::filesystem::path& folder, const std::optional<ErrorInfo>& error)
{
    m_running.clear();
    Job& job = jobOf(name);
    const bool discard = std::exchange(m_discard, false);
    if (!error) {
        job = {};
        Q_EMIT installed(name, fromPath(folder));
    } else if (error->code == ErrorCode::Cancelled) {
        if (job.state == Job::State::Running)
            job.state = discard ? Job::State::Idle : Job::State::Paused;
    } else if (!m_waiting.contains(name)) { // else it is wanted again already
        // A full disk is not the download's fault: it goes on from here when there is room.
        job.state = error->code == ErrorCode::FileUnwritable ? Job::State::Paused : Job::State::Failed;
        job.problem = problemText(*error);
    }
    if (discard && error) {
        job.transfer = {};
        inBackground([this, name]() -> std::function<void()> {
            const auto problem = problemOf([&] { m_source->discard(name); });
            return [this, problem] {
                if (problem)
                    Q_EMIT said(problemText(*problem), true);
                startNext();
            };
        });
    }
    Q_EMIT jobChanged(name);
    refresh();
    if (!discard || !error)
        startNext();
}

void ModelService::pause(const QString& name)
{
    m_waiting.removeAll(name);
    Job& job = jobOf(name);
    if (m_running == name)
        m_transferStop.request_stop();
    if (job.state == Job::State::Running || job.state == Job::State::Waiting)
        job.state = Job::State::Paused;
    Q_EMIT jobChanged(name);
}

void ModelService::cancel(const QString& name)
{
    m_waiting.removeAll(name);
    jobOf(name) = {};
    if (m_running == name) {
        m_discard = true;
        m_transferStop.request_stop();
    } else {
        inBackground([this, name]() -> std::function<void()> {
            const auto problem = problemOf([&] { m_source->discard(name); });
            return [this, problem] {
                if (problem)
                    Q_EMIT said(problemText(*problem), true);
                refresh();
            };
        });
    }
    Q_EMIT jobChanged(name);
}

void ModelService::remove(const QString& name)
{
    inBackground([this, name]() -> std::function<void()> {
        std::uintmax_t bytes = 0;
        const auto problem = problemOf([&] { bytes = m_source->remove(name); });
        return [this, problem, bytes] {
            Q_EMIT said(problem ? problemText(*problem)
                                : tr("Removed: %1 are free now.")
                                      .arg(QLocale().formattedDataSize(qint64(bytes), 0, QLocale::DataSizeSIFormat)),
                        problem.has_value());
            refresh();
        };
    });
}

void ModelService::addFiles(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    m_adding = true;
    Q_EMIT changed();
    inBackground([this, paths, stop = m_workStop.get_token()]() -> std::function<void()> {
        std::vector<RecognisedFile> files;
        const auto problem = problemOf([&] { files = m_source->add(paths, {stop, {}}); });
        return [this, problem, files] {
            m_adding = false;
            QStringList known, unknown, sentences;
            for (const RecognisedFile& file : files) {
                if (!file.name.isEmpty())
                    known << file.name;
                else if (file.remark.isEmpty())
                    unknown << file.path;
                if (!file.remark.isEmpty())
                    sentences << file.remark;
            }
            if (problem)
                sentences << problemText(*problem);
            if (!known.isEmpty())
                sentences << tr("Recognised: %1.").arg(known.join(", "));
            if (!unknown.isEmpty())
                sentences << tr("Not a file of these models: %1.").arg(unknown.join(", "));
            Q_EMIT said(sentences.isEmpty() ? tr("There was no file to look at.") : sentences.join(' '),
                        problem || known.isEmpty());
            refresh();
        };
    });
}

void ModelService::setFolder(const QString& folder)
{
    inBackground([this, folder]() -> std::function<void()> {
        const auto problem = problemOf([&] { m_source->setFolder(folder); });
        return [this, problem] {
            if (problem)
                Q_EMIT said(problemText(*problem), true);
            refresh();
        };
    });
}

} // namespace vbs
