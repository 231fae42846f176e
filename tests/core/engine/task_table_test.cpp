#include "core/engine/explanation_methods.h"
#include "core/engine/task_table.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <set>
#include <type_traits>

using namespace vbs;

class TaskTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void methodsThereAndBack();
    void tasksThereAndBack();
    void everyTaskHasItsRow();
    void unknownNamesAreNone();
};

void TaskTableTest::methodsThereAndBack()
{
    QCOMPARE(explanationMethodNames(),
             (std::vector<std::string_view>{"attention", "rollout", "relevance", "occlusion"}));
    for (const auto method : {ExplanationMethod::None, ExplanationMethod::Attention, ExplanationMethod::Rollout,
                              ExplanationMethod::Relevance, ExplanationMethod::Occlusion})
        QVERIFY(explanationMethodNamed(nameOf(method)) == method);
}

void TaskTableTest::tasksThereAndBack()
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

void TaskTableTest::everyTaskHasItsRow()
{
    using Rows = PerTask<int>::Row[kTaskCount];
    using OneTooFew = PerTask<int>::Row[kTaskCount - 1];
    QVERIFY((std::is_constructible_v<PerTask<int>, const Rows&>));
    QVERIFY((!std::is_constructible_v<PerTask<int>, const OneTooFew&>)); // it does not compile
    std::set<std::string_view> names, commands;
    for (std::size_t i = 0; i < kTaskCount; ++i) {
        const TaskInfo& info = taskInfo(Task(i));
        QVERIFY(info.task == Task(i));
        QVERIFY(!info.packKey.empty() && !info.dataset.empty() && !info.heading.empty());
        QCOMPARE(taskWith(&TaskInfo::packKey, info.packKey)->architecture, info.architecture);
        names.insert(info.name);
        commands.insert(info.command);
    }
    QCOMPARE(names.size(), kTaskCount);
    QCOMPARE(commands.size(), kTaskCount);
    QVERIFY(!taskWith(&TaskInfo::packKey, "vcr"));
}

void TaskTableTest::unknownNamesAreNone()
{
    QVERIFY(!taskNamed("VQA") && !taskNamed("") && !explanationMethodNamed("Attention"));
}

VBS_TEST_MAIN(TaskTableTest)
#include "task_table_test.moc"
