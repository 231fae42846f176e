#include "app/commands/review_predict_command.h"

#include "app/commands/engine_options.h"
#include "app/commands/review_project_option.h"
#include "core/base/json.h"
#include "core/review/prediction_run.h"

#include <iostream>

namespace vbs {

namespace {

class ReviewPredictCommand : public Command {
public:
    std::string name() const override { return "predict"; }
    std::string help() const override
    {
        return "Let a model answer every item, so that what surprises it comes first; goes on where it was stopped";
    }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        m_engine.declare(app);
    }

    void run() override
    {
        const auto store = m_project.open();
        PackInfo pack;
        DeviceInfo device;
        const auto engine = m_engine.load(pack, device);
        const std::string model = reviewModelOf(pack);
        predictProject(*store, *engine, model, 0, m_engine.control());
        std::size_t asked = 0, faulty = 0;
        std::string firstFault;
        store->forEachPrediction(model, [&](const Prediction& prediction) {
            ++asked;
            if (!prediction.fault.empty() && faulty++ == 0)
                firstFault = prediction.fault;
        });
        if (m_engine.json)
            std::cout << jsonText({{"model", model}, {"items", asked}, {"faulty", faulty}}) << '\n';
        else
            std::cout << model << " was asked about " << asked - faulty << " items.\n";
        if (faulty > 0)
            std::cerr << faulty << " items could not be asked about, the first one because: " << firstFault << '\n';
    }

private:
    ReviewProjectOption m_project;
    EngineOptions m_engine;
};

} // namespace

std::unique_ptr<Command> makeReviewPredictCommand()
{
    return std::make_unique<ReviewPredictCommand>();
}

} // namespace vbs
