#include "core/picture_book/scenes/captions.h"
#include "core/picture_book/scenes/choices.h"
#include "core/picture_book/scenes/pair_statements.h"
#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/region_questions.h"
#include "core/picture_book/scenes/scene_vocabulary.h"
#include "core/text/bert_tokenizer.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace vbs;

namespace {

/// The product's tokenizer with this vocabulary, by way of a file as in a model pack.
BertTokenizer tokenizerWith(const std::vector<std::string>& vocabulary, const QTemporaryDir& folder)
{
    const auto file = std::filesystem::path(folder.path().toStdString()) / "vocab.txt";
    std::ofstream stream(file);
    for (const std::string& token : vocabulary)
        stream << token << '\n';
    stream.close();
    return BertTokenizer(file);
}

} // namespace

class SceneVocabularyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheSpecialTokens();
    void holdsEachTokenOnce();
    void wordsAreSortedLowerCase();
    void coversEveryGeneratedText();
    void otherTextFallsIntoPieces();
    void coversAnswersAndPieces();
    void holdsTheWordsOfLaterTasks();
};

void SceneVocabularyTest::startsWithTheSpecialTokens()
{
    const auto vocabulary = sceneVocabulary();
    const std::vector<std::string> expected = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    QVERIFY(std::equal(expected.begin(), expected.end(), vocabulary.begin()));
}

void SceneVocabularyTest::holdsEachTokenOnce()
{
    const auto vocabulary = sceneVocabulary();
    QCOMPARE(std::set(vocabulary.begin(), vocabulary.end()).size(), vocabulary.size());
    QVERIFY(vocabulary.size() > 350 && vocabulary.size() < 600);
}

void SceneVocabularyTest::wordsAreSortedLowerCase()
{
    const auto vocabulary = sceneVocabulary();
    const auto firstWord = vocabulary.begin() + 5;
    const auto end = std::find(firstWord, vocabulary.end(), "!");
    QVERIFY(end != vocabulary.end());
    QVERIFY(std::is_sorted(firstWord, end));
    for (auto word = firstWord; word != end; ++word)
        QVERIFY2(std::all_of(word->begin(), word->end(), [](char c) { return c >= 'a' && c <= 'z'; }), word->c_str());
}

void SceneVocabularyTest::coversEveryGeneratedText()
{
    const QTemporaryDir folder;
    const BertTokenizer tokenizer = tokenizerWith(sceneVocabulary(), folder);
    Rng rng(1);
    std::set<std::string> used;
    const auto check = [&](const std::string& text) {
        const auto tokens = tokenizer.encode(text).tokens;
        used.insert(tokens.begin(), tokens.end());
        return tokenizer.unknownWords(text).empty();
    };
    for (int i = 0; i < 4000; ++i) {
        const Scene scene = test::languageScene(rng), other = test::languageScene(rng);
        std::vector<std::string> texts = {
            randomQuestion(rng, scene).text, makeCaption(rng, scene).text(),
            falseCaption(rng, scene, &other).value_or(""), makeVerificationStatement(rng, scene, .5).text,
            makeQuestion(rng, scene, rng.pick(allQuestionTypes())).value_or(SceneQuestion{}).text};
        if (const auto question = randomRegionQuestion(rng, scene))
            texts.push_back(question->text);
        for (const PairStatementType type : allPairStatementTypes())
            if (const auto statement = makePairStatement(rng, scene, other, type, rng.chance(.5)))
                texts.push_back(statement->text);
        const ChoiceQuestion choice = randomChoiceQuestion(rng, scene);
        texts.push_back(choice.text);
        texts.insert(texts.end(), choice.choices.begin(), choice.choices.end());
        for (const std::string& text : texts)
            QVERIFY2(check(text), text.c_str());
    }
    QVERIFY2(used.size() > 330, qPrintable(QString::number(used.size())));
}

void SceneVocabularyTest::otherTextFallsIntoPieces()
{
    const QTemporaryDir folder;
    const BertTokenizer tokenizer = tokenizerWith(sceneVocabulary(), folder);
    const Encoding encoding = tokenizer.encode("What's the zeppelin-4 (really) @ 99%?");
    const std::vector<std::string> start = {"[CLS]", "what", "'", "s", "the", "z", "##e", "##p"};
    QVERIFY(std::equal(start.begin(), start.end(), encoding.tokens.begin()));
    for (const std::string& token : encoding.tokens)
        QVERIFY2(token != "[UNK]", token.c_str());
}

void SceneVocabularyTest::coversAnswersAndPieces()
{
    const auto vocabulary = sceneVocabulary();
    const std::set<std::string, std::less<>> tokens(vocabulary.begin(), vocabulary.end());
    for (const std::string_view answer : kSceneAnswers)
        QVERIFY(tokens.contains(answer));
    for (char c = '!'; c <= '~'; ++c) {
        if (c >= 'A' && c <= 'Z')
            continue; // the tokenizer lower-cases
        QVERIFY(tokens.contains(std::string(1, c)));
        QVERIFY(!std::isalnum(static_cast<unsigned char>(c)) || tokens.contains(std::string("##") + c));
    }
}

void SceneVocabularyTest::holdsTheWordsOfLaterTasks()
{
    const auto vocabulary = sceneVocabulary();
    const std::set<std::string, std::less<>> tokens(vocabulary.begin(), vocabulary.end());
    for (const char* word :
         {"both",     "images",  "pictures", "photos", "contain",  "contains", "shows",       "exactly", "one",
          "each",     "neither", "either",   "total",  "together", "same",     "number",      "more",    "fewer",
          "than",     "left",    "right",    "which",  "sentence", "fits",     "description", "true",    "here",
          "drink",    "tea",     "read",     "rain",   "drive",    "float",    "wither",      "picnic",  "waves",
          "children", "friends", "someone",  "looks",  "why",      "only"})
        QVERIFY2(tokens.contains(word), word);
}

VBS_TEST_MAIN(SceneVocabularyTest)
#include "scene_vocabulary_test.moc"
