#include "core/text/name_match.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

/// Phrases against names as Visual Genome's detector gives them.
class NameMatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void matches_data();
    void matches();
    void attributes();
};

void NameMatchTest::words_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("expected");
    QTest::newRow("article") << "the red ball"
                             << "red ball";
    QTest::newRow("several") << "two Red Balls on the box"
                             << "red ball";
    QTest::newRow("irregular") << "those women"
                               << "woman";
    QTest::newRow("-ies") << "puppies"
                          << "puppy";
    QTest::newRow("-ches") << "benches"
                           << "bench";
    QTest::newRow("glass stays") << "a glass"
                                 << "glass";
    QTest::newRow("bus stays") << "the bus"
                               << "bus";
    QTest::newRow("hyphen") << "a t-shirt"
                            << "t shirt";
    QTest::newRow("nothing") << "the"
                             << "";
}

void NameMatchTest::words()
{
    QFETCH(QString, phrase);
    QFETCH(QString, expected);
    QStringList found;
    for (const std::string& word : nameWords(phrase.toStdString()))
        found << QString::fromStdString(word);
    QCOMPARE(found.join(' '), expected);
}

void NameMatchTest::matches_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("expected");
    QTest::newRow("same") << "the dog"
                          << "dog" << 1.0;
    QTest::newRow("plural") << "dogs"
                            << "dog" << 1.0;
    QTest::newRow("synonym") << "a motorbike"
                             << "motorcycle,motorbike" << 1.0;
    QTest::newRow("two words") << "the tennis racket"
                               << "tennis racket" << 1.0;
    QTest::newRow("described") << "a big brown dog"
                               << "dog" << 1.0;
    QTest::newRow("part of the name") << "the racket"
                                      << "tennis racket" << 0.7;
    QTest::newRow("kind") << "the animal"
                          << "dog" << 0.6;
    QTest::newRow("person") << "some people"
                            << "woman" << 0.6;
    QTest::newRow("anything") << "the blue thing"
                              << "dog" << 0.4;
    QTest::newRow("other") << "the cat"
                           << "dog" << 0.0;
    QTest::newRow("not by letters") << "the car"
                                    << "carpet" << 0.0;
    QTest::newRow("only the noun counts") << "a dog house"
                                          << "dog" << 0.0;
    QTest::newRow("no name") << "the cat"
                             << "" << 0.0;
}

void NameMatchTest::matches()
{
    QFETCH(QString, phrase);
    QFETCH(QString, name);
    QFETCH(double, expected);
    QCOMPARE(nameMatch(nameWords(phrase.toStdString()), name.toStdString()), expected);
}

void NameMatchTest::attributes()
{
    QVERIFY(attributeMatch(nameWords("the red ball"), "red"));
    QVERIFY(attributeMatch(nameWords("the dark red ball"), "red"));
    QVERIFY(!attributeMatch(nameWords("the red ball"), "blue"));
    QVERIFY(!attributeMatch(nameWords("the orange"), "orange")); // it is the noun
    QVERIFY(!attributeMatch({}, "red"));
}

VBS_TEST_MAIN(NameMatchTest)
#include "name_match_test.moc"
