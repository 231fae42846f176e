#include "ui/workbench/region_finder.h"

#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

namespace vbs::test {
namespace {

/// A picture whose regions an engine is asked for that never answers by itself: replies are the test's.
struct Place {
    Place()
    {
        script->setOtherwise({BackendScript::Step::Wait::UntilReleased, {}, {}, {}});
        state.picture = openPicture();
        regions.begin(kPictureSize, std::nullopt);
        regions.setPack(1);
    }

    std::shared_ptr<BackendScript> script = std::make_shared<BackendScript>();
    InferenceService service{std::make_unique<ScriptedBackend>(script)};
    SideState state;
    RegionEditor regions{state};
    RegionFinder finder{state, regions, service};
};

InferenceResult reply(const RegionSet& regions)
{
    InferenceResult result;
    result.regions = regions;
    result.timing.extractMs = 5;
    return result;
}

} // namespace

class RegionFinderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What a reply to find() or describe() leads to.
    void replies_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("told");
        QTest::addColumn<bool>("again"); ///< it may be asked once more
        QTest::newRow("found") << false << "good"
                               << "known" << true;
        QTest::newRow("not found") << false << "error"
                                   << "refused: It broke." << false;
        QTest::newRow("search cancelled") << false << "cancelled"
                                          << "refused: " << false;
        QTest::newRow("described") << true << "good"
                                   << "known" << true;
        QTest::newRow("another number described") << true << "wrong"
                                                  << "wrong, known" << true;
        QTest::newRow("not described") << true << "error"
                                       << "refused, describing: It broke." << false;
    }
    void replies()
    {
        QFETCH(bool, own);
        QFETCH(QString, reply);
        QFETCH(bool, again);
        Place place;
        if (own)
            place.regions.add({1, 2, 3, 4});
        QStringList told;
        connect(&place.finder, &RegionFinder::regionsKnown, this, [&] { told << "known"; });
        connect(&place.finder, &RegionFinder::regionsWrong, this, [&] { told << "wrong"; });
        connect(&place.finder, &RegionFinder::regionsRefused, this, [&](bool describing, const QString& problem) {
            told << (describing ? "refused, describing: " : "refused: ") + problem;
        });
        QVERIFY(place.finder.canRequest());
        QCOMPARE(place.finder.needsDescribing(), own);
        QCOMPARE(place.finder.needsFound(), !own);
        own ? place.finder.describe() : place.finder.find();
        QVERIFY(place.finder.isRequesting() && !place.finder.canRequest());
        QCOMPARE(place.finder.isDescribing(), own);
        const RegionSet one{100, 80, {{{1, 2, 3, 4}, "dog", 0.7f, "", 0}}};
        if (reply == "error")
            place.finder.finish(ErrorInfo{ErrorCode::Internal, "It broke."});
        else if (reply == "cancelled")
            place.finder.finish(Cancelled{});
        else
            place.finder.finish(test::reply(own && reply == "good" ? one : foundRegions()));
        QTEST(told.join(", "), "told");
        QVERIFY(!place.finder.isRequesting());
        QCOMPARE(place.finder.canRequest(), again);
        if (again)
            QVERIFY(!place.finder.needsFound() && !place.finder.needsDescribing());
        place.finder.allow();
        QVERIFY(place.finder.canRequest());
    }

    /// What the request is worth after something happened to the picture.
    void dropping_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("stays");
        QTest::newRow("another filter") << false << "filter" << true;
        QTest::newRow("a box instead of a search") << false << "add" << false;
        QTest::newRow("another box") << true << "add" << false;
        QTest::newRow("a question describes") << true << "drop describing" << false;
        QTest::newRow("a search is needed all the same") << false << "drop describing" << true;
        QTest::newRow("nobody waits any more") << false << "drop" << false;
        QTest::newRow("its reply tells") << false << "cancel" << true;
    }
    void dropping()
    {
        QFETCH(bool, own);
        QFETCH(QString, what);
        Place place;
        if (own)
            place.regions.add({1, 2, 3, 4});
        own ? place.finder.describe() : place.finder.find();
        if (what == "filter")
            place.regions.setFilter({50, 0});
        else if (what == "add")
            place.regions.add({5, 5, 9, 9});
        else if (what == "drop describing")
            place.finder.dropDescribing();
        else if (what == "drop")
            place.finder.dropRequest();
        else
            place.finder.cancelRequest();
        QTEST(place.finder.isRequesting(), "stays");
    }

    /// An answer to a question tells of the regions, too; only if they are still those that it was asked about.
    void learning_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::addColumn<bool>("now");
        QTest::addColumn<QString>("label"); ///< of the last region afterwards
        QTest::newRow("found ones") << false << false << "tree";
        QTest::newRow("own ones") << true << true << "dog";
        QTest::newRow("own ones that are gone") << true << false << "";
    }
    void learning()
    {
        QFETCH(bool, asked);
        QFETCH(bool, now);
        Place place;
        place.regions.add({1, 2, 3, 4});
        RegionChoice choice;
        if (asked)
            choice.own = place.state.choice.own;
        if (!now)
            place.regions.useFound();
        const RegionSet one{100, 80, {{{1, 2, 3, 4}, "dog", 0.7f, "", 0}}};
        QVERIFY(place.finder.learn(choice, asked ? one : foundRegions(), {}));
        const QString label = place.state.regions && !place.state.regions->regions.empty()
                                  ? toQString(place.state.regions->regions.back().label)
                                  : QString();
        QTEST(label, "label");
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::RegionFinderTest)
#include "region_finder_test.moc"
