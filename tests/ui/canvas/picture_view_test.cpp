#include "tests/support/test_main.h"
#include "ui/canvas/picture_view.h"
#include "ui/util/qt_bridge.h"

#include <QTest>

using namespace vbs;

class PictureViewTest : public QObject {
    Q_OBJECT

    /// Large enough to be shown part by part.
    static std::shared_ptr<const PicturePyramid> plain(const QColor& color)
    {
        QImage image(3001, 2003, QImage::Format_RGB888);
        image.fill(color);
        return PicturePyramid::build(toRgbImage(image));
    }

    static QColor seen(PictureView& view)
    {
        view.setZoom(1);
        return view.viewport()->grab().toImage().pixelColor(view.viewport()->rect().center());
    }

private Q_SLOTS:
    void showsTheNewPictureAndNothingOfTheOld()
    {
        PictureView view;
        view.resize(300, 200);
        view.setPicture(plain(Qt::red));
        QCOMPARE(seen(view), QColor(Qt::red));
        view.setPicture(plain(Qt::blue));
        QCOMPARE(seen(view), QColor(Qt::blue));
    }
};

VBS_TEST_MAIN(PictureViewTest)
#include "picture_view_test.moc"
