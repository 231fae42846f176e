#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;
using Wait = BackendScript::Step::Wait;
using State = RegionRun::State;

/// Finding the regions of all pictures in the background.
class RegionRunTest : public QObject {
    Q_OBJECT

    /// Four pictures, and a file of text that is called like one. The first picture's regions are known.
    static void openFour(WindowFixture& f)
    {
        QStringList files;
        for (const char* name : {"1.png", "2.png", "3.png"})
            files << f.picture(name, QSize(320, 240), QColor::fromHsv(int(files.size()) * 60, 200, 200));
        QFile broken(f.path("broken.png"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        files << broken.fileName();
        f.open(files);
        QTRY_VERIFY(f.state().left.regions);
    }

    static const RegionRun::Status& status(const WindowFixture& f)
    {
        return f.window->workbench().regionRun().status();
    }
    static QString text(const WindowFixture& f, const char* name) { return f.find<QLabel>(name)->text(); }
    static void click(const WindowFixture& f, const char* name)
    {
        QTest::mouseClick(f.find<QPushButton>(name), Qt::LeftButton);
    }

    static BackendScript::Step slow()
    {
        BackendScript::Step step = answerStep("red", Wait::UntilReleased);
        step.progress = {{"Looking at the picture", .5}};
        return step;
    }

private Q_SLOTS:
    void goesThroughAllAndCountsWhatIsBroken()
    {
        WindowFixture f;
        openFour(f);
        QVERIFY(f.find<QWidget>("regionRunBar")->isHidden());
        const int before = f.script->started();
        f.key(Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE(status(f).state, State::Ended);
        QCOMPARE(f.script->started(), before + 3);
        const auto requests = f.script->requests();
        QVERIFY(std::all_of(requests.end() - 3, requests.end(), [](const auto& r) { return r.regionsOnly; }));
        QCOMPARE(status(f).done, 4);
        QCOMPARE(status(f).broken, 1);
        QVERIFY(status(f).problem.startsWith("broken.png: "));
        QCOMPARE(text(f, "regionRunText"), QString("The regions of 4 of 4 pictures are known."));
        QVERIFY(text(f, "regionRunBroken").startsWith("1 picture could not"));
        click(f, "regionRunEnd"); // Close
        QVERIFY(f.find<QWidget>("regionRunBar")->isHidden());
    }

    void whatTheUserAsksForGoesFirst()
    {
        WindowFixture f;
        openFour(f);
        const int before = f.script->started();
        f.script->push(slow());
        f.action("find-all-regions")->trigger();
        QTRY_COMPARE(f.script->started(), before + 1);
        QTRY_VERIFY(status(f).fraction > .1); // half of the first of four
        f.script->setOtherwise(answerStep("asked meanwhile"));
        f.type("What?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered); // although nobody released the first
        QTRY_COMPARE(f.firstAnswer(), QString("asked meanwhile"));
        QTRY_COMPARE(status(f).state, State::Ended);
        QCOMPARE(status(f).broken, 1);
        QCOMPARE(status(f).done, 4);
    }

    void pauseResumeAndCancel()
    {
        WindowFixture f;
        openFour(f);
        const int before = f.script->started();
        f.script->push(slow());
        f.script->push(slow());
        f.action("find-all-regions")->trigger();
        QTRY_COMPARE(f.script->started(), before + 1);
        f.script->release();
        QTRY_COMPARE(f.script->started(), before + 2);
        QTRY_COMPARE(status(f).done, 1);
        QTRY_VERIFY(text(f, "regionRunText").contains("left"));
        QVERIFY(f.find<QProgressBar>("regionRunProgress")->value() >= 250);
        click(f, "regionRunHold");
        QCOMPARE(status(f).state, State::Paused);
        QCOMPARE(text(f, "regionRunText"), QString("Paused at 1 of 4 pictures"));
        QCOMPARE(f.find<QPushButton>("regionRunHold")->text(), QString("Resume"));
        f.script->push(slow());
        click(f, "regionRunHold");
        QTRY_COMPARE(f.script->started(), before + 3);
        QCOMPARE(status(f).state, State::Running);
        click(f, "regionRunEnd");
        QCOMPARE(status(f).state, State::Ended);
        QVERIFY(text(f, "regionRunText").contains("Cancelled"));
        f.window->workbench().regionRun().start(f.state().files); // and it can be begun again
        QTRY_COMPARE(status(f).done, 4);
    }

    void anErrorOfTheEngineIsCountedAndTheRunGoesOn()
    {
        WindowFixture f;
        openFour(f);
        f.script->push(errorStep("There is not enough memory for this request."));
        f.action("find-all-regions")->trigger();
        QTRY_COMPARE(status(f).state, State::Ended);
        QCOMPARE(status(f).broken, 2);
        QVERIFY(status(f).problem.contains("memory"));
        QVERIFY(f.message().isEmpty());
    }

    void anotherPackEndsIt()
    {
        WindowFixture f;
        openFour(f);
        const int before = f.script->started();
        f.script->push(slow());
        f.action("find-all-regions")->trigger();
        QTRY_COMPARE(f.script->started(), before + 1);
        BackendScript::Step step;
        step.reply = scriptedPack();
        f.script->push(step);
        f.window->workbench().loadPack("other");
        QTRY_COMPARE(status(f).state, State::Ended);
        QVERIFY(text(f, "regionRunText").contains("Another model pack"));
    }

    void theStageOfALongSearchIsTold()
    {
        WindowFixture f;
        f.open();
        f.script->push(slow());
        f.window->workbench().open(QStringList{f.picture("slow.png")});
        QTRY_COMPARE(f.state().activity.text, QString("Finding regions: looking at the picture"));
        QCOMPARE(f.state().activity.fraction, .5);
        QTRY_VERIFY(f.find<QWidget>("cancel")->isVisible());
        QTest::mouseClick(f.find<QWidget>("cancel"), Qt::LeftButton);
        QTRY_VERIFY(f.message().contains("cancelled"));
        QTRY_VERIFY(f.state().activity.text.isEmpty());
    }
};

VBS_TEST_MAIN(RegionRunTest)
#include "region_run_test.moc"
