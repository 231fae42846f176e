#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/picture_list_model.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

/// Every way in which pictures come into the window.
class PicturesTest : public QObject {
    Q_OBJECT

    static void drop(const WindowFixture& f, QMimeData* mime)
    {
        const QPoint at(400, 400);
        QDragEnterEvent enter(at, Qt::CopyAction, mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(at, Qt::CopyAction, mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &event);
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void emptyWindowSaysWhatToDo()
    {
        WindowFixture f;
        f.open();
        QVERIFY(f.find<QWidget>("emptyPage")->isVisible());
        QVERIFY(!f.action("fit")->isEnabled());
        f.chooser->pictures = {f.picture("chosen.png")};
        for (auto* button : f.find<QWidget>("emptyPage")->findChildren<QAbstractButton*>()) {
            if (button->property("role") == "primary")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(f.state().left.picture);
        QVERIFY(!f.find<QWidget>("emptyPage")->isVisible());
    }

    void dialog()
    {
        WindowFixture f;
        f.open();
        f.chooser->pictures = {f.picture("a.png"), f.picture("b.png", QSize(64, 48))};
        f.key(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(f.state().left.picture);
        QCOMPARE(f.state().left.picture->name, QString("a.png"));
        QCOMPARE(f.list("pictures")->model()->rowCount(), 2);
        QVERIFY(f.window->windowTitle().startsWith("a.png"));
        QTRY_VERIFY(f.state().left.regions); // found without being asked for
    }

    void cancelledDialogChangesNothing()
    {
        WindowFixture f;
        f.openWithPicture();
        f.key(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
        QVERIFY(f.message().isEmpty());
    }

    void folderAndPageKeys()
    {
        WindowFixture f;
        f.open();
        for (const char* name : {"p10.png", "p2.png", "p1.png"})
            f.picture(name);
        write(f.path("notes.txt"), "no picture");
        f.chooser->folder = f.path("");
        f.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.state().files.size(), 3);
        const auto shown = [&] { return f.state().left.picture ? f.state().left.picture->name : QString(); };
        QTRY_COMPARE(shown(), QString("p1.png"));
        QVERIFY(!f.action("previous")->isEnabled());
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(shown(), QString("p2.png"));
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(shown(), QString("p10.png"));
        QVERIFY(!f.action("next")->isEnabled());
        QVERIFY(f.find<QLabel>("statusPlace")->text().contains("3 of 3"));
        f.key(Qt::Key_PageUp);
        QTRY_COMPARE(shown(), QString("p2.png"));
        QCOMPARE(f.list("pictures")->currentIndex().row(), 1);
    }

    void aSingleFileListsItsFolder()
    {
        WindowFixture f;
        f.picture("p1.png");
        f.picture("p3.png");
        f.open({f.picture("p2.png")});
        QTRY_COMPARE(f.state().files.size(), 3);
        QCOMPARE(f.state().currentFile, 1);
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("p3.png"));
    }

    void clickOnThumbnail()
    {
        WindowFixture f;
        f.open({f.picture("a.png"), f.picture("b.png")});
        QAbstractItemView* list = f.list("pictures");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
    }

    void droppedFile()
    {
        WindowFixture f;
        f.open();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(f.picture("dropped.png"))});
        drop(f, &mime);
        QTRY_VERIFY(f.state().left.picture);
        QCOMPARE(f.state().left.picture->name, QString("dropped.png"));
    }

    void droppedWebAddress()
    {
        WindowFixture f;
        f.open();
        QMimeData mime;
        mime.setUrls({QUrl("https://example.org/picture.png")});
        drop(f, &mime);
        QVERIFY(f.message().contains("Save it first"));
    }

    void pastedPicture()
    {
        WindowFixture f;
        f.open();
        QImage image(40, 30, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QApplication::clipboard()->setImage(image);
        f.question()->setFocus();
        f.key(Qt::Key_V, Qt::ControlModifier); // a picture is opened even from the question box
        QTRY_VERIFY(f.state().left.picture);
        QCOMPARE(f.state().left.picture->pixels->size(), QSize(40, 30));
        QCOMPARE(int(f.state().left.picture->pixels->image()->pixels.front()), 255); // transparent is white
    }

    /// Once another picture was open, there was no way back to one without a file.
    void pastedPicturesStayInTheList()
    {
        WindowFixture f;
        f.open({f.picture("a.png")});
        const auto paste = [&f](Qt::GlobalColor color) {
            QImage image(40, 30, QImage::Format_RGB32);
            image.fill(color);
            QApplication::clipboard()->setImage(image);
            f.key(Qt::Key_V, Qt::ControlModifier);
            QTRY_VERIFY(f.state().left.picture &&
                        f.state().left.picture->pixels->image()->pixels.front() == QColor(color).red());
        };
        paste(Qt::white);
        paste(Qt::black);
        auto* list = f.find<QListView>("pictures");
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(f.state().paths().size(), 1);
        QCOMPARE(list->currentIndex().row(), 2);
        QCOMPARE(list->currentIndex().data().toString(), QString("Pasted picture 2"));
        for (const int row : {1, 2})
            QVERIFY(!list->model()->index(row, 0).data(PictureListModel::ThumbnailRole).value<QImage>().isNull());
        f.action("previous")->trigger();
        QTRY_COMPARE(f.state().left.picture->name, QString("Pasted picture"));
        QCOMPARE(int(f.state().left.picture->pixels->image()->pixels.front()), 255);
        f.action("previous")->trigger();
        QTRY_COMPARE(f.state().left.picture->name, QString("a.png"));
        f.chooser->pictures = {f.picture("b.png")};
        f.key(Qt::Key_O, Qt::ControlModifier); // another list: they stay behind it
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        QTRY_COMPARE(list->model()->rowCount(), 4); // with the one beside it
        QTest::keyClick(list, Qt::Key_End);
        QTRY_COMPARE(f.state().left.picture->name, QString("Pasted picture 2"));
    }

    void pastedText()
    {
        WindowFixture f;
        f.openWithPicture();
        QApplication::clipboard()->setText("What is this?");
        f.question()->setFocus();
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.question()->text(), QString("What is this?"));
        f.view().setFocus();
        f.key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(f.message().contains("no picture in the clipboard"));
    }

    void recentFiles()
    {
        WindowFixture f;
        f.open({f.picture("a.png")});
        f.chooser->pictures = {f.picture("b.png")};
        f.key(Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(f.state().left.picture->name, QString("b.png"));
        auto* menu = f.find<QMenu>("recentMenu");
        QTRY_COMPARE(menu->actions().at(0)->text(), QString("b.png"));
        menu->actions().at(1)->trigger();
        QTRY_COMPARE(f.state().left.picture->name, QString("a.png"));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("text named png") << "text.png";
        QTest::newRow("missing") << "missing.png";
        QTest::newRow("empty") << "empty.png";
    }

    void brokenFiles()
    {
        QFETCH(QString, name);
        WindowFixture f;
        write(f.path("text.png"), "This is a text.\n");
        write(f.path("empty.png"), "");
        f.open({f.path(name), f.picture("good.png")});
        QTRY_VERIFY(f.message().contains(name));
        QVERIFY(!f.state().left.picture);
        f.key(Qt::Key_PageDown); // one bad file does not hold up the others
        QTRY_VERIFY(f.state().left.picture);
        QVERIFY(f.message().isEmpty());
    }

    void aPictureThatIsCutOffIsShownAsFarAsItGoes()
    {
        WindowFixture f;
        QImage noise(200, 150, QImage::Format_RGB32);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, qRgb(x * 7 % 256, y * 11 % 256, x * y % 256));
        QVERIFY(noise.save(f.path("whole.jpg")));
        QFile whole(f.path("whole.jpg"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        write(f.path("short.jpg"), whole.read(whole.size() / 2));
        f.open({f.path("short.jpg"), f.picture("good.png")});
        QTRY_VERIFY(f.state().left.picture && f.state().left.regions);
        QVERIFY2(f.message().contains("short.jpg is cut off: what is missing is grey."), qPrintable(f.message()));
        QCOMPARE(f.find<QLabel>("statusPlace")->text(), QString("1 of 2  ·  200 × 150  ·  incomplete"));
        f.key(Qt::Key_PageDown);
        QTRY_COMPARE(f.state().left.picture->name, QString("good.png"));
        QVERIFY(f.message().isEmpty());
    }

    void ofAnAnimationTheFirstFrameIsShown()
    {
        WindowFixture f;
        const QString file = QString(dataFolder()) + "/image/frames/moving.gif";
        QVERIFY(QFile::copy(file, f.path("moving.gif")));
        f.open({f.path("moving.gif")});
        QTRY_VERIFY(f.state().left.picture);
        QVERIFY(f.message().isEmpty());
        QCOMPARE(f.find<QLabel>("statusPlace")->text(), QString("23 × 17  ·  frame 1 of 4"));
    }

    void emptyFolder()
    {
        WindowFixture f;
        f.openWithPicture();
        QVERIFY(QDir(f.path("")).mkdir("nothing"));
        f.chooser->folder = f.path("nothing");
        f.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.message().contains("no pictures in the folder"));
        QVERIFY(f.message().contains("nothing"));
        QVERIFY(f.state().left.picture); // what was open stays
        QTest::mouseClick(f.find<QWidget>("messageClose"), Qt::LeftButton);
        QVERIFY(f.message().isEmpty());
    }

    void namesAreFiltered()
    {
        WindowFixture f;
        for (int i = 1; i <= 12; ++i)
            f.picture(QString("%1 %2.png").arg(i % 2 ? "red Cat" : "dog").arg(i), QSize(40, 30));
        f.open();
        f.chooser->folder = f.path("");
        f.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.state().left.picture);
        const QString shown = f.state().left.picture->path;
        auto* filter = f.find<QLineEdit>("pictureFilter");
        QVERIFY(filter->isVisible());
        QTest::mouseClick(filter, Qt::LeftButton);
        QTest::keyClicks(filter, "cat RED");
        QCOMPARE(f.list("pictures")->model()->rowCount(), 6);
        QCOMPARE(f.state().left.picture->path, shown); // a filter opens nothing
        QTest::mouseClick(f.list("pictures")->viewport(), Qt::LeftButton, {},
                          f.list("pictures")->visualRect(f.list("pictures")->model()->index(1, 0)).center());
        QTRY_COMPARE(f.state().left.picture->name, QString("red Cat 3.png"));
        QTest::mouseClick(filter, Qt::LeftButton);
        QTest::keyClicks(filter, "x");
        QVERIFY(f.find<QWidget>("noPictureOfThatName")->isVisible());
        QCOMPARE(f.state().left.picture->name, QString("red Cat 3.png"));
        filter->clear();
        QCOMPARE(f.list("pictures")->model()->rowCount(), 12);
        QCOMPARE(f.list("pictures")->currentIndex().data().toString(), QString("red Cat 3.png"));
    }

    void aWidePanelHasColumns()
    {
        WindowFixture f;
        f.open({f.picture("a.png"), f.picture("b.png"), f.picture("c.png"), f.picture("d.png")});
        QTRY_VERIFY(f.state().left.picture);
        auto* dock = f.find<QDockWidget>("picturesDock");
        f.window->resizeDocks({dock}, {420}, Qt::Horizontal);
        QCoreApplication::processEvents();
        QAbstractItemView* list = f.list("pictures");
        const auto place = [&](int row) { return list->visualRect(list->model()->index(row, 0)); };
        QTRY_COMPARE(place(0).top(), place(2).top());
        QVERIFY(place(2).right() < list->viewport()->width());
        f.window->resizeDocks({dock}, {150}, Qt::Horizontal);
        QTRY_VERIFY(place(0).top() < place(2).top());
    }

    void anOnlySubfolderIsOpened()
    {
        WindowFixture f;
        f.openWithPicture();
        QVERIFY(QDir(f.path("")).mkpath("scenes/images"));
        f.picture("scenes/images/a.png");
        f.chooser->folder = f.path("scenes");
        f.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.state().left.picture->path, f.path("scenes/images/a.png"));
        QVERIFY(f.message().contains("“images”"));
    }

    void hugePictureOpens()
    {
        WindowFixture f;
        QImage huge(10000, 10000, QImage::Format_Mono); // one bit a pixel is written quickly
        huge.fill(1);
        QVERIFY(huge.save(f.path("huge.png")));
        f.open({f.path("huge.png")});
        QTRY_VERIFY(f.state().left.picture);
        QCOMPARE(f.state().left.picture->pixels->size(), QSize(10000, 10000));
        QVERIFY(f.view().isFit());
    }

    void firstStartShowsTheSample()
    {
        WindowFixture f;
        LoadPackResult pack = scriptedPack();
        pack.pack.samplePicture = toPath(f.picture("sample.png"));
        pack.pack.sampleQuestion = "What color is the square?";
        f.expectPack(pack);
        f.open();
        QTRY_COMPARE(f.firstAnswer(), QString("red"));
        QCOMPARE(f.question()->text(), QString("What color is the square?"));
        QCOMPARE(f.state().history.size(), std::size_t(1));
    }
};

VBS_TEST_MAIN(PicturesTest)
#include "pictures_test.moc"
