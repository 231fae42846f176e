#include "ui/review/export_review_dialog.h"

#include "core/base/json.h"
#include "core/review/predicted_result.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"

#include <QMessageBox>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class ExportReviewDialogTest : public QObject, private DialogParts {
    Q_OBJECT

    ChooserStub m_chooser;
    std::string m_where;

    /// Over a project of which one item is corrected and one rejected.
    std::unique_ptr<ExportReviewDialog> opened()
    {
        const auto store = openReviewProject(m_where);
        auto dialog =
            std::make_unique<ExportReviewDialog>(QString::fromStdString(m_where), store->project(), m_chooser);
        dialog->show();
        return dialog;
    }
    /// The model says "tea" to the first questions.
    void predict(std::uint32_t count) const
    {
        const auto store = openReviewProject(m_where);
        ReviewProject project = store->project();
        project.model = "model";
        store->setProject(project);
        PredictedResult result;
        result.answers = {{"tea", 0.75}};
        std::vector<Prediction> predictions;
        for (std::uint32_t item = 0; item < count; ++item)
            predictions.push_back({item, {}, 0.5, 0.25, 0, "tea", recordOf(result)});
        store->putPredictions("model", predictions);
    }
    std::string text(const char* name) const { return readTextFile(path(name)); }

private Q_SLOTS:
    void init()
    {
        QVERIFY(waitForBackground(std::chrono::seconds(30))); // on the files that go now
        fs::remove_all(path("set"));
        fs::remove(path("p.vbsreview"));
        m_chooser = {};
        m_where = project();
        const auto store = openReviewProject(m_where);
        store->add(act(2, DecisionKind::Correct, "ann", R"({"answers":["tea","cafe2","tea"]})"));
        store->add(act(3, DecisionKind::Reject));
    }

    void writes_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("questions");
        QTest::newRow("all") << QByteArray() << "7 items written, 1 of them changed, 0 left out." << 7;
        QTest::newRow("without rejected")
            << QByteArray("exportScope-without-rejected") << "6 items written, 1 of them changed, 1 left out." << 6;
        QTest::newRow("accepted") << QByteArray("exportScope-accepted")
                                  << "1 item written, 1 of them changed, 6 left out." << 1;
    }
    void writes()
    {
        QFETCH(QByteArray, scope);
        QFETCH(QString, says);
        QFETCH(int, questions);
        const std::string before = text("set/annotations.json");
        const auto dialog = opened();
        QCOMPARE(find<QLineEdit>(*dialog, "exportDataset")->text(), file("set/questions-reviewed.json"));
        QCOMPARE(find<QLineEdit>(*dialog, "exportAnnotations")->text(), file("set/annotations-reviewed.json"));
        QVERIFY(!find<QLineEdit>(*dialog, "exportChanges")->isEnabled());
        if (!scope.isEmpty())
            click(*dialog, scope);
        click(*dialog, "exportWrite");
        QVERIFY(find<QWidget>(*dialog, "jobProgress")->isVisible());
        QTRY_COMPARE(textOf(*dialog, "exportDone"), says);
        QVERIFY(!find<QWidget>(*dialog, "jobProgress")->isVisible());
        const Json written = parseJson(text("set/questions-reviewed.json"), "The questions");
        QCOMPARE(int(written.at("questions").size()), questions);
        QVERIFY(text("set/annotations-reviewed.json").find("tea") != std::string::npos);
        QCOMPARE(text("set/annotations.json"), before);
        QVERIFY(!fs::exists(path("set/questions-changes.csv")));
        click(*dialog, "exportShow");
        QCOMPARE(m_chooser.shown, file("set/questions-reviewed.json"));
    }

    void listsChanges_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("holds");
        QTest::newRow("table") << "set/list.csv"
                               << "item,verdict,before";
        QTest::newRow("JSON") << "set/list.json"
                              << "\"verdict\": \"rejected\"";
    }
    void listsChanges()
    {
        QFETCH(QString, name);
        QFETCH(QString, holds);
        const auto dialog = opened();
        click(*dialog, "exportWantsChanges");
        QCOMPARE(find<QLineEdit>(*dialog, "exportChanges")->text(), file("set/questions-changes.csv"));
        m_chooser.target = file(qPrintable(name));
        click(*dialog, "exportChangesChoose");
        QCOMPARE(m_chooser.filters.size(), 2);
        click(*dialog, "exportWrite");
        QTRY_COMPARE(textOf(*dialog, "exportDone"),
                     QString("7 items written, 1 of them changed, 0 left out. 2 changes are listed."));
        QVERIFY(text(qPrintable(name)).find(holds.toStdString()) != std::string::npos);
    }

    void writesAReport()
    {
        const auto dialog = opened();
        QVERIFY(!find<QLineEdit>(*dialog, "exportReport")->isEnabled());
        click(*dialog, "exportWantsReport");
        QCOMPARE(find<QLineEdit>(*dialog, "exportReport")->text(), file("set/questions-report.html"));
        m_chooser.target = file("set/page.html");
        click(*dialog, "exportReportChoose");
        QCOMPARE(m_chooser.filters, QStringList("Web page (*.html)"));
        click(*dialog, "exportWrite");
        QTRY_COMPARE(textOf(*dialog, "exportDone"),
                     QString("7 items written, 1 of them changed, 0 left out. The report is written."));
        const std::string page = text("set/page.html");
        QVERIFY(page.find("What is number 2?") != std::string::npos);
        QVERIFY(page.find("tea") != std::string::npos);
        QVERIFY(!fs::exists(path("set/questions-predictions.json")));
    }

    void writesTheModelsAnswers()
    {
        predict(5);
        const auto dialog = opened();
        QVERIFY(textOf(*dialog, "exportWhyNoPredictions").isEmpty());
        click(*dialog, "exportWantsPredictions");
        QCOMPARE(find<QLineEdit>(*dialog, "exportPredictions")->text(), file("set/questions-predictions.json"));
        type(*dialog, "exportPredictions", "answers.json"); // beside the data set
        click(*dialog, "exportWrite");
        QTRY_VERIFY(!textOf(*dialog, "exportDone").isEmpty());
        const QStringList lines = textOf(*dialog, "exportDone").split('\n');
        QCOMPARE(lines[0],
                 QString("7 items written, 1 of them changed, 0 left out. 5 results of the model are written."));
        QVERIFY2(lines[1].startsWith("2 of 7 items have no answer"), qPrintable(lines[1]));
        const Json answers = parseJson(text("set/answers.json"), "The answers");
        QCOMPARE(int(answers.size()), 5);
        QCOMPARE(answers[4].at("question_id").get<int>(), 1004);
        QCOMPARE(answers[4].at("answer").get<std::string>(), std::string("tea"));
    }

    void whereNoModelWasAskedThatIsSaid()
    {
        const auto dialog = opened();
        QVERIFY(!find<QAbstractButton>(*dialog, "exportWantsPredictions")->isEnabled());
        QVERIFY(!find<QLineEdit>(*dialog, "exportPredictions")->isVisible());
        QCOMPARE(textOf(*dialog, "exportWhyNoPredictions"), QString("No model was asked about the items yet."));
        click(*dialog, "exportWrite");
        QTRY_VERIFY(textOf(*dialog, "exportDone").startsWith("7 items"));
    }

    /// Nothing is written where a part of it cannot be.
    void answersThatCannotBeSaidAreToldBefore()
    {
        predict(0);
        const auto dialog = opened();
        click(*dialog, "exportWantsPredictions");
        click(*dialog, "exportWantsReport");
        click(*dialog, "exportWrite");
        QTRY_COMPARE(textOf(*dialog, "exportProblem"), QString("No model was asked about the project's items yet."));
        for (const char* name : {"set/questions-reviewed.json", "set/questions-report.html"})
            QVERIFY2(!fs::exists(path(name)), name);
        click(*dialog, "exportWantsPredictions"); // the way out
        QVERIFY(textOf(*dialog, "exportProblem").isEmpty());
        click(*dialog, "exportWrite");
        QTRY_VERIFY(textOf(*dialog, "exportDone").endsWith("The report is written."));
    }

    void whatIsWantedNeedsAPlace_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"Changes", "Report", "Predictions"})
            QTest::newRow(name) << QByteArray(name);
    }
    void whatIsWantedNeedsAPlace()
    {
        QFETCH(QByteArray, name);
        predict(7);
        const auto dialog = opened();
        const auto* write = find<QPushButton>(*dialog, "exportWrite");
        click(*dialog, "exportWants" + name);
        QVERIFY(write->isEnabled());
        type(*dialog, "export" + name, {});
        QVERIFY(!write->isEnabled());
        click(*dialog, "exportWants" + name);
        QVERIFY(write->isEnabled());
    }

    void replacesNothingUnasked()
    {
        write("set/questions-reviewed.json", "precious");
        const auto dialog = opened();
        click(*dialog, "exportWrite");
        QTRY_VERIFY(dialog->findChild<QMessageBox*>("exportReplaceQuestion"));
        auto* question = dialog->findChild<QMessageBox*>("exportReplaceQuestion");
        QVERIFY(question->text().contains("questions-reviewed.json"));
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!dialog->findChild<QMessageBox*>("exportReplaceQuestion"));
        QCOMPARE(text("set/questions-reviewed.json"), std::string("precious"));
        click(*dialog, "exportWrite");
        QTRY_VERIFY(dialog->findChild<QMessageBox*>("exportReplaceQuestion"));
        click(*dialog, "exportReplace");
        QTRY_VERIFY(textOf(*dialog, "exportDone").startsWith("7 items"));
        QVERIFY(text("set/questions-reviewed.json") != "precious");
    }

    void whatTheSystemAskedAboutIsNotAskedAgain()
    {
        write("set/other.json", "precious");
        const auto dialog = opened();
        m_chooser.target = file("set/other.json");
        click(*dialog, "exportDatasetChoose");
        QCOMPARE(m_chooser.proposed, file("set/questions-reviewed.json"));
        click(*dialog, "exportWrite");
        QTRY_VERIFY(textOf(*dialog, "exportDone").startsWith("7 items"));
        QVERIFY(text("set/other.json") != "precious");
    }

    void problemsAreSentences_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("says");
        QTest::newRow("the data set") << "questions.json"
                                      << "is the data set itself";
        QTest::newRow("the project") << "../p.vbsreview"
                                     << "is the review project itself";
        QTest::newRow("twice") << "annotations-reviewed.json"
                               << "named twice";
        QTest::newRow("no place") << "questions.json/x.json"
                                  << "questions.json";
    }
    void problemsAreSentences()
    {
        QFETCH(QString, target);
        QFETCH(QString, says);
        const std::string before = text("set/questions.json");
        const auto dialog = opened();
        type(*dialog, "exportDataset", target);
        click(*dialog, "exportWrite");
        QTRY_VERIFY2(textOf(*dialog, "exportProblem").contains(says), qPrintable(textOf(*dialog, "exportProblem")));
        QCOMPARE(text("set/questions.json"), before);
        QVERIFY(find<QPushButton>(*dialog, "exportWrite")->isEnabled());
        type(*dialog, "exportDataset", {});
        QVERIFY(textOf(*dialog, "exportProblem").isEmpty());
        QVERIFY(!find<QPushButton>(*dialog, "exportWrite")->isEnabled());
    }

    void aChangedSourceIsSaid()
    {
        const auto dialog = opened();
        write("set/annotations.json", text("set/annotations.json") + " ");
        click(*dialog, "exportWrite");
        QTRY_VERIFY(textOf(*dialog, "exportProblem").contains("annotations.json"));
        QVERIFY(!fs::exists(path("set/questions-reviewed.json")));
    }

    void cancels()
    {
        const auto dialog = opened();
        click(*dialog, "exportWrite");
        QTest::keyClick(dialog.get(), Qt::Key_Escape); // stops it before it writes
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(textOf(*dialog, "exportProblem").startsWith("Cancelled"));
        QVERIFY(!fs::exists(path("set/questions-reviewed.json")));
        QTest::keyClick(dialog.get(), Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void aDataSetOfOneFileHasOneTarget()
    {
        const auto store = openReviewProject(m_where);
        ReviewProject project = store->project();
        project.files.annotations.clear();
        const ExportReviewDialog dialog(QString::fromStdString(m_where), project, m_chooser);
        QVERIFY(find<QLineEdit>(dialog, "exportDataset")->isVisibleTo(&dialog));
        QVERIFY(!find<QLineEdit>(dialog, "exportAnnotations")->isVisibleTo(&dialog));
        QVERIFY(find<QPushButton>(dialog, "exportWrite")->isEnabled());
    }
};

VBS_TEST_MAIN(ExportReviewDialogTest)
#include "export_review_dialog_test.moc"
