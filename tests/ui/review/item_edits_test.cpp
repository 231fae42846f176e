#include "ui/review/item_edits.h"

#include "tests/support/test_main.h"

using namespace vbs;
using namespace vbs::test;

namespace {

Example question(std::vector<std::string> answers)
{
    Example example;
    example.task = Task::VisualQuestionAnswering;
    example.text = "What?";
    example.truth.answers = std::move(answers);
    return example;
}

Example scored(std::map<std::string, double> scores)
{
    Example example = question({});
    example.truth.scores = std::move(scores);
    return example;
}

/// Two phrases, drawn on a picture of 200 x 100; the first has two boxes, the second none.
Example phrases()
{
    Example example;
    example.task = Task::RegionToPhrase;
    example.text = "a red cup on the table";
    example.phrases = {{2, 9}, {13, 22}};
    example.truth.phraseBoxes = {{{10, 20, 30, 40}, {50, 60, 70, 80}}, {}};
    example.truth.width = 200;
    example.truth.height = 100;
    return example;
}

Example boxes()
{
    Example example;
    example.truth.boxes = {{{1, 2, 3, 4}, "cup", 5}, {{10, 20, 30, 40}, "cat", 6}};
    return example;
}

QString said(const std::vector<AnswerRow>& rows)
{
    QStringList texts;
    for (const AnswerRow& row : rows) {
        QString text = QString::fromStdString(row.answer);
        for (const std::size_t person : row.people)
            text += QString(" %1").arg(person);
        texts << (row.people.empty() ? text + QString(" (%1)").arg(row.score) : text);
    }
    return texts.join(", ");
}

} // namespace

class ItemEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAreRows_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<bool>("each");
        QTest::addColumn<QString>("rows");
        const QStringList mixed{"tea", "coffee", "tea", "milk", "coffee", "tea"};
        QTest::newRow("the most frequent first") << mixed << false << "tea 0 2 5, coffee 1 4, milk 3";
        QTest::newRow("a row a person") << mixed << true << "tea 0, coffee 1, tea 2, milk 3, coffee 4, tea 5";
        QTest::newRow("equal ones keep their order") << QStringList{"b", "a"} << false << "b 0, a 1";
        QTest::newRow("nobody") << QStringList() << false << "";
    }
    void answersAreRows()
    {
        QFETCH(QStringList, answers);
        QFETCH(bool, each);
        QFETCH(QString, rows);
        ExampleTruth truth;
        for (const QString& answer : answers)
            truth.answers.push_back(answer.toStdString());
        QCOMPARE(said(answerRowsOf(truth, each)), rows);
    }

    void scoresAreRows()
    {
        QCOMPARE(said(answerRowsOf(scored({{"a", .3}, {"b", 1}, {"c", .6}}).truth)),
                 QString("b (1), c (0.6), a (0.3)"));
    }

    /// However often an answer is changed, as many people answer as before.
    void peopleSaySomethingElse()
    {
        const Example before = question({"tea", "coffee", "tea"});
        const AnswerRow tea = answerRowsOf(before.truth).front();
        const Example after = withAnswer(before, tea, "milk");
        QCOMPARE(after.truth.answers, (std::vector<std::string>{"milk", "coffee", "milk"}));
        const Example joined = withAnswer(after, answerRowsOf(after.truth).front(), "coffee");
        QCOMPARE(joined.truth.answers, (std::vector<std::string>{"coffee", "coffee", "coffee"}));
        const AnswerRow second = answerRowsOf(joined.truth, true)[1];
        QCOMPARE(withAnswer(joined, second, "tea").truth.answers,
                 (std::vector<std::string>{"coffee", "tea", "coffee"}));
        QCOMPARE(withAnswer(before, tea, ""), before);
        QVERIFY(after.truth.scores.empty());
    }

    void scoredAnswersChange_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("rows");
        QTest::newRow("another word") << "a"
                                      << "c"
                                      << "b (1), c (0.3)";
        QTest::newRow("one that is there") << "a"
                                           << "b"
                                           << "b (0.3)";
        QTest::newRow("the same") << "a"
                                  << "a"
                                  << "b (1), a (0.3)";
        QTest::newRow("a new one") << ""
                                   << "d"
                                   << "b (1), d (1), a (0.3)";
        QTest::newRow("nothing") << "a"
                                 << ""
                                 << "b (1), a (0.3)";
    }
    void scoredAnswersChange()
    {
        QFETCH(QString, row);
        QFETCH(QString, answer);
        QFETCH(QString, rows);
        const Example before = scored({{"a", .3}, {"b", 1}});
        AnswerRow changed{row.toStdString(), {}, -1};
        if (!row.isEmpty())
            changed.score = before.truth.scores.at(changed.answer);
        QCOMPARE(said(answerRowsOf(withAnswer(before, changed, answer.toStdString()).truth)), rows);
    }

    void scoresChange_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("rows");
        QTest::newRow("another") << .5 << "b (1), a (0.5)";
        QTest::newRow("too much") << 7. << "a (1), b (1)";
        QTest::newRow("none") << 0. << "b (1)";
        QTest::newRow("less than none") << -3. << "b (1)";
    }
    void scoresChange()
    {
        QFETCH(double, score);
        QFETCH(QString, rows);
        const Example before = scored({{"a", .3}, {"b", 1}});
        QCOMPARE(said(answerRowsOf(withScore(before, {"a", {}, .3}, score).truth)), rows);
    }

    void theOnlyScoredAnswerStays()
    {
        QCOMPARE(said(answerRowsOf(withScore(scored({{"a", .3}}), {"a", {}, .3}, 0).truth)), QString("a (0)"));
    }

    void textsAndLabelsChange()
    {
        const Example before = question({"tea"});
        QCOMPARE(withText(before, "Where?").text, std::string("Where?"));
        QCOMPARE(withText(before, ""), before);
        QCOMPARE(withLabel(before, 1).truth.label, std::optional<std::size_t>(1));
        QCOMPARE(withLabel(withLabel(before, 1), 0).truth.label, std::optional<std::size_t>(0));
    }

    void scalesPhraseBoxesOnly_data()
    {
        QTest::addColumn<bool>("isPhrases");
        QTest::addColumn<QSize>("drawnOn");
        QTest::addColumn<QSize>("shown");
        QTest::addColumn<QPointF>("scale");
        QTest::newRow("twice as large") << true << QSize(200, 100) << QSize(400, 200) << QPointF(2, 2);
        QTest::newRow("each side its own") << true << QSize(200, 100) << QSize(100, 200) << QPointF(.5, 2);
        QTest::newRow("as the picture") << true << QSize(0, 0) << QSize(400, 200) << QPointF(1, 1);
        QTest::newRow("no picture yet") << true << QSize(200, 100) << QSize(0, 0) << QPointF(1, 1);
        QTest::newRow("a box data set") << false << QSize(200, 100) << QSize(400, 200) << QPointF(1, 1);
    }
    void scalesPhraseBoxesOnly()
    {
        QFETCH(bool, isPhrases);
        QFETCH(QSize, drawnOn);
        QFETCH(QSize, shown);
        QFETCH(QPointF, scale);
        Example example = isPhrases ? phrases() : boxes();
        example.truth.width = drawnOn.width();
        example.truth.height = drawnOn.height();
        const BoxScale is = boxScaleOf(example, shown.width(), shown.height());
        QCOMPARE(QPointF(qreal(is.x), qreal(is.y)), scale);
    }

    void showsBoxes()
    {
        QVERIFY(hasBoxes(phrases()) && hasBoxes(boxes()) && !hasBoxes(question({"tea"})));
        const std::vector<ItemBox> of = boxesOf(phrases(), {2, 3});
        QCOMPARE(of.size(), std::size_t(2));
        QCOMPARE(of[1].box, (Box{100, 180, 140, 240}));
        QCOMPARE(of[1].label, std::string("red cup"));
        QCOMPARE(of[1].phrase, std::size_t(0));
        QCOMPARE(of[1].place, std::size_t(1));
        const std::vector<ItemBox> own = boxesOf(boxes(), {2, 3}); // its boxes are the picture's pixels
        QCOMPARE(own.size(), std::size_t(2));
        QCOMPARE(own[1].box, (Box{10, 20, 30, 40}));
        QCOMPARE(own[1].label, std::string("cat"));
    }

    /// What is shown and put back is what was there.
    void boxesComeBackInTheirScale()
    {
        const BoxScale scale{2, 4};
        const Example before = phrases();
        for (const ItemBox& box : boxesOf(before, scale))
            QCOMPARE(withBox(before, box, scale), before);
        ItemBox moved = boxesOf(before, scale)[1];
        moved.box.x1 -= 20;
        moved.box.y2 += 40;
        const Example after = withBox(before, moved, scale);
        QCOMPARE(after.truth.phraseBoxes[0][0], before.truth.phraseBoxes[0][0]);
        QCOMPARE(after.truth.phraseBoxes[0][1], (Box{40, 60, 70, 90}));
    }

    void boxesComeAndGo()
    {
        const BoxScale scale{2, 4};
        const Example added = withNewBox(phrases(), {{20, 40, 60, 80}, {}, 1, 99}, scale);
        QCOMPARE(added.truth.phraseBoxes[1], (std::vector<Box>{{10, 10, 30, 20}}));
        const Example removed = withoutBox(added, {{}, {}, 0, 0});
        QCOMPARE(removed.truth.phraseBoxes[0], (std::vector<Box>{{50, 60, 70, 80}}));
        QCOMPARE(removed.truth.phraseBoxes[1].size(), std::size_t(1));
        Example unknown = phrases(); // nobody drew a box yet
        unknown.truth.phraseBoxes.clear();
        QVERIFY(boxesOf(unknown, scale).empty());
        const Example first = withNewBox(unknown, {{20, 40, 60, 80}, {}, 0, 0}, scale);
        QCOMPARE(first.truth.phraseBoxes.size(), std::size_t(2));
        QCOMPARE(first.truth.phraseBoxes[0].size(), std::size_t(1));
    }

    void labelledBoxesChange()
    {
        Example after = withBox(boxes(), {{9, 9, 19, 19}, "dog", 0, 1}, {2, 2});
        QCOMPARE(after.truth.boxes[1].box, (Box{9, 9, 19, 19}));
        QCOMPARE(after.truth.boxes[1].label, std::string("dog"));
        QCOMPARE(after.truth.boxes[1].record, std::ptrdiff_t(6)); // still the file's
        QCOMPARE(after.truth.boxes[0], boxes().truth.boxes[0]);
        after = withNewBox(after, {{5, 5, 6, 6}, "cup", 0, 0}, {2, 2});
        QCOMPARE(after.truth.boxes.size(), std::size_t(3));
        QVERIFY(after.truth.boxes[2].record < 0); // the file has none
        after = withoutBox(after, {{}, {}, 0, 0});
        QCOMPARE(after.truth.boxes.size(), std::size_t(2));
        QCOMPARE(after.truth.boxes[0].label, std::string("dog"));
    }
};

VBS_TEST_MAIN(ItemEditsTest)
#include "item_edits_test.moc"
