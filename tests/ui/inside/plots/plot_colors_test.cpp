#include "ui/inside/plots/plot_colors.h"

#include "tests/support/test_main.h"
#include "ui/util/theme.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace vbs;

/// Lines stand out from their ground, and from each other for everybody.
class PlotColorsTest : public QObject {
    Q_OBJECT

    using Linear = std::array<double, 3>;
    Theme m_theme;

    static Linear linear(const QColor& color)
    {
        const auto one = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return {one(color.redF()), one(color.greenF()), one(color.blueF())};
    }
    static double luminance(const Linear& c) { return .2126 * c[0] + .7152 * c[1] + .0722 * c[2]; }

    /// CIE L*a*b*, D65.
    static Linear lab(const Linear& c)
    {
        const double x = (.4124 * c[0] + .3576 * c[1] + .1805 * c[2]) / .9505, y = luminance(c),
                     z = (.0193 * c[0] + .1192 * c[1] + .9505 * c[2]) / 1.089;
        const auto f = [](double t) { return t > .008856 ? std::cbrt(t) : 7.787 * t + 16. / 116; };
        return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
    }

private Q_SLOTS:
    void everybodyTellsThemApart_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everybodyTellsThemApart()
    {
        QFETCH(bool, dark);
        m_theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
        // Machado, Oliveira and Fernandes (2009), severity 1: none, protanopia, deuteranopia, tritanopia.
        const std::array<std::array<Linear, 3>, 4> eyes = {
            {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
             {{{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}}},
             {{{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}},
             {{{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}}}};
        const double ground = luminance(linear(themeColors().base)) + .05;
        for (int i = 0; i < kPlotColors; ++i) {
            const double mark = luminance(linear(plotColor(i))) + .05;
            QVERIFY2(std::max(mark, ground) / std::min(mark, ground) >= 3, qPrintable(plotColor(i).name()));
            for (int j = 0; j < i; ++j) {
                QVERIFY(plotDashes(i) != plotDashes(j));
                for (const auto& eye : eyes) {
                    const auto seen = [&eye](const QColor& color) {
                        const Linear c = linear(color);
                        Linear s{};
                        for (std::size_t row = 0; row < 3; ++row)
                            s[row] = std::clamp(eye[row][0] * c[0] + eye[row][1] * c[1] + eye[row][2] * c[2], 0., 1.);
                        return lab(s);
                    };
                    const Linear a = seen(plotColor(i)), b = seen(plotColor(j));
                    const double apart = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
                    QVERIFY2(apart > 12,
                             qPrintable(QString("%1 %2: %3").arg(plotColor(i).name(), plotColor(j).name()).arg(apart)));
                }
            }
        }
        m_theme.setMode(ThemeMode::Light);
    }
};

VBS_TEST_MAIN(PlotColorsTest)
#include "plot_colors_test.moc"
