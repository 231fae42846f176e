#include "core/picture_book/scenes/statement.h"
#include "tests/core/picture_book/scenes/sentence_parser.h"
#include "tests/core/picture_book/scenes/test_scenes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>

using namespace vbs;

namespace {

constexpr std::array kEveryKind = {StatementKind::Exist,     StatementKind::Count,    StatementKind::AtLeast,
                                   StatementKind::Attribute, StatementKind::Relation, StatementKind::Bigger,
                                   StatementKind::All,       StatementKind::Place};

SceneObject objectAt(float x, float y, int category, int color, int size)
{
    SceneObject object;
    object.category = category;
    object.color = color;
    object.size = size;
    object.box = {x - 10, y - 10, x + 10, y + 10};
    return object;
}

int differences(const Description& a, const Description& b)
{
    return (a.category != b.category) + (a.color != b.color) + (a.size != b.size);
}

} // namespace

class StatementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void relationNeedsMoreThanTheMargin_data();
    void relationNeedsMoreThanTheMargin();
    void truthMatchesBruteForce();
    void undecidableCases();
    void trueStatementsAreTrue();
    void falseStatementsAreFalseByOneArgument();
    void everyKindIsProduced();
    void uniqueDescriptionsAreUnique();
    void textSaysWhatIsMeant();
    void textIsASentence();
};

void StatementTest::relationNeedsMoreThanTheMargin_data()
{
    QTest::addColumn<float>("dx");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    QTest::newRow("far left") << -50.f << int(Truth::True) << int(Truth::False);
    QTest::newRow("just left") << -12.5f << int(Truth::True) << int(Truth::False);
    QTest::newRow("at the margin") << -12.f << int(Truth::Undecidable) << int(Truth::Undecidable);
    QTest::newRow("same") << 0.f << int(Truth::Undecidable) << int(Truth::Undecidable);
    QTest::newRow("right") << 13.f << int(Truth::False) << int(Truth::True);
}

void StatementTest::relationNeedsMoreThanTheMargin()
{
    QFETCH(float, dx);
    QFETCH(int, left);
    QFETCH(int, right);
    const SceneObject a = objectAt(100 + dx, 100, 0, 0, 0), b = objectAt(100, 100, 1, 1, 1);
    const SceneObject c = objectAt(100, 100 + dx, 0, 0, 0);
    QCOMPARE(int(relationHolds(a, SceneRelation::Left, b)), left);
    QCOMPARE(int(relationHolds(a, SceneRelation::Right, b)), right);
    QCOMPARE(int(relationHolds(c, SceneRelation::Above, b)), left);
    QCOMPARE(int(relationHolds(c, SceneRelation::Below, b)), right);
}

void StatementTest::truthMatchesBruteForce()
{
    Rng rng(1);
    std::map<Truth, int> seen;
    for (int i = 0; i < 6000; ++i) {
        const Scene scene = test::languageScene(rng);
        auto statement = randomStatement(rng, scene, kEveryKind);
        for (int change = 0; statement && change < 3; ++change) {
            const Truth truth = truthOf(scene, *statement);
            QCOMPARE(int(truth), int(test::workedOutTruth(scene, *statement)));
            ++seen[truth];
            statement = withOneArgumentChanged(rng, *statement);
        }
        // Statements of another scene, so that names fit none or several objects here.
        if (const auto foreign = randomStatement(rng, test::languageScene(rng), kEveryKind))
            QCOMPARE(int(truthOf(scene, *foreign)), int(test::workedOutTruth(scene, *foreign)));
    }
    for (const Truth truth : {Truth::False, Truth::True, Truth::Undecidable})
        QVERIFY2(seen[truth] > 300, qPrintable(QString::number(seen[truth])));
}

void StatementTest::undecidableCases()
{
    Scene scene;
    scene.objects = {objectAt(50, 50, 2, 0, 0), objectAt(150, 50, 2, 4, 0), objectAt(250, 55, 0, 4, 1)};
    const Description car{.category = 2}, redCar{.category = 2, .color = 0}, house{.category = 0}, ship{.category = 3};
    const auto relation = [&](Description a, SceneRelation r, Description b) {
        Statement s{StatementKind::Relation, a, b};
        s.relation = r;
        return truthOf(scene, s);
    };
    QCOMPARE(int(relation(redCar, SceneRelation::Left, house)), int(Truth::True));
    QCOMPARE(int(relation(redCar, SceneRelation::Above, house)), int(Truth::Undecidable)); // 5 pixels
    QCOMPARE(int(relation(car, SceneRelation::Left, house)), int(Truth::Undecidable));     // which car?
    QCOMPARE(int(relation(ship, SceneRelation::Left, house)), int(Truth::False));          // there is none
    QCOMPARE(int(relation(house, SceneRelation::Left, house)), int(Truth::Undecidable));
    QCOMPARE(int(truthOf(scene, {StatementKind::Attribute, car, {.color = 0}})), int(Truth::Undecidable));
    QCOMPARE(int(truthOf(scene, {StatementKind::All, house, {.color = 4}})), int(Truth::Undecidable));
    QCOMPARE(int(truthOf(scene, {StatementKind::All, car, {.size = 0}})), int(Truth::True));
    QCOMPARE(int(truthOf(scene, {StatementKind::Bigger, house, redCar})), int(Truth::True));
}

void StatementTest::trueStatementsAreTrue()
{
    Rng rng(2);
    for (int i = 0; i < 3000; ++i) {
        const Scene scene = test::languageScene(rng);
        QCOMPARE(int(test::workedOutTruth(scene, trueStatement(rng, scene))), int(Truth::True));
    }
}

void StatementTest::falseStatementsAreFalseByOneArgument()
{
    Rng rng(3);
    int made = 0;
    for (int i = 0; i < 3000; ++i) {
        const Scene scene = test::languageScene(rng);
        const Statement truth = trueStatement(rng, scene, kEveryKind);
        const auto lie = falsified(rng, scene, truth);
        if (!lie)
            continue;
        ++made;
        QCOMPARE(int(test::workedOutTruth(scene, *lie)), int(Truth::False));
        QCOMPARE(int(lie->kind), int(truth.kind));
        const int changed = differences(lie->subject, truth.subject) + differences(lie->other, truth.other) +
                            (lie->relation != truth.relation) + (lie->number != truth.number) +
                            (lie->place != truth.place);
        if (truth.kind == StatementKind::Bigger)
            QVERIFY(lie->subject == truth.other && lie->other == truth.subject);
        else
            QCOMPARE(changed, 1);
    }
    QVERIFY(made > 2500);
    for (int i = 0; i < 1000; ++i) {
        const Scene scene = test::languageScene(rng);
        const auto lie = falseStatement(rng, scene);
        QVERIFY(!lie || test::workedOutTruth(scene, *lie) == Truth::False);
    }
}

void StatementTest::everyKindIsProduced()
{
    Rng rng(4);
    for (const StatementKind kind : kEveryKind) {
        int made = 0;
        for (int i = 0; i < 1000; ++i) {
            const Scene scene = test::languageScene(rng);
            const std::array kinds = {kind};
            made += trueStatement(rng, scene, kinds).kind == kind;
        }
        QVERIFY2(made > 100, qPrintable(QString("kind %1: %2").arg(int(kind)).arg(made)));
    }
}

void StatementTest::uniqueDescriptionsAreUnique()
{
    Rng rng(5);
    for (int i = 0; i < 3000; ++i) {
        const Scene scene = test::languageScene(rng);
        const int index = int(rng.below(scene.objects.size()));
        const auto name = uniqueDescription(rng, scene, index);
        if (name) {
            QCOMPARE(test::all(scene, *name).size(), std::size_t(1));
            QCOMPARE(test::all(scene, *name)[0], &scene.objects[std::size_t(index)]);
        } else {
            const Description full = describe(scene.objects[std::size_t(index)], kByCategory | kByColor | kBySize);
            QVERIFY(test::all(scene, full).size() > 1);
        }
    }
}

void StatementTest::textSaysWhatIsMeant()
{
    Rng rng(6);
    for (int i = 0; i < 8000; ++i) {
        const Scene scene = test::languageScene(rng);
        auto statement = randomStatement(rng, scene, kEveryKind);
        if (!statement)
            continue;
        if (rng.chance(.5))
            statement = withOneArgumentChanged(rng, *statement);
        const std::string clause = statementClause(rng, *statement);
        const Statement read = test::parseClause(clause);
        QVERIFY2(read == *statement, clause.c_str());
    }
}

void StatementTest::textIsASentence()
{
    Rng one(7), two(7);
    for (int i = 0; i < 300; ++i) {
        const Scene scene = test::languageScene(one);
        QCOMPARE(test::languageScene(two).objects.size(), scene.objects.size());
        const std::string text = statementText(one, trueStatement(one, scene));
        QCOMPARE(statementText(two, trueStatement(two, scene)), text);
        QVERIFY(std::isupper(static_cast<unsigned char>(text[0])));
        QVERIFY(text.ends_with("."));
        QVERIFY(text.find("a orange") == std::string::npos && text.find("a umbrella") == std::string::npos);
    }
}

VBS_TEST_MAIN(StatementTest)
#include "statement_test.moc"
