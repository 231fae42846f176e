#include "tests/support/test_main.h"
#include "tests/ui/review/desk_parts.h"
#include "ui/store/sql_connection.h"

using namespace vbs;
using namespace vbs::test;

/// A review that is closed and opened again at once.
class ReopenedReviewTest : public QObject, private DeskParts {
    Q_OBJECT
private Q_SLOTS:
    /// Somebody else holds the file, so that the last act waits; the review is read with it all the same.
    void itIsReadWithAllThatWasDone()
    {
        const std::string where = project(4);
        makeDesk();
        openDesk(where);
        const SqlConnection other(where, SqlConnection::Mode::Open);
        other.run("BEGIN IMMEDIATE");
        Example now = desk->state().item->now;
        now.text = "Which one?";
        desk->correct(now, true); // and more would follow
        desk->open(QString::fromStdString(where));
        // Time enough to be read without it.
        static_cast<void>(QTest::qWaitFor([&] { return desk->state().index != nullptr; }, 500));
        other.run("COMMIT");
        QTRY_VERIFY(desk->state().item);
        QCOMPARE(desk->state().counts.corrected, std::size_t(1));
        QCOMPARE(desk->state().item->now.text, std::string("Which one?"));
    }
};

VBS_TEST_MAIN(ReopenedReviewTest)
#include "reopened_review_test.moc"
