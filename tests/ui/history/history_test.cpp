#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>

using namespace vbs;
using namespace vbs::test;

/// Cards that outlive the window.
class HistoryTest : public QObject {
    Q_OBJECT

    static void ask(TaskFixture& f, const QString& text, std::size_t cards)
    {
        f.question()->clear();
        f.type(text);
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), cards);
    }

    static QStringList kept(const TaskFixture& f, const char* pattern)
    {
        return QDir(f.path("history")).entryList({pattern}, QDir::Files, QDir::Name);
    }

    /// The next run of the program, with no picture of its own.
    static void reopen(TaskFixture& f)
    {
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open({f.picture("other.png", QSize(64, 48))});
        QTRY_VERIFY(f.state().left.regions);
    }

    static QString card(TaskFixture& f, int row) { return f.list("history")->model()->index(row, 0).data().toString(); }

private Q_SLOTS:
    void comesBack()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "first?", 1);
        ask(f, "second?", 2);
        f.choose(Task::VisualReasoning);
        f.openRight();
        f.enter("compareText", "Both are red.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(3));
        const std::vector<HistoryEntry> before = f.state().history;
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(3));
        QCOMPARE(card(f, 0), QString("Both are red."));
        QCOMPARE(card(f, 2), QString("first?"));
        const HistoryEntry& compared = f.state().history[2];
        QCOMPARE(compared.thumbnail.size(), before[2].thumbnail.size());
        QVERIFY(!compared.rightThumbnail.isNull());
        QCOMPARE(compared.rightPicture->path, before[2].rightPicture->path);
        QCOMPARE(compared.answered.result.explanation.rightRegions, before[2].answered.result.explanation.rightRegions);

        const std::size_t asked = f.script->requests().size();
        f.recall(2);
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->name == "picture.png");
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.question()->text(), QString("first?"));
        QCOMPARE(f.state().answered->result.explanation.regions, before[0].answered.result.explanation.regions);
        QCOMPARE(f.script->requests().size(), asked); // nothing is computed again
        ask(f, "third?", 4);
        QCOMPARE(card(f, 0), QString("third?"));
    }

    void keepsPicturesWithoutAFile()
    {
        TaskFixture f;
        f.open();
        QImage image(120, 90, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QApplication::clipboard()->setImage(image);
        f.action("paste")->trigger();
        QTRY_VERIFY(f.state().left.regions);
        ask(f, "pink?", 1);
        ask(f, "really?", 2);
        QTRY_COMPARE(kept(f, "*.json").size(), 2);
        QCOMPARE(kept(f, "*.png").size(), 1); // the same picture is kept once
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
        f.recall(1);
        QTRY_VERIFY(f.state().left.picture && f.state().left.picture->pixels->size() == QSize(120, 90));
        QCOMPARE(wrapImage(f.state().left.picture->pixels->image()).pixelColor(60, 45), QColor(Qt::magenta));
        QVERIFY(!f.window->settings().recentFiles().join(' ').contains("/history/"));
        f.window->workbench().history().clear();
        f.window.reset();
        QVERIFY(kept(f, "*").isEmpty()); // its last card takes the picture along
    }

    void askedAgainMovesUp()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        f.question()->clear();
        f.type("one?");
        f.key(Qt::Key_Return);
        QTRY_COMPARE(card(f, 0), QString("one?"));
        QCOMPARE(f.state().history.size(), std::size_t(2));
        f.window.reset();
        QCOMPARE(kept(f, "*.json").size(), 2);
    }

    void keepsBoxesOfTheRightPicture()
    {
        TaskFixture f;
        f.openTask(Task::VisualReasoning);
        f.openRight();
        f.view().setFocus();
        f.key(Qt::Key_D);
        TaskFixture::drag(f.view().viewport(), f.onCanvas(200, 20), f.onCanvas(300, 40));
        f.key(Qt::Key_Escape);
        const std::vector<Box> drawn = objectBoxes(*f.state().left.choice.own);
        QTest::mouseClick(f.find<QWidget>("swapPictures"), Qt::LeftButton);
        f.enter("compareText", "Both are red.");
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        f.recall(0);
        QTRY_VERIFY(f.state().right.picture && f.state().right.choice.own);
        QCOMPARE(objectBoxes(f.state().right.regions->regions), drawn);
        QTest::mouseClick(f.find<QWidget>("swapPictures"), Qt::LeftButton);
        QVERIFY(f.state().left.choice.own);
        QCOMPARE(objectBoxes(*f.state().left.choice.own), drawn);
    }

    void aRemovedCardComesBack()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        for (const bool byKey : {false, true}) {
            f.recall(1);
            f.list("history")->setFocus();
            f.key(Qt::Key_Delete);
            QCOMPARE(f.state().history.size(), std::size_t(1));
            if (byKey)
                f.key(Qt::Key_Z, Qt::ControlModifier);
            else
                QTest::mouseClick(f.find<QPushButton>("messageAction"), Qt::LeftButton);
            QCOMPARE(f.state().history.size(), std::size_t(2));
            QCOMPARE(card(f, 1), QString("one?"));
            QVERIFY(!f.action("restore-card")->isEnabled());
        }
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));
    }

    void aNewCardIsSeen()
    {
        TaskFixture f;
        f.openWithPicture();
        for (int i = 0; i < 8; ++i)
            ask(f, QString("%1?").arg(i), std::size_t(i + 1));
        auto* bar = f.list("history")->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(bar->value() > 0);
        ask(f, "new?", 9);
        QCOMPARE(bar->value(), 0);
    }

    void removesCards()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        ask(f, "three?", 3);
        f.recall(1);
        f.list("history")->setFocus();
        f.key(Qt::Key_Delete);
        QCOMPARE(f.state().history.size(), std::size_t(2));
        QCOMPARE(card(f, 0), QString("three?"));
        QCOMPARE(card(f, 1), QString("one?"));
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(2));

        f.action("clear-history")->trigger();
        auto* box = f.window->findChild<QMessageBox*>();
        QVERIFY(box && box->isVisible());
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QCOMPARE(f.state().history.size(), std::size_t(2));
        QTRY_VERIFY(!f.window->findChild<QMessageBox*>());
        f.action("clear-history")->trigger();
        box = f.window->findChild<QMessageBox*>();
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(f.state().history.empty());
        QVERIFY(!f.action("clear-history")->isEnabled());
        f.window.reset();
        QVERIFY(kept(f, "*").isEmpty());
    }

    void damagedCardsAreLeftAlone()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        f.window.reset();
        const QString good = kept(f, "*.json").front();
        QFile file(f.path("history/" + good));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray record = file.readAll();
        const auto write = [&](const char* name, const QByteArray& bytes) {
            QFile copy(f.path(QString("history/") + name));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(bytes);
        };
        write("a.json", record.left(record.size() / 2));
        write("b.json", "{}");
        write("c.json", QByteArray(record).replace("\"version\":1", "\"version\":99"));
        write("d.json", QByteArray(record).replace("\"own\":\"\"", "\"own\":\"../settings.ini\""));
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(1));
        QCOMPARE(kept(f, "*.json").size(), 5);
        f.window->workbench().history().clear();
        f.window.reset();
        QCOMPARE(kept(f, "*.json").size(), 4);
        QVERIFY(QFile::exists(f.path("settings.ini")));
    }

    /// What cannot be saved is marked as long as that is so, and saved as soon as it can be.
    void unsavedCardsAreMarkedAndTriedAgain_data()
    {
        QTest::addColumn<QString>("by");
        QTest::newRow("the button") << "button";
        QTest::newRow("the next card") << "card";
        QTest::newRow("quitting") << "quit";
    }
    void unsavedCardsAreMarkedAndTriedAgain()
    {
        QFETCH(QString, by);
        TaskFixture f;
        QFile blocked(f.path("history")); // where the folder should be
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        blocked.close();
        f.openWithPicture();
        ask(f, "one?", 1);
        QTRY_VERIFY2(f.message().contains("The history could not be saved."), qPrintable(f.message()));
        ask(f, "two?", 2);
        QTRY_VERIFY2(f.label("historyNoticeText").startsWith("2 cards are not saved: "),
                     qPrintable(f.label("historyNoticeText")));
        QVERIFY(f.isSeen("historyNotice"));
        QVERIFY(f.spoken("history").endsWith("not saved"));
        auto* again = f.find<QPushButton>("historyTryAgain");
        QTest::mouseClick(again, Qt::LeftButton); // nothing has changed
        QTRY_VERIFY(f.isSeen("historyNotice") && f.spoken("history").endsWith("not saved"));

        QVERIFY(blocked.remove());
        int cards = 2;
        if (by == "button")
            QTest::mouseClick(again, Qt::LeftButton);
        else if (by == "card")
            ask(f, "three?", std::size_t(++cards));
        if (by != "quit") {
            QTRY_VERIFY(!f.isSeen("historyNotice"));
            QVERIFY(!f.spoken("history").endsWith("not saved"));
        }
        reopen(f);
        QTRY_COMPARE(f.state().history.size(), std::size_t(cards));
        QCOMPARE(card(f, cards - 1), QString("one?"));
        QVERIFY(!f.isSeen("historyNotice"));
    }

    /// A card whose file cannot be deleted would be there again next time.
    void undeletedCardsAreTold()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        QTRY_COMPARE(kept(f, "*.json").size(), 2);
        const QString file = f.path("history/" + kept(f, "*.json").front());
        QVERIFY(QFile::remove(file) && QDir().mkpath(file + "/full")); // no file can be deleted there
        f.recall(1);
        f.list("history")->setFocus();
        f.key(Qt::Key_Delete);
        f.key(Qt::Key_Delete);
        QTRY_VERIFY2(f.label("historyNoticeText").startsWith("1 removed card is still on the disk: "),
                     qPrintable(f.label("historyNoticeText")));
        QVERIFY(QDir(file).removeRecursively());
        QTest::mouseClick(f.find<QPushButton>("historyTryAgain"), Qt::LeftButton);
        QTRY_VERIFY(!f.isSeen("historyNotice"));
    }

    /// A full disk must not cost the card that was saved before.
    void askedAgainKeepsTheOldRecordUntilTheNewOneIsSaved()
    {
        TaskFixture f;
        f.openWithPicture();
        ask(f, "one?", 1);
        ask(f, "two?", 2);
        f.window.reset();
        const QString folder = f.path("history"), aside = f.path("aside");
        reopen(f);
        f.recall(1);
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QVERIFY(QFile::rename(folder, aside)); // nothing can be written or deleted from now on
        QFile blocked(folder);
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        f.key(Qt::Key_L, Qt::ControlModifier);
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.isSeen("historyNotice"));
        QCOMPARE(card(f, 0), QString("one?"));
        QCOMPARE(QDir(aside).entryList({"*.json"}).size(), 2);
        QVERIFY(blocked.remove() && QFile::rename(aside, folder));
        QTest::mouseClick(f.find<QPushButton>("historyTryAgain"), Qt::LeftButton);
        QTRY_VERIFY(!f.isSeen("historyNotice"));
        QCOMPARE(kept(f, "*.json").size(), 2);
    }
};

VBS_TEST_MAIN(HistoryTest)
#include "history_test.moc"
