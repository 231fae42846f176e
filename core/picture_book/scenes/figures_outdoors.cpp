#include "core/picture_book/scenes/figures.h"

#include <cmath>
#include <numbers>

namespace vbs {

namespace {

constexpr Rgb kRoof{130, 102, 80};
constexpr Rgb kStem{70, 140, 60};

Point onCircle(double x, double y, double radius, double angle)
{
    return {x + radius * std::cos(angle), y + radius * std::sin(angle)};
}

void drawRoundCrown(Pen& pen, const FigurePaint& paint)
{
    const Ellipse crowns[] = {{-.42, -.06, .44, .42}, {.42, -.06, .44, .42}, {0, -.5, .5, .48}, {0, .02, .4, .36}};
    for (const Ellipse& crown : crowns)
        pen.ellipse(crown, paint.body);
    // Once more without outlines and a little smaller: one cloud instead of four discs.
    for (const Ellipse& crown : crowns)
        pen.ellipse({crown.x, crown.y, crown.radiusX - .04, crown.radiusY - .04}, paint.body, Outline::None);
    for (const Ellipse& crown : {crowns[0], crowns[1], crowns[3]})
        pen.line(arc({crown.x, crown.y, crown.radiusX - .14, crown.radiusY - .14}, 35, 125, 8), paint.dark, .05);
    const double light = pen.lightSide();
    pen.ellipse({light * .18, -.68, .17, .11, light * 30}, paint.light, Outline::None);
    pen.ellipse({light * .6 - .02, -.2, .1, .07, light * 30}, paint.light, Outline::None);
}

void drawFirCrown(Pen& pen, const FigurePaint& paint)
{
    const double light = pen.lightSide();
    const struct {
        double y, halfWidth;
    } tiers[] = {{.34, .78}, {-.04, .64}, {-.42, .48}};
    for (const auto& [y, w] : tiers) {
        pen.polygon(rounded({{-w, y}, {0, y - .6}, {w, y}}, .09), paint.body);
        pen.line({{-w * .72, y - .07}, {w * .72, y - .07}}, paint.dark, .06);
        pen.line({{light * w * .45, y - .2}, {light * w * .18, y - .42}}, paint.light, .06);
    }
}

} // namespace

void drawHouse(Pen& pen, const FigurePaint& paint)
{
    if (paint.variation[0] > .5) {
        pen.polygon({{.36, -.86}, {.6, -.86}, {.6, -.2}, {.36, -.2}}, kGrey);
        pen.polygon({{.32, -.93}, {.64, -.93}, {.64, -.82}, {.32, -.82}}, mix(kGrey, kInk, .3), Outline::Thin);
    }
    pen.polygon({{-.76, -.12}, {.76, -.12}, {.76, .95}, {-.76, .95}}, paint.body);
    pen.polygon({{-.73, -.08}, {.73, -.08}, {.73, .06}, {-.73, .06}}, paint.dark, Outline::None);
    pen.polygon(rounded({{-1, .02}, {-.94, -.1}, {0, -.97}, {.94, -.1}, {1, .02}}, .05), kRoof);
    pen.line({{-.5, -.3}, {.5, -.3}}, mix(kRoof, kInk, .3), .035);
    pen.line({{-.26, -.54}, {.26, -.54}}, mix(kRoof, kInk, .3), .035);
    pen.polygon(rounded({{-.16, .95}, {-.16, .34}, {.2, .34}, {.2, .95}}, .1), kBrown, Outline::Thin);
    pen.ellipse({.12, .66, .035, .035}, kCream, Outline::None);
    for (const double x : {-.58, .34}) {
        pen.polygon({{x, .2}, {x + .27, .2}, {x + .27, .5}, {x, .5}}, kCream, Outline::Thin);
        pen.line({{x + .135, .22}, {x + .135, .48}}, mix(kBrown, kGrey, .3), .03);
        pen.line({{x + .02, .35}, {x + .25, .35}}, mix(kBrown, kGrey, .3), .03);
    }
}

void drawTree(Pen& pen, const FigurePaint& paint)
{
    pen.polygon(smooth({{-.13, .1}, {.13, .1}, {.14, .7}, {.27, .98}, {-.27, .98}, {-.14, .7}}, 4), kBrown);
    if (paint.variation[0] > .4)
        drawRoundCrown(pen, paint);
    else
        drawFirCrown(pen, paint);
}

void drawFlower(Pen& pen, const FigurePaint& paint)
{
    pen.tube(smoothOpen({{0, -.1}, {.06, .5}, {0, .96}}), kStem, .07);
    pen.polygon(smooth({{.04, .8}, {.18, .56}, {.52, .46}, {.4, .72}}), kLeaf, Outline::Thin);
    pen.polygon(smooth({{.03, .88}, {-.12, .7}, {-.42, .64}, {-.3, .86}}), kLeaf, Outline::Thin);
    const int petals = paint.variation[0] > .5 ? 5 : 7;
    const double radiusX = petals == 5 ? .3 : .26, radiusY = petals == 5 ? .27 : .2;
    const auto angle = [&](int i) { return 2 * std::numbers::pi * i / petals + paint.variation[1]; };
    const auto petal = [&](int i, double shrink) {
        const Point p = onCircle(0, -.36, .4, angle(i));
        return Ellipse{p.x, p.y, radiusX - shrink, radiusY - shrink, angle(i) * 180 / std::numbers::pi};
    };
    for (int i = 0; i < petals; ++i)
        pen.ellipse(petal(i, 0), paint.body);
    for (int i = 0; i < petals; ++i)
        pen.line({onCircle(0, -.36, .27, angle(i)), onCircle(0, -.36, .45, angle(i))}, paint.dark, .05);
    pen.ellipse({0, -.36, .22, .22}, paint.variation[2] > .5 ? Rgb{120, 76, 40} : Rgb{252, 224, 120});
}

void drawStar(Pen& pen, const FigurePaint& paint)
{
    const auto star = [](double size) {
        Points points;
        for (int i = 0; i < 10; ++i)
            points.push_back(onCircle(0, .04, size * (i % 2 == 0 ? 1 : .46), std::numbers::pi * (i / 5. - .5)));
        return points;
    };
    pen.polygon(rounded(star(1), .1), paint.body);
    pen.polygon(rounded(star(.6), .08), mix(paint.body, paint.light, .8), Outline::None);
}

void drawSun(Pen& pen, const FigurePaint& paint)
{
    constexpr int kRays = 10;
    for (int i = 0; i < kRays; ++i) {
        const double a = 2 * std::numbers::pi * i / kRays + paint.variation[1] * .6;
        pen.polygon(rounded({onCircle(0, 0, .56, a - .24), onCircle(0, 0, 1, a), onCircle(0, 0, .56, a + .24)}, .06),
                    paint.body);
    }
    pen.ellipse({0, 0, .6, .6}, paint.body);
    const double light = pen.lightSide();
    pen.ellipse({light * .26, -.34, .16, .08, light * 40}, paint.light, Outline::None);
    for (const double side : {-1., 1.}) {
        pen.ellipse({side * .21, -.08, .065, .1}, kInk, Outline::None);
        pen.ellipse({side * .37, .14, .08, .055}, mix(paint.body, {225, 90, 80}, .45), Outline::None);
    }
    pen.line(arc({0, .08, .24, .2}, 20, 160, 10), kInk, .055);
}

} // namespace vbs
