#pragma once

#include "core/engine/inference_types.h"
#include "ui/services/model_source.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace vbs {

/// Gets, recognises and removes models on threads of its own: one model is fetched at a time, in the order of the
/// wishes. Methods and signals belong to the GUI thread. The destructor stops what is under way; parts stay on disk.
class ModelService : public QObject {
    Q_OBJECT
public:
    /// What the user wants of a model, and how far that is.
    struct Job {
        enum class State { Idle, Waiting, Running, Paused, Failed };
        State state = State::Idle;
        ModelTransfer transfer;
        QString problem; ///< Failed; Paused where it was not by the user: why, a sentence
        QString note;    ///< the last thing that happened on the way, a sentence; empty: nothing
    };

    explicit ModelService(std::unique_ptr<ModelSource> source, QObject* parent = nullptr);
    ~ModelService() override;

    const std::vector<ModelCard>& cards() const { return m_cards; }
    bool isKnown() const { return m_known; }             ///< the cards were looked at
    const QString& problem() const { return m_problem; } ///< why there are no cards, a sentence
    const QString& folder() const { return m_folder; }   ///< of the user's choice; empty: the usual places
    Job job(const QString& name) const { return m_jobs.value(name); }
    bool isAdding() const { return m_adding; }

    void refresh();                   ///< looks at the disk again
    void get(const QString& name);    ///< also: resume, try again
    void pause(const QString& name);  ///< keeps what is there
    void cancel(const QString& name); ///< throws away what is there of the download
    void remove(const QString& name);
    void addFiles(const QStringList& paths);
    void setFolder(const QString& folder);

Q_SIGNALS:
    void changed();                       ///< the cards
    void jobChanged(const QString& name); ///< how far it is
    void installed(const QString& name, const QString& folder);
    void said(const QString& sentence, bool isProblem); ///< what became of a wish that has no card

private:
    void startNext();
    void run(const QString& name);
    void end(const QString& name, const std::filesystem::path& folder, const std::optional<ErrorInfo>& error);
    template <typename Work> void inBackground(Work work);
    void post(std::function<void()> event);
    Job& jobOf(const QString& name) { return m_jobs[name]; }

    std::unique_ptr<ModelSource> m_source;
    std::vector<ModelCard> m_cards;
    QHash<QString, Job> m_jobs;
    QStringList m_waiting;
    QString m_running;      ///< whose transfer is under way; empty: none
    bool m_discard = false; ///< what is running is thrown away when it has stopped
    bool m_known = false, m_adding = false;
    QString m_problem, m_folder;
    std::stop_source m_transferStop, m_workStop;
    QThreadPool m_transfers, m_looks;
};

} // namespace vbs
