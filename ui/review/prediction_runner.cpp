#include "ui/review/prediction_runner.h"

#include "core/review/prediction_run.h"
#include "ui/services/background_job.h"
#include "ui/services/problem_of.h"
#include "ui/store/review_project_file.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"

#include <QElapsedTimer>

namespace vbs {
namespace {

constexpr std::size_t kItemsABatch = 8; ///< little, since a question of the user's begins a batch anew

} // namespace

PredictionRunner::PredictionRunner(InferenceService& service, QObject* parent)
    : QObject(parent), m_engine(sharedEngine(service)), m_line(std::make_shared<ReplyLine>(this))
{
}

PredictionRunner::~PredictionRunner()
{
    m_line->cut();
    m_stop.request_stop();
}

void PredictionRunner::stop()
{
    m_stop.request_stop();
}

void PredictionRunner::forget()
{
    stop();
    ++m_run;
    m_running = false;
}

void PredictionRunner::start(const QString& where, const std::string& model, PackId pack)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_running = true;
    const auto post = [this, line = m_line, run = ++m_run](auto event) {
        line->post([this, run, event] {
            if (run == m_run)
                event();
        });
    };
    runInBackground(
        [this, post, model, pack, engine = m_engine, where = where.toStdString(), stop = m_stop.get_token()] {
            QElapsedTimer clock;
            clock.start();
            double first = -1;
            JobControl control{stop, {}};
            control.onProgress = [&](const Progress& progress) {
                if (first < 0)
                    first = progress.fraction;
                PredictionProgress now{progress.fraction, -1};
                if (now.fraction > first)
                    now.secondsLeft = double(clock.elapsed()) / 1000 * (1 - now.fraction) / (now.fraction - first);
                post([this, now] { Q_EMIT progressed(now); });
            };
            PredictionRun run{kItemsABatch, {}};
            run.onPredicted = [&](std::span<const Prediction> some) {
                post([this, all = std::vector<Prediction>(some.begin(), some.end())] { Q_EMIT predicted(all); });
            };
            const auto problem =
                problemOf([&] { predictProject(*openReviewProject(where), *engine, model, pack, control, run); });
            const bool told = problem && problem->code != ErrorCode::Cancelled;
            post([this, sentence = told ? problemText(*problem) : QString()] {
                m_running = false;
                Q_EMIT ended(sentence);
            });
        });
}

} // namespace vbs
