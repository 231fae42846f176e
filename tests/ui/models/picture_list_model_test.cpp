#include "tests/support/test_main.h"
#include "ui/models/picture_list_model.h"

#include <QElapsedTimer>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vbs;

class PictureListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandFilesCostNothingUntilTheyAreSeen()
    {
        QStringList files;
        for (int i = 0; i < 10000; ++i)
            files << QString("/nowhere/%1.png").arg(i);
        PictureListModel model;
        QElapsedTimer timer;
        timer.start();
        model.setFiles(files);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(model.rowCount(), 10000);
        QVERIFY(!model.index(3).data(PictureListModel::BrokenRole).toBool()); // no file was read
    }

    void thumbnailsComeWhenAskedFor()
    {
        QTemporaryDir folder;
        QImage image(800, 400, QImage::Format_RGB32);
        image.fill(Qt::red);
        image.save(folder.filePath("a.png"));
        PictureListModel model;
        model.setFiles({folder.filePath("a.png")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(model.index(0).data(PictureListModel::ThumbnailRole).value<QImage>().isNull());
        QVERIFY(changed.wait(10000));
        const QImage thumbnail = model.index(0).data(PictureListModel::ThumbnailRole).value<QImage>();
        QCOMPARE(thumbnail.width(), model.thumbnailBox().width());
        QCOMPARE(thumbnail.height(), thumbnail.width() / 2);
        QCOMPARE(thumbnail.pixelColor(10, 10), QColor(Qt::red));
    }

    void brokenFileIsMarked()
    {
        PictureListModel model;
        model.setFiles({"/nowhere/a.png"});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.index(0).data(PictureListModel::ThumbnailRole);
        QVERIFY(changed.wait(10000));
        QVERIFY(model.index(0).data(PictureListModel::BrokenRole).toBool());
    }
};

VBS_TEST_MAIN(PictureListModelTest)
#include "picture_list_model_test.moc"
