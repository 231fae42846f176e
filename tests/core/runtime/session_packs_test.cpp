#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <functional>
#include <numeric>

using namespace vbs;

namespace {

namespace fs = std::filesystem;

const fs::path kPack = fs::path(vbs::test::sourceFolder()) / "models" / "picture-book";
constexpr std::uint64_t kSeed = 90210;

ImagePtr picture(std::uint64_t index)
{
    return std::make_shared<const RgbImage>(drawScene(sceneOfSeries(kSeed, index)));
}

std::string errorOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return "no error";
}

/// Questions of every task, several of each, about pictures with different numbers of regions.
std::vector<InferenceRequest> questions(int perTask)
{
    std::vector<Scene> scenes;
    for (std::uint64_t i = 0; i < 8; ++i)
        scenes.push_back(sceneOfSeries(kSeed, i));
    std::vector<InferenceRequest> requests;
    for (const TaskInfo& info : kTaskTable) {
        int count = 0;
        for (const SceneExample& example : sceneExamples(info.task, scenes, 5, 2)) {
            if (count++ == perTask)
                break;
            requests.push_back(example.request);
            requests.back().image = picture(example.scene);
            if (example.rightScene)
                requests.back().rightImage = picture(*example.rightScene);
            requests.back().topK = 30;
        }
    }
    return requests;
}

void compare(const std::vector<Answer>& a, const std::vector<Answer>& b)
{
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(std::abs(a[i].probability - b[i].probability) < 1e-5);
}

void compare(const InferenceResult& a, const InferenceResult& b)
{
    QVERIFY(a.task == b.task);
    QVERIFY(a.regions == b.regions && a.rightRegions == b.rightRegions);
    compare(a.answers, b.answers);
    compare(a.blindAnswers, b.blindAnswers);
    QCOMPARE(a.choices.size(), b.choices.size());
    for (std::size_t i = 0; i < a.choices.size(); ++i)
        QVERIFY(std::abs(a.choices[i].probability - b.choices[i].probability) < 1e-5);
    QCOMPARE(a.phrases.size(), b.phrases.size());
    for (std::size_t i = 0; i < a.phrases.size(); ++i) {
        QCOMPARE(a.phrases[i].regions.size(), b.phrases[i].regions.size());
        for (std::size_t r = 0; r < a.phrases[i].regions.size(); ++r)
            QVERIFY(std::abs(a.phrases[i].regions[r] - b.phrases[i].regions[r]) < 1e-5);
    }
    QCOMPARE(a.masks.size(), b.masks.size());
    for (std::size_t i = 0; i < a.masks.size(); ++i)
        compare(a.masks[i].words, b.masks[i].words);
    QVERIFY(std::abs(a.match - b.match) < 1e-5);
    QCOMPARE(a.tokens.size(), b.tokens.size());
    QCOMPARE(a.explanation.regions.size(), b.explanation.regions.size());
    for (std::size_t i = 0; i < a.explanation.regions.size(); ++i)
        QVERIFY(std::abs(a.explanation.regions[i] - b.explanation.regions[i]) < 1e-5);
}

} // namespace

class SessionPacksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_copy = fs::path(m_folder.path().toStdString()) / "second";
        fs::copy(kPack, m_copy, fs::copy_options::recursive);
        for (const auto& file : fs::recursive_directory_iterator(kPack))
            m_bytes += file.is_regular_file() ? file.file_size() : 0;
    }

    void keepsTwoPacks()
    {
        const auto engine = createBackend({.device = "cpu", .precision = "float32"});
        InferenceRequest question;
        question.image = picture(1);
        question.text = "What is there most of?";
        QVERIFY(errorOf([&] { engine->run(question, {}); }).starts_with("No model pack"));
        const PackId first = engine->loadPack({kPack}, {}).id, second = engine->loadPack({m_copy}, {}).id;
        QVERIFY(first != 0 && second != 0 && first != second);
        question.pack = first;
        const InferenceResult expected = engine->run(question, {});
        for (const PackId pack : {second, first, second, PackId(0)}) {
            question.pack = pack;
            const InferenceResult result = engine->run(question, {});
            QCOMPARE(result.answers.front().text, expected.answers.front().text);
            QCOMPARE(result.answers.front().probability, expected.answers.front().probability);
            QVERIFY(result.timing.regionsCached); // by picture and extractor, whatever the pack
        }
        // Loaded again, a pack is read again, and what was loaded of it before goes.
        const PackId again = engine->loadPack({kPack}, {}).id;
        QVERIFY(again != first);
        question.pack = first;
        QVERIFY(errorOf([&] { engine->run(question, {}); }).find("load it again") != std::string::npos);
    }

    void dropsThePackThatWasUsedLongestAgo()
    {
        BackendOptions options{.device = "cpu", .precision = "float32"};
        options.packBytes = 2 * m_bytes; // two fit, three do not
        const auto engine = createBackend(options);
        const fs::path third = fs::path(m_folder.path().toStdString()) / "third";
        fs::copy(kPack, third, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        const PackId a = engine->loadPack({kPack}, {}).id, b = engine->loadPack({m_copy}, {}).id;
        InferenceRequest question;
        question.image = picture(2);
        question.text = "Where is this?";
        question.pack = a;
        engine->run(question, {}); // so that b was used longest ago
        const PackId c = engine->loadPack({third}, {}).id;
        for (const PackId kept : {a, c}) {
            question.pack = kept;
            QCOMPARE(errorOf([&] { engine->run(question, {}); }), std::string("no error"));
        }
        question.pack = b;
        QVERIFY(errorOf([&] { engine->run(question, {}); }).find("load it again") != std::string::npos);
        // One that is larger than all may be stays as long as nothing else is loaded.
        options.packBytes = 1;
        const auto small = createBackend(options);
        question.pack = small->loadPack({kPack}, {}).id;
        QCOMPARE(errorOf([&] { small->run(question, {}); }), std::string("no error"));
    }

    void aBatchSaysWhatSingleQuestionsSay()
    {
        const auto engine = loaded();
        std::vector<InferenceRequest> requests = questions(5);
        QVERIFY(requests.size() >= 25);
        requests[1].blindToo = true;
        requests[2].explanation.method = ExplanationMethod::Rollout;
        requests[3].hiddenRegions.assign(engine->run(requests[3], {}).regions.regions.size(), false);
        requests[3].hiddenRegions.back() = true;
        requests[4].regionsOnly = true;
        const std::vector<InferenceResult> together = engine->runBatch(requests, {});
        QCOMPARE(together.size(), requests.size());
        for (std::size_t i = 0; i < requests.size(); ++i)
            compare(together[i], engine->run(requests[i], {}));
        QVERIFY(engine->runBatch({}, {}).empty());
    }

    void namedAnswersAreAlwaysListed()
    {
        const auto engine = loaded();
        InferenceRequest request;
        request.image = picture(3);
        request.text = "What color is the leftmost thing?";
        request.topK = 1000;
        const InferenceResult all = engine->run(request, {});
        QVERIFY(all.answers.size() > 30);
        const std::string last = all.answers.back().text;
        request.topK = 3;
        request.named = {last, all.answers[1].text, "no such answer"};
        request.blindToo = true;
        const InferenceResult few = engine->run(request, {});
        QCOMPARE(few.answers.size(), std::size_t(4));
        QCOMPARE(few.answers.back().text, last);
        QCOMPARE(few.answers.back().probability, all.answers.back().probability);
        for (const Answer& answer : all.answers)
            QCOMPARE(float(answer.probability), float(few.allAnswers->probabilityOf(answer.text)));
        QCOMPARE(few.allAnswers->probabilityOf("no such answer"), 0.);
        for (const Answer& answer : few.answers)
            QVERIFY(std::ranges::find(few.blindAnswers, answer.text, &Answer::text) != few.blindAnswers.end());
    }

    void theBlindAnswerFollowsTextAndRegions()
    {
        const auto engine = loaded();
        InferenceRequest request;
        request.image = picture(4);
        request.text = "What is there most of?";
        request.blindToo = true;
        const InferenceResult first = engine->run(request, {});
        QVERIFY(engine->run(request, {}).allBlind == first.allBlind); // kept, not computed again
        request.text = "Where is this?";
        QVERIFY(engine->run(request, {}).allBlind != first.allBlind);
        request.text = "What is there most of?";
        request.hiddenRegions.assign(first.regions.regions.size(), false);
        request.hiddenRegions[1] = true;
        const InferenceResult hidden = engine->run(request, {});
        request.blind = true;
        for (const Answer& answer : engine->run(request, {}).answers)
            QVERIFY(std::abs(hidden.allBlind->probabilityOf(answer.text) - answer.probability) < 1e-5);
    }

    void looksIntoEveryTask_data()
    {
        QTest::addColumn<int>("task");
        for (const TaskInfo& info : kTaskTable)
            QTest::newRow(info.name.data()) << int(info.task);
    }
    void looksIntoEveryTask()
    {
        QFETCH(int, task);
        const auto engine = loaded();
        InferenceRequest request;
        for (const InferenceRequest& question : questions(1))
            if (question.task == Task(task))
                request = question;
        const Inspection inside = engine->inspect({request}, {});
        const InferenceResult& result = inside.result;
        compare(result, engine->run(request, {}));
        QCOMPARE(inside.layers, std::size_t(6));
        QCOMPARE(inside.heads, std::size_t(4));
        const std::size_t regions = result.regions.regions.size() + result.rightRegions.regions.size();
        QCOMPARE(inside.positions, result.tokens.size() + regions);
        QCOMPARE(inside.attention.size(), 6 * 4 * inside.positions * inside.positions);
        for (std::size_t layer = 0; layer < inside.layers; ++layer) {
            for (std::size_t head = 0; head < inside.heads; ++head) {
                for (std::size_t from = 0; from < inside.positions; ++from) {
                    double sum = 0;
                    for (const float weight : inside.row(layer, head, from))
                        sum += double(weight);
                    QVERIFY(std::abs(sum - 1) < 1e-4);
                }
            }
        }
        QCOMPARE(inside.width, std::size_t(192));
        QCOMPARE(inside.states.size(), 7 * inside.positions * inside.width);
        QVERIFY(inside.readFrom < result.tokens.size());
        if (Task(task) == Task::RegionToPhrase) {
            QVERIFY(inside.answersByLayer.empty());
            comparePhrasesByLayer(inside);
            return;
        }
        QVERIFY(inside.phrasesByLayer.empty());
        QCOMPARE(inside.answersByLayer.size(), std::size_t(7));
        std::vector<Answer> own = result.answers;
        for (const ChoiceScore& choice : result.choices)
            own.push_back({choice.text, choice.probability});
        if (!result.masks.empty())
            own = result.masks.front().words;
        if (Task(task) == Task::CaptionMatch)
            own = {{"fits", result.match}};
        QVERIFY(!own.empty());
        for (const Answer& answer : own) {
            const auto& last = inside.answersByLayer.back();
            const auto same = std::ranges::find(last, answer.text, &Answer::text);
            QVERIFY(same != last.end());
            QVERIFY(std::abs(same->probability - answer.probability) < 1e-6);
        }
        for (const std::vector<Answer>& layer : inside.answersByLayer)
            for (const Answer& answer : inside.answersByLayer.back())
                QVERIFY(std::ranges::find(layer, answer.text, &Answer::text) != layer.end());
    }

    void attentionIsThatOfTheExplanation()
    {
        const auto engine = loaded();
        InferenceRequest request = questions(1)[1]; // of two pictures, read at the first position
        QVERIFY(request.task == Task::VisualReasoning);
        const Inspection inside = engine->inspect({request}, {});
        request.explanation = {ExplanationMethod::Attention, 3, 2};
        const InferenceResult explained = engine->run(request, {});
        const std::span<const float> row = inside.row(3, 2, 0);
        const std::vector<TextToken>& tokens = explained.tokens;
        double sum = 0; // special tokens are left out of the explanation
        for (std::size_t i = 0; i < row.size(); ++i)
            sum += i < tokens.size() && tokens[i].special ? 0 : double(row[i]);
        for (std::size_t i = 0; i < explained.explanation.regions.size(); ++i)
            QVERIFY(std::abs(double(row[tokens.size() + i]) / sum - explained.explanation.regions[i]) < 1e-5);
    }

private:
    static void comparePhrasesByLayer(const Inspection& inside)
    {
        const InferenceResult& result = inside.result;
        QCOMPARE(inside.phrasesByLayer.size(), std::size_t(7));
        double changed = 0; // earlier layers say something else
        for (const std::vector<PhraseRegions>& layer : inside.phrasesByLayer) {
            QCOMPARE(layer.size(), result.phrases.size());
            for (std::size_t i = 0; i < layer.size(); ++i) {
                QVERIFY(layer[i].span == result.phrases[i].span && layer[i].text == result.phrases[i].text);
                QCOMPARE(layer[i].regions.size(), result.regions.regions.size());
                QVERIFY(std::abs(std::accumulate(layer[i].regions.begin(), layer[i].regions.end(), 0.) - 1) < 1e-5);
                for (std::size_t r = 0; r < layer[i].regions.size(); ++r)
                    changed = std::max(changed, std::abs(layer[i].regions[r] - result.phrases[i].regions[r]));
            }
        }
        QVERIFY(changed > 0.01);
        for (std::size_t i = 0; i < result.phrases.size(); ++i)
            for (std::size_t r = 0; r < result.phrases[i].regions.size(); ++r)
                QVERIFY(std::abs(inside.phrasesByLayer.back()[i].regions[r] - result.phrases[i].regions[r]) < 1e-6);
        const TextToken& read = result.tokens[inside.readFrom];
        QVERIFY(read.begin >= result.phrases[0].span.begin && read.end <= result.phrases[0].span.end);
    }

    static std::unique_ptr<InferenceBackend> loaded()
    {
        auto engine = createBackend({.device = "cpu", .precision = "float32"});
        engine->loadPack({kPack}, {});
        return engine;
    }

    QTemporaryDir m_folder;
    fs::path m_copy;
    std::uintmax_t m_bytes = 0;
};

VBS_TEST_MAIN(SessionPacksTest)
#include "session_packs_test.moc"
