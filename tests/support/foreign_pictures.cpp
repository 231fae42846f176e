#include "tests/support/foreign_pictures.h"

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <vector>

namespace vbs::test {
namespace {

constexpr int kWidth = 400, kHeight = 300;

struct Color {
    double r = 0, g = 0, b = 0; ///< 0..255
};

Color mixed(const Color& a, const Color& b, double share)
{
    return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share};
}

Color anyColor(Rng& rng)
{
    return {rng.uniform(0, 255), rng.uniform(0, 255), rng.uniform(0, 255)};
}

/// A canvas of colours, which becomes a picture.
class Canvas {
public:
    explicit Canvas(const Color& background) : m_pixels(std::size_t(kWidth) * kHeight, background) {}

    Color& at(int x, int y) { return m_pixels[std::size_t(y) * kWidth + std::size_t(x)]; }

    void box(double x1, double y1, double x2, double y2, const Color& color)
    {
        for (int y = std::max(0, int(y1)); y < std::min(kHeight, int(y2)); ++y)
            for (int x = std::max(0, int(x1)); x < std::min(kWidth, int(x2)); ++x)
                at(x, y) = color;
    }
    void disc(double cx, double cy, double radius, const Color& color, double softness = 0)
    {
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x) {
                const double inside = radius - std::hypot(x - cx, y - cy);
                if (inside > 0)
                    at(x, y) = mixed(at(x, y), color, softness > 0 ? std::min(1.0, inside / softness) : 1);
            }
    }
    template <typename Function> void each(Function function)
    {
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x)
                at(x, y) = function(x, y);
    }
    RgbImage picture() const
    {
        RgbImage image(kWidth, kHeight);
        for (std::size_t i = 0; i < m_pixels.size(); ++i) {
            const double parts[] = {m_pixels[i].r, m_pixels[i].g, m_pixels[i].b};
            for (std::size_t c = 0; c < 3; ++c)
                image.pixels[3 * i + c] = std::uint8_t(std::clamp(parts[c], 0.0, 255.0));
        }
        return image;
    }

private:
    std::vector<Color> m_pixels;
};

/// Smooth noise of several scales, 0..1.
class Clouds {
public:
    explicit Clouds(Rng& rng)
    {
        for (double& value : m_values)
            value = rng.uniform(0, 1);
    }
    double at(double x, double y) const
    {
        double sum = 0, weight = 0.5;
        for (int octave = 0; octave < 5; ++octave, weight /= 2, x *= 2, y *= 2)
            sum += weight * smooth(x, y);
        return sum;
    }

private:
    double smooth(double x, double y) const
    {
        const double fx = x - std::floor(x), fy = y - std::floor(y);
        const auto value = [&](int dx, int dy) {
            const auto column = std::size_t(std::int64_t(std::floor(x)) + dx) % 32;
            const auto row = std::size_t(std::int64_t(std::floor(y)) + dy) % 32;
            return m_values[row * 32 + column];
        };
        const double sx = fx * fx * (3 - 2 * fx), sy = fy * fy * (3 - 2 * fy);
        const double top = value(0, 0) + (value(1, 0) - value(0, 0)) * sx;
        return top + (value(0, 1) + (value(1, 1) - value(0, 1)) * sx - top) * sy;
    }
    std::array<double, 32 * 32> m_values{};
};

RgbImage noise(Rng& rng)
{
    Canvas canvas({});
    canvas.each([&](int, int) { return anyColor(rng); });
    return canvas.picture();
}

RgbImage clouds(Rng& rng)
{
    const Clouds field(rng);
    const Color a = anyColor(rng), b = anyColor(rng);
    Canvas canvas({});
    canvas.each([&](int x, int y) { return mixed(a, b, field.at(x / 60.0, y / 60.0)); });
    return canvas.picture();
}

RgbImage hills(Rng& rng)
{
    const Clouds field(rng);
    Canvas canvas({170, 190, 220});
    for (int layer = 0; layer < 5; ++layer) {
        const Color color = mixed({120, 130, 150}, {40, 55, 35}, layer / 4.0);
        for (int x = 0; x < kWidth; ++x) {
            const int top = int(90 + 40 * layer + 70 * (field.at(x / 70.0, layer * 3.3) - 0.5));
            for (int y = std::clamp(top, 0, kHeight); y < kHeight; ++y)
                canvas.at(x, y) = mixed(color, {0, 0, 0}, 0.3 * field.at(x / 5.0, y / 5.0));
        }
    }
    return canvas.picture();
}

RgbImage textPage(Rng& rng)
{
    Canvas canvas({250, 250, 246});
    for (double y = 20; y < kHeight - 20; y += 14)
        for (double x = 25; x < kWidth - 40 && rng.uniform(0, 1) > 0.03;) {
            const double word = rng.uniform(8, 45);
            for (double at = x; at < x + word; at += 6)
                canvas.box(at, y + rng.uniform(0, 3), at + rng.uniform(2, 5), y + 8, {40, 40, 45});
            x += word + 7;
        }
    return canvas.picture();
}

RgbImage barChart(Rng& rng)
{
    Canvas canvas({255, 255, 255});
    const Color color = anyColor(rng);
    for (int i = 0; i < 9; ++i)
        canvas.box(45 + 38 * i, 260 - rng.uniform(20, 220), 72 + 38 * i, 260, color);
    canvas.box(35, 20, 37, 262, {60, 60, 60});
    canvas.box(35, 260, 390, 262, {60, 60, 60});
    return canvas.picture();
}

RgbImage scatter(Rng& rng)
{
    Canvas canvas({245, 245, 250});
    for (int i = 0; i < 150; ++i)
        canvas.disc(rng.uniform(20, 380), rng.uniform(20, 280), 3, anyColor(rng));
    return canvas.picture();
}

RgbImage windows(Rng& rng)
{
    Canvas canvas({55, 85, 125});
    for (int i = 0; i < 4; ++i) {
        const double x = rng.uniform(0, 220), y = rng.uniform(0, 160), w = rng.uniform(120, 220),
                     h = rng.uniform(80, 170);
        canvas.box(x, y, x + w, y + h, {236, 236, 238});
        canvas.box(x, y, x + w, y + 14, {70, 75, 85});
        for (double line = y + 22; line < y + h - 8; line += 11)
            canvas.box(x + 8, line, x + 8 + rng.uniform(20, w - 20), line + 5, {150, 155, 165});
    }
    return canvas.picture();
}

RgbImage mosaic(Rng& rng)
{
    std::vector<std::array<double, 2>> seeds;
    std::vector<Color> colors;
    for (int i = 0; i < 40; ++i) {
        seeds.push_back({rng.uniform(0, kWidth), rng.uniform(0, kHeight)});
        colors.push_back(anyColor(rng));
    }
    Canvas canvas({});
    canvas.each([&](int x, int y) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < seeds.size(); ++i)
            if (std::hypot(seeds[i][0] - x, seeds[i][1] - y) < std::hypot(seeds[best][0] - x, seeds[best][1] - y))
                best = i;
        return colors[best];
    });
    return canvas.picture();
}

RgbImage fractal(Rng& rng)
{
    const std::complex<double> c(rng.uniform(-0.85, -0.65), rng.uniform(0.05, 0.25));
    const Color color = anyColor(rng);
    Canvas canvas({});
    canvas.each([&](int x, int y) {
        std::complex<double> z((x - 200) / 130.0, (y - 150) / 130.0);
        int rounds = 0;
        while (std::norm(z) < 4 && rounds < 60) {
            z = z * z + c;
            ++rounds;
        }
        return mixed({10, 10, 20}, color, std::fmod(rounds / 20.0, 1.0));
    });
    return canvas.picture();
}

RgbImage stripes(Rng& rng)
{
    const double angle = rng.uniform(0, 3.1), width = rng.uniform(4, 25);
    const Color a = anyColor(rng), b = anyColor(rng);
    Canvas canvas({});
    canvas.each([&](int x, int y) {
        return std::fmod(std::abs(x * std::cos(angle) + y * std::sin(angle)), 2 * width) < width ? a : b;
    });
    return canvas.picture();
}

RgbImage checks(Rng& rng)
{
    const int size = int(rng.uniform(8, 40));
    const Color a = anyColor(rng), b = anyColor(rng);
    Canvas canvas({});
    canvas.each([&](int x, int y) { return (x / size + y / size) % 2 == 0 ? a : b; });
    return canvas.picture();
}

RgbImage lights(Rng& rng)
{
    Canvas canvas({20, 18, 30});
    for (int i = 0; i < 25; ++i)
        canvas.disc(rng.uniform(0, kWidth), rng.uniform(0, kHeight), rng.uniform(8, 40),
                    mixed(anyColor(rng), {255, 255, 255}, 0.4), 12);
    return canvas.picture();
}

RgbImage wood(Rng& rng)
{
    const Clouds field(rng);
    Canvas canvas({});
    canvas.each([&](int x, int y) {
        return mixed({90, 55, 30}, {190, 140, 90}, 0.5 + 0.5 * std::sin(y / 6.0 + 14 * field.at(x / 150.0, y / 40.0)));
    });
    return canvas.picture();
}

RgbImage boxes(Rng& rng)
{
    Canvas canvas(anyColor(rng));
    for (int i = 0; i < 30; ++i) {
        const double x = rng.uniform(0, kWidth), y = rng.uniform(0, kHeight);
        canvas.box(x, y, x + rng.uniform(10, 110), y + rng.uniform(10, 90), anyColor(rng));
    }
    return canvas.picture();
}

RgbImage plasma(Rng& rng)
{
    const double a = rng.uniform(10, 40), b = rng.uniform(10, 40), c = rng.uniform(0, 6);
    Canvas canvas({});
    canvas.each([&](int x, int y) {
        const double wave = std::sin(x / a) + std::sin(y / b) + std::sin((x + y) / (a + b) + c);
        return Color{127 + 127 * std::sin(wave), 127 + 127 * std::sin(wave + 2), 127 + 127 * std::sin(wave + 4)};
    });
    return canvas.picture();
}

/// A face of ovals, as a portrait in front of a wall.
RgbImage portrait(Rng& rng)
{
    Canvas canvas(mixed(anyColor(rng), {200, 200, 200}, 0.6));
    const double x = rng.uniform(160, 240), y = rng.uniform(120, 160), size = rng.uniform(60, 90);
    const Color skin = mixed({240, 205, 175}, {110, 75, 50}, rng.uniform(0, 1));
    canvas.disc(x, y + 2.6 * size, 1.7 * size, anyColor(rng), 20);
    canvas.disc(x, y - 0.2 * size, 1.1 * size, {60, 45, 35}, 15);
    canvas.disc(x, y, size, skin, 25);
    for (const int side : {-1, 1})
        canvas.disc(x + side * 0.35 * size, y - 0.1 * size, 0.1 * size, {45, 35, 35}, 3);
    canvas.box(x - 0.3 * size, y + 0.4 * size, x + 0.3 * size, y + 0.5 * size, {170, 80, 80});
    const Clouds field(rng);
    Canvas shaded = canvas;
    shaded.each([&](int px, int py) {
        return mixed(canvas.at(px, py), {0, 0, 0}, 0.25 * field.at(px / 80.0, py / 80.0));
    });
    return shaded.picture();
}

struct Kind {
    const char* name;
    RgbImage (*draw)(Rng&);
};
constexpr Kind kKinds[kForeignKinds] = {
    {"noise", noise},        {"clouds", clouds},   {"hills", hills},     {"text page", textPage},
    {"bar chart", barChart}, {"scatter", scatter}, {"windows", windows}, {"mosaic", mosaic},
    {"fractal", fractal},    {"stripes", stripes}, {"checks", checks},   {"lights", lights},
    {"wood", wood},          {"boxes", boxes},     {"plasma", plasma},   {"portrait", portrait}};

} // namespace

const char* nameOfForeignKind(int kind)
{
    return kKinds[kind].name;
}

RgbImage foreignPicture(int kind, std::uint64_t seed)
{
    Rng rng(seed * 1000 + std::uint64_t(kind));
    return kKinds[kind].draw(rng);
}

} // namespace vbs::test
