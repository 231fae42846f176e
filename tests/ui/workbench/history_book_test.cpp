#include "ui/workbench/history_book.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace vbs::test {
namespace {

WorkbenchState shown(const QString& question, const std::string& answer = "red", const QString& path = "a.png")
{
    WorkbenchState state;
    state.left.picture = openPicture(path);
    state.question = question;
    state.answered = answeredWith(question, answer);
    return state;
}

QString questionsOf(const std::vector<HistoryEntry>& cards)
{
    QStringList questions;
    for (const HistoryEntry& card : cards)
        questions << card.answered.question;
    return questions.join(' ');
}

} // namespace

class HistoryBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A card that says the same moves up; any difference makes another card.
    void twice_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("cards");
        QTest::newRow("the same") << "a"
                                  << "red"
                                  << "a.png"
                                  << "b a";
        QTest::newRow("another question") << "c"
                                          << "red"
                                          << "a.png"
                                          << "a b c";
        QTest::newRow("another answer") << "a"
                                        << "blue"
                                        << "a.png"
                                        << "a b a";
        QTest::newRow("another picture") << "a"
                                         << "red"
                                         << "b.png"
                                         << "a b a";
        QTest::newRow("pasted pictures are never the same") << "a"
                                                            << "red"
                                                            << ""
                                                            << "a b a";
    }
    void twice()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        QFETCH(QString, path);
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {});
        QSignalSpy changed(&book, &HistoryBook::changed);
        book.keep(shown("a"));
        book.keep(shown("b"));
        book.keep(shown(question, answer.toStdString(), path));
        QTEST(questionsOf(cards), "cards");
        QVERIFY(changed.size() >= 3);
    }

    void onlyTheLatestStay()
    {
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {}, 2);
        for (const char* question : {"a", "b", "c"})
            book.keep(shown(question));
        QCOMPARE(questionsOf(cards), QString("b c"));
    }

    void removing_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("cards");
        QTest::newRow("first") << 0 << "b c";
        QTest::newRow("last") << 2 << "a b";
        QTest::newRow("none") << -1 << "a b c";
        QTest::newRow("one too many") << 3 << "a b c";
    }
    void removing()
    {
        QFETCH(int, index);
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {});
        for (const char* question : {"a", "b", "c"})
            book.keep(shown(question));
        book.remove(index);
        QTEST(questionsOf(cards), "cards");
        book.clear();
        QVERIFY(cards.empty());
    }

    void theLastRemovedCardIsRestoredToItsPlace()
    {
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {});
        for (const char* question : {"a", "b", "c"})
            book.keep(shown(question));
        book.restore(); // there is none
        book.remove(1);
        book.remove(1);
        QVERIFY(book.canRestore());
        book.restore();
        QCOMPARE(questionsOf(cards), QString("a c"));
        QVERIFY(!book.canRestore());
        book.remove(0);
        book.clear();
        QVERIFY(!book.canRestore());
    }

    void aRestoredCardKeepsItsPictureOnDisk()
    {
        const QTemporaryDir folder;
        {
            std::vector<HistoryEntry> cards;
            HistoryBook book(cards, folder.path());
            book.keep(shown("a", "red", {})); // pasted: the folder has its only copy
        }
        {
            std::vector<HistoryEntry> cards;
            HistoryBook book(cards, folder.path());
            QTRY_COMPARE(cards.size(), std::size_t(1));
            book.remove(0);
            book.restore();
        }
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, folder.path());
        QTRY_COMPARE(cards.size(), std::size_t(1));
        QVERIFY(QFileInfo::exists(cards[0].picture.path));
        book.remove(0);
    }

    /// The picture of a card is asked about again in another run, as the file that it has become.
    void cardsOfOnePastedPictureShareIt()
    {
        const QTemporaryDir folder;
        {
            std::vector<HistoryEntry> cards;
            HistoryBook book(cards, folder.path());
            book.keep(shown("a", "red", {}));
        }
        {
            std::vector<HistoryEntry> cards;
            HistoryBook book(cards, folder.path());
            QTRY_COMPARE(cards.size(), std::size_t(1));
            book.keep(shown("b", "red", cards[0].picture.path));
            book.remove(0);
        }
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, folder.path());
        QTRY_COMPARE(questionsOf(cards), QString("b"));
        QVERIFY(QFileInfo::exists(cards[0].picture.path));
    }

    void aCardKeepsTheFirstAnswersAndNoPixelsOfAFile()
    {
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {});
        WorkbenchState state = shown("a");
        state.answered->result.answers.assign(4000, {"word", 0.0001});
        book.keep(state);
        QCOMPARE(cards[0].answered.result.answers.size(), std::size_t(8));
        QVERIFY(cards[0].answered.shortened);
        QVERIFY(!cards[0].picture.pixels);
        QVERIFY(!cards[0].thumbnail.isNull());
        book.keep(shown("b", "red", {}));
        QVERIFY(cards[1].picture.pixels); // there is no file to read it from again
        QVERIFY(!cards[1].answered.shortened);
    }

    void aCardOfTwoPicturesHasBoth()
    {
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, {});
        WorkbenchState state = shown("a");
        state.task = twoPictureTask().task;
        state.answered->task = state.task;
        state.right.picture = openPicture("b.png");
        book.keep(state);
        QCOMPARE(cards[0].rightPicture->path, QString("b.png"));
        QVERIFY(!cards[0].rightThumbnail.isNull());
    }

    void cardsOfEarlierRunsComeFirst()
    {
        const QTemporaryDir folder;
        {
            std::vector<HistoryEntry> cards;
            HistoryBook book(cards, folder.path());
            QSignalSpy read(&book, &HistoryBook::changed);
            QVERIFY(read.wait());
            book.keep(shown("a"));
            book.keep(shown("b"));
            book.remove(0);
        }
        std::vector<HistoryEntry> cards;
        HistoryBook book(cards, folder.path());
        book.keep(shown("c"));
        QTRY_COMPARE(questionsOf(cards), QString("b c"));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::HistoryBookTest)
#include "history_book_test.moc"
