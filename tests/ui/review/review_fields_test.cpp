#include "tests/support/test_main.h"
#include "tests/ui/review/review_window_fixture.h"
#include "ui/review/item_edits.h"

#include <QComboBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QToolButton>

using namespace vbs;
using namespace vbs::test;

/// Every letter is the key of some decision or step.
static const QString kLetters = "arufnjkgzcted1";

class ReviewFieldsTest : public QObject, private ReviewWindowFixture {
    Q_OBJECT

    bool isAtPicture() const { return QApplication::focusWidget() == &window().canvas().view(); }
    QStringList choices(const char* name) const
    {
        QStringList all;
        for (int i = 0; i < part<QComboBox>(name)->count(); ++i)
            all << part<QComboBox>(name)->itemText(i);
        return all;
    }
    /// As the user does: the arrow keys of the chooser that has the focus.
    void choose(const char* name, const QString& text)
    {
        auto* box = part<QComboBox>(name);
        box->setFocus();
        const int row = box->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        while (box->currentIndex() != row)
            QTest::keyClick(box, box->currentIndex() < row ? Qt::Key_Down : Qt::Key_Up);
    }
    QString queue() const
    {
        QStringList all;
        for (const std::uint32_t item : state().queue)
            all << QString::number(item);
        return all.join(' ');
    }

private Q_SLOTS:
    void cleanup() { clear(); }

    void lettersInAFieldDecideNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("kept");
        const int none = Qt::NoModifier, shift = Qt::ShiftModifier;
        const QString text = R"(0 correct:{"text":"%1"})", answer = R"(0 correct:{"answers":["%1","cafe0","%1"]})";
        for (const auto& [end, endName] : {std::pair(Qt::Key_Return, "Enter"), std::pair(Qt::Key_Escape, "Escape")}) {
            const auto row = [&](const char* name, int key, int modifiers, const char* field, const QString& kept) {
                QTest::addRow("%s, %s", name, endName)
                    << key << modifiers << QByteArray(field) << int(end)
                    << (end == Qt::Key_Return ? QString(kept).replace("%1", kLetters) : QString());
            };
            row("comment", Qt::Key_C, none, "commentEdit", "0 comment:%1");
            row("tag", Qt::Key_T, none, "tagEdit", "0 tag:%1");
            row("search", Qt::Key_Slash, none, "queueSearch", {});
            row("text", Qt::Key_E, shift, "itemTextEdit", text);
            row("answers", Qt::Key_E, none, "qt_editing_area", answer);
        }
    }
    void lettersInAFieldDecideNothing()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QByteArray, field);
        QFETCH(int, end);
        QFETCH(QString, kept);
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        this->key(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus && !isAtPicture());
        if (field == "qt_editing_area")
            QVERIFY(part<QTableWidget>("answers")->isAncestorOf(focus));
        else
            QCOMPARE(focus->objectName().toUtf8(), field);
        type(kLetters);
        QCOMPARE(shown(), 0);
        this->key(Qt::Key(end));
        QTRY_VERIFY(isAtPicture());
        QTRY_COMPARE(state().item->acts.size(), std::size_t(kept.isEmpty() ? 0 : 1));
        QCOMPARE(standing(), kept);
        QCOMPARE(shown(), 0);
        QVERIFY(!part<QPlainTextEdit>("itemTextEdit")->isVisible());
        this->key(Qt::Key_A); // a key again
        if (field == "queueSearch" && end == Qt::Key_Return)
            QTRY_COMPARE(queue(), QString()); // nothing has these letters
        else
            QTRY_COMPARE(shown(), 1);
    }

    void marksAreKeptAndShown()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_F);
        QTRY_COMPARE(state().counts.flagged, std::size_t(1));
        key(Qt::Key_T);
        type("odd");
        key(Qt::Key_Return);
        QTRY_COMPARE(state().counts.tags.size(), std::size_t(1));
        key(Qt::Key_C);
        type("who is it");
        key(Qt::Key_Return);
        QTRY_COMPARE(state().counts.commented, std::size_t(1));
        QCOMPARE(standing(), QString("0 flag; 0 tag:odd; 0 comment:who is it"));
        QCOMPARE(textOf(window(), "itemStanding"), QString("Undecided · flagged"));
        key(Qt::Key_J);
        QTRY_COMPARE(shown(), 1);
        key(Qt::Key_T);
        type("o"); // the rest is offered
        key(Qt::Key_Return);
        QTRY_VERIFY(state().item->standing.tags.contains("odd"));
        key(Qt::Key_T);
        type("odd"); // once more takes it away
        key(Qt::Key_Return);
        QTRY_VERIFY(state().item->standing.tags.empty());
        key(Qt::Key_K);
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_F);
        QTRY_COMPARE(state().counts.flagged, std::size_t(0));
        QCOMPARE(state().counts.undecided, std::size_t(7)); // marks decide nothing
    }

    /// While a flag is on its way to the file, and while the item is read again.
    void whatWasTypedIsNotLost()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        ReviewDesk& desk = window().desk();
        desk.toggleFlag();
        desk.decide(DecisionKind::Comment, "odd"); // before the flag can be there: the event loop is not entered
        QTRY_COMPARE(state().item->acts.size(), std::size_t(2));
        desk.choose(0);
        desk.correct(withText(state().item->now, "Who is it?"));
        QTRY_COMPARE(state().item->acts.size(), std::size_t(3));
        QCOMPARE(standing(), QString(R"(0 flag; 0 comment:odd; 0 correct:{"text":"Who is it?"})"));
        QCOMPARE(textOf(window(), "itemText"), QString("Who is it?"));
        desk.decide(DecisionKind::Accept);
        desk.decide(DecisionKind::Reject); // of an item that was not looked at yet
        QTRY_COMPARE(shown(), 1);
        QVERIFY(standing().endsWith("0 accept"));
    }

    /// More is learnt of the item while its answer is typed.
    void whatIsBeingTypedStays()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_E);
        type("gre");
        loadModel();
        QTRY_VERIFY(!state().item->suggestions.empty());
        window().desk().refreshQueue();
        type("en");
        key(Qt::Key_Return);
        QTRY_COMPARE(standing(), QString(R"(0 correct:{"answers":["green","cafe0","green"]})"));
    }

    void filtersCombineAndCount()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        for (const auto& [stroke, next] : {std::pair(Qt::Key_A, 1), std::pair(Qt::Key_R, 2), std::pair(Qt::Key_R, 3)}) {
            key(stroke);
            QTRY_COMPARE(shown(), next);
        }
        key(Qt::Key_F);
        QTRY_COMPARE(state().counts.flagged, std::size_t(1));
        QCOMPARE(choices("filterStanding"),
                 QStringList({"All items (7)", "Undecided (4)", "Decided (3)", "Accepted (1)", "Corrected (0)",
                              "Rejected (2)", "Unsure (0)", "In conflict (0)"}));
        QCOMPARE(choices("filterType"), QStringList({"Any type", "even (4)", "odd (3)"}));
        QVERIFY(choices("filterMarks").contains("Flagged (1)"));
        choose("filterStanding", "Rejected (2)");
        QTRY_COMPARE(queue(), QString("1 2"));
        choose("filterType", "even (4)");
        QTRY_COMPARE(queue(), QString("2"));
        QCOMPARE(textOf(window(), "queueCounts"), QString("1 of 7 items · 3 decided"));

        // By name.
        window().desk().nameFilter("bad evens");
        QTRY_COMPARE(state().filters.size(), std::size_t(1));
        auto* named = part<QToolButton>("namedFilters")->menu();
        Q_EMIT named->aboutToShow();
        named->actions().constLast()->trigger(); // all items
        QTRY_COMPARE(queue(), QString("0 1 2 3 4 5 6"));
        window().close();
        restart(file("p.vbsreview"));
        named = part<QToolButton>("namedFilters")->menu();
        Q_EMIT named->aboutToShow();
        QCOMPARE(named->actions().constFirst()->text(), QString("bad evens"));
        named->actions().constFirst()->trigger();
        QTRY_COMPARE(queue(), QString("2"));
        choose("filterMarks", "Flagged (1)"); // none is all of this
        QTRY_COMPARE(queue(), QString());
        QVERIFY(textOf(window(), "queueEmpty").contains("Choose another filter"));
    }

    void searchFindsWordsAndComments()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        key(Qt::Key_C);
        type("strange thing");
        key(Qt::Key_Return);
        QTRY_COMPARE(state().counts.commented, std::size_t(1));
        key(Qt::Key_F, Qt::ControlModifier);
        type("number 4"); // while it is typed
        QTRY_COMPARE(queue(), QString("4"));
        QVERIFY(part<QLineEdit>("queueSearch")->hasFocus());
        part<QLineEdit>("queueSearch")->selectAll();
        type("strange");
        key(Qt::Key_Return);
        QTRY_COMPARE(queue(), QString("0"));
        key(Qt::Key_Slash);
        key(Qt::Key_Escape); // no search
        QTRY_COMPARE(queue(), QString("0 1 2 3 4 5 6"));
    }

    void theQueueStaysWhileItemsAreDecided()
    {
        openQuestions();
        QTRY_COMPARE(shown(), 0);
        choose("filterStanding", "Undecided (7)");
        QTRY_VERIFY(state().filter.decided == false);
        window().canvas().view().setFocus();
        for (int i = 0; i < 3; ++i) {
            key(Qt::Key_A);
            QTRY_COMPARE(shown(), i + 1);
            QCOMPARE(queue(), QString("0 1 2 3 4 5 6"));
        }
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(queue(), QString("3 4 5 6"));
        QCOMPARE(shown(), 3);
        choose("queueOrder", "People disagree first");
        QTRY_COMPARE(queue(), QString("3 4 5 6")); // they do so equally
        QCOMPARE(state().order, QueueOrder::PeopleDisagree);
        choose("queueOrder", "Random");
        QTRY_COMPARE(state().order, QueueOrder::Random);
        QCOMPARE(state().queue.size(), std::size_t(4));
        QCOMPARE(shown(), 3);
    }
};

VBS_TEST_MAIN(ReviewFieldsTest)
#include "review_fields_test.moc"
