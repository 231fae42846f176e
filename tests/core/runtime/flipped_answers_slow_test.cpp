#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/look/single_answer.h"
#include "core/look/smallest_flip.h"
#include "core/look/word_hiding.h"
#include "core/picture_book/evaluation/scene_examples.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QtTest>

#include <cmath>

using namespace vbs;

/// Smallest flips of the shipped pack, proved by asking it again.
class FlippedAnswersTest : public QObject {
    Q_OBJECT

    std::unique_ptr<InferenceBackend> m_engine;

    static ImagePtr picture(std::uint64_t index)
    {
        return std::make_shared<const RgbImage>(drawScene(sceneOfSeries(4711, index)));
    }

    std::vector<InferenceRequest> questions(Task task)
    {
        std::vector<Scene> scenes;
        for (std::uint64_t i = 0; i < 6; ++i)
            scenes.push_back(sceneOfSeries(4711, i));
        std::vector<InferenceRequest> requests;
        for (const SceneExample& example : sceneExamples(task, scenes, 2, 2)) {
            if (requests.size() == 10)
                break;
            requests.push_back(example.request);
            requests.back().image = picture(example.scene);
            if (example.rightScene)
                requests.back().rightImage = picture(*example.rightScene);
        }
        return requests;
    }

    /// Of the text's first mask, where masks stand for hidden words before it.
    static Answer answerOf(InferenceResult result, const InferenceRequest& question, const SmallestFlip& flip)
    {
        if (question.task == Task::MaskedWords)
            for (const TextWord& word : wordsOf(result0(question, flip)))
                if (word.span.begin < question.text.find("[MASK]"))
                    result.masks.erase(result.masks.begin());
        return singleAnswerOf(result);
    }
    /// Hidden words alone, each of one piece.
    static InferenceResult result0(const InferenceRequest& question, const SmallestFlip& flip)
    {
        InferenceResult result;
        for (const HiddenWord& word : flip.words)
            result.tokens.push_back({word.text, word.span.begin, word.span.end});
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_engine = createBackend({.device = "cpu", .precision = "float32"});
        m_engine->loadPack({std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book"}, {});
    }

    void theNetworkSaysSoAgain_data()
    {
        QTest::addColumn<int>("task");
        for (const Task task : {Task::VisualQuestionAnswering, Task::VisualReasoning, Task::MultipleChoice,
                                Task::MaskedWords, Task::CaptionMatch})
            QTest::newRow(std::string(nameOf(task)).c_str()) << int(task);
    }
    void theNetworkSaysSoAgain()
    {
        QFETCH(int, task);
        int byRegions = 0, byWords = 0, none = 0;
        for (const InferenceRequest& question : questions(Task(task))) {
            FlipOptions options;
            options.provenUpTo = 1;
            const SmallestFlip flip = smallestFlip(*m_engine, question, options, {});
            if (!flip.found) {
                ++none;
                continue;
            }
            InferenceRequest again = question;
            again.named.push_back(flip.before.text);
            if (flip.words.empty()) {
                ++byRegions;
                const InferenceResult seen = m_engine->run(question, {});
                const std::size_t left = seen.regions.regions.size();
                again.hiddenRegions.resize(left);
                again.hiddenRightRegions.resize(seen.rightRegions.regions.size());
                for (const std::size_t region : flip.regions)
                    (region < left ? again.hiddenRegions[region] : again.hiddenRightRegions[region - left]) = true;
            } else {
                ++byWords;
                again.text = flip.textWithout;
            }
            const Answer answer = answerOf(m_engine->run(again, {}), question, flip);
            QCOMPARE(answer.text, flip.after.text);
            QVERIFY(answer.text != flip.before.text);
            QVERIFY(std::abs(answer.probability - flip.after.probability) < 1e-4);
        }
        qInfo("by regions %d, by words %d, not at all %d", byRegions, byWords, none);
        QVERIFY(byRegions + byWords > 0);
    }

    /// A question whose regions are all hidden already: words are all there is.
    void everyWordIsTried()
    {
        InferenceRequest question;
        question.image = picture(0);
        question.text = "How many suns are there?";
        const InferenceResult seen = m_engine->run(question, {});
        question.hiddenRegions.assign(seen.regions.regions.size(), true);
        const SmallestFlip flip = smallestFlip(*m_engine, question, {}, {});
        QCOMPARE(flip.wordsTried, std::size_t(5));
        QVERIFY(flip.regionsProven && flip.regions.empty());
        // Every set of words by hand: texts written out here, not by what is tested.
        const std::vector<std::string> words = {"How", "many", "suns", "are", "there"};
        std::size_t fewest = words.size() + 1;
        for (std::size_t set = 1; set < 32; ++set) {
            InferenceRequest again = question;
            again.text.clear();
            std::size_t gone = 0;
            for (std::size_t i = 0; i < words.size(); ++i) {
                gone += set >> i & 1;
                again.text += (i ? " " : "") + (set >> i & 1 ? "[MASK]" : words[i]);
            }
            again.text += "?";
            if (singleAnswerOf(m_engine->run(again, {})).text != flip.before.text)
                fewest = std::min(fewest, gone);
        }
        QCOMPARE(flip.found, fewest <= words.size());
        if (fewest <= 3)
            QCOMPARE(flip.words.size(), fewest);
        qInfo("%zu words", fewest);
    }
};

VBS_TEST_MAIN(FlippedAnswersTest)
#include "flipped_answers_slow_test.moc"
