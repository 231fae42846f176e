#include "core/datasets/dataset_evaluation.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace vbs;

namespace {

/// Three questions about two pictures, of which one cannot be read, and one without an answer.
class SmallDataset : public Dataset {
public:
    SmallDataset()
    {
        writeImage(path("a.png"), RgbImage(2, 2));
        writeFileAtomically(path("broken.png"), "", Durability::Forgettable);
    }
    std::size_t count() const override { return 4; }
    Example at(std::size_t number) const override
    {
        Example example;
        example.id = std::to_string(number);
        example.pictures = {path(number == 2 ? "broken.png" : "a.png")};
        example.task = Task::VisualQuestionAnswering;
        example.text = "What?";
        example.type = number == 0 ? "what" : "which";
        if (number != 3)
            example.truth.scores = {{number == 0 ? "red" : "blue", 1}};
        return example;
    }

private:
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

/// Says "red" to whatever it sees, and "blue" when it is blind.
class RedBackend : public InferenceBackend {
public:
    LoadPackResult loadPack(const LoadPackRequest&, const JobControl&) override { return {}; }
    InferenceResult run(const InferenceRequest& request, const JobControl&) override
    {
        if (mismatch)
            throw Error(ErrorCode::UnsupportedFormat, "The pack has no model for this task.");
        images.insert(request.image);
        InferenceResult result;
        result.answers = {{request.blind ? "blue" : "red", 1}};
        return result;
    }
    bool mismatch = false;
    std::set<ImagePtr> images; ///< that were looked at
};

} // namespace

class DatasetEvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresWhatCanBeAsked()
    {
        RedBackend engine;
        const SmallDataset dataset;
        const DatasetEvaluation evaluation = evaluateOnDataset(engine, dataset, true, PhraseSource::Best, {});
        QCOMPARE(evaluation.examples, std::size_t(2));
        QCOMPARE(evaluation.withoutTruth, std::size_t(1));
        QCOMPARE(evaluation.failures.size(), std::size_t(1));
        QCOMPARE(evaluation.failures[0].example, std::string("2"));
        QCOMPARE(evaluation.seen.means().at("accuracy"), .5);
        QCOMPARE(evaluation.seen.accuracyByType().at("what").mean, 1.);
        QCOMPARE(evaluation.blind.accuracyByType().at("what").mean, 0.);
        QCOMPARE(engine.images.size(), std::size_t(1)); // decoded once for two questions
        const OrderedJson json = evaluation.toJson();
        QCOMPARE(json["seen"]["by_type"]["which"]["count"].get<int>(), 1);
        QVERIFY(json["failures"][0]["reason"].get<std::string>().ends_with("broken.png is empty."));
    }

    void aPackWithoutTheTaskEndsIt()
    {
        RedBackend engine;
        engine.mismatch = true;
        QVERIFY_THROWS_EXCEPTION(Error, evaluateOnDataset(engine, SmallDataset(), false, PhraseSource::Best, {}));
    }
};

VBS_TEST_MAIN(DatasetEvaluationTest)
#include "dataset_evaluation_test.moc"
