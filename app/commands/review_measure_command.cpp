#include "app/commands/review_measure_command.h"

#include "app/commands/metrics_text.h"
#include "app/commands/review_project_option.h"
#include "app/commands/terminal_progress.h"
#include "core/base/json.h"
#include "core/review/review_metrics.h"

#include <cstdio>
#include <iostream>

namespace vbs {

namespace {

class ReviewMetricsCommand : public Command {
public:
    std::string name() const override { return "metrics"; }
    std::string help() const override
    {
        return "The official metrics of the project's model, by the annotation as it was and as it was corrected";
    }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_option("--resamples", m_options.resamples, "for the 95 % intervals, by picture; 0: none")
            ->check(CLI::Range(0, 100000))
            ->capture_default_str();
        app.add_option("--seed", m_options.seed, "of the intervals")->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const auto store = m_project.open();
        const ReviewMetrics metrics = reviewMetricsOf(*store, m_options, terminalProgress(m_json));
        if (m_json) {
            std::cout << jsonText({{"model", store->project().model},
                                   {"items", metrics.items},
                                   {"before", reportJson(metrics.before)},
                                   {"after", reportJson(metrics.after)}})
                      << '\n';
            return;
        }
        std::printf("%s, %zu items, by the annotation as it was\n", store->project().model.c_str(), metrics.items);
        printReport(metrics.before);
        std::printf("\nby the annotation as it was corrected, without rejected items\n");
        printReport(metrics.after);
    }

private:
    ReviewProjectOption m_project;
    BootstrapOptions m_options;
    bool m_json = false;
};

class ReviewAgreementCommand : public Command {
public:
    std::string name() const override { return "agreement"; }
    std::string help() const override { return "How far a project's reviewers agree"; }

    void declare(CLI::App& app) override
    {
        m_project.declare(app);
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        const auto store = m_project.open();
        const ReviewerRatings ratings = ratingsOf(store->decisions());
        OrderedJson json = {{"reviewers", ratings.reviewers}, {"cohen_kappa", OrderedJson::object()}};
        const auto numberOrNull = [](const std::optional<double>& value) {
            return value ? OrderedJson(*value) : OrderedJson();
        };
        for (std::size_t i = 0; i < ratings.reviewers.size(); ++i)
            for (std::size_t j = i + 1; j < ratings.reviewers.size(); ++j)
                json["cohen_kappa"][ratings.reviewers[i] + ", " + ratings.reviewers[j]] =
                    numberOrNull(cohenKappa(ratings.ratings[i], ratings.ratings[j]));
        json["fleiss_kappa"] = numberOrNull(fleissKappa(ratings.ratings));
        json["krippendorff_alpha"] = numberOrNull(krippendorffAlpha(ratings.ratings));
        if (m_json)
            std::cout << jsonText(json) << '\n';
        else
            print(json);
    }

private:
    static void print(const OrderedJson& json)
    {
        const auto row = [](const std::string& name, const OrderedJson& value) {
            std::printf("%-40s %s\n", name.c_str(),
                        value.is_null() ? "not defined" : std::to_string(value.get<double>()).c_str());
        };
        for (const auto& [pair, value] : json["cohen_kappa"].items())
            row("Cohen's kappa: " + pair, value);
        row("Fleiss' kappa", json["fleiss_kappa"]);
        row("Krippendorff's alpha, with gaps", json["krippendorff_alpha"]);
    }

    ReviewProjectOption m_project;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeReviewMetricsCommand()
{
    return std::make_unique<ReviewMetricsCommand>();
}

std::unique_ptr<Command> makeReviewAgreementCommand()
{
    return std::make_unique<ReviewAgreementCommand>();
}

} // namespace vbs
