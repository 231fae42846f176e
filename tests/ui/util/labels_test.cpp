#include "ui/util/labels.h"

#include "tests/support/test_main.h"

#include <QLabel>
#include <QTest>
#include <QTextDocument>

#include <memory>

namespace vbs::test {

class LabelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plainToolTips_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "a red ball", "1 < 2 & 3 > 2", "two\nlines", "<b>bold</b>",
                                 "<img src='/etc/x.png'>", "<b>bold</b>\nsecond line", "<qt>&amp;</qt>"})
            QTest::newRow(text) << QString(text);
    }
    /// What the tooltip shows is the text, whatever Qt takes it for.
    void plainToolTips()
    {
        QFETCH(QString, text);
        const QString tip = plainToolTip(text);
        if (!Qt::mightBeRichText(tip)) {
            QCOMPARE(tip, text);
            return;
        }
        QTextDocument shown;
        shown.setHtml(tip);
        QCOMPARE(shown.toPlainText(), text);
    }

    void labelsShowTheirTextAsItIs()
    {
        for (QLabel* made : {plainLabel("<b>x</b>"), headingLabel("<b>x</b>"), mutedLabel("name")}) {
            const std::unique_ptr<QLabel> label(made);
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void aButtonsAmpersandIsALetter() { QCOMPARE(plainButtonText("salt & pepper"), QString("salt && pepper")); }
};

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::LabelsTest)
#include "labels_test.moc"
