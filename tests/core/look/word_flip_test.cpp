#include "core/look/smallest_flip.h"
#include "core/look/word_hiding.h"

#include "core/base/random.h"
#include "tests/core/look/ruled_engine.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace vbs;
using namespace vbs::test;
using Words = std::set<std::string>;

/// Where no regions change the answer, words do.
class WordFlipTest : public QObject {
    Q_OBJECT

    static double always(const std::set<std::size_t>&) { return .9; }
    static InferenceRequest asking(const std::string& text)
    {
        InferenceRequest request;
        request.text = text;
        return request;
    }

private Q_SLOTS:
    void wordsAfterRegions()
    {
        RuledEngine engine(3, 0, always, [](const Words& words) { return words.contains("ball") ? .9 : .2; });
        const SmallestFlip flip = smallestFlip(engine, asking("is the ball big ?"), {}, {});
        QVERIFY(flip.found && flip.proven && flip.regionsProven && flip.regions.empty());
        QCOMPARE(flip.words.size(), std::size_t(1));
        QCOMPARE(flip.words[0].text, std::string("ball"));
        QVERIFY((flip.words[0].span == TextSpan{7, 11}));
        QCOMPARE(flip.textWithout, std::string("is the [MASK] big ?"));
        QCOMPARE(flip.left, .2);
        QCOMPARE(flip.wordsTried, std::size_t(4)); // "?" is none
        QCOMPARE(flip.runs, engine.runs);
    }

    void regionsComeFirst()
    {
        RuledEngine engine(
            3, 0, [](const std::set<std::size_t>& shown) { return shown.size() < 2 ? .1 : .9; },
            [](const Words& words) { return words.contains("ball") ? .9 : .2; });
        const SmallestFlip flip = smallestFlip(engine, asking("is the ball big ?"), {}, {});
        QCOMPARE(flip.regions.size(), std::size_t(2));
        QVERIFY(flip.words.empty() && flip.wordsTried == 0 && flip.textWithout.empty());
    }

    void everyPieceOfAWordIsMasked()
    {
        RuledEngine engine(0, 0, always, [](const Words& words) { return words.contains("picture-book") ? .9 : .2; });
        const SmallestFlip flip = smallestFlip(engine, asking("a picture-book here"), {}, {});
        QCOMPARE(flip.words.size(), std::size_t(1));
        QCOMPARE(flip.words[0].text, std::string("picture-book"));
        QCOMPARE(flip.textWithout, std::string("a [MASK] [MASK] here"));
    }

    void whatNothingChanges()
    {
        RuledEngine engine(2, 0, always, [](const Words&) { return .9; });
        const SmallestFlip flip = smallestFlip(engine, asking("is it"), {}, {});
        QVERIFY(!flip.found && flip.proven && flip.words.empty());
        QCOMPARE(flip.wordsTried, std::size_t(2));
        QVERIFY(!smallestFlip(engine, asking("is it a large one"), {}, {}).proven); // four words and more
    }

    /// Rules by chance, against every set of words there is.
    void nothingSmallerDoesIt()
    {
        const std::array<std::string, 6> names = {"one", "two", "three", "four", "five", "six"};
        Rng rng(7);
        int found = 0;
        for (int round = 0; round < 40; ++round) {
            std::vector<double> worth(1u << names.size());
            for (double& one : worth)
                one = rng.uniform();
            worth.back() = .95;
            const auto rule = [&](const Words& words) {
                std::size_t place = 0;
                for (std::size_t i = 0; i < names.size(); ++i)
                    place |= std::size_t(words.contains(names[i])) << i;
                return .35 + .5 * worth[place] * double(words.size() + 3) / double(names.size() + 3);
            };
            RuledEngine engine(
                1, 0, [](const std::set<std::size_t>&) { return 1.; }, rule);
            const SmallestFlip flip = smallestFlip(engine, asking("one two three four five six"), {}, {});
            std::size_t fewest = names.size() + 1;
            double surest = 0;
            for (std::size_t place = 0; place < worth.size(); ++place) {
                Words shown;
                for (std::size_t i = 0; i < names.size(); ++i)
                    if (place >> i & 1)
                        shown.insert(names[i]);
                const std::size_t gone = names.size() - shown.size();
                if (rule(shown) >= .5 || gone > fewest)
                    continue;
                surest = gone < fewest ? 1 - rule(shown) : std::max(surest, 1 - rule(shown));
                fewest = gone;
            }
            if (fewest > 3)
                continue;
            ++found;
            QVERIFY(flip.found && flip.proven && flip.regions.empty());
            QCOMPARE(flip.words.size(), fewest);
            QCOMPARE(flip.after.probability, surest);
        }
        QVERIFY(found > 20);
    }

    void runsAreBoundedForEach()
    {
        RuledEngine engine(20, 0, always, [](const Words& words) { return words.size() < 20 ? .1 : .9; });
        std::string text;
        for (int i = 0; i < 30; ++i)
            text += "w" + std::to_string(i) + " ";
        FlipOptions options;
        options.mostRuns = 700;
        const SmallestFlip flip = smallestFlip(engine, asking(text), options, {});
        QVERIFY(flip.runs <= 1400 && engine.runs == flip.runs);
        QVERIFY(flip.found && !flip.proven && !flip.regionsProven);
    }

    void placesOfMentionsMoveAlong()
    {
        RuledEngine engine(0, 0, always);
        InferenceRequest request = asking("is casey near the big ball");
        request.mentions = {{-1, {3, 8}, 0}, {-1, {22, 26}, 1}, {0, {3, 8}, 1}};
        const InferenceResult first = engine.run(request, {});
        WordHiding hiding(engine, request, first, {});
        QCOMPARE(hiding.words().size(), std::size_t(6));
        const InferenceRequest asked = hiding.hiding({false, true, true, false, false, false});
        QCOMPARE(asked.text, std::string("is [MASK] [MASK] the big ball"));
        QVERIFY((asked.mentions[0].span == TextSpan{3, 9}));
        QCOMPARE(asked.text.substr(asked.mentions[1].span.begin, 4), std::string("ball"));
        QVERIFY((asked.mentions[2].span == TextSpan{3, 8})); // of a choice
    }
};

VBS_TEST_MAIN(WordFlipTest)
#include "word_flip_test.moc"
