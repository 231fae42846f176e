#include "core/runtime/text_strangeness.h"

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <torch/types.h>

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

const BertTokenizer& tokenizer()
{
    static const BertTokenizer shipped(fs::path(test::sourceFolder()) / "models/picture-book/vocab.txt");
    return shipped;
}

EncodedRequest encoded(Task task, const std::string& text, const std::vector<std::string>& choices = {})
{
    InferenceRequest request;
    request.task = task;
    request.text = text;
    request.choices = choices;
    return headOf(task).encode(request, tokenizer(), {80, false, {}});
}

constexpr Task kAsk = Task::VisualQuestionAnswering;

TextStrangeness taught()
{
    TextStrangeness strangeness(std::int64_t(tokenizer().vocabularySize()));
    const EncodedRequest texts[] = {encoded(kAsk, "What color is the ball?"), encoded(kAsk, "Is there a cat?"),
                                    encoded(kAsk, "Is the cat left of the ball?")};
    strangeness.learn(kAsk, texts);
    strangeness.calibrate(kAsk, texts, 1);
    return strangeness;
}

} // namespace

class TextStrangenessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsNewPairs_data();
    void countsNewPairs();
    void tasksAreApart();
    void masksDoNotCount();
    void everyChoiceCounts();
    void calibrationTolerates();
    void surviveTheFile();
    void refusesOtherFiles();
};

void TextStrangenessTest::countsNewPairs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("pairs");
    QTest::newRow("taught") << "What color is the ball?" << 0;
    QTest::newRow("case and mark") << "what COLOR is the ball" << 0;
    QTest::newRow("made of taught parts") << "Is the ball?" << 0;
    QTest::newRow("a new end") << "Is there a ball?" << 1;          // a ball
    QTest::newRow("a new beginning") << "color is the ball?" << 1;  // [CLS] color
    QTest::newRow("new in the middle") << "Is the cat a cat?" << 1; // cat a
}

void TextStrangenessTest::countsNewPairs()
{
    QFETCH(QString, text);
    QFETCH(int, pairs);
    const double found = taught().of(kAsk, encoded(kAsk, text.toStdString()));
    QCOMPARE(found, pairs / 0.5);
    QCOMPARE(found > 1, pairs > 0);
}

void TextStrangenessTest::tasksAreApart()
{
    QCOMPARE(taught().of(Task::VisualReasoning, encoded(Task::VisualReasoning, "There is a cat.")), -1.0);
}

void TextStrangenessTest::masksDoNotCount()
{
    TextStrangeness strangeness(std::int64_t(tokenizer().vocabularySize()));
    const EncodedRequest text[] = {encoded(Task::CaptionMatch, "The ball is red.")};
    strangeness.learn(Task::MaskedWords, text);
    QCOMPARE(strangeness.of(Task::MaskedWords, encoded(Task::MaskedWords, "The [MASK] is red.")), 0.0);
    QVERIFY(strangeness.of(Task::MaskedWords, encoded(Task::MaskedWords, "The [MASK] red is.")) > 1);
}

void TextStrangenessTest::everyChoiceCounts()
{
    TextStrangeness strangeness(std::int64_t(tokenizer().vocabularySize()));
    const EncodedRequest text[] = {encoded(Task::MultipleChoice, "What is red?", {"the ball", "the cat"})};
    strangeness.learn(Task::MultipleChoice, text);
    const auto of = [&](const char* second) {
        return strangeness.of(Task::MultipleChoice,
                              encoded(Task::MultipleChoice, "What is red?", {"the ball", second}));
    };
    QCOMPARE(of("the cat"), 0.0);
    QVERIFY(of("a boat") > 1);
}

void TextStrangenessTest::calibrationTolerates()
{
    TextStrangeness strangeness = taught();
    const EncodedRequest texts[] = {encoded(kAsk, "Is there a cat?"), encoded(kAsk, "Is there a ball?")};
    strangeness.calibrate(kAsk, texts, 0.5);
    QVERIFY(strangeness.of(kAsk, texts[1]) > 1);
    strangeness.calibrate(kAsk, texts, 1);
    QVERIFY(strangeness.of(kAsk, texts[1]) <= 1);
    QVERIFY(test::messageOf([&] { strangeness.calibrate(Task::CaptionMatch, texts, 1); }).contains("caption_match"));
}

void TextStrangenessTest::surviveTheFile()
{
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "texts.safetensors";
    taught().write(file, "three questions");
    const TextStrangeness again = TextStrangeness::read(file);
    QCOMPARE(again.vocabularySize(), std::int64_t(tokenizer().vocabularySize()));
    for (const char* text : {"Is there a cat?", "Is there a ball?", "Who are you?"})
        QCOMPARE(again.of(kAsk, encoded(kAsk, text)), taught().of(kAsk, encoded(kAsk, text)));
    QCOMPARE(again.of(Task::CaptionMatch, encoded(Task::CaptionMatch, "A cat.")), -1.0);
}

void TextStrangenessTest::refusesOtherFiles()
{
    QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "texts.safetensors";
    const auto refusal = [&](const TensorMap& tensors) {
        writeSafetensors(file, tensors, {{"kind", "text strangeness 1"}});
        return test::messageOf([&] { TextStrangeness::read(file); });
    };
    QVERIFY(refusal({}).contains("texts.safetensors does not say"));
    QVERIFY(refusal({{"vocabulary", torch::full({1}, 0, torch::kLong)}}).contains("does not say"));
    QVERIFY(refusal({{"vocabulary", torch::full({1}, 9, torch::kLong)}, {"vqa.pairs", torch::ones({3})}})
                .contains("\"vqa.pairs\" is no list of whole numbers"));
}

VBS_TEST_MAIN(TextStrangenessTest)
#include "text_strangeness_test.moc"
