#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <condition_variable>
#include <mutex>

using namespace vbs;
using namespace vbs::test;

/// Where the numbers are computed, and how that is changed and measured.
class DevicePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAndWhyAndWhatMemoryThereIs()
    {
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.device.memoryBytes = 16'000'000'000;
        pack.pack.bytes = 718'000'000;
        pack.device.precision = "bfloat16";
        pack.pack.extractor.precision = "float32";
        f.expectPack(pack);
        f.open();
        f.action("model.device")->trigger();
        const auto text = [&](const char* name) { return f.find<QLabel>(name)->text(); };
        QVERIFY(!f.find<QDialog>("devicePage")->isModal());
        QCOMPARE(text("deviceName"), QString("The processor, 2 threads"));
        QCOMPARE(text("deviceReason"), QString("This is a scripted engine."));
        QCOMPARE(text("deviceMemory"), QString("16.0 GB in all. The weights of “Scripted pack” take 718.0 MB of it."));
        QCOMPARE(text("devicePrecision"),
                 QString("bfloat16; regions in float32, since bfloat16 is slower on this processor"));
        QVERIFY(text("deviceGpu").contains("--torch"));
        QVERIFY(f.find<QPushButton>("measure")->isHidden() || !f.find<QPushButton>("measure")->isVisible());
    }

    void choicesAreKept()
    {
        WindowFixture f;
        f.open();
        f.action("model.device")->trigger();
        auto* precision = f.find<QComboBox>("precisionSetting");
        precision->setFocus();
        QTest::keyClick(precision, Qt::Key_Down);
        QCOMPARE(f.window->settings().precision(), QString("bfloat16"));
        f.find<QSpinBox>("threadsSetting")->setValue(1);
        QCOMPARE(f.window->settings().threads(), 1);
        QVERIFY(f.find<QLabel>("deviceChange")->text().contains("next start"));
    }

    void measuresInTheBackgroundAndCanBeCancelled()
    {
        struct Meeting {
            std::mutex mutex;
            std::condition_variable_any changed;
        };
        const auto meeting = std::make_shared<Meeting>();
        WindowFixture f;
        f.bench = [meeting](const JobControl& control, const std::function<void(const QString&)>& line) {
            line("An answer: 12 ms");
            std::unique_lock lock(meeting->mutex);
            meeting->changed.wait(lock, control.stop, [] { return false; });
            control.throwIfStopped();
        };
        f.open();
        f.action("model.device")->trigger();
        auto* measure = f.find<QPushButton>("measure");
        QTest::mouseClick(measure, Qt::LeftButton);
        QTRY_COMPARE(f.find<QPlainTextEdit>("figures")->toPlainText(), QString("An answer: 12 ms"));
        QCOMPARE(measure->text(), QString("Cancel"));
        QTest::mouseClick(measure, Qt::LeftButton);
        QTRY_COMPARE(measure->text(), QString("Measure This Machine"));
        QCOMPARE(f.find<QPlainTextEdit>("figures")->toPlainText(), QString("An answer: 12 ms\nCancelled."));
    }

    void aFailureIsSaid()
    {
        WindowFixture f;
        f.bench = [](const JobControl&, const std::function<void(const QString&)>&) {
            throw Error(ErrorCode::FileUnwritable, "There is no room for the weights.");
        };
        f.open();
        f.action("model.device")->trigger();
        QTest::mouseClick(f.find<QPushButton>("measure"), Qt::LeftButton);
        QTRY_COMPARE(f.find<QPlainTextEdit>("figures")->toPlainText(), QString("There is no room for the weights."));
    }
};

VBS_TEST_MAIN(DevicePageTest)
#include "device_page_test.moc"
