#include "ui/services/ordinary_file.h"

#include "tests/support/test_main.h"
#include "ui/services/image_loader.h"
#include "ui/services/thumbnail_loader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

#include <sys/stat.h>

namespace vbs::test {

/// Nothing waits for a pipe or a device: neither the picture nor the end of the program.
class OrdinaryFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString pipe() const
    {
        const QString path = m_folder.filePath("pipe.png");
        ::mkfifo(path.toLocal8Bit().constData(), 0600);
        return path;
    }

private Q_SLOTS:
    void isRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("pipe") << pipe();
        QTest::newRow("device") << QString("/dev/zero");
        const QString link = m_folder.filePath("link.png");
        QFile::link("/dev/zero", link);
        QTest::newRow("link to a device") << link;
    }
    void isRefused()
    {
        QFETCH(QString, path);
        auto loader = std::make_unique<ImageLoader>();
        QSignalSpy failed(loader.get(), &ImageLoader::failed);
        loader->open(path);
        QVERIFY(failed.wait());
        const auto error = failed[0][1].value<ErrorInfo>();
        QVERIFY2(QString::fromStdString(error.message).contains("is a pipe or a device"), error.message.c_str());
        loader->open(path);
        loader.reset(); // comes back at once
        ThumbnailLoader thumbnails(QSize(60, 40));
        QSignalSpy ready(&thumbnails, &ThumbnailLoader::ready);
        thumbnails.request(path);
        QVERIFY(ready.wait());
        QVERIFY(ready[0][1].value<QImage>().isNull());
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::OrdinaryFileTest)
#include "ordinary_file_test.moc"
