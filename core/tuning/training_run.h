#pragma once

#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/tuning/adamw.h"
#include "core/tuning/run_log.h"
#include "core/tuning/schedule.h"

#include <filesystem>
#include <functional>

namespace vbs {

class ProcessGroup;

struct TrainingPlan {
    std::filesystem::path folder; ///< log.jsonl and checkpoint/ are kept here
    Schedule schedule;
    AdamW::Options optimizer;
    int reportEvery = 25;           ///< steps
    int evaluateEvery = 0;          ///< steps; 0: only at the end
    double checkpointSeconds = 120; ///< a killed run loses no more than this
    bool resume = false;            ///< go on from the checkpoint, when there is one
    LineSink lines;                 ///< see RunLog
    /// The processes that compute a step's shares; null: this one computes all of it. The first one writes checkpoint
    /// and log.
    const ProcessGroup* group = nullptr;
};

/// The loop that every training shares: learning rate, clipping, update, log with time left, evaluation, and
/// checkpoints from which a killed run goes on exactly (weights, buffers, moments, random state, step).
class TrainingRun {
public:
    struct Hooks {
        /// Runs forward and backward of one step; gradients are zero before. Returns what to log. In a group: of this
        /// process's share, so that gradients and measures are what the group's sum needs.
        std::function<Measures(int step)> step;
        /// Held-out accuracy; the module is in evaluation mode and gradients are off meanwhile.
        std::function<Measures(int step)> evaluate;
    };

    /// @param rng the only source of chance of the steps; its state is part of the checkpoint.
    /// @throws Error when resume is asked for and the checkpoint does not fit the module.
    TrainingRun(torch::nn::Module& module, TrainingPlan plan, Rng& rng);

    int firstStep() const { return m_step; }

    /// Trains to the end of the schedule. On a stop request a checkpoint is written first.
    /// @throws Error (Cancelled) then; (FileUnwritable) when the disk is full: the last checkpoint stays.
    void run(const Hooks& hooks, const JobControl& control);

    /// Seconds spent in steps, those before a resume included.
    double secondsTrained() const { return m_secondsBefore + m_log.secondsSinceBegin(); }

private:
    std::filesystem::path checkpointFile() const { return m_plan.folder / "checkpoint" / "state.safetensors"; }
    bool leads() const;
    bool isStopped(const JobControl& control) const;
    void load();
    void takeFirsts();
    void save();
    void evaluate(const Hooks& hooks);

    torch::nn::Module& m_module;
    TrainingPlan m_plan;
    Rng& m_rng;
    AdamW m_optimizer;
    RunLog m_log;
    int m_step = 0;
    double m_secondsBefore = 0;
};

} // namespace vbs
