#include "core/picture_book/scenes/figures.h"

namespace vbs {

void drawFish(Pen& pen, const FigurePaint& paint)
{
    pen.polygon(smooth({{-.42, 0}, {-.78, -.44}, {-1, -.46}, {-.88, 0}, {-1, .46}, {-.78, .44}}, 4), paint.dark);
    pen.polygon(smooth({{-.2, -.34}, {.02, -.62}, {.34, -.6}, {.42, -.3}}, 4), paint.dark);
    pen.polygon(smooth({{-.08, .36}, {-.2, .6}, {.06, .56}, {.2, .38}}, 4), paint.dark);
    const Points body =
        smooth({{-.62, .02}, {-.3, -.3}, {.14, -.45}, {.58, -.34}, {.9, .04}, {.6, .34}, {.14, .45}, {-.3, .32}});
    pen.polygon(body, paint.body);
    pen.polygon(smooth({{-.36, .2}, {.12, .26}, {.7, .18}, {.54, .32}, {.14, .4}, {-.22, .33}}), paint.light,
                Outline::None);
    pen.line(arc({.14, 0, .2, .33}, -62, 62, 10), paint.dark, .05);
    for (const Point& scale : {Point{-.12, -.14}, Point{-.12, .1}, Point{-.34, -.02}})
        pen.line(arc({scale.x, scale.y, .09, .1}, -80, 80, 6), paint.dark, .045);
    pen.polygon(smooth({{.1, .06}, {-.14, .04}, {-.2, .26}, {.0, .24}}, 4), paint.dark, Outline::Thin);
    pen.ellipse({.56, -.09, .13, .13}, kWhite, Outline::Thin);
    pen.ellipse({.59, -.08, .065, .065}, kInk, Outline::None);
    pen.line(arc({.88, .1, .18, .1}, 95, 175, 6), kInk, .04);
}

void drawCat(Pen& pen, const FigurePaint& paint)
{
    for (const double k : {-1., 1.}) {
        pen.polygon(rounded({{k * .76, .1}, {k * .74, -.95}, {k * .12, -.5}}, .12), paint.body);
        pen.polygon(rounded({{k * .62, -.3}, {k * .62, -.72}, {k * .34, -.5}}, .06), kBlush, Outline::None);
    }
    pen.polygon(smooth({{0, -.58},
                        {.48, -.48},
                        {.8, -.02},
                        {.8, .32},
                        {.48, .74},
                        {0, .84},
                        {-.48, .74},
                        {-.8, .32},
                        {-.8, -.02},
                        {-.48, -.48}},
                       5),
                paint.body);
    for (const double x : {-.17, 0., .17})
        pen.line({{x, -.5}, {x * .8, x == 0 ? -.24 : -.32}}, paint.dark, .07);
    for (const double k : {-1., 1.})
        pen.ellipse({k * .16, .46, .23, .19}, mix(paint.light, kWhite, .35), Outline::None);
    for (const double k : {-1., 1.}) {
        pen.ellipse({k * .36, .06, .16, .2}, kWhite, Outline::Thin);
        pen.ellipse({k * .33, .08, .085, .14}, kInk, Outline::None);
        pen.ellipse({k * .33 + pen.lightSide() * .03, .02, .03, .04}, kWhite, Outline::None);
        for (const double a : {-.1, .06})
            pen.line({{k * .42, .46 + a * .5}, {k * .98, .4 + a * 2.2}}, mix(kInk, paint.body, .2), .035);
    }
    pen.polygon(rounded({{-.11, .28}, {.11, .28}, {0, .41}}, .05), {226, 120, 140}, Outline::Thin);
    pen.line(arc({-.11, .47, .11, .1}, 0, 165, 8), kInk, .045);
    pen.line(arc({.11, .47, .11, .1}, 15, 180, 8), kInk, .045);
}

void drawBird(Pen& pen, const FigurePaint& paint)
{
    for (const double x : {-.08, .2}) {
        pen.line({{x, .5}, {x, .9}}, {200, 130, 40}, .07);
        pen.line({{x - .07, .93}, {x, .88}, {x + .16, .93}}, {200, 130, 40}, .07);
    }
    pen.polygon(rounded({{-.3, -.04}, {-1, -.24}, {-.92, .02}, {-1, .2}, {-.36, .36}}, .08), paint.dark);
    pen.polygon(rounded({{.74, -.46}, {1.1, -.28}, {.74, -.14}}, .04), kBeak);
    pen.polygon(smooth({{-.6, .02},
                        {-.22, -.1},
                        {.1, -.26},
                        {.22, -.56},
                        {.5, -.7},
                        {.79, -.54},
                        {.84, -.26},
                        {.68, .02},
                        {.6, .28},
                        {.34, .54},
                        {-.04, .6},
                        {-.42, .44}}),
                paint.body);
    pen.polygon(smooth({{.6, .1}, {.5, .34}, {.22, .5}, {-.06, .5}, {.22, .36}, {.42, .14}}), paint.light,
                Outline::None);
    pen.polygon(smooth({{-.5, .0}, {-.1, -.04}, {.22, .1}, {.1, .34}, {-.2, .36}}), paint.dark, Outline::Thin);
    pen.line(smoothOpen({{-.3, .2}, {-.1, .24}, {.08, .18}}), paint.body, .05);
    pen.ellipse({.57, -.38, .105, .11}, kWhite, Outline::None);
    pen.ellipse({.6, -.37, .065, .07}, kInk, Outline::None);
}

} // namespace vbs
