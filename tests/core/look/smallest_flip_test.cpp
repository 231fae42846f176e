#include "core/look/smallest_flip.h"

#include "core/base/random.h"
#include "tests/core/look/ruled_engine.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;
using Set = std::set<std::size_t>;

class SmallestFlipTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRegionThatTheAnswerHangsOn()
    {
        RuledEngine engine(5, 0, [](const Set& shown) { return shown.contains(3) ? .9 : .2; });
        const SmallestFlip flip = smallestFlip(engine, {}, {}, {});
        QVERIFY(flip.found && flip.proven);
        QCOMPARE(flip.regions, std::vector<std::size_t>{3});
        QCOMPARE(flip.before.text, std::string("yes"));
        QCOMPARE(flip.after.text, std::string("no"));
        QCOMPARE(flip.after.probability, .8);
        QCOMPARE(flip.left, .2);
        QCOMPARE(flip.runs, engine.runs);
        QCOMPARE(flip.runs, std::size_t(6));
    }

    /// Hiding 0 takes most at first, so that going step by step ends with three; 1 and 2 together do it.
    void aStepByStepSearchIsImprovedOn()
    {
        RuledEngine engine(5, 0, [](const Set& shown) {
            if (!shown.contains(1) && !shown.contains(2))
                return .1;
            return shown.contains(0) ? .9 : shown.contains(3) || shown.contains(4) ? .6 : .4;
        });
        const SmallestFlip flip = smallestFlip(engine, {}, {}, {});
        QVERIFY(flip.found && flip.proven);
        QCOMPARE(flip.regions, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(flip.left, .1);
    }

    void regionsOfBothPictures()
    {
        RuledEngine engine(2, 3, [](const Set& shown) { return shown.contains(1) || shown.contains(4) ? .8 : .3; });
        InferenceRequest request;
        request.task = Task::VisualReasoning;
        const SmallestFlip flip = smallestFlip(engine, request, {}, {});
        QVERIFY(flip.found && flip.proven);
        QCOMPARE(flip.regions, (std::vector<std::size_t>{1, 4}));
    }

    void whatIsHiddenAlreadyStaysHidden()
    {
        RuledEngine engine(4, 0, [](const Set& shown) {
            return shown.contains(0) ? .1 : shown.contains(1) || shown.contains(2) ? .8 : .3;
        });
        InferenceRequest request;
        request.hiddenRegions = {true, false, false, false};
        const SmallestFlip flip = smallestFlip(engine, request, {}, {});
        QCOMPARE(flip.before.text, std::string("yes"));
        QCOMPARE(flip.regions, (std::vector<std::size_t>{1, 2}));
    }

    void anAnswerThatNothingChanges()
    {
        RuledEngine engine(3, 0, [](const Set&) { return .9; });
        const SmallestFlip flip = smallestFlip(engine, {}, {}, {});
        QVERIFY(!flip.found && flip.proven && flip.regions.empty());
        RuledEngine many(6, 0, [](const Set&) { return .9; });
        QVERIFY(!smallestFlip(many, {}, {}, {}).proven); // sets of four and more were not all tried
        RuledEngine none(0, 0, [](const Set&) { return .9; });
        QVERIFY(!smallestFlip(none, {}, {}, {}).found);
    }

    /// Rules by chance, against every set there is.
    void nothingSmallerDoesIt()
    {
        Rng rng(5);
        for (int round = 0; round < 60; ++round) {
            constexpr std::size_t kRegions = 7;
            std::vector<double> worth(1u << kRegions);
            for (double& one : worth)
                one = rng.uniform();
            worth.back() = .95; // everything shown: yes
            const auto placeOf = [](const Set& shown) {
                std::size_t place = 0;
                for (const std::size_t region : shown)
                    place |= std::size_t(1) << region;
                return place;
            };
            // Mostly "yes", the more is shown.
            const auto rule = [&](const Set& shown) {
                return .35 + .5 * worth[placeOf(shown)] * double(shown.size() + 3) / (kRegions + 3);
            };
            RuledEngine engine(kRegions, 0, rule);
            const SmallestFlip flip = smallestFlip(engine, {}, {}, {});
            std::size_t fewest = kRegions + 1;
            double surest = 0;
            for (std::size_t place = 0; place < worth.size(); ++place) {
                Set shown;
                for (std::size_t region = 0; region < kRegions; ++region)
                    if (place >> region & 1)
                        shown.insert(region);
                const std::size_t gone = kRegions - shown.size();
                if (rule(shown) >= .5 || gone > fewest)
                    continue;
                surest = gone < fewest ? 1 - rule(shown) : std::max(surest, 1 - rule(shown));
                fewest = gone;
            }
            if (fewest <= 3) {
                QVERIFY(flip.found && flip.proven);
                QCOMPARE(flip.regions.size(), fewest);
                QCOMPARE(flip.after.probability, surest);
            } else if (flip.found) {
                QVERIFY(flip.regions.size() >= fewest && !(flip.proven && flip.regions.size() > fewest));
            }
        }
    }

    void runsAreBounded()
    {
        RuledEngine engine(30, 0, [](const Set& shown) { return shown.size() < 20 ? .1 : .9; });
        FlipOptions options;
        options.mostRuns = 700;
        const SmallestFlip flip = smallestFlip(engine, {}, options, {});
        QVERIFY(flip.runs <= 700 && engine.runs == flip.runs);
        QVERIFY(flip.found && !flip.proven);
    }

    void itCanBeStopped()
    {
        std::stop_source stop;
        RuledEngine engine(10, 0, [&](const Set& shown) {
            if (shown.size() < 9)
                stop.request_stop();
            return .9;
        });
        try {
            smallestFlip(engine, {}, {}, {stop.get_token(), {}});
            QFAIL("It went on.");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
    }

    void findHasNoSingleAnswer()
    {
        RuledEngine engine(3, 0, [](const Set&) { return .9; });
        InferenceRequest request;
        request.task = Task::RegionToPhrase;
        QVERIFY_THROWS_EXCEPTION(Error, smallestFlip(engine, request, {}, {}));
    }
};

VBS_TEST_MAIN(SmallestFlipTest)
#include "smallest_flip_test.moc"
