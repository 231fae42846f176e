#include "core/base/error.h"
#include "core/picture_book/scenes/pair_statements.h"
#include "tests/core/picture_book/scenes/sentence_parser.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>

using namespace vbs;

namespace {

using Type = PairStatementType;

/// Reads a statement about two pictures back into its meaning; throws when it fits no pattern.
class PairReader {
public:
    explicit PairReader(const std::string& sentence)
        : m_text(std::regex_replace(test::withoutSynonyms(sentence.substr(0, sentence.size() - 1)),
                                    std::regex("\\b(images?|pictures?|photos?)\\b"), "image"))
    {
    }

    PairMeaning read()
    {
        if (readCounts() || readExistence() || readClause())
            return m_meaning;
        throw std::runtime_error("no pair statement: " + m_text);
    }

private:
    bool is(const std::string& pattern) { return std::regex_match(m_text, m_match, test::compiled(pattern)); }

    bool counts(Type type, int number, int subject)
    {
        m_meaning.type = type;
        m_meaning.number = number;
        m_meaning.subject = test::parseNounPhrase(m_match[std::size_t(subject)]);
        return true;
    }

    bool compared(const std::string& side, const std::string& word)
    {
        m_meaning.leftFirst = side == "left";
        m_meaning.less = word == "fewer";
        return true;
    }

    bool readCounts()
    {
        const std::string number = "(no|one|two|three|four|five|six|seven|eight|nine)";
        const std::string side = "(?:in the (left|right) (?:image|one)|on the (left|right))";
        const std::string rest = "(?: than (?:the|in the|on the) (?:left|right)(?: image| one)?)?";
        if (is("the (left|right) (?:image|one) (?:has|shows|contains) (more|fewer) (.*?)" + rest) &&
            counts(Type::More, 0, 3))
            return compared(m_match[1], m_match[2]);
        if (is("(?:there are|you can see) (more|fewer) (.*?) " + side + rest) && counts(Type::More, 0, 2))
            return compared(m_match[3].str() + m_match[4].str(), m_match[1]);
        if (is("in the (left|right) image there are (more|fewer) (.*?)" + rest) && counts(Type::More, 0, 3))
            return compared(m_match[1], m_match[2]);
        if (is("(?:there (?:is|are)|you can see) " + number + " (.*) in (?:total|(?:the two|both) image together)") ||
            is("in total there are " + number + " (.*)") ||
            is("(?:the two image together|together the image) (?:contain|show|have) " + number + " (.*)"))
            return counts(Type::Total, test::parseNumber(m_match[1]), 2);
        if (is("(?:both|the two) image (?:contain|show|have) the same number of (.*)") ||
            is("there are as many (.*) (?:in the left image|on the left) as (?:in the right (?:image|one)|on the "
               "right)") ||
            is("the number of (.*) is the same in both image") ||
            is("the left image (?:has|shows) as many (.*) as the right (?:image|one)"))
            return counts(Type::SameCount, 0, 1);
        if (is("(?:each|both) image (?:contains?|shows?|has|have) exactly " + number + " (.*)") ||
            is("there (?:is|are)(?: exactly)? " + number + " (.*) in each(?: of the)? image"))
            return counts(Type::Each, test::parseNumber(m_match[1]), 2);
        return false;
    }

    bool exists(Type type, std::size_t subject)
    {
        m_meaning.type = type;
        m_meaning.statement.subject = test::parseNounPhrase(m_match[subject]);
        return true;
    }

    bool readExistence()
    {
        const std::string shows = " (?:contains?|shows?|has|have) an? (.*)";
        const std::string side = "(?:in the (left|right) (?:image|one)|on the (left|right))";
        if (is("(?:both|each|both of the) image" + shows) || is("there is an? (.*) in both image") ||
            is("in both image you can see an? (.*)") || is("you can see an? (.*) in both(?: image)?") ||
            is("an? (.*) is in both image"))
            return exists(Type::Both, 1);
        if (is("(?:exactly|only) one(?: of the)? image" + shows) ||
            is("there is an? (.*) in (?:exactly one|only one of the(?: two)?) image") ||
            is("an? (.*) is in only one image"))
            return exists(Type::ExactlyOne, 1);
        if (is("at least one(?: of the)? image" + shows) ||
            is("(?:there is|you can see) an? (.*) in at least one(?: of the)? image"))
            return exists(Type::AtLeastOne, 1);
        if (is("(?:neither(?: of the)?|no) image" + shows) ||
            is("(?:there (?:is|are)|you can see) no (.*) in either(?: of the)? image"))
            return exists(Type::Neither, 1);
        if (is("the (left|right) (?:image|one)" + shows) || is("the image on the (left|right)" + shows))
            return exists(sideOf(m_match[1]), 2);
        if (is("(?:there is|you can see) an? (.*) " + side))
            return exists(sideOf(m_match[2].str() + m_match[3].str()), 1);
        if (is(side + " (?:there is|you can see) an? (.*)"))
            return exists(sideOf(m_match[1].str() + m_match[2].str()), 3);
        if (is("an? (.*) is in the (left|right) image"))
            return exists(sideOf(m_match[2]), 1);
        return false;
    }

    static Type sideOf(const std::string& word) { return word == "left" ? Type::LeftImage : Type::RightImage; }

    bool clause(Type type, std::size_t words = 1)
    {
        m_meaning.type = type;
        m_meaning.statement = test::parseClause(m_match[words]);
        return true;
    }

    bool readClause()
    {
        if (is("in (?:both|each) image (.*)"))
            return clause(Type::Both);
        if (is("in (?:exactly one|only one of the) image (.*)"))
            return clause(Type::ExactlyOne);
        if (is("in at least one image (.*)"))
            return clause(Type::AtLeastOne);
        if (is("in the (left|right) (?:image|one) (.*)") || is("(?:in the image )?on the (left|right) (.*)"))
            return clause(sideOf(m_match[1]), 2);
        return is("(.*) in the (left|right) image") && clause(sideOf(m_match[2]));
    }

    std::string m_text;
    std::smatch m_match;
    PairMeaning m_meaning;
};

/// The truth of a meaning by counting; nothing when a statement is undecidable.
std::optional<bool> workedOut(const Scene& left, const Scene& right, const PairMeaning& m)
{
    const auto a = test::all(left, m.subject).size(), b = test::all(right, m.subject).size();
    const Truth inLeft = test::workedOutTruth(left, m.statement), inRight = test::workedOutTruth(right, m.statement);
    const bool yesLeft = inLeft == Truth::True, yesRight = inRight == Truth::True;
    const bool unsureLeft = inLeft == Truth::Undecidable, unsureRight = inRight == Truth::Undecidable;
    switch (m.type) {
    case Type::More:
        return m.less ? (m.leftFirst ? a < b : b < a) : (m.leftFirst ? a > b : b > a);
    case Type::Total:
        return int(a + b) == m.number;
    case Type::SameCount:
        return a == b;
    case Type::Each:
        return int(a) == m.number && int(b) == m.number;
    case Type::LeftImage:
        return unsureLeft ? std::nullopt : std::optional(yesLeft);
    case Type::RightImage:
        return unsureRight ? std::nullopt : std::optional(yesRight);
    default:
        break;
    }
    if (unsureLeft || unsureRight)
        return std::nullopt;
    switch (m.type) {
    case Type::Both:
        return yesLeft && yesRight;
    case Type::ExactlyOne:
        return yesLeft != yesRight;
    case Type::AtLeastOne:
        return yesLeft || yesRight;
    default:
        return !yesLeft && !yesRight;
    }
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

class PairStatementsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreTrueOrFalseAsSaid_data();
    void wordsAreTrueOrFalseAsSaid();
    void undecidableIsNotSaid();
    void namesMatchTypes();
    void partnersShareSomething();
    void drawsAreReproducible();
    void tooFewScenesAreRefused();
};

void PairStatementsTest::wordsAreTrueOrFalseAsSaid_data()
{
    QTest::addColumn<int>("type");
    for (const Type type : allPairStatementTypes())
        QTest::newRow(std::string(nameOf(type)).c_str()) << int(type);
}

void PairStatementsTest::wordsAreTrueOrFalseAsSaid()
{
    QFETCH(int, type);
    Rng rng(std::uint64_t(1 + type));
    const auto pool = scenes(500, 1);
    const ScenePairs pairs(pool);
    const std::array types = {Type(type)};
    constexpr int count = 1500;
    int truths = 0;
    for (int i = 0; i < count; ++i) {
        const auto drawn = pairs.draw(rng, types);
        QVERIFY(drawn.left != drawn.right);
        const std::string& text = drawn.statement.text;
        QVERIFY(std::isupper(static_cast<unsigned char>(text[0])) && text.ends_with("."));
        const PairMeaning read = PairReader(text).read();
        QVERIFY2(read.type == Type(type), text.c_str());
        const auto truth = workedOut(pool[std::size_t(drawn.left)], pool[std::size_t(drawn.right)], read);
        QVERIFY2(truth == std::optional(drawn.statement.truth), text.c_str());
        QCOMPARE(drawn.statement.type, std::string(nameOf(Type(type))));
        truths += drawn.statement.truth;
    }
    QVERIFY2(truths > .45 * count && truths < .55 * count, qPrintable(QString::number(truths)));
}

void PairStatementsTest::undecidableIsNotSaid()
{
    Rng rng(2);
    const auto pool = scenes(400, 2);
    int made = 0;
    for (int i = 0; i < 4000; ++i) {
        const Scene &left = rng.pick(pool), &right = rng.pick(pool);
        const Type type = rng.pick(allPairStatementTypes());
        const bool wanted = rng.chance(.5);
        const auto statement = makePairStatement(rng, left, right, type, wanted);
        if (!statement)
            continue;
        ++made;
        QCOMPARE(statement->truth, wanted);
        QVERIFY(workedOut(left, right, statement->meaning) == std::optional(wanted));
        QCOMPARE(int(truthOf(left, right, statement->meaning)), int(wanted ? Truth::True : Truth::False));
    }
    QVERIFY(made > 2500);
}

void PairStatementsTest::namesMatchTypes()
{
    for (const Type type : allPairStatementTypes())
        QCOMPARE(pairStatementTypeOf(nameOf(type)), std::optional(type));
    QVERIFY(!pairStatementTypeOf("maybe"));
}

void PairStatementsTest::partnersShareSomething()
{
    Rng rng(3);
    const auto pool = scenes(300, 3);
    const ScenePairs pairs(pool);
    int sharing = 0, sharingAtRandom = 0;
    const auto share = [&](int a, int b) {
        for (const SceneObject& one : pool[std::size_t(a)].objects)
            if (countMatching(pool[std::size_t(b)], describe(one, kByCategory | kByColor)) > 0)
                return true;
        return false;
    };
    for (int i = 0; i < 3000; ++i) {
        const int scene = int(rng.below(pool.size()));
        const int partner = pairs.partnerOf(rng, scene);
        QVERIFY(partner != scene);
        sharing += share(scene, partner);
        sharingAtRandom += share(scene, int(rng.below(pool.size())));
    }
    QVERIFY2(sharing > 1.5 * sharingAtRandom, qPrintable(QString("%1 %2").arg(sharing).arg(sharingAtRandom)));
}

void PairStatementsTest::drawsAreReproducible()
{
    const auto pool = scenes(50, 4);
    const ScenePairs pairs(pool);
    Rng one(5), two(5);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(pairs.draw(one).statement.text, pairs.draw(two).statement.text);
}

void PairStatementsTest::tooFewScenesAreRefused()
{
    const auto one = scenes(1, 5);
    QVERIFY_EXCEPTION_THROWN(ScenePairs{one}, Error);
    auto two = scenes(2, 5);
    two[1].objects.clear();
    QVERIFY_EXCEPTION_THROWN(ScenePairs{two}, Error);
}

VBS_TEST_MAIN(PairStatementsTest)
#include "pair_statements_test.moc"
