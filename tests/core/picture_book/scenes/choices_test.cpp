#include "core/picture_book/scenes/choices.h"
#include "core/picture_book/scenes/phrasing_choice_templates.h"
#include "tests/core/picture_book/scenes/sentence_parser.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

namespace {

/// Lower case, no synonyms, no full stop.
std::string plain(const std::string& choice)
{
    std::string text = test::withoutSynonyms(choice);
    if (text.ends_with("."))
        text.pop_back();
    return text;
}

/// What the pattern's first group holds; throws when it does not fit.
std::string group(const std::string& text, const std::string& pattern, std::size_t index = 1)
{
    std::smatch match;
    if (!std::regex_match(text, match, test::compiled(pattern)))
        throw std::runtime_error(text + " is not " + pattern);
    return match[index];
}

/// The category that a question of use asks for.
int affordingCategory(const std::string& asked)
{
    static const std::map<std::string, int> uses = [] {
        std::map<std::string, int> made;
        for (std::size_t category = 0; category < kAffordanceTemplates.size(); ++category)
            for (const Template use : kAffordanceTemplates[category])
                made[test::withoutSynonyms(std::string(use))] = int(category);
        return made;
    }();
    return uses.at(asked);
}

/// Whether a choice is right, from the words of question and choice alone.
bool isRight(const Scene& scene, ChoiceType type, const std::string& question, const std::string& choice)
{
    const std::string asked = test::withoutSynonyms(question);
    switch (type) {
    case ChoiceType::Describe:
        return test::workedOutTruth(scene, test::parseClause(choice)) == Truth::True;
    case ChoiceType::Where: {
        Statement statement{StatementKind::Relation};
        statement.subject = test::parseNounPhrase(group(asked, ".* the ([a-z ]+)\\?"));
        statement.relation = test::parseRelation(group(choice, "it is (.*) the [a-z ]+"));
        statement.other = test::parseNounPhrase(group(choice, "it is .* the ([a-z ]+)"));
        return test::workedOutTruth(scene, statement) == Truth::True;
    }
    case ChoiceType::Afford: {
        const Description named = test::parseNounPhrase(group(choice, "the (.*)"));
        return named.category == affordingCategory(asked) && !test::all(scene, named).empty();
    }
    case ChoiceType::Happen: {
        const Description named = test::parseNounPhrase(group(choice, "the (.*?) will .*"));
        if (group(choice, "the .*? will (.*)") != kHappenings[std::size_t(named.category)])
            throw std::runtime_error("wrong happening: " + choice);
        return !test::all(scene, named).empty();
    }
    case ChoiceType::Place: {
        const auto& uses = kPlaceUses[std::size_t(scene.place)];
        return choice == test::withoutSynonyms(std::string(uses[0])) ||
               choice == test::withoutSynonyms(std::string(uses[1]));
    }
    case ChoiceType::Enough: {
        const bool yes = choice.starts_with("yes, ");
        const int number = test::parseNumber(group(choice, "(?:yes|no), there (?:is|are) (?:only )?(\\w+) (.*)"));
        const auto thing =
            test::parseNounPhrase(group(choice, "(?:yes|no), there (?:is|are) (?:only )?(\\w+) (.*)", 2));
        std::smatch match;
        std::regex_search(asked, match, std::regex("(one|two|three|four|five) (children|friends|child|friend)"));
        const int needed = test::parseNumber(match[1]);
        const int there = int(test::all(scene, thing).size());
        return number == there && yes == (there >= needed);
    }
    case ChoiceType::Cause: {
        QuestionMeaning meaning{QuestionType::RelationYesNo, AskedFor::YesNo};
        meaning.anySubject = true;
        meaning.subject = test::parseNounPhrase(group(choice, "to see the (.*)"));
        const std::string place = group(asked, "(?:someone looks|why does someone look) (.*?)(?:\\. why)?\\?");
        meaning.relation = test::parseRelation(group(place, "(.*) the [a-z ]+"));
        meaning.other = test::parseNounPhrase(group(place, ".* the ([a-z ]+)"));
        return test::relatedAnswer(scene, meaning) == "yes";
    }
    }
    return false;
}

} // namespace

class ChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exactlyOneChoiceIsRight_data();
    void exactlyOneChoiceIsRight();
    void answersStandAnywhere();
    void everySceneGetsAQuestion();
    void sameSeedSameChoices();
};

void ChoicesTest::exactlyOneChoiceIsRight_data()
{
    QTest::addColumn<int>("type");
    for (const ChoiceType type : allChoiceTypes())
        QTest::newRow(std::string(nameOf(type)).c_str()) << int(type);
}

void ChoicesTest::exactlyOneChoiceIsRight()
{
    QFETCH(int, type);
    Rng rng(std::uint64_t(type + 1));
    int made = 0;
    for (int i = 0; i < 1200; ++i) {
        const Scene scene = test::languageScene(rng);
        const auto question = makeChoiceQuestion(rng, scene, ChoiceType(type));
        if (!question)
            continue;
        ++made;
        QVERIFY(question->text.ends_with("?") && std::isupper(static_cast<unsigned char>(question->text[0])));
        QCOMPARE(question->choices.size(), std::size_t(kChoices));
        QCOMPARE(question->type, std::string(nameOf(ChoiceType(type))));
        std::set<std::string> distinct;
        for (int c = 0; c < kChoices; ++c) {
            const std::string& choice = question->choices[std::size_t(c)];
            distinct.insert(plain(choice));
            QVERIFY2(isRight(scene, ChoiceType(type), question->text, plain(choice)) == (c == question->answer),
                     (question->text + " / " + choice).c_str());
        }
        QCOMPARE(distinct.size(), std::size_t(kChoices));
    }
    QVERIFY2(made > 700, qPrintable(QString::number(made)));
}

void ChoicesTest::answersStandAnywhere()
{
    Rng rng(20);
    std::map<int, int> places;
    for (int i = 0; i < 4000; ++i)
        ++places[randomChoiceQuestion(rng, test::languageScene(rng)).answer];
    for (int place = 0; place < kChoices; ++place)
        QVERIFY2(std::abs(places[place] - 1000) < 120, qPrintable(QString::number(places[place])));
}

void ChoicesTest::everySceneGetsAQuestion()
{
    Rng rng(21);
    Scene scene; // one object: nothing stands in any relation
    scene.objects.resize(1);
    for (int i = 0; i < 50; ++i) {
        QVERIFY(!makeChoiceQuestion(rng, scene, ChoiceType::Where));
        QVERIFY(!makeChoiceQuestion(rng, scene, ChoiceType::Cause));
        const std::array types = {ChoiceType::Where};
        QCOMPARE(randomChoiceQuestion(rng, scene, types).type, std::string("place"));
    }
}

void ChoicesTest::sameSeedSameChoices()
{
    Rng scenes(22), one(23), two(23);
    for (int i = 0; i < 200; ++i) {
        const Scene scene = test::languageScene(scenes);
        const auto a = randomChoiceQuestion(one, scene), b = randomChoiceQuestion(two, scene);
        QCOMPARE(a.choices, b.choices);
        QCOMPARE(a.answer, b.answer);
    }
}

VBS_TEST_MAIN(ChoicesTest)
#include "choices_test.moc"
