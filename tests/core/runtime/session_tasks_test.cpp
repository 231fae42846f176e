#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/json.h"
#include "core/engine/task_table.h"
#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace vbs;

namespace {

const std::filesystem::path kPack = std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book";
constexpr Task kAllTasks[] = {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                              Task::RegionToPhrase,          Task::MaskedWords,     Task::CaptionMatch};
constexpr std::uint64_t kSeed = 90210;

ImagePtr picture(std::uint64_t index)
{
    return std::make_shared<const RgbImage>(drawScene(sceneOfSeries(kSeed, index)));
}

double sumOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.);
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

double probabilityOf(const std::vector<Answer>& answers, const std::string& text)
{
    const auto found = std::ranges::find(answers, text, &Answer::text);
    return found == answers.end() ? -1 : found->probability;
}

} // namespace

class SessionTasksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_engine = createBackend({.device = "cpu", .precision = "float32"});
        const PackInfo pack = m_engine->loadPack({kPack}, {}).pack;
        QCOMPARE(pack.tasks.size(), std::size(kAllTasks));
        for (const PackExample& example : pack.examples)
            QVERIFY(std::filesystem::exists(example.picture));
    }

    void answersAboutUnseenScenes_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<double>("atLeast");
        QTest::newRow("vqa") << 0 << .90;
        QTest::newRow("nlvr") << 1 << .80;
        QTest::newRow("multiple_choice") << 2 << .90;
        QTest::newRow("region_to_phrase") << 3 << .90;
        QTest::newRow("masked_words") << 4 << .80;
        QTest::newRow("caption_match") << 5 << .85;
    }
    void answersAboutUnseenScenes()
    {
        QFETCH(int, task);
        QFETCH(double, atLeast);
        std::vector<Scene> scenes;
        for (std::uint64_t i = 0; i < 24; ++i)
            scenes.push_back(sceneOfSeries(kSeed, i));
        int right = 0, count = 0;
        for (SceneExample& example : sceneExamples(kAllTasks[task], scenes, 3, 4)) {
            example.request.image = picture(example.scene);
            if (example.rightScene)
                example.request.rightImage = picture(*example.rightScene);
            right += example.countRight(m_engine->run(example.request, {}));
            count += example.count;
        }
        QVERIFY(count >= 80);
        QVERIFY2(right >= atLeast * count, qPrintable(QString("%1 of %2").arg(right).arg(count)));
    }

    void explainsEveryTask_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<int>("method");
        for (const int task : {0, 1, 2, 4, 5})
            for (const ExplanationMethod method : {ExplanationMethod::Attention, ExplanationMethod::Rollout,
                                                   ExplanationMethod::Relevance, ExplanationMethod::Occlusion})
                QTest::addRow("%s %d", std::string(nameOf(kAllTasks[task])).c_str(), int(method))
                    << task << int(method);
    }
    void explainsEveryTask()
    {
        QFETCH(int, task);
        QFETCH(int, method);
        InferenceRequest request = requestFor(kAllTasks[task]);
        request.explanation.method = ExplanationMethod(method);
        const InferenceResult result = m_engine->run(request, {});
        const Explanation& why = result.explanation;
        QCOMPARE(why.regions.size(), result.regions.regions.size());
        QCOMPARE(why.rightRegions.size(), result.rightRegions.regions.size());
        QCOMPARE(why.tokens.size(), result.tokens.size());
        QVERIFY(!why.of.empty());
        QCOMPARE(why.layers, 6);
        QCOMPARE(why.heads, 4);
        for (std::size_t i = 0; i < why.tokens.size(); ++i)
            QVERIFY(!result.tokens[i].special || why.tokens[i] == 0);
        if (request.explanation.method == ExplanationMethod::Occlusion) {
            for (const double weight : why.regions)
                QVERIFY(std::abs(weight) <= 1);
        } else {
            QVERIFY(std::abs(sumOf(why.regions) + sumOf(why.rightRegions) + sumOf(why.tokens) - 1) < 1e-4);
        }
        // A hidden region explains nothing.
        request.hiddenRegions.assign(result.regions.regions.size(), false);
        request.hiddenRegions[1] = true;
        QCOMPARE(m_engine->run(request, {}).explanation.regions[1], 0.);
    }

    /// Each weight is what hiding that region by hand takes from the answer's probability.
    void occlusionIsWhatHidingDoes()
    {
        InferenceRequest request = requestFor(Task::VisualQuestionAnswering);
        request.explanation.method = ExplanationMethod::Occlusion;
        request.topK = 1000;
        const InferenceResult result = m_engine->run(request, {});
        const Answer best = result.answers.front();
        QCOMPARE(result.explanation.of, best.text);
        request.explanation.method = ExplanationMethod::None;
        for (std::size_t i = 0; i < result.regions.regions.size(); ++i) {
            request.hiddenRegions.assign(result.regions.regions.size(), false);
            request.hiddenRegions[i] = true;
            const double left = probabilityOf(m_engine->run(request, {}).answers, best.text);
            QVERIFY(std::abs(best.probability - left - result.explanation.regions[i]) < 1e-4);
        }
    }

    void tellsWhatTheTextAloneWouldAnswer_data()
    {
        QTest::addColumn<int>("task");
        for (const int task : {0, 1, 2, 4, 5})
            QTest::addRow("%s", std::string(nameOf(kAllTasks[task])).c_str()) << task;
    }
    void tellsWhatTheTextAloneWouldAnswer()
    {
        QFETCH(int, task);
        InferenceRequest request = requestFor(kAllTasks[task]);
        request.topK = 100000;
        request.blindToo = true;
        const InferenceResult both = m_engine->run(request, {});
        QVERIFY(!both.blindAnswers.empty());
        double sum = 0;
        for (const Answer& answer : both.blindAnswers)
            sum += answer.probability;
        QVERIFY(std::abs(sum - 1) < 1e-3);
        request.blindToo = false;
        request.blind = true;
        const InferenceResult blind = m_engine->run(request, {});
        QVERIFY(blind.blindAnswers.empty());
        for (const Answer& answer : blind.answers)
            QVERIFY(std::abs(probabilityOf(both.blindAnswers, answer.text) - answer.probability) < 1e-5);
        for (const ChoiceScore& choice : blind.choices)
            QVERIFY(std::abs(probabilityOf(both.blindAnswers, choice.text) - choice.probability) < 1e-5);
        if (kAllTasks[task] == Task::CaptionMatch)
            QVERIFY(std::abs(probabilityOf(both.blindAnswers, "fits") - blind.match) < 1e-5);
    }

    void hidesTheNumberOfRegionsFromTheTextAlone()
    {
        InferenceRequest request = requestFor(Task::VisualQuestionAnswering);
        request.text = "how many things are there?";
        request.blind = true;
        const InferenceResult all = m_engine->run(request, {});
        QVERIFY(all.regions.regions.size() > 2);
        request.boxes = {all.regions.regions.back().box};
        const InferenceResult one = m_engine->run(request, {});
        QVERIFY(one.regions.regions.size() < all.regions.regions.size());
        for (const Answer& answer : all.answers)
            QVERIFY(std::abs(probabilityOf(one.answers, answer.text) - answer.probability) < 1e-5);
    }

    void explainsTheAnswerThatIsAskedFor_data()
    {
        QTest::addColumn<int>("method");
        for (const MethodInfo& info : kMethodTable)
            if (info.method != ExplanationMethod::None)
                QTest::addRow("%s", std::string(info.name).c_str()) << int(info.method);
    }
    void explainsTheAnswerThatIsAskedFor()
    {
        QFETCH(int, method);
        InferenceRequest request = requestFor(Task::VisualReasoning);
        request.explanation.method = ExplanationMethod(method);
        const InferenceResult usual = m_engine->run(request, {});
        const std::string first = usual.answers[0].text, second = usual.answers[1].text;
        QCOMPARE(usual.explanation.of, first);
        QVERIFY(usual.explanation.readFrom >= 0 && usual.explanation.readFrom < int(usual.tokens.size()));
        request.explanation.of = first;
        QCOMPARE(m_engine->run(request, {}).explanation.regions, usual.explanation.regions);
        request.explanation.of = second;
        const InferenceResult other = m_engine->run(request, {});
        QCOMPARE(other.explanation.of, second);
        QCOMPARE(other.answers.front().text, first); // what it says is the same
        // Attention is one for all answers; relevance and occlusion are about the answer's own score.
        const bool own = methodInfo(request.explanation.method).needs != ExplanationNeeds::Attention;
        QCOMPARE(other.explanation.regions != usual.explanation.regions, own);
        if (request.explanation.method == ExplanationMethod::Occlusion) // the two probabilities add up to 1
            for (std::size_t i = 0; i < other.explanation.regions.size(); ++i)
                QVERIFY(std::abs(other.explanation.regions[i] + usual.explanation.regions[i]) < 1e-5);
    }

    void explainsTheChoiceThatIsAskedForByItsOwnWords()
    {
        InferenceRequest request = requestFor(Task::MultipleChoice);
        request.explanation.method = ExplanationMethod::Rollout;
        for (const std::string& choice : request.choices) {
            request.explanation.of = choice;
            const InferenceResult result = m_engine->run(request, {});
            QCOMPARE(result.explanation.of, choice);
            QCOMPARE(result.explanation.tokens.size(), result.tokens.size());
            std::string words;
            for (const TextToken& token : result.tokens)
                if (token.ofChoice && !token.special)
                    words += token.text;
            QVERIFY(choice.starts_with(words.substr(0, 3)));
        }
    }

    void swappingPicturesSwapsSides()
    {
        InferenceRequest request = requestFor(Task::VisualReasoning);
        const InferenceResult one = m_engine->run(request, {});
        std::swap(request.image, request.rightImage);
        const InferenceResult other = m_engine->run(request, {});
        QVERIFY(one.regions == other.rightRegions && one.rightRegions == other.regions);
        QVERIFY(one.answers.front().probability != other.answers.front().probability);
        QVERIFY(std::abs(one.answers[0].probability + one.answers[1].probability - 1) < 1e-5);
    }

    void keepsTheOrderOfChoicesAndPhrases()
    {
        InferenceRequest request = requestFor(Task::MultipleChoice);
        const InferenceResult result = m_engine->run(request, {});
        double sum = 0;
        for (std::size_t i = 0; i < request.choices.size(); ++i) {
            QCOMPARE(result.choices[i].text, request.choices[i]);
            sum += result.choices[i].probability;
        }
        QVERIFY(std::abs(sum - 1) < 1e-5);
        // Alone, a choice has the same score: the others are only beside it.
        request.choices = {request.choices[2], request.choices[0]};
        const InferenceResult fewer = m_engine->run(request, {});
        QVERIFY(std::abs(fewer.choices[0].score - result.choices[2].score) < 1e-3);

        request = requestFor(Task::RegionToPhrase);
        const InferenceResult found = m_engine->run(request, {});
        QCOMPARE(found.phrases.size(), std::size_t(2));
        QCOMPARE(found.phrases[0].text, std::string("a cat"));
        for (const PhraseRegions& phrase : found.phrases)
            QVERIFY(std::abs(sumOf(phrase.regions) - 1) < 1e-5);
    }

    void findsMasksWhereTheyStand()
    {
        InferenceRequest request = requestFor(Task::MaskedWords);
        request.text = "There is a [MASK] ball and a [MASK].";
        const InferenceResult result = m_engine->run(request, {});
        QCOMPARE(result.masks.size(), std::size_t(2));
        QCOMPARE(result.masks[0].span, (TextSpan{11, 17}));
        QCOMPARE(result.masks[1].span, (TextSpan{29, 35}));
        QVERIFY(result.match >= 0 && result.match <= 1);
        QCOMPARE(result.masks[0].words.size(), std::size_t(5));
    }

    void refusesWhatCannotBeAsked_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("said");
        QTest::newRow("one picture") << 1 << "no right picture"
                                     << "two pictures";
        QTest::newRow("empty statement") << 1 << "no text"
                                         << "empty";
        QTest::newRow("one choice") << 2 << "one choice"
                                    << "1 choices";
        QTest::newRow("empty choice") << 2 << "empty choice"
                                      << "empty";
        QTest::newRow("no phrase") << 3 << "no phrase"
                                   << "No phrase";
        QTest::newRow("phrase outside") << 3 << "phrase outside"
                                        << "outside";
        QTest::newRow("no mask") << 4 << "no mask"
                                 << "[MASK]";
        QTest::newRow("too long") << 5 << "long"
                                  << "word pieces";
        QTest::newRow("phrases have no other reason") << 3 << "explain"
                                                      << "own regions";
    }
    void refusesWhatCannotBeAsked()
    {
        QFETCH(int, task);
        QFETCH(QString, change);
        QFETCH(QString, said);
        InferenceRequest request = requestFor(kAllTasks[task]);
        if (change == "no right picture")
            request.rightImage.reset();
        if (change == "no text")
            request.text = "  ";
        if (change == "one choice")
            request.choices = {"a"};
        if (change == "empty choice")
            request.choices = {"a", " "};
        if (change == "no phrase")
            request.phrases.clear();
        if (change == "phrase outside")
            request.phrases = {{0, 4000}};
        if (change == "no mask")
            request.text = "There is a ball.";
        if (change == "long")
            request.text = QString("red ").repeated(100).toStdString();
        if (change == "explain")
            request.explanation.method = ExplanationMethod::Relevance;
        const std::string message = errorOf([&] { m_engine->run(request, {}); });
        QVERIFY2(message.find(said.toStdString()) != std::string::npos, message.c_str());
    }

    void namesUnknownWordsOfChoicesToo()
    {
        InferenceRequest request = requestFor(Task::MultipleChoice);
        request.choices.push_back("a dinosaur");
        QCOMPARE(m_engine->run(request, {}).unknownWords, std::vector<std::string>{"dinosaur"});
    }

private:
    static InferenceRequest requestFor(Task task)
    {
        InferenceRequest request;
        request.task = task;
        request.image = picture(7);
        switch (task) {
        case Task::VisualQuestionAnswering:
            request.text = "How many things are there?";
            break;
        case Task::VisualReasoning:
            request.rightImage = picture(8);
            request.text = "There are more balls in the left image than in the right image.";
            break;
        case Task::MultipleChoice:
            request.text = "Which sentence is true?";
            request.choices = {"there is a cat", "there are two hats", "there is a red ball", "there are no cars"};
            break;
        case Task::RegionToPhrase:
            request.text = "There is a cat and there is a ball.";
            request.phrases = {{9, 14}, {28, 34}};
            break;
        case Task::MaskedWords:
            request.text = "There is a [MASK] ball.";
            break;
        case Task::CaptionMatch:
            request.text = "There is a ball.";
            break;
        }
        return request;
    }

    std::unique_ptr<InferenceBackend> m_engine;
};

VBS_TEST_MAIN(SessionTasksTest)
#include "session_tasks_test.moc"
