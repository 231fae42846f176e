#include "ui/review/carry_over_dialog.h"

#include "core/base/json.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/review/carry_text.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

/// Seven questions, 1000 … 1006; then 1000 is gone, 1001 asks something else, 1002 has the answers that ann gave it,
/// and 1007 is new.
class CarryOverDialogTest : public QObject, private DialogParts {
    Q_OBJECT

    ChooserStub m_chooser;
    std::string m_where;

    void changeDataset() const
    {
        const DatasetFiles files = writeQuestions(path("set"), 8);
        OrderedJson questions = parseOrderedJson(readTextFile(files.dataset), "questions");
        questions["questions"][1]["question"] = "Which?";
        questions["questions"].erase(0);
        writeFileAtomically(files.dataset, jsonText(questions));
        OrderedJson annotations = parseOrderedJson(readTextFile(files.annotations), "annotations");
        annotations["annotations"][2]["answers"][1]["answer"] = "tea";
        writeFileAtomically(files.annotations, jsonText(annotations));
    }
    std::unique_ptr<CarryOverDialog> opened()
    {
        auto dialog = std::make_unique<CarryOverDialog>(QString::fromStdString(m_where), "eve", m_chooser);
        dialog->show();
        return dialog;
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(waitForBackground(std::chrono::seconds(30))); // on the files that go now
        for (const char* name : {"set", "p.vbsreview", "p-2.vbsreview", "mine.vbsreview"})
            fs::remove_all(path(name));
        m_chooser = {};
        m_where = project();
        const auto store = openReviewProject(m_where);
        store->add(act(0, DecisionKind::Accept));
        store->add(act(1, DecisionKind::Reject));
        store->add(act(2, DecisionKind::Correct, "ann", R"({"answers":["café","tea","café"]})"));
        store->add(act(5, DecisionKind::Accept));
        changeDataset();
    }

    void carriesOver()
    {
        const auto dialog = opened();
        const QSignalSpy carried(dialog.get(), &CarryOverDialog::carried);
        QCOMPARE(find<QLineEdit>(*dialog, "carryTo")->text(), file("p-2.vbsreview"));
        QVERIFY(textOf(*dialog, "carryReport").isEmpty());
        click(*dialog, "carryStart");
        QVERIFY(find<QWidget>(*dialog, "jobProgress")->isVisible());
        QVERIFY(!find<QPushButton>(*dialog, "carryStart")->isEnabled());
        QTRY_COMPARE(carried.count(), 1);
        QCOMPARE(carried.first().at(0).toString(), file("p-2.vbsreview"));
        QCOMPARE(textOf(*dialog, "carryReport"),
                 QString("The new project has 7 items, 4 of them as they were. 1 is now as its reviewers had corrected "
                         "it, and stays accepted. 1 has changed: it is undecided again, with the tag “data set "
                         "changed”. 1 is new. 1 is gone. 1 act on an item that is gone is in the old project only."));
        QCOMPARE(find<QPlainTextEdit>(*dialog, "carryItems")->toPlainText().split('\n'),
                 QStringList({"Changed, and undecided again:", "    1001 (was rejected): text",
                              "As their reviewers had corrected them:", "    1002 (was accepted): answers",
                              "New:", "    1007", "Gone:", "    1000 (was accepted)"}));
        const auto made = openReviewProject(path("p-2.vbsreview").string());
        QCOMPARE(made->count(), std::size_t(7));
        QCOMPARE(made->decisions().back().reviewer, std::string("eve"));
        QCOMPARE(openReviewProject(m_where)->decisions().size(), std::size_t(4));
        QVERIFY(dialog->isVisible());
        const auto* close = find<QPushButton>(*dialog, "carryCancel");
        QVERIFY(find<QWidget>(*dialog, "carryItems")->geometry().bottom() < close->geometry().top());
        QVERIFY(dialog->rect().contains(close->geometry()));
        QTest::keyClick(dialog.get(), Qt::Key_Return); // Close has the focus
        QVERIFY(!dialog->isVisible());
    }

    void theNewPlaceIsTheUsers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("name") << "mine";
        QTest::newRow("file") << "mine.vbsreview";
        QTest::newRow("path") << path("mine.vbsreview").c_str();
    }
    void theNewPlaceIsTheUsers()
    {
        QFETCH(QString, typed);
        const auto dialog = opened();
        const QSignalSpy carried(dialog.get(), &CarryOverDialog::carried);
        type(*dialog, "carryTo", typed);
        QTest::keyClick(find<QLineEdit>(*dialog, "carryTo"), Qt::Key_Return);
        QTRY_COMPARE(carried.count(), 1);
        QCOMPARE(carried.first().at(0).toString(), file("mine.vbsreview"));
    }

    void theNewPlaceIsChosen()
    {
        const auto dialog = opened();
        m_chooser.target = file("mine.vbsreview");
        click(*dialog, "carryToFile");
        QCOMPARE(m_chooser.proposed, file("p-2.vbsreview"));
        QCOMPARE(find<QLineEdit>(*dialog, "carryTo")->text(), file("mine.vbsreview"));
        type(*dialog, "carryTo", {});
        QVERIFY(!find<QPushButton>(*dialog, "carryStart")->isEnabled());
    }

    void problemsAreSentences_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("the old one") << "p.vbsreview"
                                     << "exists already";
        QTest::newRow("no folder") << "set/questions.json/new"
                                   << "questions.json";
        QTest::newRow("no address") << "postgresql://nowhere"
                                    << "The form is postgresql://";
    }
    void problemsAreSentences()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto dialog = opened();
        const QSignalSpy carried(dialog.get(), &CarryOverDialog::carried);
        type(*dialog, "carryTo", typed);
        click(*dialog, "carryStart");
        QTRY_VERIFY2(textOf(*dialog, "carryProblem").contains(says), qPrintable(textOf(*dialog, "carryProblem")));
        QVERIFY(find<QPushButton>(*dialog, "carryStart")->isEnabled());
        QVERIFY(find<QLineEdit>(*dialog, "carryTo")->isEnabled());
        QCOMPARE(openReviewProject(m_where)->decisions().size(), std::size_t(4));
        type(*dialog, "carryTo", "mine");
        QVERIFY(textOf(*dialog, "carryProblem").isEmpty());
        click(*dialog, "carryStart");
        QTRY_COMPARE(carried.count(), 1);
    }

    void cancels()
    {
        const auto dialog = opened();
        click(*dialog, "carryStart");
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(textOf(*dialog, "carryProblem").startsWith("Cancelled"));
        QVERIFY(!fs::exists(path("p-2.vbsreview")));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void proposesPlaces_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("next");
        QTest::newRow("file") << "/a/p.vbsreview"
                              << "/a/p-2.vbsreview";
        QTest::newRow("carried over before") << "/a/p-2.vbsreview"
                                             << "/a/p-3.vbsreview";
        QTest::newRow("nine") << "/a/p-9.vbsreview"
                              << "/a/p-10.vbsreview";
        QTest::newRow("a year") << "/a/p 2024.vbsreview"
                                << "/a/p 2024-2.vbsreview";
        QTest::newRow("server") << "postgresql://ann@host/db/p"
                                << "postgresql://ann@host/db/p-2";
        QTest::newRow("server with options") << "postgresql:///db/p-2?host=/run/pg&port=5433"
                                             << "postgresql:///db/p-3?host=/run/pg&port=5433";
    }
    void proposesPlaces()
    {
        QFETCH(QString, where);
        QFETCH(QString, next);
        QCOMPARE(proposedCarryPath(where), next);
    }

    void longListsAreCut()
    {
        CarryReport report;
        report.came = std::vector<std::string>(1234, "x");
        const QStringList lines = carriedItemsText(report).split('\n');
        QCOMPARE(lines.size(), 1002);
        QCOMPARE(lines.last(), QString("    and 234 more"));
        QVERIFY(carriedText(report).contains("1,234 are new."));
        QVERIFY(carriedItemsText({}).isEmpty());
    }
};

VBS_TEST_MAIN(CarryOverDialogTest)
#include "carry_over_dialog_test.moc"
