#include "ui/review/new_review_dialog.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class NewReviewDialogTest : public QObject, private DialogParts {
    Q_OBJECT

    ChooserStub m_chooser;

    /// The user chooses the data set's file.
    void chooseDataset(const NewReviewDialog& dialog)
    {
        m_chooser.pictures = {file("set/questions.json")};
        click(dialog, "reviewDatasetFile");
    }
    static bool isReady(const NewReviewDialog& dialog)
    {
        return find<QPushButton>(dialog, "newReviewCreate")->isEnabled();
    }

private Q_SLOTS:
    void init() { fs::remove_all(path("set")); }

    void showsWhatADataSetHolds()
    {
        dataset();
        NewReviewDialog dialog(m_chooser, file(""));
        dialog.show();
        QVERIFY(textOf(dialog, "datasetSentence").contains("NLVR2"));
        QVERIFY(!isReady(dialog));
        chooseDataset(dialog);
        QCOMPARE(m_chooser.startFolder, file(""));
        QTRY_VERIFY(isReady(dialog));
        QCOMPARE(textOf(dialog, "datasetHead"), QString("VQA v2: 7 items about 3 pictures"));
        QVERIFY(textOf(dialog, "datasetFaultsHead").startsWith("3 items can be reviewed as text only"));
        const auto* faults = find<QListWidget>(dialog, "datasetFaults");
        QCOMPARE(faults->count(), 3);
        QVERIFY(faults->item(0)->text().startsWith("1003: "));
        QCOMPARE(textOf(dialog, "datasetFirstText"), QString("What is number 0?"));
        QCOMPARE(textOf(dialog, "datasetFirstTruth"), QString::fromUtf8("Annotated: café (2 of 3)"));
        QTRY_VERIFY(!find<QLabel>(dialog, "datasetPicture")->pixmap().isNull());
        // What lies beside it was found.
        QCOMPARE(find<QLineEdit>(dialog, "reviewAnnotations")->text(), file("set/annotations.json"));
        QCOMPARE(find<QLineEdit>(dialog, "reviewImages")->text(), file("set/images"));
        QCOMPARE(find<QLineEdit>(dialog, "reviewName")->text(), QString("questions"));
        QCOMPARE(find<QLineEdit>(dialog, "reviewWhere")->text(), file("set/questions.vbsreview"));
    }

    void fitsASmallScreen()
    {
        dataset();
        NewReviewDialog dialog(m_chooser, file(""));
        dialog.show();
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        QVERIFY2(dialog.height() <= 700 && dialog.minimumSizeHint().height() <= 700,
                 qPrintable(QString::number(dialog.minimumSizeHint().height())));
    }

    void makesTheProject()
    {
        dataset();
        NewReviewDialog dialog(m_chooser, file(""));
        const QSignalSpy created(&dialog, &NewReviewDialog::created);
        dialog.show();
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        type(dialog, "reviewName", "My review");
        QCOMPARE(find<QLineEdit>(dialog, "reviewWhere")->text(), file("set/My review.vbsreview"));
        QTest::keyClick(find<QSpinBox>(dialog, "reviewReviewers"), Qt::Key_Up);
        click(dialog, "newReviewCreate");
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created[0][0].toString(), file("set/My review.vbsreview"));
        QVERIFY(!dialog.isVisible());
        const auto store = openReviewProject(path("set/My review.vbsreview").string());
        QCOMPARE(store->count(), std::size_t(7));
        QCOMPARE(store->project().name, std::string("My review"));
        QCOMPARE(store->project().reviewersWanted, 2);
        QCOMPARE(store->project().files.images, path("set/images"));
    }

    void aTypedFileGetsItsSuffixAndFolder()
    {
        dataset();
        NewReviewDialog dialog(m_chooser, file(""));
        const QSignalSpy created(&dialog, &NewReviewDialog::created);
        dialog.show();
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        type(dialog, "reviewWhere", "mine");
        QTest::keyClick(find<QLineEdit>(dialog, "reviewWhere"), Qt::Key_Return);
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created[0][0].toString(), file("set/mine.vbsreview"));
        QVERIFY(fs::exists(path("set/mine.vbsreview")));
    }

    void problemsAreSentences_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("says");
        QTest::newRow("exists") << "taken.vbsreview"
                                << "exists already";
        QTest::newRow("no folder") << "nowhere/p.vbsreview"
                                   << "nowhere";
        QTest::newRow("no address") << "postgresql://host/only"
                                    << "A database and a project are needed";
    }
    void problemsAreSentences()
    {
        QFETCH(QString, where);
        QFETCH(QString, says);
        dataset();
        write("set/taken.vbsreview", "something else");
        NewReviewDialog dialog(m_chooser, file(""));
        dialog.show();
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        type(dialog, "reviewWhere", where);
        click(dialog, "newReviewCreate");
        QTRY_VERIFY2(textOf(dialog, "newReviewProblem").contains(says), qPrintable(textOf(dialog, "newReviewProblem")));
        QVERIFY(!textOf(dialog, "newReviewProblem").contains('\n'));
        QVERIFY(dialog.isVisible() && isReady(dialog));
        QCOMPARE(readTextFile(path("set/taken.vbsreview")), std::string("something else"));
        type(dialog, "reviewWhere", "free");
        QVERIFY(textOf(dialog, "newReviewProblem").isEmpty());
    }

    void aTypedPathIsLookedAt()
    {
        dataset();
        NewReviewDialog dialog(m_chooser, file(""));
        dialog.show();
        type(dialog, "reviewDataset", file("set/none.json"));
        QTRY_VERIFY(textOf(dialog, "datasetSentence").contains("does not exist"));
        QVERIFY(!isReady(dialog));
        type(dialog, "reviewDataset", file("set/questions.json"));
        QVERIFY(!isReady(dialog));
        QTRY_VERIFY(isReady(dialog));
        type(dialog, "reviewAnnotations", file("set/none.json"));
        QVERIFY(!isReady(dialog));
        QTRY_VERIFY(textOf(dialog, "datasetSentence").contains("none.json"));
        type(dialog, "reviewDataset", {});
        QVERIFY(textOf(dialog, "datasetSentence").contains("NLVR2"));
    }

    void theLastPathCounts()
    {
        dataset();
        writeQuestions(path("large"), 3000);
        NewReviewDialog dialog(m_chooser, file(""));
        dialog.show();
        m_chooser.pictures = {file("large/questions.json")};
        click(dialog, "reviewDatasetFile");
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        QVERIFY(textOf(dialog, "datasetHead").contains("7 items"));
        QCOMPARE(find<QLineEdit>(dialog, "reviewWhere")->text(), file("set/questions.vbsreview"));
    }

    void cancelLeavesNothingBehind()
    {
        dataset(20'000);
        NewReviewDialog dialog(m_chooser, file(""));
        const QSignalSpy created(&dialog, &NewReviewDialog::created);
        dialog.show();
        chooseDataset(dialog);
        QTRY_VERIFY(isReady(dialog));
        click(dialog, "newReviewCreate");
        QVERIFY(find<QWidget>(dialog, "jobProgress")->isVisible());
        QVERIFY(!find<QLineEdit>(dialog, "reviewName")->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QTRY_VERIFY(isReady(dialog));
        QVERIFY(created.isEmpty() && !find<QWidget>(dialog, "jobProgress")->isVisible());
        for (const auto& entry : fs::directory_iterator(path("set")))
            QVERIFY2(entry.path().string().find("vbsreview") == std::string::npos, entry.path().c_str());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }
};

VBS_TEST_MAIN(NewReviewDialogTest)
#include "new_review_dialog_test.moc"
