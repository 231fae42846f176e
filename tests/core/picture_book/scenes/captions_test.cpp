#include "core/picture_book/scenes/captions.h"
#include "core/picture_book/scenes/scene_vocabulary.h"
#include "tests/core/picture_book/scenes/sentence_parser.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

namespace {

std::string joined(const Caption& caption, int first, int last)
{
    std::string text;
    for (int i = first; i < last && i < int(caption.words.size()); ++i)
        text += (i > first ? " " : "") + std::string(caption.words[std::size_t(i)]);
    return text;
}

Description read(const Caption& caption, const CaptionPhrase& phrase)
{
    return test::parseNounPhrase(test::withoutSynonyms(joined(caption, phrase.first, phrase.head + 1)));
}

std::vector<int> indices(const Scene& scene, const std::vector<const SceneObject*>& objects)
{
    std::vector<int> found;
    for (const SceneObject* object : objects)
        found.push_back(int(object - scene.objects.data()));
    return found;
}

const CaptionPhrase* phraseOf(const Caption& caption, int word)
{
    for (const CaptionPhrase& phrase : caption.phrases)
        if (word >= phrase.first && word <= phrase.head)
            return &phrase;
    return nullptr;
}

/// The phrase after this word, and the one that ended before it.
std::pair<const CaptionPhrase*, const CaptionPhrase*> neighbours(const Caption& caption, int word)
{
    const CaptionPhrase *before = nullptr, *after = nullptr;
    for (const CaptionPhrase& phrase : caption.phrases) {
        if (phrase.head < word)
            before = &phrase;
        if (phrase.first > word && !after)
            after = &phrase;
    }
    return {before, after};
}

CaptionOptions only(ClauseKind kind)
{
    CaptionOptions options;
    options.clauses = {kind};
    return options;
}

} // namespace

class CaptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void phrasesNameTheirObjects();
    void relationReferencesPickTheOneObject();
    void determinedAttributesLeaveNoChoice();
    void undeterminedAttributesLeaveAChoice();
    void determinedNumbersAndRelationsAreTrue();
    void everyWordIsOneToken();
    void textReadsLikeASentence();
    void clauseKindsAndCountsFollowTheOptions();
    void everyKindOfPhraseAndWordComes();
    void falseCaptionsAreFalse();
    void aChangedWordIsOfItsKind();
    void sameSeedSameCaptions();
};

void CaptionsTest::phrasesNameTheirObjects()
{
    Rng rng(1);
    for (int i = 0; i < 5000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Caption caption = makeCaption(rng, scene);
        QVERIFY(!caption.phrases.empty());
        for (const CaptionPhrase& phrase : caption.phrases) {
            if (phrase.kind == PhraseKind::RelRef)
                continue;
            const auto matching = indices(scene, test::all(scene, read(caption, phrase)));
            QVERIFY2(phrase.objects == matching, caption.text().c_str());
            QVERIFY(!matching.empty());
            QCOMPARE(phrase.kind == PhraseKind::Plain, matching.size() == 1);
            const std::string_view before = caption.words[std::size_t(std::max(0, phrase.first - 1))];
            if (before == "the")
                QVERIFY2(matching.size() == 1, caption.text().c_str());
            if (phrase.kind == PhraseKind::Count)
                QCOMPARE(test::parseNumber(std::string(before)), int(matching.size()));
        }
    }
}

void CaptionsTest::relationReferencesPickTheOneObject()
{
    Rng rng(2);
    int found = 0;
    for (int i = 0; i < 6000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Caption caption = makeCaption(rng, scene, only(ClauseKind::RelationReference));
        for (std::size_t p = 0; p + 1 < caption.phrases.size(); ++p) {
            const CaptionPhrase &phrase = caption.phrases[p], &reference = caption.phrases[p + 1];
            if (phrase.kind != PhraseKind::RelRef)
                continue;
            ++found;
            const std::string between = test::withoutSynonyms(joined(caption, phrase.head + 1, reference.first - 1));
            QuestionMeaning meaning{QuestionType::ColorByRelation, AskedFor::Color, read(caption, phrase),
                                    read(caption, reference)};
            meaning.relation = test::parseRelation(between);
            QVERIFY(test::all(scene, meaning.subject).size() > 1);
            QCOMPARE(phrase.objects.size(), std::size_t(1));
            QCOMPARE(test::relatedAnswer(scene, meaning),
                     test::word(AskedFor::Color, scene.objects[std::size_t(phrase.objects[0])]));
        }
    }
    QVERIFY2(found > 1500, qPrintable(QString::number(found)));
}

void CaptionsTest::determinedAttributesLeaveNoChoice()
{
    Rng rng(3);
    int checked = 0;
    for (int i = 0; i < 5000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Caption caption = makeCaption(rng, scene);
        for (const DeterminedWord& word : caption.determined) {
            if (int(word.kind) > int(CaptionWordKind::Size))
                continue;
            ++checked;
            const auto attribute = SceneAttribute(word.kind);
            const CaptionPhrase* phrase = phraseOf(caption, word.index);
            const std::string text(caption.words[std::size_t(word.index)]);
            Description description = read(caption, phrase ? *phrase : *neighbours(caption, word.index).first);
            const int value = test::parseNounPhrase(text)[attribute];
            QVERIFY2(value >= 0, text.c_str());
            description[attribute] = Description::kAny;
            const auto candidates = test::all(scene, description);
            QVERIFY(!candidates.empty());
            for (const SceneObject* object : candidates)
                QVERIFY2(attributeOf(*object, attribute) == value, (caption.text() + " / " + text).c_str());
        }
    }
    QVERIFY(checked > 5000);
}

void CaptionsTest::undeterminedAttributesLeaveAChoice()
{
    Rng rng(4);
    int checked = 0;
    for (int i = 0; i < 3000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Caption caption = makeCaption(rng, scene);
        std::set<int> determined;
        for (const DeterminedWord& word : caption.determined)
            determined.insert(word.index);
        for (const CaptionPhrase& phrase : caption.phrases)
            for (int w = phrase.first; w <= phrase.head && phrase.kind != PhraseKind::RelRef; ++w) {
                const std::string word(caption.words[std::size_t(w)]);
                if (determined.contains(w) || test::indexIn(kSceneColors, word) < 0)
                    continue;
                ++checked;
                Description description = read(caption, phrase);
                description.color = Description::kAny;
                std::set<int> colors;
                for (const SceneObject* object : test::all(scene, description))
                    colors.insert(object->color);
                QVERIFY2(description.empty() || colors.size() > 1, caption.text().c_str());
            }
    }
    QVERIFY(checked > 300);
}

void CaptionsTest::determinedNumbersAndRelationsAreTrue()
{
    Rng rng(5);
    int relations = 0, numbers = 0;
    for (int i = 0; i < 5000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Caption caption = makeCaption(rng, scene);
        for (const DeterminedWord& word : caption.determined) {
            const std::string text(caption.words[std::size_t(word.index)]);
            const auto [before, after] = neighbours(caption, word.index);
            if (word.kind == CaptionWordKind::Number) {
                ++numbers;
                QCOMPARE(test::parseNumber(text), int(test::all(scene, read(caption, *after)).size()));
            } else if (word.kind == CaptionWordKind::Relation) {
                ++relations;
                Statement statement{StatementKind::Relation, read(caption, *before), read(caption, *after)};
                statement.relation = text == "higher"  ? SceneRelation::Above
                                     : text == "lower" ? SceneRelation::Below
                                                       : test::parseRelation(text);
                QCOMPARE(int(test::workedOutTruth(scene, statement)), int(Truth::True));
            }
        }
    }
    QVERIFY(relations > 500 && numbers > 500);
}

void CaptionsTest::everyWordIsOneToken()
{
    const auto vocabulary = sceneVocabulary();
    const std::set<std::string, std::less<>> tokens(vocabulary.begin(), vocabulary.end());
    Rng rng(6);
    for (int i = 0; i < 3000; ++i)
        for (const std::string_view word : makeCaption(rng, test::languageScene(rng)).words)
            QVERIFY2(tokens.contains(word), std::string(word).c_str());
}

void CaptionsTest::textReadsLikeASentence()
{
    Rng rng(7);
    for (int i = 0; i < 500; ++i) {
        const Caption caption = makeCaption(rng, test::languageScene(rng));
        const std::string text = caption.text();
        QCOMPARE(caption.words.back(), std::string_view("."));
        QVERIFY(std::isupper(static_cast<unsigned char>(text[0])));
        QVERIFY(text.ends_with(".") && text.find(" .") == std::string::npos && text.find(" ,") == std::string::npos);
        for (const char* wrong : {" a orange ", " a umbrella", " an red ", " an small "})
            QVERIFY2(text.find(wrong) == std::string::npos, text.c_str());
    }
}

void CaptionsTest::clauseKindsAndCountsFollowTheOptions()
{
    Rng rng(8);
    CaptionOptions options = only(ClauseKind::Count);
    options.clauseCounts = {3};
    for (int i = 0; i < 300; ++i) {
        const Caption caption = makeCaption(rng, test::languageScene(rng), options);
        QCOMPARE(caption.phrases.size(), std::size_t(3));
        int numbers = 0;
        for (const DeterminedWord& word : caption.determined)
            numbers += word.kind == CaptionWordKind::Number;
        QCOMPARE(numbers, 3);
    }
}

void CaptionsTest::everyKindOfPhraseAndWordComes()
{
    Rng rng(9);
    std::map<PhraseKind, int> phrases;
    std::map<CaptionWordKind, int> words;
    for (int i = 0; i < 3000; ++i) {
        const Caption caption = makeCaption(rng, test::languageScene(rng));
        for (const CaptionPhrase& phrase : caption.phrases)
            ++phrases[phrase.kind];
        for (const DeterminedWord& word : caption.determined)
            ++words[word.kind];
    }
    for (const auto kind : {PhraseKind::Plain, PhraseKind::Multi, PhraseKind::Count, PhraseKind::RelRef})
        QVERIFY2(phrases[kind] > 150, qPrintable(QString("%1: %2").arg(int(kind)).arg(phrases[kind])));
    for (int kind = 0; kind < 5; ++kind)
        QVERIFY2(words[CaptionWordKind(kind)] > 300, qPrintable(QString::number(kind)));
}

void CaptionsTest::aChangedWordIsOfItsKind()
{
    Rng rng(9);
    int changed = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
        const Scene scene = sceneOfSeries(12, i);
        const Caption caption = makeCaption(rng, scene);
        const auto wrong = captionWithAWordChanged(rng, caption);
        if (!wrong)
            continue;
        ++changed;
        // Exactly one word differs, and it was a determined one.
        const QStringList before = QString::fromStdString(caption.text()).toLower().split(' ');
        const QStringList after = QString::fromStdString(*wrong).toLower().split(' ');
        QCOMPARE(after.size(), before.size());
        int different = 0;
        for (int w = 0; w < before.size(); ++w)
            different += before[w] != after[w];
        QCOMPARE(different, 1);
    }
    QVERIFY(changed > 200);
    // By hand: the one word that is determined here is the colour.
    const Caption caption{{"the", "ball", "is", "red", "."}, {}, {{3, CaptionWordKind::Color}}};
    for (int i = 0; i < 20; ++i) {
        const std::string wrong = captionWithAWordChanged(rng, caption).value();
        QVERIFY(wrong.starts_with("The ball is ") && wrong != "The ball is red.");
    }
    const Caption one{{"there", "is", "one", "ball", "."}, {}, {{2, CaptionWordKind::Number}}};
    QVERIFY(!captionWithAWordChanged(rng, one));
    const Caption side{{"the", "ball", "is", "left", "of", "the", "cup", "."}, {}, {{3, CaptionWordKind::Relation}}};
    QCOMPARE(captionWithAWordChanged(rng, side).value(), std::string("The ball is right of the cup."));
}

void CaptionsTest::falseCaptionsAreFalse()
{
    Rng rng(10);
    int made = 0;
    for (int i = 0; i < 3000; ++i) {
        const Scene scene = test::languageScene(rng), other = test::languageScene(rng);
        const auto caption = falseCaption(rng, scene, i % 2 ? &other : nullptr);
        if (!caption)
            continue;
        ++made;
        QVERIFY(caption->ends_with("."));
        std::string clause = caption->substr(0, caption->size() - 1);
        clause[0] = char(std::tolower(static_cast<unsigned char>(clause[0])));
        QVERIFY2(test::workedOutTruth(scene, test::parseClause(clause)) == Truth::False, caption->c_str());
    }
    QVERIFY(made > 2900);
}

void CaptionsTest::sameSeedSameCaptions()
{
    Rng scenes(11), one(12), two(12);
    for (int i = 0; i < 200; ++i) {
        const Scene scene = test::languageScene(scenes);
        QCOMPARE(makeCaption(one, scene).text(), makeCaption(two, scene).text());
    }
}

VBS_TEST_MAIN(CaptionsTest)
#include "captions_test.moc"
