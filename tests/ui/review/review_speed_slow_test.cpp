#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"

#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>

#include <algorithm>

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kPictures = 40; ///< that are there; questions on the others are reviewed as text

double medianOf(std::vector<double> times)
{
    std::ranges::sort(times);
    return times.at(times.size() / 2);
}

void report(const char* what, const std::vector<double>& times)
{
    qInfo("%s: median %.1f ms, longest %.1f ms (%zu)", what, medianOf(times), std::ranges::max(times), times.size());
}

} // namespace

/// How long the window takes for what a reviewer does all day. Figures are printed, not judged. VBS_REVIEW_ITEMS sets
/// how many questions there are; VQA v2's validation set has 214354.
class ReviewSpeedSlowTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        bool isSet = false;
        m_items = qEnvironmentVariableIntValue("VBS_REVIEW_ITEMS", &isSet);
        m_items = isSet ? m_items : 3000;
        DatasetFiles files = writeQuestions(path("set"), m_items);
        write("set/images/note.txt", "");
        files.images = path("set/images");
        QImage picture(640, 480, QImage::Format_RGB32);
        for (int i = 0; i < kPictures; ++i) {
            picture.fill(QColor::fromHsv(i * 9, 200, 200));
            picture.save(file(qPrintable(QString("set/images/own_train2014_%1.png").arg(i, 12, 10, QChar('0')))));
        }
        makeReviewProject(path("p.vbsreview").string(), draftOf(files, {}, "p"));
        restart();
        QElapsedTimer clock;
        clock.start();
        window().open(file("p.vbsreview"));
        QTRY_VERIFY(state().item);
        qInfo("%d questions: the first item is there after %lld ms", m_items, clock.elapsed());
    }

    void scrolling()
    {
        auto* list = window().findChild<QListView*>("queue");
        std::vector<double> frames;
        for (int i = 0; i < 400; ++i) {
            QElapsedTimer clock;
            clock.start();
            list->verticalScrollBar()->setValue(i * 37 % list->verticalScrollBar()->maximum());
            QCoreApplication::processEvents();
            list->viewport()->repaint();
            frames.push_back(double(clock.nsecsElapsed()) / 1e6);
        }
        report("a frame of the queue while it is scrolled", frames);
        QVERIFY(list->model()->rowCount() == m_items);
    }

    void deciding()
    {
        window().desk().setOrder(QueueOrder::DataSet);
        std::vector<double> times;
        for (int i = 0; i < 60; ++i) {
            const std::uint32_t before = state().item->item.number;
            QElapsedTimer clock;
            clock.start();
            key(Qt::Key_A);
            while (state().item->item.number == before && clock.elapsed() < 60000)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            window().repaint();
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
            QTest::qWait(100); // as long as nobody is faster
        }
        report("a decision by a key, until the next item is on the screen", times);
        QCOMPARE(state().counts.accepted, std::size_t(60));
    }

    void searching()
    {
        std::vector<double> times;
        for (const char* words : {"number 12", "café", "What", "13", ""}) {
            ReviewFilter filter;
            filter.words = words;
            bool made = false;
            const auto connection = connect(&window().desk(), &ReviewDesk::changed, this,
                                            [&](ReviewChanges what) { made = made || (what & ReviewChange::Queue); });
            QElapsedTimer clock;
            clock.start();
            window().desk().setFilter(filter);
            while (!made && clock.elapsed() < 60000)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            window().repaint();
            times.push_back(double(clock.nsecsElapsed()) / 1e6);
            disconnect(connection);
        }
        report("a search, until its queue is on the screen", times);
        QCOMPARE(state().queue.size(), std::size_t(m_items));
    }

private:
    int m_items = 0;
};

VBS_TEST_MAIN(ReviewSpeedSlowTest)
#include "review_speed_slow_test.moc"
