#include "core/picture_book/scenes/questions.h"
#include "tests/core/picture_book/scenes/questions_oracle.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

namespace {

QString describeFailure(const SceneQuestion& question, const std::string& expected)
{
    return QString("%1: \"%2\" answered %3, worked out %4")
        .arg(QString::fromStdString(question.type), QString::fromStdString(question.text),
             QString::fromStdString(question.answers.at(0)), QString::fromStdString(expected));
}

std::vector<Scene> scenes(int count, std::uint64_t seed)
{
    Rng rng(seed);
    std::vector<Scene> made;
    for (int i = 0; i < count; ++i)
        made.push_back(test::languageScene(rng));
    return made;
}

} // namespace

class QuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsFortySevenDistinctAnswers();
    void namesAndTypesMatch();
    void answersAreRight_data();
    void answersAreRight();
    void wordsAgreeWithTheMeaning();
    void yesAndNoAreBalanced_data();
    void yesAndNoAreBalanced();
    void countsAreSpread();
    void sideAnswersAreBalanced();
    void sameSeedSameQuestions();
    void categoryOnlyNamesUseNoAdjectives();
    void randomQuestionKeepsToTheList();
    void sceneWithoutRelationsIsNotAskedForThem();
};

void QuestionsTest::listsFortySevenDistinctAnswers()
{
    const std::set<std::string_view> distinct(kSceneAnswers.begin(), kSceneAnswers.end());
    QCOMPARE(kSceneAnswers.size(), std::size_t(47));
    QCOMPARE(distinct.size(), std::size_t(47));
    QCOMPARE(sceneAnswerIndex("yes"), 0);
    QCOMPARE(sceneAnswerIndex("8"), 10);
    QCOMPARE(sceneAnswerIndex("house"), 11);
    QCOMPARE(sceneAnswerIndex("red"), 27);
    QCOMPARE(sceneAnswerIndex("nothing"), 46);
    QCOMPARE(sceneAnswerIndex("perhaps"), -1);
}

void QuestionsTest::namesAndTypesMatch()
{
    QCOMPARE(allQuestionTypes().size(), std::size_t(kQuestionTypes));
    for (const QuestionType type : allQuestionTypes())
        QCOMPARE(questionTypeOf(nameOf(type)), std::optional(type));
    QCOMPARE(nameOf(QuestionType::WhatLeftRightAboveBelow), std::string_view("what_left_right_above_below"));
    QVERIFY(!questionTypeOf("riddle"));
}

void QuestionsTest::answersAreRight_data()
{
    QTest::addColumn<int>("type");
    for (const QuestionType type : allQuestionTypes())
        QTest::newRow(std::string(nameOf(type)).c_str()) << int(type);
}

void QuestionsTest::answersAreRight()
{
    QFETCH(int, type);
    Rng rng(std::uint64_t(100 + type));
    int asked = 0;
    for (const Scene& scene : scenes(4000, 1)) {
        const auto question = makeQuestion(rng, scene, QuestionType(type));
        if (!question)
            continue;
        ++asked;
        const std::string expected = test::workedOutAnswer(scene, question->meaning);
        QCOMPARE(question->answers.size(), std::size_t(1));
        QVERIFY2(question->answers[0] == expected, qPrintable(describeFailure(*question, expected)));
        QVERIFY(sceneAnswerIndex(expected) >= 0);
        QCOMPARE(question->type, std::string(nameOf(QuestionType(type))));
        QVERIFY(question->text.ends_with("?") && !question->text.ends_with(" ?"));
        QVERIFY(std::isupper(static_cast<unsigned char>(question->text[0])));
        QVERIFY2(question->text.find_first_of("%{}|") == std::string::npos, question->text.c_str());
        QVERIFY2(question->text.find("  ") == std::string::npos, question->text.c_str());
    }
    QVERIFY2(asked > 1200, qPrintable(QString::number(asked)));
}

void QuestionsTest::wordsAgreeWithTheMeaning()
{
    Rng rng(5);
    int checked = 0;
    for (const Scene& scene : scenes(4000, 2)) {
        const SceneQuestion question = randomQuestion(rng, scene);
        const std::string plain = test::withoutSynonyms(question.text);
        for (const Description* name : {&question.meaning.subject, &question.meaning.other})
            for (const std::string& word : test::plainWords(*name)) {
                QVERIFY2(plain.find(word) != std::string::npos,
                         (question.text + " / " + plain + " lacks " + word).c_str());
                ++checked;
            }
        if (test::asksForRelation(question.meaning))
            QVERIFY2(test::relationInWords(plain) == question.meaning.relation, question.text.c_str());
    }
    QVERIFY(checked > 4000);
}

void QuestionsTest::yesAndNoAreBalanced_data()
{
    QTest::addColumn<int>("type");
    for (const auto type : {QuestionType::Exist, QuestionType::VerifyColor, QuestionType::RelationYesNo,
                            QuestionType::Bigger, QuestionType::Size, QuestionType::MoreOrFewer, QuestionType::Place})
        QTest::newRow(std::string(nameOf(type)).c_str()) << int(type);
}

void QuestionsTest::yesAndNoAreBalanced()
{
    QFETCH(int, type);
    Rng rng(11);
    const auto pool = scenes(2000, 3);
    std::map<std::string, int> counts;
    for (int i = 0; i < 20000; ++i)
        if (const auto question = makeQuestion(rng, pool[std::size_t(i) % pool.size()], QuestionType(type));
            question && question->meaning.asked == AskedFor::YesNo)
            ++counts[question->answers[0]];
    const double share = double(counts["yes"]) / (counts["yes"] + counts["no"]);
    QVERIFY(counts["yes"] + counts["no"] > 2000);
    QVERIFY2(share > .45 && share < .55, qPrintable(QString::number(share)));
}

void QuestionsTest::countsAreSpread()
{
    Rng rng(12);
    std::map<std::string, int> counts;
    int total = 0;
    for (const Scene& scene : scenes(20000, 4))
        if (const auto question = makeQuestion(rng, scene, QuestionType::Count)) {
            ++counts[question->answers[0]];
            ++total;
        }
    for (const char* number : {"0", "1", "2", "3", "4", "5", "6", "7", "8"})
        QVERIFY2(counts[number] > total / 100, number);
    for (const auto& [number, count] : counts)
        QVERIFY2(count < total / 4, number.c_str());
}

void QuestionsTest::sideAnswersAreBalanced()
{
    Rng rng(13);
    std::map<std::string, double> counts;
    for (const Scene& scene : scenes(10000, 5))
        if (const auto question = makeQuestion(rng, scene, QuestionType::LeftOrRight))
            ++counts[question->answers[0]];
    QCOMPARE(counts.size(), std::size_t(4));
    QVERIFY(std::abs(counts["left"] / (counts["left"] + counts["right"]) - .5) < .05);
    QVERIFY(std::abs(counts["above"] / (counts["above"] + counts["below"]) - .5) < .05);
}

void QuestionsTest::sameSeedSameQuestions()
{
    Rng one(21), two(21), three(22);
    int different = 0;
    for (const Scene& scene : scenes(200, 6)) {
        const SceneQuestion first = randomQuestion(one, scene), second = randomQuestion(two, scene);
        QCOMPARE(first.text, second.text);
        QCOMPARE(first.answers, second.answers);
        different += first.text != randomQuestion(three, scene).text;
    }
    QVERIFY(different > 150);
}

void QuestionsTest::categoryOnlyNamesUseNoAdjectives()
{
    Rng rng(23);
    constexpr std::array types = {QuestionType::RelationYesNo, QuestionType::LeftOrRight, QuestionType::Bigger,
                                  QuestionType::WhatLeftRightAboveBelow};
    int asked = 0;
    for (const Scene& scene : scenes(2000, 7)) {
        const SceneQuestion question = randomQuestion(rng, scene, types, {.categoryOnlyNames = true});
        if (question.type == "exist") // nothing else to ask of this scene
            continue;
        ++asked;
        QVERIFY(question.meaning.other.category != Description::kAny);
        QCOMPARE(question.meaning.other.color, Description::kAny);
        QCOMPARE(question.meaning.other.size, Description::kAny);
    }
    QVERIFY(asked > 1500);
}

void QuestionsTest::randomQuestionKeepsToTheList()
{
    Rng rng(24);
    constexpr std::array types = {QuestionType::Place, QuestionType::Count, QuestionType::Count};
    std::map<std::string, int> counts;
    for (const Scene& scene : scenes(1000, 8))
        ++counts[randomQuestion(rng, scene, types).type];
    QCOMPARE(counts.size(), std::size_t(2));
    QVERIFY(counts["count"] > 300 && counts["place"] > 300);
}

void QuestionsTest::sceneWithoutRelationsIsNotAskedForThem()
{
    Scene scene; // two things on one spot: no side of each other can be told
    scene.objects.resize(2);
    scene.objects[0].category = 2;
    scene.objects[1].category = 3;
    for (SceneObject& object : scene.objects)
        object.box = {100, 100, 140, 140};
    Rng rng(25);
    for (int i = 0; i < 500; ++i) {
        QVERIFY(!makeQuestion(rng, scene, QuestionType::LeftOrRight));
        QVERIFY(!makeQuestion(rng, scene, QuestionType::WhatLeftRightAboveBelow));
        QVERIFY(!makeQuestion(rng, scene, QuestionType::Extreme));
        QVERIFY(!makeQuestion(rng, scene, QuestionType::ColorByRelation));
        const auto related = makeQuestion(rng, scene, QuestionType::RelationYesNo);
        QVERIFY(!related || related->meaning.anySubject);
    }
}

VBS_TEST_MAIN(QuestionsTest)
#include "questions_test.moc"
