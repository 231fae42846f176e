#include "core/runtime/phrase_position.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QtTest>

using namespace vbs;

class PhrasePositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headAndLastPiece()
    {
        const std::string text = "a group of people";
        const std::vector<TextToken> tokens{{"[CLS]", 0, 0, true},  {"a", 0, 1},     {"group", 2, 7},
                                            {"of", 8, 10},          {"peo", 11, 14}, {"##ple", 14, 17},
                                            {"[SEP]", 17, 17, true}};
        const TextSpan all{0, text.size()};
        QCOMPARE(phrasePosition(text, all, tokens, PhraseReadAt::Head), std::int64_t(2));
        QCOMPARE(phrasePosition(text, all, tokens, PhraseReadAt::Last), std::int64_t(5));
        QCOMPARE(phrasePosition(text, {11, 13}, tokens, PhraseReadAt::Last), std::int64_t(4));  // inside a piece
        QCOMPARE(phrasePosition(text, {11, 13}, tokens, PhraseReadAt::Head), std::int64_t(-1)); // no whole word
        QCOMPARE(phrasePosition(text, all, {tokens[0]}, PhraseReadAt::Last), std::int64_t(-1)); // cut off
    }

    void names()
    {
        QVERIFY(phraseReadAtNamed(nameOf(PhraseReadAt::Last)) == PhraseReadAt::Last);
        QVERIFY(phraseReadAtNamed("head") == PhraseReadAt::Head);
        QVERIFY_THROWS_EXCEPTION(Error, phraseReadAtNamed("middle"));
    }
};

VBS_TEST_MAIN(PhrasePositionTest)
#include "phrase_position_test.moc"
