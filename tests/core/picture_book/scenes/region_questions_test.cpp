#include "core/picture_book/scenes/region_questions.h"
#include "tests/core/picture_book/scenes/sentence_parser.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

class RegionQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsPointAtTheAnswer();
    void labelsOfRelatedObjectsFollowTheCentres();
    void countedObjectsAreLabelled();
    void questionsWithoutObjectsHaveNoLabels();
    void verificationIsRightAndBalanced();
    void relationWordIsFound();
};

void RegionQuestionsTest::labelsPointAtTheAnswer()
{
    Rng rng(1);
    std::map<std::string, int> types;
    int answered = 0;
    for (int i = 0; i < 6000; ++i) {
        const Scene scene = test::languageScene(rng);
        const auto question = randomRegionQuestion(rng, scene);
        if (!question)
            continue;
        ++types[question->type];
        QVERIFY(question->text.ends_with("?"));
        QCOMPARE(question->labels.size(), scene.objects.size());
        std::set<int> categories, colors;
        int ones = 0;
        bool unsure = false;
        for (std::size_t o = 0; o < scene.objects.size(); ++o) {
            unsure |= question->labels[o] < 0;
            if (question->labels[o] != 1)
                continue;
            ++ones;
            categories.insert(scene.objects[o].category);
            colors.insert(scene.objects[o].color);
        }
        if (!question->answer)
            continue;
        ++answered;
        QVERIFY(!unsure);
        const std::string& answer = *question->answer;
        const int index = sceneAnswerIndex(answer);
        QVERIFY(index >= 2);
        if (index < 11)
            QCOMPARE(index - 2, ones);
        else if (index < 27)
            QVERIFY(categories == std::set<int>{index - 11});
        else if (index < 35)
            QVERIFY2(ones == 1 && colors == std::set<int>{index - 27}, question->text.c_str());
        else
            QVERIFY(answer == "nothing" && ones == 0);
    }
    QVERIFY(answered > 3000);
    for (const auto type : defaultRegionQuestionTypes())
        QVERIFY2(types[std::string(nameOf(type))] > 100, std::string(nameOf(type)).c_str());
}

void RegionQuestionsTest::labelsOfRelatedObjectsFollowTheCentres()
{
    Rng rng(2);
    constexpr std::array types = {QuestionType::WhatLeftRightAboveBelow};
    std::map<int, int> seen;
    int several = 0;
    for (int i = 0; i < 4000; ++i) {
        const Scene scene = test::languageScene(rng);
        const auto question = randomRegionQuestion(rng, scene, types);
        if (!question)
            continue;
        const std::string plain = test::withoutSynonyms(question->text);
        const auto relation = test::relationInWords(plain);
        QVERIFY2(relation.has_value(), plain.c_str());
        std::smatch match; // the reference stands after the last "the", before "in the picture"
        const std::string cut = std::regex_replace(plain, std::regex(" in the (picture|image|scene|photo)\\?"), "?");
        QVERIFY(std::regex_search(cut, match, std::regex(".* the ([a-z ]+)\\?")));
        const auto references = test::all(scene, test::parseNounPhrase(match[1]));
        QCOMPARE(references.size(), std::size_t(1));
        int ones = 0;
        for (std::size_t o = 0; o < scene.objects.size(); ++o) {
            const float distance = test::ahead(scene.objects[o], *relation, *references[0]);
            const int expected = &scene.objects[o] == references[0] ? 0 : distance > 12 ? 1 : distance < -12 ? 0 : -1;
            QVERIFY2(question->labels[o] == expected, question->text.c_str());
            ++seen[expected];
            ones += expected == 1;
        }
        several += ones > 1;
    }
    QVERIFY(seen[-1] > 300 && seen[0] > 1000 && seen[1] > 1000);
    QVERIFY(several > 500);
}

void RegionQuestionsTest::countedObjectsAreLabelled()
{
    Rng rng(3);
    constexpr std::array types = {QuestionType::Count};
    int checked = 0;
    for (int i = 0; i < 4000; ++i) {
        const Scene scene = test::languageScene(rng);
        Rng copy = rng;
        const auto question = randomRegionQuestion(rng, scene, types);
        if (!question)
            continue;
        // The same draws by hand: the first attempt that makes a question is the one taken.
        std::optional<SceneQuestion> plain;
        while (!plain) {
            copy.pick(types);
            plain = makeQuestion(copy, scene, QuestionType::Count);
        }
        QCOMPARE(question->text, plain->text);
        for (std::size_t o = 0; o < scene.objects.size(); ++o)
            QCOMPARE(question->labels[o] == 1, test::fits(scene.objects[o], plain->meaning.subject));
        ++checked;
    }
    QVERIFY(checked > 3000);
}

void RegionQuestionsTest::questionsWithoutObjectsHaveNoLabels()
{
    Rng rng(4);
    const Scene scene = test::languageScene(rng);
    QVERIFY(regionLabels(scene, {QuestionType::Place, AskedFor::Place}).empty());
    QVERIFY(regionLabels(scene, {QuestionType::Exist, AskedFor::YesNo}).empty());
}

void RegionQuestionsTest::verificationIsRightAndBalanced()
{
    Rng rng(5);
    int truths = 0, relations = 0;
    constexpr int count = 8000;
    for (int i = 0; i < count; ++i) {
        const Scene scene = test::languageScene(rng);
        const VerificationStatement made = makeVerificationStatement(rng, scene, .6);
        std::string clause = made.text.substr(0, made.text.size() - 1);
        clause[0] = char(std::tolower(static_cast<unsigned char>(clause[0])));
        const Statement read = test::parseClause(clause);
        QVERIFY2(read == made.statement, made.text.c_str());
        QVERIFY2(test::workedOutTruth(scene, read) == (made.truth ? Truth::True : Truth::False), made.text.c_str());
        truths += made.truth;
        relations += read.kind == StatementKind::Relation;
    }
    QVERIFY(std::abs(truths / double(count) - .5) < .03);
    QVERIFY2(relations > .55 * count && relations < .75 * count, qPrintable(QString::number(relations)));
}

void RegionQuestionsTest::relationWordIsFound()
{
    Rng rng(6);
    const std::set<std::string> words = {"left",  "right",   "above", "over", "higher",
                                         "below", "beneath", "under", "lower"};
    int found = 0;
    for (int i = 0; i < 4000; ++i) {
        const Scene scene = test::languageScene(rng);
        const VerificationStatement made = makeVerificationStatement(rng, scene, .8);
        const auto split = test::splitWords(made.text);
        if (made.relationWord >= 0) {
            ++found;
            QVERIFY(words.contains(split.at(std::size_t(made.relationWord))));
            QVERIFY(made.statement.kind == StatementKind::Relation);
            QCOMPARE(test::all(scene, made.statement.subject).size(), std::size_t(1));
        } else if (made.statement.kind == StatementKind::Relation) {
            QVERIFY(test::all(scene, made.statement.subject).empty());
        }
    }
    QVERIFY(found > 2000);
}

VBS_TEST_MAIN(RegionQuestionsTest)
#include "region_questions_test.moc"
