#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/json.h"
#include "core/image/image_io.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace vbs;

namespace {

const std::filesystem::path kPack = std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book";

} // namespace

/// Questions and statements about the pack's samples as people type them (tests/data/scenes/free_phrasings.json): they
/// were written from the pictures alone, by someone who had seen neither the training's sentences nor its vocabulary.
class FreePhrasingTest : public QObject {
    Q_OBJECT

    ImagePtr sample(const std::string& name)
    {
        ImagePtr& image = m_samples[name];
        if (!image)
            image = std::make_shared<const RgbImage>(readImage(kPack / "samples" / name));
        return image;
    }

    std::string answer(const InferenceRequest& request)
    {
        const InferenceResult result = m_engine->run(request, {});
        m_unknown += !result.unknownWords.empty();
        return result.answers.front().text;
    }

    void requireMost(int right, std::size_t all, const QStringList& wrong)
    {
        for (const QString& text : wrong)
            qInfo().noquote() << text;
        qInfo("%d of %zu right, %d with words that the pack never saw", right, all, m_unknown);
        QVERIFY(right >= 0.85 * double(all));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_engine = createBackend({.device = "cpu", .precision = "float32"});
        m_engine->loadPack({kPack}, {});
        m_texts = readJsonFile(std::filesystem::path(vbs::test::dataFolder()) / "scenes" / "free_phrasings.json");
    }

    void init() { m_unknown = 0; }

    void questions()
    {
        int right = 0;
        QStringList wrong;
        for (const Json& question : m_texts.at("questions")) {
            InferenceRequest request;
            request.image = sample(question.at("picture"));
            request.text = question.at("text");
            const std::string said = answer(request);
            const auto& answers = question.at("answers");
            if (std::ranges::find(answers, Json(said)) != answers.end())
                ++right;
            else
                wrong << QString::fromStdString(request.text + " " + said);
        }
        requireMost(right, m_texts["questions"].size(), wrong);
    }

    void statements()
    {
        int right = 0;
        QStringList wrong;
        for (const Json& statement : m_texts.at("statements")) {
            InferenceRequest request;
            request.task = Task::VisualReasoning;
            request.image = sample(statement.at("left"));
            request.rightImage = sample(statement.at("right"));
            request.text = statement.at("text");
            const std::string said = answer(request);
            if ((said == "true") == statement.at("truth").get<bool>())
                ++right;
            else
                wrong << QString::fromStdString(request.text + " " + said);
        }
        requireMost(right, m_texts["statements"].size(), wrong);
    }

private:
    std::unique_ptr<InferenceBackend> m_engine;
    Json m_texts;
    std::map<std::string, ImagePtr> m_samples;
    int m_unknown = 0;
};

VBS_TEST_MAIN(FreePhrasingTest)
#include "free_phrasing_test.moc"
