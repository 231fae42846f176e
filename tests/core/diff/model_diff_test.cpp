#include "core/diff/model_diff.h"

#include "core/base/error.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace vbs;

namespace {

/// What each of two models says to the questions 0, 1, …: the probability of "yes".
using Said = std::vector<std::pair<double, double>>;

/// Questions to be answered with yes or no about one picture; every third one has "yes" as its truth.
class YesNoDataset : public Dataset {
public:
    explicit YesNoDataset(std::size_t count) : m_count(count) { writeImage(path("a.png"), RgbImage(2, 2)); }
    std::size_t count() const override { return m_count; }
    Example at(std::size_t number) const override
    {
        Example example;
        example.id = "q" + std::to_string(number);
        example.pictures = {path(number == damaged ? "missing.png" : "a.png")};
        example.task = Task::VisualQuestionAnswering;
        example.text = std::to_string(number);
        example.type = number % 2 == 0 ? "even" : "odd";
        if (number != unlabelled)
            example.truth.scores = {{number % 3 == 0 ? "yes" : "no", 1}};
        return example;
    }
    std::size_t damaged = 1000, unlabelled = 1000;

private:
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
    std::size_t m_count;
};

class TwoModels : public InferenceBackend {
public:
    explicit TwoModels(Said said) : m_said(std::move(said)) {}
    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }
    InferenceResult run(const InferenceRequest& request, const JobControl&) override
    {
        if (mismatch)
            throw Error(ErrorCode::Mismatch, "The pack does not fit.");
        const auto& [a, b] = m_said.at(std::size_t(std::stoi(request.text)));
        const double yes = request.pack == 7 ? a : b;
        InferenceResult result;
        result.answers = {{"yes", yes}, {"no", 1 - yes}};
        if (yes < .5)
            std::swap(result.answers[0], result.answers[1]); // the most probable first
        return result;
    }
    bool mismatch = false;

private:
    Said m_said;
};

ModelDiff diffOf(TwoModels& models, const YesNoDataset& dataset, int resamples = 0)
{
    return diffOnDataset(models, {7, 9}, dataset, PhraseSource::Best, {resamples, 1}, {});
}

std::vector<std::size_t> numbersOf(const ModelDiff& diff)
{
    std::vector<std::size_t> numbers;
    for (const DifferingExample& example : diff.differing)
        numbers.push_back(example.number);
    return numbers;
}

} // namespace

class ModelDiffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsWhoIsRight()
    {
        // truth:        yes         no          no          yes         no          no
        TwoModels models({{.9, .8}, {.2, .4}, {.3, .9}, {.4, .7}, {.8, .9}, {.6, .1}});
        const ModelDiff diff = diffOf(models, YesNoDataset(6));
        QCOMPARE(diff.examples, std::size_t(6));
        QCOMPARE(diff.same, std::size_t(3));
        QCOMPARE(diff.right.both, std::size_t(2));    // 0, 1
        QCOMPARE(diff.right.onlyA, std::size_t(1));   // 2
        QCOMPARE(diff.right.onlyB, std::size_t(2));   // 3, 5
        QCOMPARE(diff.right.neither, std::size_t(1)); // 4
        QCOMPARE(diff.right.chance, 1.0);             // 2 to 1 says nothing
        // The distance of two answers is by how much one grows: .1, .2, .6, .3, .1, .5.
        QCOMPARE(numbersOf(diff), (std::vector<std::size_t>{2, 5, 3}));
        QVERIFY(std::abs(diff.differing[0].distance - .6) < 1e-12);
        QVERIFY(std::abs(diff.meanDistance - 1.8 / 6) < 1e-12);
        QCOMPARE(diff.differing[0].answers[0].text, std::string("no"));
        QCOMPARE(diff.differing[0].answers[0].score, 1.0);
        QCOMPARE(diff.differing[0].answers[1].score, 0.0);
        const std::vector<Figure>& figures = diff.accuracies.figures;
        QCOMPARE(figures.size(), std::size_t(3));
        QVERIFY(std::abs(figures[0].value - 3. / 6) < 1e-12);
        QVERIFY(std::abs(figures[1].value - 4. / 6) < 1e-12);
        QVERIFY(std::abs(figures[2].value - 1. / 6) < 1e-12);
        QCOMPARE(diff.accuracies.slices.size(), std::size_t(3));
    }

    void theSameModelNeverDiffers()
    {
        TwoModels models({{.9, .9}, {.2, .2}});
        const ModelDiff diff = diffOf(models, YesNoDataset(2), 50);
        QCOMPARE(diff.same, diff.examples);
        QVERIFY(diff.differing.empty());
        QCOMPARE(diff.meanDistance, 0.0);
        QVERIFY(diff.accuracies.figures[2].interval);
        QCOMPARE(diff.accuracies.figures[2].interval->low, 0.0);
        QCOMPARE(diff.accuracies.figures[2].interval->high, 0.0);
    }

    void whatCannotBeAskedIsListed()
    {
        TwoModels models({{.9, .1}, {.9, .1}, {.9, .1}});
        YesNoDataset dataset(3);
        dataset.damaged = 1;
        dataset.unlabelled = 2;
        const ModelDiff diff = diffOf(models, dataset);
        QCOMPARE(diff.examples, std::size_t(2));
        QCOMPARE(diff.right.count(), std::size_t(1)); // nobody knows what is right of the other
        QCOMPARE(diff.failures.size(), std::size_t(1));
        QVERIFY(diff.failures[0].reason.ends_with("missing.png does not exist."));
        QCOMPARE(diff.differing[1].answers[0].score, -1.0);
    }

    void whatFailsAtEveryExampleIsAnError()
    {
        TwoModels models({{.9, .1}});
        models.mismatch = true;
        QVERIFY_THROWS_EXCEPTION(Error, diffOf(models, YesNoDataset(1)));
        models.mismatch = false;
        QVERIFY_THROWS_EXCEPTION(Error, diffOf(models, YesNoDataset(0)));
    }

    void stopsOnRequest()
    {
        TwoModels models({{.9, .1}});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, diffOnDataset(models, {7, 9}, YesNoDataset(1), PhraseSource::Best, {},
                                                      JobControl{stop.get_token(), {}}));
    }

    void theTableIsNoFormula()
    {
        ModelDiff diff;
        diff.differing.push_back({3, "=1+1", "is it \"red\", or not?", "", {"a.png"}, {}, .25});
        diff.differing.back().answers = {ModelAnswer{"yes", .75, 1}, ModelAnswer{"no", .5, -1}};
        const std::string csv = diffCsv(diff);
        const std::string line = csv.substr(csv.find('\n') + 1);
        QCOMPARE(line, std::string("3,'=1+1,a.png,,\"is it \"\"red\"\", or not?\",,yes,0.75,1,no,0.5,,0.25\r\n"));
        QCOMPARE(diffJson(diff)["differing"][0]["distance"], .25);
    }
};

VBS_TEST_MAIN(ModelDiffTest)
#include "model_diff_test.moc"
