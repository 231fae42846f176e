#include "app/commands/train_detector_command.h"

#include "app/commands/interrupt.h"
#include "app/commands/terminal_progress.h"
#include "app/commands/thread_option.h"
#include "core/base/error.h"
#include "core/picture_book/training/detector_training.h"
#include "core/runtime/device.h"
#include "core/tuning/run_folder.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class TrainDetectorCommand : public Command {
public:
    std::string name() const override { return "detector"; }
    std::string help() const override { return "Train the region detector on picture-book scenes"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--output", m_output, "Folder for the network, the log and the checkpoint")->required();
        app.add_option("--steps", m_options.steps, "Training steps")->capture_default_str();
        app.add_option("--batch", m_options.batch, "Pictures per step")->capture_default_str();
        app.add_option("--seed", m_options.seed, "Seed of scenes and initial weights")->capture_default_str();
        app.add_option("--scenes", m_options.scenes, "Different scenes to train on")->capture_default_str();
        app.add_option("--evaluate-every", m_options.evaluateEvery, "Steps between evaluations")->capture_default_str();
        app.add_option("--evaluation-scenes", m_options.evaluationScenes,
                       "Held-out scenes in these evaluations; the last one takes twice as many")
            ->capture_default_str();
        app.add_option("--learning-rate", m_options.learningRate, "Highest learning rate")->capture_default_str();
        app.add_option("--device", m_device, "auto, cpu, cuda or cuda:N")->capture_default_str();
        addThreadsOption(app);
        app.add_flag("--resume", m_options.resume, "Continue from the folder's checkpoint");
        app.add_flag("--quiet", m_quiet, "Print the result only");
    }

    void run() override
    {
        m_options.device = chooseDevice(m_device).device;
        m_options.output = m_output;
        m_options.lines = terminalLines(m_quiet);
        m_options.commandLine = "visualbert train detector --steps " + std::to_string(m_options.steps) + " --batch " +
                                std::to_string(m_options.batch) + " --seed " + std::to_string(m_options.seed) +
                                " --scenes " + std::to_string(m_options.scenes);
        JobControl control;
        control.stop = stopOnInterrupt();
        const DetectionReport report = train(control);
        std::printf("AP50 %.4f, recall %.4f, scenes without an error %.4f (%zu held-out scenes). Saved in %s\n",
                    report.ap50, report.recall, report.exactPictures, report.pictures, m_output.c_str());
    }

private:
    DetectionReport train(const JobControl& control) const
    {
        try {
            return trainDetector(m_options, control);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::Cancelled)
                throw;
            throw Error(e.code(), stoppedSentence(m_output));
        }
    }

    DetectorTrainingOptions m_options;
    std::string m_output;
    std::string m_device = "auto";
    bool m_quiet = false;
};

} // namespace

std::unique_ptr<Command> makeTrainDetectorCommand()
{
    return std::make_unique<TrainDetectorCommand>();
}

} // namespace vbs
