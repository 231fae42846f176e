#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"

using namespace vbs;
using namespace vbs::test;

class ReviewTroublesTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { clear(); }

    void withoutPicturesTextsAreReviewed()
    {
        DatasetFiles files = writeQuestions(path("set"), 4);
        write("empty/note.txt", "");
        files.images = path("empty");
        makeReviewProject(path("p.vbsreview"), draftOf(files));
        restart(file("p.vbsreview"));
        QTRY_COMPARE(shown(), 0);
        QCOMPARE(textOf(window(), "itemText"), QString("What is number 0?"));
        QVERIFY2(textOf(window(), "itemFault").contains("picture"), qPrintable(textOf(window(), "itemFault")));
        QTRY_COMPARE(int(window().canvas().canvas().absence().kind), int(CanvasAbsence::Kind::Missing));
        key(Qt::Key_A);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_E);
        type("tea");
        key(Qt::Key_Return);
        QTRY_COMPARE(state().counts.corrected, std::size_t(1));
        QCOMPARE(standing(), QString(R"(0 accept; 1 correct:{"answers":["tea","cafe1","tea"]})"));

        // They were found.
        chooser.folder = fromPath(dataset(4).images);
        action("review.locate")->trigger();
        QTRY_VERIFY(window().canvas().canvas().side().picture);
        QCOMPARE(shown(), 1);
        QCOMPARE(state().counts.corrected, std::size_t(1));
        QVERIFY2(message().startsWith("4 items lacked a picture"), qPrintable(message())); // with the way out
        QCOMPARE(part<QPushButton>("messageAction")->text(), QString("Carry Over to the Changed Data Set…"));
    }

    void whatIsNoReviewIsOneSentence_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("missing") << QByteArray("none.vbsreview");
        QTest::newRow("damaged") << QByteArray("text.vbsreview");
        QTest::newRow("empty") << QByteArray("empty.vbsreview");
        QTest::newRow("cut off") << QByteArray("cut.vbsreview");
        QTest::newRow("a folder") << QByteArray("set");
    }
    void whatIsNoReviewIsOneSentence()
    {
        QFETCH(QByteArray, name);
        const std::string good = project();
        const std::string bytes = readTextFile(good);
        write("text.vbsreview", std::string(5000, 'x'));
        write("empty.vbsreview", "");
        write("cut.vbsreview", bytes.substr(0, bytes.size() / 2));
        restart();
        window().open(file(name));
        QTRY_VERIFY(!state().opening);
        QTRY_VERIFY(!textOf(window(), "reviewProblem").isEmpty());
        const QString sentence = textOf(window(), "reviewProblem");
        QVERIFY2(sentence.contains(name) && sentence.endsWith('.') && !sentence.contains('\n'), qPrintable(sentence));
        QVERIFY(state().where.isEmpty() && !state().index);
        key(Qt::Key_A); // nothing is open
        window().open(QString::fromStdString(good));
        QTRY_COMPARE(shown(), 0);
        QCOMPARE(standing(), QString());
    }

    void aFullDiskIsTold()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        {
            const FullDisk disk(0);
            key(Qt::Key_A);
            QTRY_VERIFY(message().startsWith("This was not kept: "));
            QVERIFY2(message().contains("p.vbsreview"), qPrintable(message()));
            QCOMPARE(shown(), 0);
            QCOMPARE(state().counts.undecided, std::size_t(7));
            QCOMPARE(textOf(window(), "itemStanding"), QString("Undecided"));
        }
        QCOMPARE(standing(), QString());
        key(Qt::Key_A); // there is room again
        QTRY_COMPARE(shown(), 1);
        QCOMPARE(standing(), QString("0 accept"));
    }
};

VBS_TEST_MAIN(ReviewTroublesTest)
#include "review_troubles_test.moc"
