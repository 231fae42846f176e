#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"

#include <QPushButton>

#include <atomic>
#include <thread>

using namespace vbs;
using namespace vbs::test;

/// "Try a Review": a data set that is made on the spot.
class ReviewSampleTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    std::atomic<int> m_made = 0;
    std::atomic<bool> m_held = false;

    QPushButton* start(const char* action) const { return part<QPushButton>(action); }
    bool isBusy() const { return part<QPushButton>("cancelSample")->isVisible(); }

private Q_SLOTS:
    void init()
    {
        clear();
        m_made = 0;
        m_held = false;
        sample.folder = file("reviews");
        sample.make = [this](const std::filesystem::path& folder, const JobControl& control) {
            ++m_made;
            control.report("Drawing", .5);
            while (m_held) {
                control.throwIfStopped();
                std::this_thread::yield();
            }
            std::filesystem::create_directories(folder);
            return dataset(5);
        };
    }

    void itIsMadeOnceAndOpened()
    {
        restart();
        QTest::mouseClick(start("start-review.sample"), Qt::LeftButton);
        QTRY_COMPARE(state().where, file("reviews/sample.vbsreview"));
        QTRY_VERIFY(state().item);
        QCOMPARE(state().counts.total, std::size_t(5));
        QVERIFY(!isBusy());
        key(Qt::Key_A);
        QTRY_COMPARE(state().counts.accepted, std::size_t(1));
        restart();
        QTest::mouseClick(start("start-review.sample"), Qt::LeftButton);
        QTRY_VERIFY(state().item);
        QCOMPARE(state().counts.accepted, std::size_t(1));
        QCOMPARE(m_made.load(), 1);
    }

    /// Also from the menu while another review is open: what goes on is seen.
    void itCanBeCancelled()
    {
        openQuestions();
        m_held = true;
        action("review.sample")->trigger();
        QTRY_VERIFY(isBusy());
        QTRY_VERIFY(m_made == 1);
        QTest::mouseClick(part<QPushButton>("cancelSample"), Qt::LeftButton);
        QTRY_VERIFY(!isBusy());
        QVERIFY(!QFileInfo::exists(file("reviews/sample.vbsreview")) && state().where.isEmpty());
        QVERIFY(part<QLabel>("reviewProblem")->isHidden());
        m_held = false;
        QTest::mouseClick(start("start-review.sample"), Qt::LeftButton);
        QTRY_VERIFY(state().item);
    }

    void whatFailsIsSaid()
    {
        sample.make = [](const std::filesystem::path&, const JobControl&) -> DatasetFiles {
            throw Error(ErrorCode::FileUnwritable, "The folder cannot be made: no room.");
        };
        restart();
        QTest::mouseClick(start("start-review.sample"), Qt::LeftButton);
        QTRY_COMPARE(textOf(window(), "reviewProblem"), QString("The folder cannot be made: no room."));
        QVERIFY(!isBusy());
    }

    void withoutOneNoneIsOffered()
    {
        sample.make = nullptr;
        restart();
        QVERIFY(!start("start-review.sample")->isVisible() && start("start-review.new")->isVisible());
        QVERIFY(!action("review.sample")->isVisible());
    }
};

VBS_TEST_MAIN(ReviewSampleTest)
#include "review_sample_test.moc"
