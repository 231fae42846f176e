#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

/// Cards whose pictures are not where they were.
class LostPicturesTest : public QObject {
    Q_OBJECT

    static void ask(TaskFixture& f, const QString& text, std::size_t cards)
    {
        f.question()->clear();
        f.type(text);
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), cards);
    }

    /// Two cards about one picture, in the next run of the program; the picture has another place.
    static void losePicture(TaskFixture& f)
    {
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open({f.picture("other.png", QSize(64, 48))});
        QTRY_VERIFY(f.state().left.regions && f.state().history.size() == 2);
        QVERIFY(QDir().mkpath(f.path("moved")) && QFile::rename(f.path("picture.png"), f.path("moved/renamed.png")));
    }

    static bool showsCopy(const TaskFixture& f)
    {
        return f.state().left.picture && f.state().left.picture->smallCopy && f.state().activity.text.isEmpty();
    }

    static void locate(TaskFixture& f, const QString& path)
    {
        f.chooser->pictures = {path};
        QTest::mouseClick(f.find<QPushButton>("messageAction"), Qt::LeftButton);
    }

private Q_SLOTS:
    void answersAreShownOverASmallCopy()
    {
        TaskFixture f;
        losePicture(f);
        QVERIFY(!f.action("locate-picture")->isEnabled());
        f.recall(1);
        QTRY_VERIFY(showsCopy(f));
        QCOMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.question()->text(), QString("one?"));
        QCOMPARE(f.state().left.picture->pixels->size(), QSize(320, 240));
        QVERIFY(f.state().left.regions->regions.size() > 1);
        QVERIFY2(f.message().startsWith("picture.png is not there any more."), qPrintable(f.message()));
        QVERIFY(f.action("locate-picture")->isEnabled());
        QVERIFY(!f.window->settings().recentFiles().join(' ').contains("small copy"));
        f.recall(0);
        QTRY_VERIFY(showsCopy(f) && f.question()->text() == "two?");
        QCOMPARE(f.firstAnswer(), QString("red"));
    }

    void aLocatedPictureIsEveryCardsPicture()
    {
        TaskFixture f;
        losePicture(f);
        f.recall(1);
        QTRY_VERIFY(showsCopy(f));
        const std::size_t asked = f.script->requests().size();
        const QString moved = f.path("moved/renamed.png");
        locate(f, moved);
        QCOMPARE(f.chooser->title, QString("picture.png"));
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->path == moved && !showsCopy(f));
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.script->requests().size(), asked); // the answer is the card's
        QCOMPARE(f.message(), QString());
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open({f.path("other.png")});
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        for (const HistoryEntry& card : f.state().history)
            QCOMPARE(card.picture.path, moved);
        f.recall(0);
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->name == "renamed.png");
    }

    /// Cards of older versions have no digest of their picture: name and size tell.
    void olderCardsGoByNameAndSize()
    {
        TaskFixture f;
        losePicture(f);
        f.window.reset();
        const QDir folder(f.path("history"));
        for (const QString& name : folder.entryList({"*.json"})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray record = QByteArray(file.readAll()).replace("\"digest\"", "\"unknown\"");
            QVERIFY(file.resize(0) && file.seek(0) && file.write(record) == record.size());
        }
        QVERIFY(QFile::rename(f.path("moved/renamed.png"), f.path("moved/picture.png")));
        f.expectPack(scriptedPack());
        f.open({f.path("other.png")});
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        f.recall(0);
        QTRY_VERIFY(showsCopy(f));
        locate(f, f.path("moved/picture.png"));
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->path == f.path("moved/picture.png"));
    }

    void anotherPictureIsTakenOnlyWhenAsked_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("why");
        QTest::addColumn<bool>("askedAnew");
        QTest::newRow("other pixels") << QSize(320, 240) << "its pixels are others" << false;
        QTest::newRow("another size") << QSize(200, 100) << "has 200 \u00d7 100 pixels" << true;
    }
    void anotherPictureIsTakenOnlyWhenAsked()
    {
        QFETCH(QSize, size);
        QFETCH(QString, why);
        QFETCH(bool, askedAnew);
        TaskFixture f;
        losePicture(f);
        f.recall(1);
        QTRY_VERIFY(showsCopy(f));
        const std::size_t asked = f.script->requests().size();
        const QString another = f.picture("another.png", size, Qt::yellow);
        for (const bool use : {false, true}) {
            if (use)
                f.action("locate-picture")->trigger();
            else
                locate(f, another);
            QTRY_VERIFY(f.window->findChild<QMessageBox*>());
            auto* box = f.window->findChild<QMessageBox*>();
            QVERIFY2(box->text().contains(why), qPrintable(box->text()));
            for (QAbstractButton* button : box->buttons()) {
                if ((box->buttonRole(button) == QMessageBox::AcceptRole) == use)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QTRY_VERIFY(!f.window->findChild<QMessageBox*>());
            QCOMPARE(f.state().history[0].picture.name, QString(use ? "another.png" : "picture.png"));
        }
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->path == another && f.state().answered);
        QCOMPARE(f.script->requests().size() > asked, askedAnew);
    }

    /// Nothing can be asked about a small copy, whatever the user tries.
    void askingNeedsThePicture()
    {
        TaskFixture f;
        losePicture(f);
        f.recall(1);
        QTRY_VERIFY(showsCopy(f));
        const std::size_t asked = f.script->requests().size();
        const QString needs = "To ask something else about it, locate it first.";
        f.type(" really?");
        QTRY_VERIFY2(f.message().endsWith(needs), qPrintable(f.message()));
        f.key(Qt::Key_Return);
        f.rightClick(64, 150);
        f.key(Qt::Key_F5);
        f.window->workbench().setWhy({ExplanationMethod::Occlusion, -1, -1, {}});
        f.view().setFocus();
        f.key(Qt::Key_D);
        TaskFixture::drag(f.view().viewport(), f.onCanvas(200, 20), f.onCanvas(300, 40));
        f.choose(Task::MaskedWords);
        f.enter("fillText", "a [MASK]");
        f.choose(Task::VisualQuestionAnswering);
        QTest::mouseClick(f.find<QWidget>("askButton"), Qt::LeftButton);
        QTRY_VERIFY(f.message().endsWith(needs));
        QCOMPARE(f.script->requests().size(), asked);
        QCOMPARE(f.state().history.size(), std::size_t(2));
        QVERIFY(f.state().activity.text.isEmpty());

        locate(f, f.path("moved/renamed.png")); // then it is asked
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->path == f.path("moved/renamed.png"));
        QTRY_VERIFY(f.state().answered && f.state().answered->question == f.question()->text());
        QVERIFY(f.script->requests().size() > asked);
    }

    void aPictureThatIsBackIsShownAgain()
    {
        TaskFixture f;
        losePicture(f);
        f.recall(1);
        QTRY_VERIFY(showsCopy(f));
        QVERIFY(QFile::rename(f.path("moved/renamed.png"), f.path("picture.png")));
        f.recall(0);
        QTRY_VERIFY(f.state().left.picture && !f.state().left.picture->smallCopy);
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.message(), QString());
    }

    void onePictureOfTwo()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.choose(Task::VisualQuestionAnswering);
        f.chooser->pictures = {f.picture("other.png", QSize(64, 48))};
        f.action("open")->trigger();
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->name == "other.png");
        f.chooser->pictures = {f.path("other.png")};
        f.action("open-right")->trigger();
        QTRY_VERIFY(f.state().right.picture && f.state().right.picture->name == "other.png");
        QVERIFY(QFile::rename(f.path("right.png"), f.path("moved.png")));
        f.recall(0);
        QTRY_VERIFY(f.state().right.picture && f.state().right.picture->smallCopy && f.state().answered);
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
        QVERIFY(!f.state().left.picture->smallCopy);
        locate(f, f.path("moved.png"));
        QTRY_VERIFY(f.state().right.picture && f.state().right.picture->path == f.path("moved.png"));
        QTRY_VERIFY(f.state().answered && f.state().answered->question == "Both are red.");
    }
};

VBS_TEST_MAIN(LostPicturesTest)
#include "lost_pictures_test.moc"
