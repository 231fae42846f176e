#pragma once

#include "ui/services/image_loader.h"
#include "ui/services/inference_service.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace vbs {

/// Has the regions of many pictures found, one after another, when the engine has nothing else to do. What is found
/// lies in the engine's store, so that these pictures open at once later. A picture that cannot be opened is counted.
class RegionRun : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Paused, Ended };

    struct Status {
        State state = State::Idle;
        int total = 0, done = 0; ///< pictures; broken ones are done, too
        int broken = 0;
        QString problem;         ///< of the first broken one, as a sentence
        QString stopped;         ///< Ended before all were done: why, as a sentence
        double secondsLeft = -1; ///< negative: not known
        double fraction = 0;     ///< of the whole run, 0..1
    };

    explicit RegionRun(InferenceService& service, QObject* parent = nullptr);

    const Status& status() const { return m_status; }
    void start(const QStringList& files); ///< anew, also while another run is under way
    void pause();
    void resume();
    void cancel();    ///< what was found stays
    void clear();     ///< an ended run is not spoken of any more
    void leavePack(); ///< another pack is in use: its regions would be others
    bool owns(RequestId id) const { return id != 0 && id == m_request; }
    void progress(const Progress& progress); ///< @pre owns() its request
    void finish(const ReplyBody& reply);     ///< @pre owns() its request

Q_SIGNALS:
    void changed();

private:
    void next();
    void drop();
    void end(const QString& stopped = {});
    void count(bool broken, const QString& problem);
    void tell(double ofCurrent = 0);

    InferenceService& m_service;
    ImageLoader m_loader;
    LoadTicket m_ticket = 0; ///< 0: no picture is being opened
    RequestId m_request = 0;
    QStringList m_files;
    Status m_status;
    QElapsedTimer m_opening;
    double m_openSeconds = 0; ///< of the picture in hand
    double m_seconds = 0;     ///< of all that had to be looked at
    int m_looked = 0;         ///< how many had to
};

} // namespace vbs
