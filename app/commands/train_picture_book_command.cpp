#include "app/commands/train_picture_book_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/picture_book/training/picture_book_training.h"
#include "core/tuning/run_folder.h"

#include <cstdio>

namespace vbs {

namespace {

class TrainPictureBookCommand : public Command {
public:
    std::string name() const override { return "picture-book"; }
    std::string help() const override { return "Train the whole picture-book pack: detector and all tasks"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--detector", m_options.extractorFolder,
                       "folder that train detector wrote; without it, one is trained first");
        app.add_option("--start", m_options.startPack, "picture-book pack whose weights VisualBERT starts from");
        app.add_option("--detector-steps", m_options.detectorSteps, "training steps of the detector")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000000));
        app.add_option("--output", m_options.folder, "folder of the run; the pack is written into its pack/")
            ->required();
        app.add_option("--steps", m_options.steps, "training steps")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000000));
        app.add_option("--scenes", m_options.trainingScenes, "training scenes")
            ->capture_default_str()
            ->check(CLI::Range(100, 10000000));
        app.add_option("--held-out", m_options.heldOutScenes, "scenes to evaluate on while training")
            ->capture_default_str()
            ->check(CLI::Range(10, 1000000));
        app.add_option("--seed", m_options.seed, "seed of weights and examples")->capture_default_str();
        app.add_option("--learning-rate", m_options.learningRate, "highest learning rate")->capture_default_str();
        app.add_option("--evaluate-every", m_options.evaluateEvery, "steps; 0: only at the end")->capture_default_str();
        app.add_option("--device", m_options.device, "auto, cpu or cuda[:N]")->capture_default_str();
        addThreadsOption(app);
        app.add_flag("--resume", m_options.resume, "continue from the run's checkpoint");
        app.add_flag("--quiet", m_quiet, "no progress");
    }

    void run() override
    {
        m_options.lines = terminalLines(m_quiet);
        JobControl control = terminalProgress(m_quiet);
        control.stop = stopOnInterrupt();
        const Measures result = train(control);
        std::printf("Correct answers on held-out scenes:\n");
        for (const auto& [what, share] : result)
            std::printf("  %-32s %6.1f %%\n", what.c_str(), 100 * share);
        std::printf("pack: %s\n", (m_options.folder / "pack").c_str());
    }

private:
    Measures train(const JobControl& control) const
    {
        try {
            return trainPictureBook(m_options, control);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::Cancelled)
                throw;
            throw Error(e.code(), stoppedSentence(m_options.folder));
        }
    }

    PictureBookOptions m_options;
    bool m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeTrainPictureBookCommand()
{
    return std::make_unique<TrainPictureBookCommand>();
}

} // namespace vbs
