#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/image/image_io.h"
#include "core/pack/pack_catalog.h"
#include "core/picture_book/scenes/questions.h"
#include "core/picture_book/scenes/scene_drawing.h"
#include "core/runtime/backend_factory.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QTemporaryDir>
#include <QtTest>

#include <numeric>

using namespace vbs;

namespace {

const std::filesystem::path kPack = std::filesystem::path(vbs::test::sourceFolder()) / "models" / "picture-book";

std::unique_ptr<InferenceBackend> loadedEngine()
{
    auto engine = createBackend({.device = "cpu"});
    engine->loadPack({kPack}, {});
    return engine;
}

ImagePtr picture(std::uint64_t index)
{
    return std::make_shared<const RgbImage>(drawScene(sceneOfSeries(31337, index)));
}

InferenceRequest requestOf(const ImagePtr& image, const std::string& question)
{
    InferenceRequest request;
    request.image = image;
    request.text = question;
    return request;
}

/// The shipped pack in a folder of its own, to be spoilt.
std::filesystem::path copyOfPack(const QTemporaryDir& folder)
{
    const std::filesystem::path copy = std::filesystem::path(folder.path().toStdString()) / "pack";
    std::filesystem::copy(kPack, copy, std::filesystem::copy_options::recursive);
    return copy;
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

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersQuestionsAboutUnseenScenes()
    {
        auto engine = loadedEngine();
        Rng rng(3);
        int right = 0, count = 0;
        for (std::uint64_t i = 100; i < 112; ++i) {
            const Scene scene = sceneOfSeries(31337, i);
            const ImagePtr image = picture(i);
            for (const QuestionType type : {QuestionType::Color, QuestionType::WhatIs, QuestionType::Exist}) {
                const auto question = makeQuestion(rng, scene, type);
                if (!question)
                    continue;
                const auto result = engine->run(requestOf(image, question->text), {});
                right += result.answers.front().text == question->answers.front();
                ++count;
            }
        }
        QVERIFY(count >= 20);
        QVERIFY2(right >= count * 9 / 10, qPrintable(QString("%1 of %2").arg(right).arg(count)));
    }

    void givesSortedProbabilities()
    {
        auto engine = loadedEngine();
        InferenceRequest request = requestOf(picture(100), "What is there most of?");
        request.topK = 1000; // more than there are answers
        const auto result = engine->run(request, {});
        QCOMPARE(result.answers.size(), kSceneAnswers.size());
        double sum = 0, last = 1;
        for (const Answer& answer : result.answers) {
            QVERIFY(answer.probability <= last);
            last = answer.probability;
            sum += answer.probability;
        }
        QVERIFY(std::abs(sum - 1) < 1e-4);
    }

    void takesTheRegionsOfASecondQuestionFromTheCache()
    {
        auto engine = loadedEngine();
        const ImagePtr image = picture(101);
        const auto first = engine->run(requestOf(image, "Where is this?"), {});
        const auto second = engine->run(requestOf(image, "How many things are there?"), {});
        QVERIFY(!first.timing.regionsCached);
        QVERIFY(second.timing.regionsCached);
        // Another object with the same pixels is the same picture.
        const auto third = engine->run(requestOf(std::make_shared<const RgbImage>(*image), "Where is this?"), {});
        QVERIFY(third.timing.regionsCached);
        QCOMPARE(third.answers.front().text, first.answers.front().text);
        QCOMPARE(third.answers.front().probability, first.answers.front().probability);
    }

    void explainsByAttention()
    {
        auto engine = loadedEngine();
        InferenceRequest request = requestOf(picture(102), "What color is the leftmost thing?");
        request.explanation.method = ExplanationMethod::Attention;
        const auto result = engine->run(request, {});
        const Explanation& explanation = result.explanation;
        QCOMPARE(explanation.regions.size(), result.regions.regions.size());
        QCOMPARE(explanation.tokens.size(), result.tokens.size());
        QCOMPARE(explanation.layers, 6);
        QCOMPARE(explanation.heads, 4);
        const double sum = std::accumulate(explanation.regions.begin(), explanation.regions.end(), 0.) +
                           std::accumulate(explanation.tokens.begin(), explanation.tokens.end(), 0.);
        QVERIFY(std::abs(sum - 1) < 1e-4);
        request.explanation.layer = 6;
        QVERIFY(errorOf([&] { engine->run(request, {}); }) != "no error");
    }

    void hidesRegionsAndGoesBlind()
    {
        auto engine = loadedEngine();
        const ImagePtr image = picture(103);
        InferenceRequest request = requestOf(image, "How many things are there?");
        const auto seen = engine->run(request, {});
        request.hiddenRegions.assign(seen.regions.regions.size(), true);
        const auto hidden = engine->run(request, {});
        QVERIFY(std::abs(hidden.answers.front().probability - seen.answers.front().probability) > 1e-3 ||
                hidden.answers.front().text != seen.answers.front().text);
        request.hiddenRegions = {true};
        QVERIFY(errorOf([&] { engine->run(request, {}); }).find("1 hidden marks") != std::string::npos);
        // Without features every picture with as many regions looks the same: an empty one changes nothing.
        request.hiddenRegions.clear();
        request.blind = true;
        const auto blind = engine->run(request, {});
        QVERIFY(blind.answers.front().probability != seen.answers.front().probability);
    }

    void asksAboutTheUsersOwnRegions()
    {
        auto engine = createBackend({.device = "cpu"});
        const PackInfo pack = engine->loadPack({kPack}, {}).pack;
        QCOMPARE(pack.extractor.kind, std::string("faster_rcnn_fpn"));
        QCOMPARE(pack.extractor.featureSize, std::int64_t(278));
        InferenceRequest request = requestOf(picture(103), "How many things are there?");
        const auto found = engine->run(request, {});
        QVERIFY(found.regions.regions.size() > 3);
        // The same boxes, backwards: the whole picture stays first, and what is seen in them stays the same.
        const std::size_t count = found.regions.regions.size() - 1;
        for (std::size_t i = count; i > 0; --i)
            request.boxes.push_back(found.regions.regions[i].box);
        const auto same = engine->run(request, {});
        QCOMPARE(same.regions.regions.size(), count + 1);
        QVERIFY(same.regions.regions.front().wholeImage);
        for (std::size_t i = 1; i <= count; ++i) {
            QCOMPARE(same.regions.regions[i].label, found.regions.regions[count + 1 - i].label);
            QVERIFY(same.regions.regions[i].box == request.boxes[i - 1]);
        }
        QCOMPARE(same.answers.front().text, found.answers.front().text);
        QVERIFY(engine->run(request, {}).timing.regionsCached);
        // One thing fewer is counted with one box fewer, and the found regions are as they were.
        request.boxes.resize(1);
        const auto one = engine->run(request, {});
        QVERIFY(!one.timing.regionsCached);
        QCOMPARE(one.regions.regions.size(), std::size_t(2));
        QVERIFY(one.answers.front().text != found.answers.front().text);
        request.boxes.clear();
        QCOMPARE(engine->run(request, {}).answers.front().probability, found.answers.front().probability);
    }

    void readsTheQuestionAsAPersonTypesIt()
    {
        auto engine = loadedEngine();
        const ImagePtr image = picture(104);
        const auto proper = engine->run(requestOf(image, "Where is this?"), {});
        for (const char* text : {"where is this", "  Where is this ", "Where is this."}) {
            const auto typed = engine->run(requestOf(image, text), {});
            QCOMPARE(typed.answers.front().text, proper.answers.front().text);
            QVERIFY(std::abs(typed.answers.front().probability - proper.answers.front().probability) < 1e-5);
        }
        QVERIFY(errorOf([&] { engine->run(requestOf(image, "  "), {}); }).find("empty") != std::string::npos);
        const auto strange = engine->run(requestOf(image, "Is there a dinosaur?"), {});
        QCOMPARE(strange.unknownWords, std::vector<std::string>{"dinosaur"});
        std::string tooLong;
        for (int i = 0; i < 100; ++i)
            tooLong += "red ";
        QVERIFY(errorOf([&] { engine->run(requestOf(image, tooLong), {}); }).find("shorten") != std::string::npos);
    }

    void refusesAPackThatDoesNotFit_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("contents");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("answers") << "answers.txt"
                                 << "yes\nno\n"
                                 << QStringList{"2", "47"};
        QTest::newRow("vocabulary") << "vocab.txt"
                                    << "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n"
                                    << QStringList{"5 entries"};
        QTest::newRow("weights") << "vqa/model.safetensors"
                                 << "nothing" << QStringList{"model.safetensors"};
    }
    void refusesAPackThatDoesNotFit()
    {
        QFETCH(QString, file);
        QFETCH(QString, contents);
        QFETCH(QStringList, said);
        QTemporaryDir folder;
        const auto copy = copyOfPack(folder);
        writeFileAtomically(copy / file.toStdString(), contents.toStdString());
        auto engine = loadedEngine();
        const std::string message = errorOf([&] { engine->loadPack({copy}, {}); });
        for (const QString& word : said)
            QVERIFY2(message.find(word.toStdString()) != std::string::npos, message.c_str());
        // The pack before stays usable.
        QVERIFY(!engine->run(requestOf(picture(100), "Where is this?"), {}).answers.empty());
    }

    void namesBothSizesWhenTheFeaturesDoNotFit()
    {
        QTemporaryDir folder;
        const auto copy = copyOfPack(folder);
        Json config = readJsonFile(copy / "vqa" / "config.json");
        config["visual_embedding_dim"] = 2048;
        writeFileAtomically(copy / "vqa" / "config.json", config.dump());
        auto engine = createBackend({.device = "cpu"});
        const std::string message = errorOf([&] { engine->loadPack({copy}, {}); });
        QVERIFY2(message.find("278") != std::string::npos && message.find("2048") != std::string::npos,
                 message.c_str());
    }

    void stopsWhenAsked()
    {
        auto engine = loadedEngine();
        std::stop_source stop;
        stop.request_stop();
        try {
            engine->run(requestOf(picture(105), "Where is this?"), {stop.get_token(), nullptr});
            QFAIL("it went on");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }

    void refusesUnknownDevices()
    {
        QVERIFY(errorOf([] { createBackend({.device = "tpu"}); }).find("tpu") != std::string::npos);
        QVERIFY(errorOf([] { createBackend({.precision = "int4"}); }).find("int4") != std::string::npos);
    }
};

VBS_TEST_MAIN(SessionTest)
#include "session_test.moc"
