#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/image/image_io.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

fs::path shippedPack()
{
    return fs::path(test::sourceFolder()) / "models/picture-book";
}

/// The shipped pack with these models only.
fs::path packWith(const QTemporaryDir& folder, const std::vector<std::string>& tasks)
{
    const fs::path pack = fs::path(folder.path().toStdString()) / "part";
    fs::copy(shippedPack(), pack, fs::copy_options::recursive);
    OrderedJson manifest = OrderedJson::parse(readTextFile(pack / "pack.json"));
    OrderedJson kept = OrderedJson::object();
    for (const std::string& task : tasks)
        kept[task] = manifest["tasks"][task];
    manifest["tasks"] = kept;
    writeJsonFile(pack / "pack.json", manifest);
    return pack;
}

InferenceRequest requestFor(const std::string& text, const std::vector<std::string>& phrases, PhraseSource source)
{
    InferenceRequest request;
    request.task = Task::RegionToPhrase;
    request.image = std::make_shared<const RgbImage>(readImage(shippedPack() / "samples/picture-book.png"));
    request.text = text;
    for (const std::string& phrase : phrases)
        request.phrases.push_back({text.find(phrase), text.find(phrase) + phrase.size()});
    request.phraseSource = source;
    return request;
}

const std::string kSentence = "The white bird is above the orange ball.";
const std::vector<std::string> kPhrases = {"The white bird", "the orange ball"};

std::string surest(const InferenceResult& result, std::size_t phrase)
{
    const std::vector<double>& shares = result.phrases.at(phrase).regions;
    return result.regions.regions.at(std::size_t(std::ranges::max_element(shares) - shares.begin())).label;
}

} // namespace

/// Find without the alignment head.
class PhraseFindingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPackWithoutTheHeadFindsByNames();
    void aPackOfWordsAloneFindsToo();
    void theHeadIsBestWhereThereIsOne();
    void hidingFindsWhatTheWordsNeed();
    void hiddenRegionsAreNotFound();
    void whatNoNameFitsIsEverywhere();
    void refusals();
};

void PhraseFindingTest::aPackWithoutTheHeadFindsByNames()
{
    const QTemporaryDir folder;
    const auto engine = createBackend({});
    const PackInfo info = engine->loadPack({packWith(folder, {"vqa"})}, {}).pack;
    QCOMPARE(info.tasks, (std::vector<Task>{Task::VisualQuestionAnswering, Task::RegionToPhrase}));
    QCOMPARE(info.models.size(), std::size_t(2));
    QCOMPARE(info.phraseSources, std::vector<PhraseSource>{PhraseSource::Names});
    QVERIFY(info.models[1].task == Task::RegionToPhrase &&
            info.models[1].form.english().find("names") != std::string::npos);
    const InferenceResult result = engine->run(requestFor(kSentence, kPhrases, PhraseSource::Best), {});
    QCOMPARE(result.phraseSource, PhraseSource::Names);
    QCOMPARE(result.phrases.size(), std::size_t(2));
    QCOMPARE(surest(result, 0), std::string("bird"));
    QCOMPARE(surest(result, 1), std::string("ball"));
    for (const PhraseRegions& phrase : result.phrases) {
        double sum = 0;
        for (const double share : phrase.regions)
            sum += share;
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    // Together with others, and by the same names.
    const auto batch = engine->runBatch({requestFor(kSentence, kPhrases, PhraseSource::Best)}, {});
    QCOMPARE(batch.front().phrases[1].regions, result.phrases[1].regions);
}

void PhraseFindingTest::aPackOfWordsAloneFindsToo()
{
    const QTemporaryDir folder;
    const auto engine = createBackend({});
    const fs::path pack = packWith(folder, {"pretraining"});
    const PackInfo info = engine->loadPack({pack}, {}).pack;
    QCOMPARE(info.tasks.front(), Task::RegionToPhrase);
    QCOMPARE(info.phraseSources, (std::vector<PhraseSource>{PhraseSource::Names, PhraseSource::Hiding}));
    QCOMPARE(surest(engine->run(requestFor(kSentence, kPhrases, PhraseSource::Best), {}), 1), std::string("ball"));
}

void PhraseFindingTest::theHeadIsBestWhereThereIsOne()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    QCOMPARE(engine->run(requestFor(kSentence, kPhrases, PhraseSource::Best), {}).phraseSource, PhraseSource::Head);
    const InferenceResult names = engine->run(requestFor(kSentence, kPhrases, PhraseSource::Names), {});
    QCOMPARE(names.phraseSource, PhraseSource::Names);
    QCOMPARE(surest(names, 1), std::string("ball"));
}

void PhraseFindingTest::hidingFindsWhatTheWordsNeed()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    const InferenceResult result = engine->run(requestFor(kSentence, kPhrases, PhraseSource::Hiding), {});
    QCOMPARE(result.phraseSource, PhraseSource::Hiding);
    QCOMPARE(surest(result, 0), std::string("bird"));
    QCOMPARE(surest(result, 1), std::string("ball"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!test::messageOf([&] {
                 engine->run(requestFor(kSentence, kPhrases, PhraseSource::Hiding), {stop.get_token(), {}});
             }).isEmpty());
}

void PhraseFindingTest::hiddenRegionsAreNotFound()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    for (const PhraseSource source : {PhraseSource::Names, PhraseSource::Hiding}) {
        InferenceRequest request = requestFor(kSentence, kPhrases, source);
        const InferenceResult before = engine->run(request, {});
        const auto& shares = before.phrases[1].regions;
        const auto ball = std::size_t(std::ranges::max_element(shares) - shares.begin());
        request.hiddenRegions.assign(shares.size(), false);
        request.hiddenRegions[ball] = true;
        QCOMPARE(engine->run(request, {}).phrases[1].regions[ball], 0.0);
        request.hiddenRegions.clear();
        request.blind = true;
        const InferenceResult blind = engine->run(request, {});
        QVERIFY(isAbsent(blind, blind.phrases[1].span));
    }
}

void PhraseFindingTest::whatNoNameFitsIsEverywhere()
{
    const auto engine = createBackend({});
    engine->loadPack({shippedPack()}, {});
    const InferenceResult result = engine->run(requestFor("the piano", {"the piano"}, PhraseSource::Names), {});
    const std::vector<double>& shares = result.phrases[0].regions;
    for (const double share : shares)
        QCOMPARE(share, 1.0 / double(shares.size()));
    QVERIFY(isAbsent(result, result.phrases[0].span)); // no region is shown as if it were found
    const InferenceResult found = engine->run(requestFor("the ball", {"the ball"}, PhraseSource::Names), {});
    QVERIFY(!isAbsent(found, found.phrases[0].span));
    InferenceRequest blindfold = requestFor("the ball", {"the ball"}, PhraseSource::Hiding);
    blindfold.hiddenRegions.assign(found.regions.regions.size(), true);
    const InferenceResult nothing = engine->run(blindfold, {});
    QVERIFY(isAbsent(nothing, nothing.phrases[0].span));
}

void PhraseFindingTest::refusals()
{
    const QTemporaryDir folder;
    const auto engine = createBackend({});
    engine->loadPack({packWith(folder, {"vqa"})}, {});
    const auto refusal = [&](const InferenceRequest& request) {
        return test::messageOf([&] { engine->run(request, {}); });
    };
    QVERIFY(refusal(requestFor(kSentence, kPhrases, PhraseSource::Head)).contains("no model for this task"));
    QVERIFY(refusal(requestFor(kSentence, kPhrases, PhraseSource::Hiding)).contains("fills in words"));
    InferenceRequest outside = requestFor(kSentence, kPhrases, PhraseSource::Names);
    outside.phrases.front().end = 1000;
    QVERIFY(refusal(outside).contains("outside its sentence"));
    QVERIFY(test::messageOf([&] {
                engine->inspect({requestFor(kSentence, kPhrases, PhraseSource::Names)}, {});
            }).contains("no network to look into"));
}

VBS_TEST_MAIN(PhraseFindingTest)
#include "phrase_finding_test.moc"
