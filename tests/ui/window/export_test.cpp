#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"
#include "ui/workbench/region_text.h"

#include <QClipboard>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

/// Answers written to files.
class ExportTest : public QObject {
    Q_OBJECT

    static void ask(TaskFixture& f)
    {
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
    }

    static QByteArray written(TaskFixture& f, const char* action, const QString& name)
    {
        f.chooser->target = f.path(name);
        f.action(action)->trigger();
        if (!QTest::qWaitFor([&] { return f.message().contains(name); }, 60000))
            return "nothing: " + f.message().toUtf8();
        QFile file(f.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file: " + f.message().toUtf8());
    }

private Q_SLOTS:
    void nothingToExport()
    {
        TaskFixture f;
        f.openWithPicture();
        for (const char* action : {"export-picture", "export-result", "export-history"})
            QVERIFY(!f.action(action)->isEnabled());
    }

    void picture()
    {
        TaskFixture f;
        ask(f);
        f.chooser->target.clear();
        f.action("export-picture")->trigger(); // cancelled
        QVERIFY(f.message().isEmpty());
        QVERIFY(f.chooser->proposed.endsWith("/picture-answered.png"));
        QCOMPARE(f.chooser->filters.size(), 2);
        QImage image;
        QVERIFY(image.loadFromData(written(f, "export-picture", "out.png")));
        QVERIFY(image.width() > 320);
        const QByteArray svg = written(f, "export-picture", "out.svg");
        QVERIFY2(svg.contains("<svg") && svg.contains("what?"), svg.left(200));
    }

    void result()
    {
        TaskFixture f;
        ask(f);
        const QJsonObject json = QJsonDocument::fromJson(written(f, "export-result", "out.json")).object();
        QVERIFY(f.chooser->proposed.endsWith("/picture-answer.json")); // picture.json may be the picture's annotation
        QCOMPARE(f.chooser->title, QString("Export the Answer as JSON or CSV"));
        QCOMPARE(json["task"].toString(), QString("vqa"));
        QCOMPARE(json["question"].toString(), QString("what?"));
        QCOMPARE(json["pictures"][0]["name"].toString(), QString("picture.png"));
        QCOMPARE(json["pictures"][0]["pixels_sha256"].toString().size(), 64);
        QCOMPARE(json["pack"]["title"].toString(), QString("Scripted pack"));
        QVERIFY(!json["program"]["version"].toString().isEmpty());
        QVERIFY(QDateTime::fromString(json["date"].toString(), Qt::ISODate).isValid());
        const QByteArray csv = written(f, "export-result", "out.csv");
        QVERIFY2(csv.contains("picture.png,,vqa,what?,,1,red,0.9"), csv);
    }

    void historyOfEveryTask()
    {
        TaskFixture f;
        ask(f);
        f.choose(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are <red>.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        f.choose(Task::RegionToPhrase);
        f.enter("findText", "[the square]");
        QTRY_COMPARE(f.state().history.size(), std::size_t(3));
        QVERIFY(QFile::remove(f.path("right.png"))); // its entry goes without
        const QByteArray html = written(f, "export-history", "out.html");
        QVERIFY2(html.contains("what?") && html.contains("Both are &lt;red&gt;.") && html.contains("the square"),
                 html.left(300));
        QVERIFY(html.indexOf("the square") < html.indexOf("what?")); // the latest first
        QVERIFY(html.contains("picture.png \xC2\xB7 right.png \xC2\xB7 "));
        QCOMPARE(html.count("Scripted pack"), 3);
        QCOMPARE(html.count("data:image/"), 1); // once, though three cards are about it
        QVERIFY(html.contains(regionCountText(f.state().left).toUtf8() + " \xC2\xB7 "));
        const QByteArray csv = written(f, "export-history", "out.csv");
        QVERIFY2(csv.contains("picture.png,right.png,nlvr,Both are <red>."), csv);
    }

    void whatWasWrittenIsShownInItsFolder()
    {
        TaskFixture f;
        ask(f);
        QVERIFY(!f.action("show-exported")->isEnabled());
        QVERIFY(written(f, "export-result", "out.json").startsWith("{"));
        auto* button = f.find<QPushButton>("messageAction");
        QCOMPARE(button->text(), QString("Show in Folder"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(f.chooser->shown, f.path("out.json"));
        QVERIFY(f.action("show-exported")->isEnabled());
    }

    void missingFoldersAreNotMade()
    {
        TaskFixture f;
        ask(f);
        f.chooser->target = f.path("not/there/out.json");
        f.action("export-result")->trigger();
        QTRY_VERIFY2(f.message().startsWith("There is no folder "), qPrintable(f.message()));
        QVERIFY(!QFile::exists(f.path("not")));
    }

    void copiesTheAnswer_data()
    {
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("copied");
        QTest::newRow("ask") << Task::VisualQuestionAnswering << "question"
                             << "what?"
                             << "what?\nred (90 %)";
        QTest::newRow("find") << Task::RegionToPhrase << "findText"
                              << "[the square]"
                              << "[the square]\nthe square: ";
    }
    void copiesTheAnswer()
    {
        QFETCH(Task, task);
        QFETCH(QString, edit);
        QFETCH(QString, text);
        QFETCH(QString, copied);
        TaskFixture f;
        f.openTask(task);
        QVERIFY(!f.action("copy-answer")->isEnabled());
        f.enter(qPrintable(edit), text);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.view().setFocus();
        f.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().startsWith(copied), qPrintable(QApplication::clipboard()->text()));
    }

    /// In a text field the same keys copy what is marked there.
    void textFieldsCopyTheirText()
    {
        TaskFixture f;
        ask(f);
        f.question()->setFocus();
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QString("what?"));
    }

    void copiesThePicture()
    {
        TaskFixture f;
        ask(f);
        f.view().setFocus();
        f.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QImage marked = QApplication::clipboard()->image();
        QCOMPARE(marked.size(), QSize(960, 720)); // small pictures are enlarged, so that names fit
        f.action("boxes")->trigger();
        f.action("heatmap")->trigger();
        f.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QImage plain = QApplication::clipboard()->image();
        QVERIFY(plain != marked);
        QCOMPARE(plain.pixelColor(480, 360), QColor(Qt::darkCyan));
    }

    void whatCannotBeWritten()
    {
        TaskFixture f;
        ask(f);
        QVERIFY(written(f, "export-result", "out.txt").startsWith("no file"));
        QVERIFY(f.message().contains(".json or .csv"));
    }
};

VBS_TEST_MAIN(ExportTest)
#include "export_test.moc"
