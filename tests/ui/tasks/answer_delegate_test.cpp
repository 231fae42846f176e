#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"

using namespace vbs;
using namespace vbs::test;

/// How a row of answers is drawn.
class AnswerDelegateTest : public QObject {
    Q_OBJECT

    static QImage row(const TaskFixture& f)
    {
        QCoreApplication::processEvents();
        QAbstractItemView* answers = f.list("answers");
        const QRect place = answers->visualRect(answers->model()->index(0, 0));
        return answers->viewport()->grab(place).toImage().convertToFormat(QImage::Format_RGB32);
    }

    /// The columns, in the row's middle half, in which one of the two differs from the other.
    static QList<int> columns(const QImage& image, const std::function<QRgb(int x, int y)>& other)
    {
        QList<int> found;
        for (int x = 0; x < image.width(); ++x)
            for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y)
                if (image.pixel(x, y) != other(x, y)) {
                    found << x;
                    break;
                }
        return found;
    }

private Q_SLOTS:
    void theFrameOfTheFocusTouchesNoLetter_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("short") << "pink";
        QTest::newRow("cut") << "pinkish white with a shade of grey and blue in it";
    }
    void theFrameOfTheFocusTouchesNoLetter()
    {
        QFETCH(QString, answer);
        TaskFixture f;
        f.openWithPicture();
        f.script->push(answerStep(answer.toStdString()));
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered);
        QAbstractItemView* answers = f.list("answers");
        QTRY_VERIFY(answers->isVisible() && f.firstAnswer() == answer);
        const QImage plain = row(f);
        for (int i = 0; i < 30 && !answers->hasFocus(); ++i)
            f.key(Qt::Key_Tab);
        QVERIFY(answers->hasFocus());
        f.key(Qt::Key_Home);
        const QImage focused = row(f);
        QCOMPARE(focused.size(), plain.size());
        const QList<int> frame = columns(focused, [&](int x, int y) { return plain.pixel(x, y); });
        const QRgb background = plain.pixel(plain.width() / 2, 1);
        const QList<int> ink = columns(plain, [&](int, int) { return background; });
        QVERIFY(frame.size() >= 2 && ink.size() > 10);
        constexpr int kFree = 2; // columns between them
        QVERIFY2(ink.first() - frame.first() > kFree, qPrintable(QString::number(ink.first())));
        QVERIFY2(frame.last() - ink.last() > kFree, qPrintable(QString::number(plain.width() - ink.last())));
    }
};

VBS_TEST_MAIN(AnswerDelegateTest)
#include "answer_delegate_test.moc"
