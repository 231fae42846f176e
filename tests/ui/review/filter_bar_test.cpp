#include "ui/review/filter_bar.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/desk_parts.h"

#include <QComboBox>
#include <QMenu>
#include <QToolButton>

using namespace vbs;
using namespace vbs::test;

/// Ten questions: 0 accepted, 1 corrected, 2 rejected, 3 unsure; 4 flagged, 5 with a comment, 6 and 7 tagged; bob
/// decided 2. The model was asked about the first four, and is right about two.
class FilterBarTest : public QObject, private DeskParts {
    Q_OBJECT

    std::string m_where;
    std::unique_ptr<FilterBar> m_bar;

    QComboBox* chooser(const QByteArray& name) const { return m_bar->findChild<QComboBox*>(name); }
    /// By keys, as nobody sees: the one whose text begins so.
    void choose(const QByteArray& name, const QString& begins) const
    {
        QComboBox* box = chooser(name);
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && !box->currentText().startsWith(begins); ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QVERIFY2(box->currentText().startsWith(begins), qPrintable(box->currentText()));
    }
    QStringList texts(const QByteArray& name) const
    {
        QStringList all;
        for (int i = 0; i < chooser(name)->count(); ++i)
            all << chooser(name)->itemText(i);
        return all;
    }
    QList<int> shown() const
    {
        QList<int> numbers;
        for (const std::uint32_t number : desk->state().queue)
            numbers << int(number);
        std::ranges::sort(numbers);
        return numbers;
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(StoreThread::waitForLeft(std::chrono::seconds(30))); // on the file that goes now
        std::filesystem::remove(path("p.vbsreview"));
        m_where = project(10);
        std::vector<Prediction> said = predictions(0, 2, "café", 1);
        for (const Prediction& wrong : predictions(2, 2, "tea", 0))
            said.push_back(wrong);
        store(m_where, said);
        const auto open = openReviewProject(m_where);
        open->add(act(0, DecisionKind::Accept));
        open->add(act(1, DecisionKind::Correct, "ann", R"({"answers":["tea","cafe1","tea"]})"));
        open->add(act(2, DecisionKind::Reject, "bob"));
        open->add(act(3, DecisionKind::Unsure));
        open->add(act(4, DecisionKind::Flag));
        open->add(act(5, DecisionKind::Comment, "ann", "Look"));
        open->add(act(6, DecisionKind::Tag, "ann", "later"));
        open->add(act(7, DecisionKind::Tag, "ann", "R&D (2)"));
        makeDesk();
        m_bar = std::make_unique<FilterBar>(*desk);
        m_bar->show();
        openDesk(m_where);
    }
    void cleanup()
    {
        m_bar.reset();
        desk.reset();
    }

    void eachChoiceSetsWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("items");
        const QList<int> all{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        QTest::newRow("all") << QByteArray("filterStanding") << "All items (10)" << all;
        QTest::newRow("undecided") << QByteArray("filterStanding") << "Undecided (6)" << QList<int>{4, 5, 6, 7, 8, 9};
        QTest::newRow("decided") << QByteArray("filterStanding") << "Decided (4)" << QList<int>{0, 1, 2, 3};
        QTest::newRow("accepted") << QByteArray("filterStanding") << "Accepted (2)" << QList<int>{0, 1};
        QTest::newRow("corrected") << QByteArray("filterStanding") << "Corrected (1)" << QList<int>{1};
        QTest::newRow("rejected") << QByteArray("filterStanding") << "Rejected (1)" << QList<int>{2};
        QTest::newRow("unsure") << QByteArray("filterStanding") << "Unsure (1)" << QList<int>{3};
        QTest::newRow("conflict") << QByteArray("filterStanding") << "In conflict (0)" << QList<int>{};
        QTest::newRow("any model") << QByteArray("filterModel") << "Model: any" << all;
        QTest::newRow("wrong") << QByteArray("filterModel") << "Model is wrong (2)" << QList<int>{2, 3};
        QTest::newRow("right") << QByteArray("filterModel") << "Model is right (2)" << QList<int>{0, 1};
        QTest::newRow("disagree") << QByteArray("filterModel") << "People disagree (10)" << all;
        QTest::newRow("any type") << QByteArray("filterType") << "Any type" << all;
        QTest::newRow("even") << QByteArray("filterType") << "even (5)" << QList<int>{0, 2, 4, 6, 8};
        QTest::newRow("odd") << QByteArray("filterType") << "odd (5)" << QList<int>{1, 3, 5, 7, 9};
        QTest::newRow("any mark") << QByteArray("filterMarks") << "Marks: any" << all;
        QTest::newRow("flagged") << QByteArray("filterMarks") << "Flagged (1)" << QList<int>{4};
        QTest::newRow("comments") << QByteArray("filterMarks") << "With comments (1)" << QList<int>{5};
        QTest::newRow("faults") << QByteArray("filterMarks") << "With faults (4)" << QList<int>{3, 4, 5, 9};
        QTest::newRow("tag") << QByteArray("filterMarks") << "Tag later (1)" << QList<int>{6};
        QTest::newRow("odd tag") << QByteArray("filterMarks") << "Tag R&D (2) (1)" << QList<int>{7};
        QTest::newRow("anybody") << QByteArray("filterWho") << "Anybody" << all;
        QTest::newRow("ann") << QByteArray("filterWho") << "ann (3)" << QList<int>{0, 1, 3};
        QTest::newRow("bob") << QByteArray("filterWho") << "bob (1)" << QList<int>{2};
    }
    void eachChoiceSetsWhatItSays()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, text);
        QFETCH(QList<int>, items);
        QVERIFY2(texts(name).contains(text), qPrintable(texts(name).join(", ")));
        choose(name, text);
        QCOMPARE(shown(), items);
        QCOMPARE(chooser(name)->currentText(), text);
        for (const char* other : {"filterStanding", "filterModel", "filterType", "filterMarks", "filterWho"})
            QVERIFY2(other == name || chooser(other)->currentIndex() == 0, other);
    }

    void choicesCombine()
    {
        choose("filterStanding", "Decided");
        choose("filterModel", "Model is right");
        QCOMPARE(shown(), QList<int>({0, 1}));
        choose("filterType", "odd");
        QCOMPARE(shown(), QList<int>({1}));
        choose("filterWho", "ann");
        QCOMPARE(shown(), QList<int>({1}));
        choose("filterWho", "bob");
        QCOMPARE(shown(), QList<int>());
        choose("filterModel", "Model: any");
        choose("filterType", "Any type");
        QCOMPARE(shown(), QList<int>({2}));
        choose("filterStanding", "All");
        choose("filterWho", "Anybody");
        QVERIFY(desk->state().filter.empty());
    }

    /// A search goes on while other choices are made.
    void wordsStay()
    {
        ReviewFilter filter;
        filter.words = "look";
        desk->setFilter(filter);
        QTRY_COMPARE(shown(), QList<int>({5}));
        choose("filterType", "even");
        QTRY_COMPARE(shown(), QList<int>());
        QCOMPARE(desk->state().filter.words, std::string("look"));
    }

    void countsFollow()
    {
        desk->choose(8);
        QTRY_VERIFY(desk->state().item->item.number == 8);
        desk->decide(DecisionKind::Reject);
        QTRY_VERIFY2(texts("filterStanding").contains("Rejected (2)"), qPrintable(texts("filterStanding").join(' ')));
        QVERIFY(texts("filterStanding").contains("Undecided (5)"));
        QVERIFY(texts("filterWho").contains("ann (4)"));
    }

    /// A filter by name may be what no choice says; then none is shown as chosen.
    void whatNoChoiceSaysIsNotSaid_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("record");
        QTest::newRow("standing") << QByteArray("filterStanding") << R"({"decided":true,"conflict":false})";
        QTest::newRow("model") << QByteArray("filterModel") << R"({"model_right":true,"people_disagree":true})";
        QTest::newRow("marks") << QByteArray("filterMarks") << R"({"flagged":true,"tag":"later"})";
    }
    void whatNoChoiceSaysIsNotSaid()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, record);
        desk->setFilter(reviewFilterOfRecord(parseJson(record.toStdString(), "the filter")));
        QCOMPARE(chooser(name)->currentIndex(), -1);
        QCOMPARE(chooser(name)->placeholderText(), QString("Combined"));
        choose(name, chooser(name)->itemText(0));
        QVERIFY(desk->state().filter.empty());
    }

    /// What the filter names stays a choice, so that one sees why the queue is empty.
    void whatIsGoneIsStillSaid()
    {
        ReviewFilter filter;
        filter.tag = "gone";
        filter.type = "gone, too";
        filter.reviewer = "cleo";
        desk->setFilter(filter);
        QCOMPARE(chooser("filterMarks")->currentText(), QString("Tag gone (0)"));
        QCOMPARE(chooser("filterType")->currentText(), QString("gone, too (0)"));
        QCOMPARE(chooser("filterWho")->currentText(), QString("cleo (0)"));
        choose("filterMarks", "Marks: any");
        QVERIFY(!texts("filterMarks").contains("Tag gone (0)"));
    }

    void filtersHaveNames()
    {
        choose("filterStanding", "Rejected");
        desk->nameFilter("All && sundry");
        QTRY_COMPARE(int(desk->state().filters.size()), 1);
        desk->setFilter({});
        QMenu* menu = m_bar->named()->menu();
        menu->popup({});
        QVERIFY2(menu->actions().at(0)->text().contains("sundry"), qPrintable(menu->actions().at(0)->text()));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(shown(), QList<int>({2}));
        QVERIFY(chooser("filterStanding")->currentText().startsWith("Rejected"));
    }
};

VBS_TEST_MAIN(FilterBarTest)
#include "filter_bar_test.moc"
