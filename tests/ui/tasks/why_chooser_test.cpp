#include "ui/tasks/why_chooser.h"

#include "tests/support/test_main.h"

#include <QComboBox>
#include <QTest>

namespace vbs::test {

class WhyChooserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A saved card may claim any number of layers and heads.
    void counts_data()
    {
        QTest::addColumn<int>("claimed");
        QTest::addColumn<int>("entries"); ///< with the one for all
        QTest::newRow("not known yet") << 0 << 1;
        QTest::newRow("BERT") << 12 << 13;
        QTest::newRow("too many to be true") << 2'000'000'000 << 257;
        QTest::newRow("negative") << -7 << 1;
    }
    void counts()
    {
        QFETCH(int, claimed);
        QFETCH(int, entries);
        WhyChooser chooser;
        chooser.setCounts(claimed, claimed);
        for (const char* name : {"whyLayer", "whyHead"})
            QCOMPARE(chooser.findChild<QComboBox*>(name)->count(), entries);
        chooser.setRequest({ExplanationMethod::Attention, claimed, claimed});
        QVERIFY(chooser.findChild<QComboBox*>("whyLayer")->currentIndex() >= 0);
    }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::WhyChooserTest)
#include "why_chooser_test.moc"
