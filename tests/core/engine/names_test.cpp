#include "core/engine/explanation_names.h"
#include "core/engine/task_names.h"

#include <QTest>

#include <set>

using namespace vbs;

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void methodsThereAndBack();
    void tasksThereAndBack();
    void unknownNamesAreNone();
};

void NamesTest::methodsThereAndBack()
{
    QCOMPARE(explanationMethodNames(),
             (std::vector<std::string_view>{"attention", "rollout", "relevance", "occlusion"}));
    for (const auto method : {ExplanationMethod::None, ExplanationMethod::Attention, ExplanationMethod::Rollout,
                              ExplanationMethod::Relevance, ExplanationMethod::Occlusion})
        QVERIFY(explanationMethodNamed(nameOf(method)) == method);
}

void NamesTest::tasksThereAndBack()
{
    QCOMPARE(taskNames(), (std::vector<std::string_view>{"vqa", "nlvr", "multiple_choice", "region_to_phrase",
                                                         "masked_words", "caption_match"}));
    std::set<Task> tasks;
    for (const std::string_view name : taskNames()) {
        QCOMPARE(nameOf(taskNamed(name).value()), name);
        tasks.insert(*taskNamed(name));
    }
    QCOMPARE(tasks.size(), std::size_t(6));
}

void NamesTest::unknownNamesAreNone()
{
    QVERIFY(!taskNamed("VQA") && !taskNamed("") && !explanationMethodNamed("Attention"));
}

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
