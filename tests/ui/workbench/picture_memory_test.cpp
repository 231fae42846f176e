#include "ui/workbench/picture_memory.h"

#include "tests/support/test_main.h"
#include "tests/ui/workbench/parts.h"

namespace vbs::test {
namespace {

RememberedPicture remembered(int minimumPercent)
{
    RememberedPicture picture;
    picture.size = kPictureSize;
    picture.choice.filter.minimumPercent = minimumPercent;
    return picture;
}

int percentOf(const std::optional<RememberedPicture>& picture)
{
    return picture ? picture->choice.filter.minimumPercent : -1;
}

} // namespace

class PictureMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheLatestAreKept()
    {
        PictureMemory memory(2);
        memory.keep("a", remembered(1));
        memory.keep("b", remembered(2));
        memory.keep("a", remembered(3)); // the latest again
        memory.keep("c", remembered(4));
        QCOMPARE(memory.size(), std::size_t(2));
        QCOMPARE(percentOf(memory.take("b", kPictureSize)), -1);
        QCOMPARE(percentOf(memory.take("a", kPictureSize)), 3);
        QCOMPARE(percentOf(memory.take("c", kPictureSize)), 4);
        QCOMPARE(memory.size(), std::size_t(0));
    }

    void whatIsTakenIsGivenAway()
    {
        PictureMemory memory;
        memory.keep("a", remembered(7));
        QCOMPARE(percentOf(memory.take("a", kPictureSize)), 7);
        QCOMPARE(percentOf(memory.take("a", kPictureSize)), -1);
        QCOMPARE(percentOf(memory.take("never kept", kPictureSize)), -1);
    }

    void aFileThatWasReplacedIsForgotten()
    {
        PictureMemory memory;
        memory.keep("a", remembered(7));
        QCOMPARE(percentOf(memory.take("a", QSize(99, 80))), -1);
        QCOMPARE(memory.size(), std::size_t(0));
    }

    void manyPicturesStayWithinTheBound()
    {
        PictureMemory memory;
        for (int i = 0; i < 2000; ++i)
            memory.keep(QString::number(i), remembered(1));
        QCOMPARE(memory.size(), PictureMemory::kUsual);
        QVERIFY(memory.take("1999", kPictureSize));
        QVERIFY(!memory.take("1499", kPictureSize));
        QVERIFY(memory.take("1500", kPictureSize));
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::PictureMemoryTest)
#include "picture_memory_test.moc"
