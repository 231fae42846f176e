#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

/// Pictures and texts that are unlike what the pack was taught.
class StrangenessTest : public QObject {
    Q_OBJECT

    /// A window whose engine finds everything as strange as this.
    static void answer(TaskFixture& f, const Strangeness& strangeness)
    {
        f.openWithPicture();
        BackendScript::Step step;
        step.reply = cannedResult(320, 240);
        std::get<InferenceResult>(*step.reply).strangeness = strangeness;
        f.script->setOtherwise(step);
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
    }

private Q_SLOTS:
    void aFamiliarPictureSaysNothing()
    {
        TaskFixture f;
        answer(f, {.picture = 0.9, .text = 0});
        QVERIFY(!f.isSeen("strangeness"));
        QVERIFY(!f.bars("answers")[0].unfamiliar);
    }

    void aStrangePictureIsSaid()
    {
        TaskFixture f;
        answer(f, {.picture = 1.2, .text = 0});
        QTRY_VERIFY(f.isSeen("strangeness"));
        QVERIFY(f.label("strangenessText").startsWith("This picture is unlike everything that"));
        QVERIFY(f.label("strangenessText").endsWith("its answers mean little."));
        for (const AnswerBar& bar : f.bars("answers"))
            QVERIFY(bar.unfamiliar);
        QVERIFY(f.find<QPushButton>("getModels")->isVisible());
    }

    void itsBarsAreGrey()
    {
        const auto strongestColor = [](const TaskFixture& f) {
            const QImage image = f.list("answers")->grab().toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const auto [least, greatest] =
                        std::minmax({qRed(image.pixel(x, y)), qGreen(image.pixel(x, y)), qBlue(image.pixel(x, y))});
                    most = std::max(most, greatest - least);
                }
            return most;
        };
        TaskFixture familiar, strange;
        answer(familiar, {.picture = 0.1, .text = 0});
        answer(strange, {.picture = 3, .text = 0});
        QVERIFY(strongestColor(strange) < strongestColor(familiar) / 2);
    }

    void aStrangeTextIsSaid()
    {
        TaskFixture f;
        answer(f, {.picture = 0.5, .text = 2});
        QVERIFY(!f.isSeen("strangeness")); // the picture is not to blame
        QVERIFY(f.bars("answers")[0].unfamiliar);
        QTRY_COMPARE(f.label("hint"), QString("This pack never learned a text of this kind: the answer is a guess."));
    }
};

VBS_TEST_MAIN(StrangenessTest)
#include "strangeness_test.moc"
