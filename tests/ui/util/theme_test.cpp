#include "tests/support/test_main.h"
#include "ui/util/theme.h"

#include <QTest>

#include <cmath>

using namespace vbs;

/// Text can be read: WCAG 2.1 AA asks for 4.5:1, and 3:1 for what is no text.
class ThemeTest : public QObject {
    Q_OBJECT

    static double luminance(const QColor& color)
    {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    }

    static double contrast(const QColor& a, const QColor& b)
    {
        const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
        return std::max(x, y) / std::min(x, y);
    }

private Q_SLOTS:
    void contrasts_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void contrasts()
    {
        QFETCH(bool, dark);
        const ThemeColors& c = themeColors(dark);
        const struct {
            const char* what;
            QColor front, back;
        } pairs[] = {{"text on window", c.text, c.window},
                     {"text on base", c.text, c.base},
                     {"text on chip", c.text, c.chip},
                     {"muted on window", c.muted, c.window},
                     {"muted on base", c.muted, c.base},
                     {"muted on canvas", c.muted, c.canvas},
                     {"button", c.onAccent, c.accent},
                     {"info text", c.text, c.infoFill},
                     {"warning text", c.text, c.warningFill},
                     {"error text", c.text, c.errorFill},
                     {"warning mark", c.warningMark, c.warningFill},
                     {"error mark", c.errorMark, c.errorFill},
                     {"accent on window", c.accent, c.window}};
        for (const auto& pair : pairs)
            QVERIFY2(contrast(pair.front, pair.back) >= 4.5,
                     qPrintable(QString("%1: %2").arg(pair.what).arg(contrast(pair.front, pair.back))));
        QVERIFY(contrast(c.accent, c.chip) >= 3); // the answers' bars
    }
};

VBS_TEST_MAIN(ThemeTest)
#include "theme_test.moc"
