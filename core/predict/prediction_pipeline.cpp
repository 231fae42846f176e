#include "core/predict/prediction_pipeline.h"

#include "core/base/error.h"
#include "core/base/process_memory.h"
#include "core/checkpoint/torch_errors.h"
#include "core/predict/piece_batches.h"
#include "core/predict/run_parts.h"
#include "core/review/prediction_of.h"
#include "core/runtime/process_setup.h"

#include <algorithm>
#include <stop_token>
#include <thread>

#include <torch/types.h>

namespace vbs {

namespace {

constexpr std::size_t kDecodedExamples = 64, kDecodedBytes = 96u << 20;
// As many as a piece has, so that regions are found while the batches of one are computed.
constexpr std::size_t kLookedExamples = 2048, kLookedBytes = 48u << 20;
constexpr std::size_t kBatchesAhead = 3;
constexpr std::size_t kBatchesATidying = 64;

std::uint64_t microsOf(double seconds)
{
    return std::uint64_t(1e6 * seconds);
}

} // namespace

PredictionPipeline::PredictionPipeline(const Parts& parts, const Options& options, const JobControl& control)
    : m_parts(parts), m_options(options), m_control(control), m_quiet{control.stop, {}},
      m_decoded(kDecodedExamples, kDecodedBytes), m_looked(kLookedExamples, kLookedBytes), m_batches(kBatchesAhead),
      m_computed(kBatchesAhead)
{
}

void PredictionPipeline::stopAll()
{
    m_decoded.abandon();
    m_looked.abandon();
    m_batches.abandon();
}

void PredictionPipeline::guarded(const std::function<void()>& stage)
{
    try {
        const torch::NoGradGuard noGrad;
        stage();
    } catch (const std::exception& e) {
        const Error error = asError(e);
        if (error.code() != ErrorCode::Cancelled) {
            const std::lock_guard lock(m_mutex);
            if (!m_error)
                m_error = std::make_exception_ptr(error);
        }
        stopAll();
    }
}

bool PredictionPipeline::run(const ShardPlan& plan)
{
    const std::stop_callback onStop(m_control.stop, [this] { stopAll(); });
    {
        std::jthread decoding([&] { guarded([&] { decode(plan); }), m_decoded.finish(); });
        std::jthread looking([&] { guarded([&] { look(); }), m_looked.finish(); });
        std::jthread making([&] { guarded([&] { makeBatches(); }), m_batches.finish(); });
        std::jthread writing([&] {
            guarded([&] { write(); });
            m_computed.abandon(); // after an error nobody takes what is computed
        });
        guarded([&] { compute(); });
        m_computed.finish();
    }
    if (m_error)
        std::rethrow_exception(m_error);
    return m_sent + std::size_t(std::ranges::count(m_options.done, true)) == plan.items;
}

void PredictionPipeline::decode(const ShardPlan& plan)
{
    RunPictures pictures = m_parts.stages.pictures(m_parts.store);
    std::vector<std::filesystem::path> before;
    for (const ShardPlan::Piece& piece : plan.pieces) {
        if (std::ranges::all_of(piece, [&](std::uint32_t number) { return m_options.done[number]; }))
            continue;
        for (const std::uint32_t number : piece) {
            AskedPtr asked = askedExample(m_parts.dataset, number, m_options.top, pictures);
            asked->isDone = m_options.done[number];
            asked->endsPiece = number == piece.back();
            std::size_t weight = 0; // of what the example before does not hold already
            if (asked->example.pictures != before)
                for (const RunPicturePtr& picture : asked->pictures)
                    weight += picture->image ? picture->image->pixels.size() : 0;
            before = asked->example.pictures;
            if (!m_decoded.push(std::move(asked), weight))
                return;
        }
    }
}

void PredictionPipeline::look()
{
    startComputeThreads();
    std::vector<std::filesystem::path> before;
    while (std::optional<AskedPtr> next = m_decoded.pop()) {
        AskedExample& asked = **next;
        if (asked.fault.empty()) {
            try {
                const PackStages::Looked looked = m_parts.stages.look(asked, m_parts.store, m_quiet);
                m_parts.counts.looked += looked.pictures;
                m_parts.counts.known += looked.known;
                m_parts.counts.extractorMicros += microsOf(looked.seconds);
            } catch (const std::exception& e) {
                m_control.throwIfStopped();
                blameExample(asked, e);
            }
        }
        std::size_t weight = 0; // of what the example before does not hold already
        if (asked.example.pictures != before)
            for (const PictureRegions& side : asked.question.sides)
                weight += side.found->features.nbytes();
        before = asked.example.pictures;
        if (!m_looked.push(std::move(*next), weight))
            return;
    }
}

void PredictionPipeline::makeBatches()
{
    computeAlone();
    std::vector<AskedPtr> piece;
    while (std::optional<AskedPtr> next = m_looked.pop()) {
        AskedExample& asked = **next;
        if (asked.fault.empty()) {
            try {
                m_parts.stages.encode(asked);
            } catch (const std::exception& e) {
                blameExample(asked, e);
            }
        }
        const bool ends = asked.endsPiece;
        piece.push_back(std::move(*next));
        if (ends) {
            sendPiece(std::move(piece));
            piece.clear();
        }
    }
}

void PredictionPipeline::sendPiece(std::vector<AskedPtr> piece)
{
    forEachBatch(std::move(piece), m_parts.stages, m_options.batch, [&](AskedBatch batch, const BatchSize& size) {
        m_parts.counts.cells += size.cells;
        m_parts.counts.padding += size.cells - size.filled;
        ++m_parts.counts.batches;
        return m_batches.push(std::move(batch));
    });
}

void PredictionPipeline::compute()
{
    startComputeThreads();
    while (std::optional<AskedBatch> batch = m_batches.pop()) {
        if (batch->examples.front()->fault.empty()) {
            const Stopwatch watch;
            m_parts.stages.compute(*batch);
            m_parts.counts.networkMicros += microsOf(watch.seconds());
        }
        if (!m_computed.push(std::move(*batch)))
            return;
    }
}

std::string PredictionPipeline::linesOfBatch(const AskedBatch& batch)
{
    std::string lines;
    for (std::size_t i = 0; i < batch.examples.size(); ++i) {
        const AskedExample& asked = *batch.examples[i];
        if (asked.isDone)
            continue;
        ++m_sent;
        if (!asked.fault.empty()) {
            ++m_parts.counts.failed;
            lines += faultLine(asked.number, asked.example.id, asked.fault) + "\n";
            continue;
        }
        const Prediction prediction = predictionOf({asked.number, asked.example}, m_parts.stages.resultOf(batch, i));
        lines += answerLine(asked.number, asked.example.id, prediction.result) + "\n";
    }
    return lines;
}

void PredictionPipeline::write()
{
    computeAlone();
    std::size_t batches = 0;
    while (const std::optional<AskedBatch> batch = m_computed.pop()) {
        const std::size_t before = m_sent;
        m_parts.file.append(linesOfBatch(*batch));
        m_parts.counts.done += m_sent - before;
        m_parts.progress.update();
        if (++batches % kBatchesATidying == 0)
            returnFreeMemory();
        m_control.report(m_parts.progress.text(), std::min(.999, m_parts.progress.fraction()));
    }
}

} // namespace vbs
