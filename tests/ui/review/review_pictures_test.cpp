#include "ui/review/review_pictures.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"

#include <QSignalSpy>

#include <sys/stat.h>

using namespace vbs;
using namespace vbs::test;

class ReviewPicturesTest : public QObject, private DialogParts {
    Q_OBJECT

    std::unique_ptr<ReviewPictures> m_pictures;
    std::unique_ptr<QSignalSpy> m_ready;

    QString picture(int number) const
    {
        const QString name = file(qPrintable(QString("%1.png").arg(number)));
        QImage image(40 + number, 30, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        image.save(name);
        return name;
    }
    QStringList pictures(int first, int count) const
    {
        QStringList names;
        for (int i = first; i < first + count; ++i)
            names << picture(i);
        return names;
    }
    QStringList ready() const
    {
        QStringList names;
        for (const QList<QVariant>& one : *m_ready)
            names << one.at(0).toString();
        return names;
    }
    void load(const QString& path)
    {
        const auto before = m_ready->count();
        QVERIFY(!m_pictures->get(path));
        QTRY_COMPARE(m_ready->count(), before + 1);
        QCOMPARE(ready().last(), path);
    }

private Q_SLOTS:
    void init()
    {
        m_pictures = std::make_unique<ReviewPictures>();
        m_ready = std::make_unique<QSignalSpy>(m_pictures.get(), &ReviewPictures::ready);
    }

    void comesAndStays()
    {
        const QString path = picture(2);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!m_pictures->get(path));
        QTRY_COMPARE(m_ready->count(), 1); // however often it was asked for
        const ReviewPictures::Picture* known = m_pictures->get(path);
        QVERIFY(known && known->pixels && known->problem.isEmpty());
        QCOMPARE(known->path, path);
        QCOMPARE(known->pixels->size(), QSize(42, 30));
        QFile::remove(path);
        QCOMPARE(m_pictures->get(path), known);
    }

    /// Eight are kept, those that were looked at last.
    void theLatestStay()
    {
        const QStringList all = pictures(0, 9);
        for (const QString& path : all.mid(0, 8))
            load(path);
        QVERIFY(m_pictures->get(all[0])); // looked at again
        load(all[8]);
        for (const int kept : {0, 2, 3, 4, 5, 6, 7, 8})
            QVERIFY2(m_pictures->get(all[kept]), qPrintable(all[kept]));
        load(all[1]);
    }

    void whatCannotBeOpenedGivesASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("damaged") << "broken.png";
        QTest::newRow("missing") << "nowhere.png";
        QTest::newRow("folder") << "folder.png";
        QTest::newRow("pipe") << "pipe.png"; // reading it would never end
        QTest::newRow("nothing in it") << "empty.jpg";
    }
    void whatCannotBeOpenedGivesASentence()
    {
        QFETCH(QString, name);
        write("broken.png", "\x89PNG\r\n\x1a\nno picture");
        write("empty.jpg", "");
        write("folder.png/x", "");
        mkfifo(path("pipe.png").c_str(), 0600);
        const QString path = file(qPrintable(name));
        load(path);
        const ReviewPictures::Picture* known = m_pictures->get(path);
        QVERIFY(known && !known->pixels);
        QVERIFY2(known->problem.contains(name) && known->problem.endsWith('.') && !known->problem.contains('\n'),
                 qPrintable(known->problem));
        load(picture(1)); // and others come
        QVERIFY(m_pictures->get(picture(1))->pixels);
    }

    void fetchesAhead()
    {
        const QStringList next = pictures(0, 3);
        m_pictures->prefetch(next);
        QTRY_COMPARE(m_ready->count(), 3);
        for (const QString& path : next)
            QVERIFY(m_pictures->get(path));
        m_pictures->prefetch(next); // all there
        load(picture(5));
        QCOMPARE(m_ready->count(), 4);
    }

    /// A reviewer who steps on quickly does not wait for what they left behind.
    void whatIsNotAheadAnyMoreIsNotFetched()
    {
        const QStringList old = pictures(0, 6), next = pictures(6, 2);
        m_pictures->prefetch(old); // two of them are begun
        m_pictures->prefetch(next);
        const QString now = picture(8);
        m_pictures->get(now);
        QTRY_COMPARE(m_ready->count(), 5);
        QStringList came = ready();
        came.sort();
        QCOMPARE(came, old.mid(0, 2) + next + QStringList(now));
    }

    void whatWasToComeComesOnceWhenItIsWanted()
    {
        const QStringList all = pictures(0, 6);
        m_pictures->prefetch(all);
        m_pictures->get(all[0]); // is being decoded
        m_pictures->get(all[5]);
        QTRY_COMPARE(m_ready->count(), 6);
        QVERIFY(m_pictures->get(all[5]));
    }

    void goesWhilePicturesCome()
    {
        m_pictures->prefetch(pictures(0, 8));
        m_ready.reset();
        m_pictures.reset();
        QCoreApplication::sendPostedEvents();
    }
};

VBS_TEST_MAIN(ReviewPicturesTest)
#include "review_pictures_test.moc"
