#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>

namespace vbs::test {
namespace {

const QString kEvil = "<b>evil</b><img src='file:///etc/passwd'>";

/// A pack all of whose texts look like HTML.
LoadPackResult evilPack()
{
    LoadPackResult loaded = scriptedPack();
    const std::string evil = kEvil.toStdString();
    loaded.pack.name = loaded.pack.title = loaded.pack.description = evil;
    loaded.pack.exampleQuestions = {evil};
    for (const Task task : {Task::MultipleChoice, Task::RegionToPhrase, Task::MaskedWords})
        loaded.pack.examples.push_back({task, {}, {}, evil, {evil, evil}});
    loaded.device.reason = loaded.device.libtorch = loaded.device.precision = evil;
    return loaded;
}

/// The same for what the engine says of any question.
BackendScript::Step evilAnswer()
{
    const std::string evil = kEvil.toStdString();
    InferenceResult result = cannedResult(320, 240, evil);
    for (Region& region : result.regions.regions) {
        if (!region.wholeImage)
            region.label = region.attribute = evil;
    }
    result.answers = {{evil, 0.9}, {evil + "2", 0.1}};
    result.unknownWords = {evil};
    result.tokens = {{evil, 0, 4, false}};
    result.explanation.tokens = {0.5};
    BackendScript::Step step;
    step.reply = result;
    return step;
}

bool showsHtml(const QString& text)
{
    return Qt::mightBeRichText(text) && (text.contains("<b>") || text.contains("<img"));
}

} // namespace

/// Texts of packs, files, cards and users are shown as they are, never as HTML.
class HostileTextsTest : public QObject {
    Q_OBJECT

    static void checkLabels(const QWidget* window)
    {
        const auto labels = window->findChildren<QLabel*>();
        QVERIFY(labels.size() > 15);
        for (const QLabel* label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText,
                     qPrintable("a label may show HTML: " + label->objectName() + " " + label->text()));
    }

    static void checkToolTips(const QWidget* window)
    {
        for (const QWidget* widget : window->findChildren<QWidget*>())
            QVERIFY2(!showsHtml(widget->toolTip()), qPrintable(widget->objectName() + ": " + widget->toolTip()));
        for (const QAction* action : window->findChildren<QAction*>())
            QVERIFY2(!showsHtml(action->toolTip()), qPrintable(action->objectName() + ": " + action->toolTip()));
    }

    /// @return how many texts were evil, so that the check is known to have met them.
    static int checkModels(const QWidget* window)
    {
        int met = 0;
        for (const auto* view : window->findChildren<QAbstractItemView*>()) {
            const QAbstractItemModel* model = view->model();
            for (int row = 0; model && row < model->rowCount(); ++row) {
                const QModelIndex index = model->index(row, 0);
                const QString tip = index.data(Qt::ToolTipRole).toString();
                met += tip.contains("evil");
                if (showsHtml(tip))
                    qWarning("%s: %s", qPrintable(view->objectName()), qPrintable(tip));
                if (showsHtml(tip))
                    return -1;
            }
        }
        return met;
    }

private Q_SLOTS:
    void nothingIsShownAsHtml()
    {
        TaskFixture f;
        f.expectPack(evilPack());
        f.script->setOtherwise(evilAnswer());
        // Any name but one with a slash can be a file's.
        f.open({f.picture("<b>evil<b>.png"), f.picture("other.png")});
        QTRY_VERIFY(f.state().left.regions);
        f.window->workbench().ask(kEvil);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.window->workbench().regions(Side::Left).toggle(1); // a chip with its name
        for (const TaskSpec& spec : taskTable()) {
            f.choose(spec.task);
            f.window->workbench().setInput({kEvil, {kEvil, kEvil}});
            f.settle();
            checkLabels(f.window.get());
            checkToolTips(f.window.get());
            QVERIFY(checkModels(f.window.get()) > 0);
            if (QTest::currentTestFailed())
                return;
        }
        f.window->workbench().open({f.path(kEvil.left(12).remove('/') + " is not there.png")});
        QTRY_VERIFY(!f.message().isEmpty());
        checkLabels(f.window.get());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::HostileTextsTest)
#include "hostile_texts_test.moc"
