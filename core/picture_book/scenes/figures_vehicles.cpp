#include "core/picture_book/scenes/figures.h"

namespace vbs {

void drawCar(Pen& pen, const FigurePaint& paint)
{
    pen.polygon(rounded({{-.66, .06}, {-.42, -.54}, {.32, -.54}, {.64, .06}}, .14), paint.body);
    pen.polygon(rounded({{-.49, -.02}, {-.33, -.4}, {-.06, -.4}, {-.06, -.02}}, .06), kGlass, Outline::Thin);
    pen.polygon(rounded({{.05, -.02}, {.05, -.4}, {.26, -.4}, {.47, -.02}}, .06), kGlass, Outline::Thin);
    pen.polygon(rounded({{-1, .46}, {-.97, .06}, {-.82, -.04}, {.74, -.04}, {.97, .1}, {1, .46}}, .12), paint.body);
    pen.polygon(rounded({{-.95, .43}, {-.95, .3}, {.95, .3}, {.95, .43}}, .05), paint.dark, Outline::None);
    pen.line({{-.78, .07}, {.6, .07}}, paint.light, .06);
    pen.line({{0, .02}, {0, .4}}, mix(paint.dark, kInk, .4), .03);
    pen.line({{-.18, .16}, {-.09, .16}}, kInk, .04);
    for (const double x : {-.55, .55}) {
        pen.ellipse({x, .47, .26, .26}, kInk);
        pen.ellipse({x, .47, .13, .13}, {196, 196, 202}, Outline::None);
    }
    pen.ellipse({.9, .17, .07, .09}, kCream, Outline::Thin);
}

void drawBoat(Pen& pen, const FigurePaint& paint)
{
    pen.tube({{0, .4}, {0, -.92}}, kBrown, .06);
    const Rgb sail = mix(paint.body, kWhite, .35);
    pen.polygon(smooth({{.1, -.88}, {.34, -.42}, {.82, .2}, {.46, .24}, {.1, .2}, {.1, -.34}}, 4), sail);
    pen.polygon(rounded({{-.1, -.62}, {-.1, .2}, {-.64, .2}}, .06), kCream);
    pen.polygon(rounded({{-.97, .35}, {.97, .35}, {.64, .88}, {-.66, .88}}, .13), paint.body);
    pen.polygon(rounded({{-.8, .7}, {.73, .7}, {.63, .84}, {-.65, .84}}, .06), paint.dark, Outline::None);
    pen.line({{-.8, .47}, {.8, .47}}, kCream, .07);
}

} // namespace vbs
