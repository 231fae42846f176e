#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/metrics/metric_formats.h"
#include "core/review/predicted_result.h"
#include "core/review/prediction_export.h"
#include "core/review/project_import.h"
#include "core/review/review_metrics.h"
#include "tests/core/metrics/vcr_files.h"
#include "tests/support/memory_review_store.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>

#include <cmath>
#include <map>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

namespace {

constexpr BootstrapOptions kNone{0, 1};

std::string answering(std::vector<Answer> answers)
{
    PredictedResult result;
    result.answers = std::move(answers);
    return recordOf(result);
}

/// A project of a data set, pictures or not, without answers.
MemoryReviewStore projectOf(const DatasetFiles& files)
{
    const ProjectDraft draft = draftOf(files);
    std::vector<Example> examples;
    for (std::size_t i = 0; i < draft.dataset->count(); ++i)
        examples.push_back(draft.dataset->at(i));
    MemoryReviewStore store(std::move(examples));
    ReviewProject project = draft.project;
    project.model = store.project().model;
    store.setProject(project);
    return store;
}

std::map<std::string, double> valuesOf(const MetricReport& report)
{
    std::map<std::string, double> values;
    for (const Figure& figure : report.figures)
        values[figure.name] = figure.value;
    for (const auto& [slice, figures] : report.slices)
        for (const Figure& figure : figures)
            values[slice + ": " + figure.name] = figure.value;
    return values;
}

/// "" when both are equal.
QString differences(const MetricReport& one, const MetricReport& other)
{
    const auto a = valuesOf(one), b = valuesOf(other);
    if (a.empty() || a.size() != b.size())
        return QString("%1 figures instead of %2").arg(a.size()).arg(b.size());
    for (const auto& [name, value] : a)
        if (!b.contains(name) || !(std::abs(b.at(name) - value) < 1e-12))
            return QString::fromStdString(name + ": " + std::to_string(value));
    return {};
}

} // namespace

/// What is written is measured as the review measures it.
class PredictionExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void questions()
    {
        const fs::path given = fs::path(dataFolder()) / "metrics/vqa";
        const DatasetFiles files{given / "questions.json", given / "annotations.json", {}};
        MemoryReviewStore store = projectOf(files);
        std::map<std::string, std::string> answers;
        for (const Json& result : readJsonFile(given / "results.json"))
            answers[jsonText(result.at("question_id"), -1)] = result.at("answer");
        for (std::uint32_t i = 0; i < store.count(); ++i)
            store.predict(answering({{answers.at(store.item(i).example.id), .9}, {"never", .1}}));
        const PredictionExport results = exportPredictions(store);
        QCOMPARE(results.results, store.count());
        QVERIFY(results.remarks.empty());
        QCOMPARE(differences(measured(results, {files.dataset, files.annotations, {}}), before(store)), QString());
        QVERIFY(Json::parse(results.text).at(0).at("question_id").is_number());
    }

    void statements()
    {
        std::string lines;
        for (int i = 0; i < 12; ++i) {
            const std::string id =
                "dev-" + std::to_string(i / 4) + "-" + std::to_string(i / 2 % 2) + "-" + std::to_string(i % 2);
            lines +=
                jsonText({{"identifier", id}, {"sentence", "It is."}, {"label", i % 3 == 0 ? "True" : "False"}}, -1) +
                "\n";
        }
        const DatasetFiles files{written("nlvr2.json", lines), {}, {}};
        MemoryReviewStore store = projectOf(files);
        for (std::uint32_t i = 0; i < 12; ++i)
            store.predict(i % 5 < 2 ? answering({{"true", .6}, {"false", .4}})
                                    : answering({{"false", .7}, {"true", .3}}));
        const PredictionExport results = exportPredictions(store);
        QVERIFY(results.text.starts_with("dev-0-0-0,True\ndev-0-0-1,True\ndev-0-1-0,False\n"));
        QCOMPARE(differences(measured(results, {files.dataset, {}, {}}), before(store)), QString());
    }

    void choices()
    {
        const DatasetFiles files{written("vcr.jsonl", vcrRecords(6)), {}, {}};
        MemoryReviewStore store = projectOf(files);
        QCOMPARE(store.count(), std::size_t(12));
        for (std::uint32_t i = 0; i < 12; ++i) {
            std::vector<Answer> answers(4, {"x", .1});
            answers[(i * 5 / 3) % 4].probability = .7;
            store.predict(answering(answers));
        }
        const PredictionExport results = exportPredictions(store);
        QCOMPARE(results.results, std::size_t(6));
        QVERIFY(results.remarks.size() == 1 && results.remarks[0].starts_with("The leaderboard's form"));
        QCOMPARE(differences(measured(results, {files.dataset, {}, {}}), before(store)), QString());
    }

    void boxes()
    {
        Rng random(3);
        Json coco = {
            {"images", Json::array()},
            {"categories", {{{"id", 7}, {"name", "dog"}}, {{"id", 9}, {"name", "cat"}}, {{"id", 12}, {"name", "cow"}}}},
            {"annotations", Json::array()}};
        std::vector<PredictedResult> found;
        const auto number = [&](int most) { return double(random.next() % std::uint64_t(most)); };
        for (int image = 0; image < 15; ++image) {
            coco["images"].push_back(
                {{"id", 100 + image}, {"file_name", std::to_string(image) + ".jpg"}, {"width", 300}, {"height", 300}});
            PredictedResult& result = found.emplace_back();
            for (int i = 0; i < 6; ++i) {
                const double x = number(180), y = number(180), width = 8 + number(110), height = 8 + number(110);
                const int category = i % 2;
                coco["annotations"].push_back({{"id", coco["annotations"].size() + 1},
                                               {"image_id", 100 + image},
                                               {"category_id", 7 + 2 * category},
                                               {"bbox", {x, y, width, height}},
                                               {"area", width * height}});
                Region region;
                region.box = {float(x + number(9)), float(y + number(9)), float(x + width), float(y + height)};
                region.label = i == 5 ? "unicorn" : i == 4 ? "cow" : category == 0 ? "dog" : "cat";
                region.score = float(image * 6 + i + 1) / 97;
                result.regions.push_back(region);
            }
        }
        const DatasetFiles files{written("coco.json", jsonText(coco)), {}, {}};
        MemoryReviewStore store = projectOf(files);
        for (const PredictedResult& result : found)
            store.predict(recordOf(result));
        const PredictionExport results = exportPredictions(store);
        QCOMPARE(results.results, std::size_t(15 * 5));
        QVERIFY(results.remarks.at(0).starts_with("15 boxes have names"));
        MetricReport ours = before(store);
        ours.slices.clear(); // those of the review have a row for the unicorn
        MetricReport theirs = measured(results, {files.dataset, {}, {}});
        theirs.slices.clear();
        QCOMPARE(differences(theirs, ours), QString());
        QVERIFY(theirs.figures[0].value > .2 && theirs.figures[0].value < .9);
    }

    void phrases()
    {
        Rng random(5);
        const auto box = [&] {
            const float x = float(random.next() % 50), y = float(random.next() % 50);
            return Box{x, y, x + 10 + float(random.next() % 40), y + 10 + float(random.next() % 40)};
        };
        std::vector<Example> examples(30);
        std::vector<PredictedResult> found(30);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            Example& example = examples[i];
            example.id = std::to_string(i);
            example.group = "/pictures/" + std::to_string(i / 2) + ".jpg";
            example.task = Task::RegionToPhrase;
            example.truth.width = example.truth.height = 200; // twice as large as what was looked at
            example.truth.phraseTypes = {"people", "clothing", "scene"};
            found[i].width = found[i].height = 100;
            for (int p = 0; p < 3; ++p) {
                PredictedResult::PhraseGuess& guess = found[i].phrases.emplace_back();
                for (int region = 0; region < 10; ++region) {
                    guess.boxes.push_back(box());
                    guess.probabilities.push_back(.5 / (1 + region));
                }
                const Box gold = box();
                example.truth.phraseBoxes.push_back({});
                if (p < 2)
                    example.truth.phraseBoxes.back().push_back({2 * gold.x1, 2 * gold.y1, 2 * gold.x2, 2 * gold.y2});
            }
        }
        examples[0].truth.phraseBoxes[0] = {{0, 0, 1, 1}};
        MemoryReviewStore store(examples);
        ReviewProject project = store.project();
        project.files.images = "/pictures";
        store.setProject(project);
        for (const PredictedResult& result : found)
            store.predict(recordOf(result));
        PredictionExport results = exportPredictions(store);
        QCOMPARE(results.results, std::size_t(60));
        QVERIFY(results.remarks.empty());
        QCOMPARE(Json::parse(results.text).at(5).at("picture"), Json("1.jpg"));
        const MetricReport report = measured(results, {});
        QCOMPARE(differences(report, before(store)), QString());
        QVERIFY(report.figures[0].value > 0 && report.figures[0].value < report.figures[2].value);
    }

    void whatIsLeftOutIsTold()
    {
        MemoryReviewStore store(std::vector<Example>(3));
        QVERIFY(messageOf([&] { exportPredictions(store); }).startsWith("No model was asked"));

        const DatasetFiles answersOnly{written("half.jsonl", vcrRecords(2)), {}, {}};
        MemoryReviewStore half = projectOf(answersOnly);
        half.predict(answering(std::vector<Answer>(4, {"x", .25})));
        QVERIFY(messageOf([&] { exportPredictions(half); }).startsWith("VCR's results need an answer and a reason"));
        half.predict(answering(std::vector<Answer>(4, {"x", .25})));
        half.predict("");
        QVERIFY(exportPredictions(half).remarks.at(0).starts_with("2 of 4 items have no answer"));

        const fs::path labelme =
            written("labelme/one.json", R"({"shapes": [], "imagePath": "one.png", "imageWidth": 4, "imageHeight": 4})");
        MemoryReviewStore folder = projectOf({labelme.parent_path(), {}, {}});
        folder.predict(recordOf(PredictedResult()));
        QVERIFY(messageOf([&] { exportPredictions(folder); }).contains("labelme's have no form of results"));

        Example scored, few;
        scored.task = few.task = Task::VisualQuestionAnswering;
        scored.id = "text id";
        scored.truth.scores = {{"red", 1.}};
        few.id = "007";
        few.truth.answers = {"red"};
        few.truth.fewPeople = true;
        MemoryReviewStore questions({scored, few});
        questions.predict(answering({}));
        questions.predict(answering({{"red", 1}}));
        const PredictionExport results = exportPredictions(questions);
        QCOMPARE(Json::parse(results.text),
                 Json::parse(R"([{"question_id": "text id", "answer": ""}, {"question_id": "007", "answer": "red"}])"));
        QCOMPARE(results.remarks.size(), std::size_t(2));
    }

private:
    fs::path written(const char* name, const std::string& text) const
    {
        const fs::path path = m_folder.filePath(name).toStdString();
        writeFileAtomically(path, text);
        return path;
    }

    /// As `visualbert metrics` measures it.
    MetricReport measured(const PredictionExport& results, MetricFiles files) const
    {
        files.results = written("results", results.text);
        return metricFormatOf(files).report(files, kNone);
    }

    static MetricReport before(const ReviewStore& store) { return reviewMetricsOf(store, kNone).before; }

    QTemporaryDir m_folder;
};

VBS_TEST_MAIN(PredictionExportTest)
#include "prediction_export_test.moc"
