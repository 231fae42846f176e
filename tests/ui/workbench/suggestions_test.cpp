#include "ui/workbench/suggestions.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

namespace vbs::test {
namespace {

Region thing(const char* label, const char* color, float score = 0.9f)
{
    return {{10, 10, 20, 20}, label, score, color, 0.9f};
}

SideState sideWith(std::vector<Region> regions)
{
    SideState side;
    regions.insert(regions.begin(), Region{{0, 0, 100, 80}, "whole picture", 1, "", 0, true});
    side.regions = RegionSet{100, 80, std::move(regions)};
    return side;
}

} // namespace

class SuggestionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areAboutWhatThePictureShows_data()
    {
        QTest::addColumn<int>("task");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("ask") << int(Task::VisualQuestionAnswering)
                             << QStringList{"What color is the umbrella?", "How many balls are there?",
                                            "What is left of the house?"};
        QTest::newRow("compare") << int(Task::VisualReasoning)
                                 << QStringList{"Both pictures show a ball.",
                                                "There is an orange umbrella in the left picture.",
                                                "There is a ball in the right picture."};
        QTest::newRow("find") << int(Task::RegionToPhrase)
                              << QStringList{"the orange umbrella", "the red ball", "the house"};
        QTest::newRow("fill") << int(Task::MaskedWords)
                              << QStringList{"The umbrella is ___.", "There is an orange umbrella."};
        QTest::newRow("choose") << int(Task::MultipleChoice) << QStringList{};
    }
    void areAboutWhatThePictureShows()
    {
        QFETCH(int, task);
        QFETCH(QStringList, texts);
        WorkbenchState state;
        state.task = Task(task);
        QVERIFY(suggestions(state).isEmpty()); // nothing is known yet
        state.left = sideWith({thing("ball", "red", 0.9f), thing("umbrella", "orange", 0.95f),
                               thing("ball", "blue", 0.8f), thing("house", "", 0.7f), thing("dog", "", 0.1f)});
        state.right = sideWith({thing("ball", "")});
        QCOMPARE(suggestions(state), texts);
    }

    void severalThingsAreCalledAsEnglishDoes_data()
    {
        QTest::addColumn<QString>("plural");
        for (const auto& [one, several] : {std::pair{"park bench", "park benches"},
                                           {"person", "people"},
                                           {"policeman", "policemen"},
                                           {"berry", "berries"},
                                           {"key", "keys"},
                                           {"brush", "brushes"},
                                           {"box", "boxes"},
                                           {"leaf", "leaves"},
                                           {"ball", "balls"}})
            QTest::newRow(one) << QString(several);
    }
    void severalThingsAreCalledAsEnglishDoes()
    {
        QFETCH(QString, plural);
        const char* one = QTest::currentDataTag();
        WorkbenchState state;
        state.left = sideWith({thing(one, "red"), thing(one, "blue")});
        QCOMPARE(suggestions(state).value(0), QString("How many %1 are there?").arg(plural));
    }

    void leaveOutWhatIsHidden()
    {
        WorkbenchState state;
        state.left = sideWith({thing("ball", "red"), thing("tree", "green")});
        state.left.hidden = {false, true, false};
        QCOMPARE(suggestions(state), QStringList{"What color is the tree?"});
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::SuggestionsTest)
#include "suggestions_test.moc"
