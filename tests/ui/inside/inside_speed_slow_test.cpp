#include "core/look/attention_flow.h"
#include "tests/support/test_main.h"
#include "ui/inside/chip_row.h"
#include "ui/inside/head_grid_view.h"

#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace vbs;

namespace {

constexpr std::size_t kTokens = 40, kRegions = 100;

/// As large as published networks and pictures are: 12 layers, 12 heads, 140 positions.
LookedPtr large()
{
    auto looked = std::make_shared<Looked>();
    auto picture = std::make_shared<RgbImage>(1600, 1200);
    for (std::size_t i = 0; i < picture->pixels.size(); ++i)
        picture->pixels[i] = std::uint8_t(i * 31 % 251);
    looked->request.image = picture;
    Inspection& inspection = looked->inspection;
    for (std::size_t i = 0; i < kTokens; ++i)
        inspection.result.tokens.push_back({i == 0 ? "[CLS]" : i + 1 == kTokens ? "[SEP]" : "word", i, i + 1, false});
    inspection.result.regions = {1600, 1200, {}};
    for (std::size_t i = 0; i < kRegions; ++i) {
        const auto x = float(i % 10) * 150, y = float(i / 10) * 110;
        inspection.result.regions.regions.push_back({{x, y, x + 140, y + 100}, "thing", 0.9f, "red", 0.9f});
    }
    inspection.layers = inspection.heads = 12;
    inspection.positions = kTokens + kRegions;
    for (std::size_t row = 0; row < 12 * 12 * inspection.positions; ++row) {
        double sum = 0;
        std::vector<double> shares;
        for (std::size_t i = 0; i < inspection.positions; ++i)
            sum += shares.emplace_back(std::exp(std::sin(double(row * 7 + i * 13)) * 3));
        for (const double share : shares)
            inspection.attention.push_back(float(share / sum));
    }
    return looked;
}

/// Of this thread's own work in milliseconds, which no other program lengthens.
double workDone()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace

/// How long frames take; printed, since a machine that is busy would fail any bound.
class InsideSpeedSlowTest : public QObject {
    Q_OBJECT

    /// Draws every place of the bar as scrolling by wheel does.
    static void scrollThrough(const char* name, QAbstractScrollArea& area, QScrollBar& bar)
    {
        QImage frame(area.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        std::vector<double> times;
        for (int place = 0; place <= bar.maximum(); place += 20) {
            bar.setValue(place);
            const double begin = workDone();
            area.viewport()->render(&frame);
            times.push_back(workDone() - begin);
        }
        QVERIFY(!times.empty());
        std::ranges::sort(times);
        std::printf("%s: %zu frames, median %.2f ms, worst %.2f ms\n", name, times.size(), times[times.size() / 2],
                    times.back());
    }

private Q_SLOTS:
    void theGridScrolls()
    {
        const LookedPtr looked = large();
        HeadGridView grid;
        grid.resize(720, 260);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        grid.setLooked(looked);
        double begin = workDone();
        grid.setMeasures(attentionGrid(looked->inspection)); // the dock does so beside the window
        std::printf("measures of 144 heads: %.2f ms\n", workDone() - begin);
        QImage frame(grid.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        begin = workDone();
        grid.viewport()->render(&frame);
        std::printf("first frame of the grid: %.2f ms\n", workDone() - begin);
        QVERIFY(grid.mapsKept() > 0 && grid.mapsKept() < 144); // those in sight alone
        grid.verticalScrollBar()->setValue(0);
        scrollThrough("grid, maps made on the way", grid, *grid.verticalScrollBar());
        scrollThrough("grid again", grid, *grid.verticalScrollBar());
    }

    void theChipsScroll()
    {
        const LookedPtr looked = large();
        ChipRow row;
        row.resize(720, row.sizeHint().height());
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        row.setLooked(looked);
        const double begin = workDone();
        const auto flow = attentionFlow(looked->inspection, 3);
        std::printf("flow from one position: %.2f ms\n", workDone() - begin);
        row.setWeights(flow.back());
        scrollThrough("chips, pictures cut on the way", row, *row.horizontalScrollBar());
        scrollThrough("chips again", row, *row.horizontalScrollBar());
    }
};

VBS_TEST_MAIN(InsideSpeedSlowTest)
#include "inside_speed_slow_test.moc"
