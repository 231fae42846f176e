#include "core/picture_book/scenes/phrasing.h"
#include "core/picture_book/scenes/phrasing_templates.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

using namespace vbs;

class PhrasingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsSlotsAndAlternatives();
    void articleFollowsTheNextWord();
    void synonymsComeAboutOneTimeInEight();
    void templatesAreWellFormed();
    void relationPhrasesHoldOneRelationWord();
};

void PhrasingTest::fillsSlotsAndAlternatives()
{
    Rng rng(1);
    TemplateSlots slots{.subject = {.category = 9, .color = 0}, .other = {.category = 6}};
    slots.word = "red";
    slots.phrase = "at the sea";
    std::set<std::string> texts;
    for (int i = 0; i < 200; ++i)
        texts.insert(fillTemplate(rng, "{is|was} the %s, %S, %t %w %f{| now}?", slots));
    QCOMPARE(texts, (std::set<std::string>{"is the red ball, red balls, bird red at the sea?",
                                           "is the red ball, red balls, bird red at the sea now?",
                                           "was the red ball, red balls, bird red at the sea?",
                                           "was the red ball, red balls, bird red at the sea now?"}));
    QCOMPARE(fillSentence(rng, "the %d one", slots), std::string("The red one"));
}

void PhrasingTest::articleFollowsTheNextWord()
{
    Rng rng(2);
    const auto text = [&](Description description) {
        return fillTemplate(rng, "%a", TemplateSlots{.subject = description});
    };
    QCOMPARE(text({.category = 13}), std::string("an umbrella"));
    QCOMPARE(text({.category = 13, .color = 0}), std::string("a red umbrella"));
    QCOMPARE(text({.category = 9, .color = 1}), std::string("an orange ball"));
    for (int i = 0; i < 200; ++i) {
        const std::string car = text({.category = 2});
        QVERIFY(car == "a car" || car == "an automobile");
        const std::string thing = text({});
        QVERIFY(thing == "a thing" || thing == "an object" || thing == "an item");
    }
}

void PhrasingTest::synonymsComeAboutOneTimeInEight()
{
    Rng rng(3);
    std::map<std::string_view, int> houses, sizes;
    for (int i = 0; i < 10000; ++i) {
        ++houses[categoryWord(rng, 0)];
        ++sizes[sizeWord(rng, 1)];
    }
    QVERIFY(std::abs(houses["house"] - 8800) < 200);
    QVERIFY(houses["home"] > 450 && houses["building"] > 450);
    QVERIFY(std::abs(sizes["big"] - 8800) < 200);
    QVERIFY(sizes["large"] > 450 && sizes["huge"] > 450);
    QCOMPARE(categoryWord(rng, 0, true, 0), std::string_view("houses"));
    QCOMPARE(categoryWord(rng, 4, true, 0), std::string_view("fish"));
}

void PhrasingTest::templatesAreWellFormed()
{
    for (const auto table : allTemplateTables()) {
        QVERIFY(!table.empty());
        for (const Template pattern : table) {
            const std::string text(pattern);
            QVERIFY2(!text.empty(), "an empty template");
            int depth = 0;
            for (std::size_t i = 0; i < text.size(); ++i) {
                depth += (text[i] == '{') - (text[i] == '}');
                QVERIFY2(depth == 0 || depth == 1, text.c_str());
                QVERIFY2(text[i] != '|' || depth == 1, text.c_str());
                if (text[i] == '%')
                    QVERIFY2(i + 1 < text.size() &&
                                 std::string_view("sSadtTbrcpwfxyv").find(text[i + 1]) != std::string_view::npos,
                             text.c_str());
            }
            QCOMPARE(depth, 0);
            QVERIFY2(text.find("  ") == std::string::npos && text.find(" ?") == std::string::npos, text.c_str());
        }
    }
}

void PhrasingTest::relationPhrasesHoldOneRelationWord()
{
    Rng rng(4);
    for (const SceneRelation relation : kSceneRelations) {
        std::set<std::string_view> phrases;
        for (int i = 0; i < 200; ++i)
            phrases.insert(relationPhrase(rng, relation));
        QVERIFY(phrases.size() >= 3);
        for (const std::string_view phrase : phrases) {
            int words = 0;
            const std::string text(phrase);
            for (const QString& word : QString::fromStdString(text).split(' '))
                words += isRelationWord(word.toStdString());
            QVERIFY2(words == 1, text.c_str());
        }
    }
}

VBS_TEST_MAIN(PhrasingTest)
#include "phrasing_test.moc"
