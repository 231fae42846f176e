#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/ui/window_fixture.h"
#include "ui/window/pack_chooser.h"

#include <QAbstractItemModel>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;
using Wait = BackendScript::Step::Wait;

/// The pack chooser of the toolbar, and what changing the pack does to the window.
class PackChooserTest : public QObject {
    Q_OBJECT

    /// Folders of packs in one that is looked in: "other", which can be used, and "damaged".
    struct Packs {
        Packs()
        {
            QDir(folder.path()).mkdir("other");
            QDir(folder.path()).mkdir("damaged");
            QFile shipped(QString(sourceFolder()) + "/models/picture-book/pack.json");
            QVERIFY(shipped.open(QIODevice::ReadOnly));
            write("other", shipped.readAll().replace("\"title\"", "\"title\": \"Other & more\", \"was\""));
            write("damaged", "{\"format\": 1, ");
            qputenv("VBS_PACKS", folder.path().toUtf8());
        }
        ~Packs() { qunsetenv("VBS_PACKS"); }

        void write(const QString& name, const QByteArray& json) const
        {
            QFile file(path(name) + "/pack.json");
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        }
        QString path(const QString& name) const { return folder.filePath(name); }

        QTemporaryDir folder;
    };

    static LoadPackResult otherPack(const Packs& packs, const std::vector<Task>& tasks = scriptedPack().pack.tasks)
    {
        LoadPackResult loaded = scriptedPack();
        loaded.pack.title = "Other pack";
        loaded.pack.folder = packs.path("other").toStdString();
        loaded.pack.tasks = tasks;
        loaded.id = 7;
        return loaded;
    }

    static void expect(const WindowFixture& f, const ReplyBody& reply, Wait wait = Wait::No)
    {
        BackendScript::Step step;
        step.reply = reply;
        step.wait = wait;
        f.script->push(step);
    }

    static QAction* entry(const WindowFixture& f, const QString& beginning)
    {
        for (QAction* action : f.find<QMenu>("packMenu")->actions())
            if (action->text().startsWith(beginning))
                return action;
        return nullptr;
    }

    /// By a click on the menu's line, once it is there.
    static void choose(const WindowFixture& f, const QString& beginning)
    {
        auto* menu = f.find<QMenu>("packMenu");
        menu->popup(f.window->mapToGlobal(QPoint(200, 60)));
        QTRY_VERIFY(entry(f, beginning));
        QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(entry(f, beginning)).center());
    }

private Q_SLOTS:
    void listsAllPacksAndWhatIsWrongWithOne()
    {
        const Packs packs;
        WindowFixture f;
        f.open();
        f.find<QMenu>("packMenu")->popup(QPoint(100, 100));
        QTRY_VERIFY(entry(f, "Other && more"));
        QVERIFY(entry(f, "Other && more")->isEnabled());
        QAction* damaged = entry(f, "damaged");
        QVERIFY(damaged && !damaged->isEnabled());
        QVERIFY(damaged->text().contains("cannot be used"));
        QVERIFY(damaged->toolTip().contains("pack.json"));
        QVERIFY(entry(f, "Scripted pack")->isChecked()); // opened by a folder that is not looked in
        QCOMPARE(f.find<QMenu>("packMenu")->actions().last(), f.action("model.get"));
        f.find<QMenu>("packMenu")->close();
    }

    void theOldPackStaysUntilTheNewOneIsReadyAndNothingOfTheUsersGoes()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        f.type("What?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        const int asked = f.script->started();
        expect(f, otherPack(packs), Wait::UntilReleased);
        choose(f, "Other && more");
        QVERIFY(f.script->waitForStarted(asked + 1));
        QCOMPARE(titleOf(*f.state().pack), QString("Scripted pack"));
        QVERIFY(f.state().answered);
        QVERIFY(f.find<QToolButton>("packChooser")->text().startsWith("Loading"));
        f.script->release();
        QTRY_COMPARE(titleOf(*f.state().pack), QString("Other pack"));
        QCOMPARE(f.find<QToolButton>("packChooser")->text(), QString("Other pack"));
        QCOMPARE(f.state().question, QString("What?"));
        QCOMPARE(f.question()->toPlainText(), QString("What?"));
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
        QCOMPARE(f.state().history.size(), std::size_t(1));
        QTRY_VERIFY(f.state().left.regions && f.state().answered); // found and asked anew
        for (const InferenceRequest& request : f.script->requests())
            QVERIFY(request.pack == 0 || request.pack == 7);
        QCOMPARE(f.script->requests().back().pack, PackId(7));
        QCOMPARE(f.window->settings().pack(), packs.path("other"));
    }

    void anAnswerOfTheOldPackIsNotShownUnderTheNewOne()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        const int before = f.script->started();
        f.script->push(answerStep("of the old pack", Wait::DeafUntilReleased));
        f.type("What?");
        f.key(Qt::Key_Return);
        QVERIFY(f.script->waitForStarted(before + 1));
        expect(f, otherPack(packs));
        f.window->workbench().loadPack(packs.path("other").toStdString());
        f.script->setOtherwise(answerStep("of the new pack"));
        f.script->release();
        QTRY_COMPARE(titleOf(*f.state().pack), QString("Other pack"));
        QTRY_VERIFY(f.state().answered);
        QTRY_COMPARE(f.firstAnswer(), QString("of the new pack"));
    }

    void aQuestionAskedMeanwhileIsAnsweredAfterwards()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        const int before = f.script->started();
        expect(f, otherPack(packs), Wait::UntilReleased);
        choose(f, "Other && more");
        QVERIFY(f.script->waitForStarted(before + 1));
        f.type("What?");
        f.key(Qt::Key_Return);
        QCOMPARE(f.state().activity.text, QString("Loading the model pack"));
        f.script->setOtherwise(answerStep("of the new pack"));
        f.script->release();
        QTRY_COMPARE(titleOf(*f.state().pack), QString("Other pack"));
        QTRY_COMPARE(f.state().history.size(), std::size_t(1)); // asked with Enter: it is kept
        QCOMPARE(f.firstAnswer(), QString("of the new pack"));
        QCOMPARE(f.script->requests().back().pack, PackId(7));
    }

    void aPackThatCannotBeLoadedLeavesTheOldOne()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        f.type("What?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        f.script->push(errorStep("The weights are cut off."));
        choose(f, "Other && more");
        QTRY_VERIFY(f.message().contains("The weights are cut off."));
        QVERIFY(f.message().contains("“Scripted pack” stays in use"));
        QCOMPARE(titleOf(*f.state().pack), QString("Scripted pack"));
        QVERIFY(f.state().answered);
        QVERIFY(f.window->settings().pack().isEmpty());
        QCOMPARE(f.find<QToolButton>("packChooser")->text(), QString("Scripted pack"));
    }

    void loadingCanBeCancelled()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        const int before = f.script->started();
        expect(f, otherPack(packs), Wait::UntilReleased);
        choose(f, "Other && more");
        QVERIFY(f.script->waitForStarted(before + 1));
        QTRY_VERIFY(f.find<QWidget>("cancel")->isVisible());
        QTest::mouseClick(f.find<QWidget>("cancel"), Qt::LeftButton);
        QTRY_VERIFY(f.message().contains("“Scripted pack” stays in use"));
        QCOMPARE(f.find<QToolButton>("packChooser")->text(), QString("Scripted pack"));
    }

    void aTaskThatTheNewPackLacksGivesWayAndThatIsSaid()
    {
        const Packs packs;
        WindowFixture f;
        f.openWithPicture();
        f.action("task-choose")->trigger();
        QCOMPARE(f.state().task, Task::MultipleChoice);
        expect(f, otherPack(packs, {Task::VisualReasoning, Task::RegionToPhrase}));
        choose(f, "Other && more");
        QTRY_COMPARE(f.state().task, Task::VisualReasoning);
        QTRY_VERIFY(f.message().contains("no model for Choose, so Compare is in hand"));
        expect(f, otherPack(packs)); // it stays where the pack has it
        choose(f, "Other && more");
        QTRY_COMPARE(f.state().pack->tasks.size(), scriptedPack().pack.tasks.size());
        QCOMPARE(f.state().task, Task::VisualReasoning);
    }

    void aFolderCanBeOpened()
    {
        const Packs packs;
        WindowFixture f;
        f.open();
        f.chooser->folder = packs.path("other");
        expect(f, otherPack(packs));
        f.action("model.open")->trigger();
        QTRY_COMPARE(titleOf(*f.state().pack), QString("Other pack"));
        QTRY_COMPARE(f.window->settings().pack(), packs.path("other"));
    }

    void theModelPageSaysWhatThePackIs()
    {
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.license = "Apache-2.0";
        pack.pack.bytes = 12'000'000;
        pack.pack.models = {{Task::VisualQuestionAnswering, std::string("It was taught with “? [MASK]”."), {}}};
        pack.pack.extractor = {"vg_faster_rcnn", 2048, "Visual Genome Faster R-CNN"};
        f.expectPack(pack);
        f.open();
        f.action("model.page")->trigger();
        auto* page = f.find<QWidget>("modelPage");
        QVERIFY(page && page->isVisible());
        const auto text = [&](const char* name) { return page->findChild<QLabel*>(name)->text(); };
        QVERIFY(text("modelTasks").startsWith("Ask, Compare"));
        QCOMPARE(text("modelForm"), QString("It was taught with “? [MASK]”."));
        QVERIFY(text("modelExtractor").contains("2048"));
        QCOMPARE(text("modelLicence"), QString("Apache-2.0"));
        QVERIFY(text("modelSize").contains("MB") || text("modelSize").contains("MiB"));
    }
};

VBS_TEST_MAIN(PackChooserTest)
#include "pack_chooser_test.moc"
