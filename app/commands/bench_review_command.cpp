#include "app/commands/bench_review_command.h"

#include "app/commands/review_project_option.h"
#include "app/commands/review_queue_options.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/process_memory.h"
#include "core/base/random.h"
#include "core/base/stopwatch.h"
#include "core/datasets/vqa_v2.h"
#include "ui/store/review_project_file.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// A folder that goes with the measurement.
class BenchFolder {
public:
    explicit BenchFolder(const fs::path& parent)
    {
        std::string name = (parent / "review-bench-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw Error(ErrorCode::FileUnwritable, parent.string() + " cannot be written.");
        m_path = name;
    }
    ~BenchFolder()
    {
        std::error_code code;
        fs::remove_all(m_path, code);
    }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;

    fs::path operator/(const char* name) const { return m_path / name; }

private:
    fs::path m_path;
};

/// Questions in the size and the form of VQA v2's, from words of its kind.
DatasetFiles writeLikeVqa(const BenchFolder& folder, int count, int pictures)
{
    static const std::vector<std::string> starts{"What color is the", "How many", "Is the", "Is there a",
                                                 "What is the"};
    static const std::vector<std::string> things{"dog", "man",         "frisbee", "table",
                                                 "bus", "street sign", "woman",   "plate"};
    static const std::vector<std::string> ends{"in the picture?", "on the left?", "wearing a hat?", "near the water?"};
    static const std::vector<std::string> answers{"yes", "no", "2", "white", "dog", "on the table", "red and white"};
    Rng rng(7);
    const auto one = [&](const std::vector<std::string>& words) { return words[rng.below(words.size())]; };
    VqaV2Questions questions;
    VqaV2Annotations annotations;
    questions.head.dataSubtype = annotations.head.dataSubtype = "val2014";
    for (int i = 0; i < count; ++i) {
        const std::int64_t image = std::int64_t(i) * pictures / count, id = image * 1000 + i % 1000;
        const std::string start = one(starts);
        questions.questions.push_back({id, image, start + " " + one(things) + " " + one(ends)});
        VqaV2Annotation annotation{id, image, start, "other", one(answers), {}};
        for (int person = 1; person <= 10; ++person)
            annotation.answers.push_back(
                {person, rng.chance(.7) ? annotation.multipleChoiceAnswer : one(answers), "yes"});
        annotations.annotations.push_back(std::move(annotation));
    }
    const DatasetFiles files{folder / "questions.json", folder / "annotations.json", {}};
    writeVqaV2Questions(files.dataset, questions);
    writeVqaV2Annotations(files.annotations, annotations);
    return files;
}

double medianMs(int repeat, const std::function<void()>& work)
{
    return 1000 * medianSeconds(repeat, work);
}

class BenchReviewCommand : public Command {
public:
    std::string name() const override { return "review"; }
    std::string help() const override { return "Time a review project as large as VQA v2's validation set"; }

    void declare(CLI::App& app) override
    {
        app.add_option("--items", m_items, "how many questions")
            ->check(CLI::Range(100, 5'000'000))
            ->capture_default_str();
        app.add_option("--pictures", m_pictures, "about how many pictures")
            ->check(CLI::Range(1, 5'000'000))
            ->capture_default_str();
        app.add_option("--folder", m_folder, "where some hundred megabytes may be written meanwhile");
        app.add_option("--at", m_at,
                       "make the project on a server, postgresql://…; it stays there, and you may drop its schema");
        app.add_option("--repeat", m_repeat, "repetitions; medians are reported")
            ->check(CLI::Range(1, 1000))
            ->capture_default_str();
        app.add_flag("--json", m_json, "print a JSON document");
    }

    void run() override
    {
        prepareReviewStores();
        const BenchFolder folder(m_folder.empty() ? fs::temp_directory_path() : m_folder);
        const DatasetFiles files = writeLikeVqa(folder, m_items, m_pictures);
        const std::string file = m_at.empty() ? (folder / "bench.vbsreview").string() : m_at;
        forgetMemoryPeak();
        const Stopwatch watch;
        {
            const ProjectDraft draft = draftOf(files);
            makeReviewProject(file, draft);
        }
        add("import_s", watch.milliseconds() / 1000);
        add("import_peak_mb", double(processMemory().peak) / (1 << 20));
        fillWithWork(file);
        measure(file);
        print();
    }

private:
    /// A prediction for each item, and a decision on each tenth.
    void fillWithWork(const std::string& file)
    {
        const auto store = openReviewProject(file);
        Rng rng(9);
        std::vector<Prediction> predictions;
        for (int i = 0; i < m_items; ++i)
            predictions.push_back({std::uint32_t(i), "", rng.uniform() * 5, rng.uniform(), rng.uniform(), "white 40 %",
                                   R"({"answers":[["white",0.4],["red",0.2],["blue",0.1]]})"});
        store->putPredictions("bench", predictions);
        ReviewProject project = store->project();
        project.model = "bench";
        store->setProject(project);
        Decision decision;
        decision.reviewer = "bench";
        std::vector<double> times;
        for (int i = 0; i < m_items; i += std::max(10, m_items / 2000)) {
            decision.item = std::uint32_t(i);
            decision.kind = i % 3 == 0 ? DecisionKind::Reject : DecisionKind::Accept;
            const Stopwatch watch;
            store->add(decision);
            times.push_back(watch.milliseconds());
        }
        std::ranges::sort(times);
        add("decision_ms", times[times.size() / 2]);
    }

    void measure(const std::string& file)
    {
        add("open_ms", medianMs(m_repeat, [&] { indexOf(*openReviewProject(file)); }));
        const auto store = openReviewProject(file);
        const ReviewIndex index = indexOf(*store);
        Rng rng(11);
        add("item_ms", medianMs(50 * m_repeat, [&] {
                const auto number = std::uint32_t(rng.below(std::size_t(m_items)));
                store->item(number);
                store->prediction("bench", number);
                store->decisionsOf(number);
                store->withGroupOf(number);
            }));
        add("lines_100_ms", medianMs(10 * m_repeat, [&] {
                std::vector<std::uint32_t> numbers;
                for (int i = 0; i < 100; ++i)
                    numbers.push_back(std::uint32_t(rng.below(std::size_t(m_items))));
                store->lines(numbers);
            }));
        add("search_common_ms", medianMs(m_repeat, [&] { store->search("the"); }));
        add("search_two_words_ms", medianMs(m_repeat, [&] { store->search("frisbee col"); }));
        add("order_ms", medianMs(m_repeat, [&] { index.queue(QueueOrder::MostSurprising, 1, {}); }));
        ReviewFilter filter;
        filter.decided = false;
        filter.modelRight = false;
        add("filter_with_counts_ms", medianMs(m_repeat, [&] {
                index.queue(QueueOrder::MostSurprising, 1, filter);
                index.counts();
            }));
    }

    void add(const std::string& name, double value) { m_figures[name] = std::round(value * 100) / 100; }

    void print() const
    {
        if (m_json) {
            std::cout << jsonText({{"items", m_items}, {"pictures", m_pictures}, {"figures", m_figures}}) << '\n';
            return;
        }
        std::printf("%d questions about %d pictures\n", m_items, m_pictures);
        for (const auto& [name, value] : m_figures.items())
            std::printf("  %-24s %10.2f\n", name.c_str(), value.get<double>());
    }

    int m_items = 214354, m_pictures = 40504, m_repeat = 7; // VQA v2's validation set
    fs::path m_folder;
    std::string m_at;
    bool m_json = false;
    OrderedJson m_figures;
};

} // namespace

std::unique_ptr<Command> makeBenchReviewCommand()
{
    return std::make_unique<BenchReviewCommand>();
}

} // namespace vbs
