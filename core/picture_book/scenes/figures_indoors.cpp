#include "core/picture_book/scenes/figures.h"

namespace vbs {

void drawBalloon(Pen& pen, const FigurePaint& paint)
{
    pen.line(smoothOpen({{0, .44}, {.09, .58}, {-.08, .78}, {.04, .98}}), kInk, .045);
    pen.polygon(rounded({{-.13, .5}, {0, .28}, {.13, .5}}, .04), paint.dark);
    const Points skin =
        smooth({{0, -.98}, {.42, -.84}, {.6, -.42}, {.46, .02}, {0, .4}, {-.46, .02}, {-.6, -.42}, {-.42, -.84}});
    pen.polygon(skin, paint.dark, Outline::None);
    const double light = pen.lightSide();
    Points lit = skin;
    for (Point& p : lit)
        p = {p.x * .88 + light * .05, (p.y + .3) * .9 - .34};
    pen.polygon(lit, paint.body, Outline::None);
    pen.rim(skin);
    pen.ellipse({light * .25, -.6, .1, .19, -light * 22}, mix(paint.light, kWhite, .4), Outline::None);
}

void drawBall(Pen& pen, const FigurePaint& paint)
{
    const double light = pen.lightSide();
    pen.ellipse({0, 0, .88, .88}, paint.dark, Outline::None);
    pen.ellipse({light * .06, -.06, .78, .78}, paint.body, Outline::None);
    const Rgb seam = paint.variation[0] > .5 ? kCream : kInk;
    for (const double k : {-1., 1.}) {
        Points curve;
        for (int i = 0; i <= 12; ++i) {
            const double t = -1 + i / 6.;
            curve.push_back({k * (.28 + .24 * t * t), .68 * t});
        }
        pen.line(curve, seam, .08);
    }
    pen.rim(arc({0, 0, .88, .88}, 0, 360));
    pen.ellipse({light * .1, -.58, .15, .09, light * 20}, mix(paint.light, kWhite, .4), Outline::None);
}

void drawCup(Pen& pen, const FigurePaint& paint)
{
    pen.tube(arc({.46, .02, .4, .38}, -85, 85, 16), paint.body, .15);
    pen.polygon(rounded({{-.78, -.6}, {.52, -.6}, {.42, .82}, {-.68, .82}}, .16), paint.body);
    const double light = pen.lightSide();
    const double shaded = light < 0 ? .33 : -.59; // the side away from the light
    pen.line({{shaded + .03, -.34}, {shaded, .66}}, paint.dark, .12);
    if (paint.variation[0] > .5)
        pen.polygon({{-.735, -.02}, {.475, -.02}, {.455, .26}, {-.71, .26}}, kCream, Outline::Thin);
    const double lit = light < 0 ? -.58 : .32;
    pen.line({{lit, -.3}, {lit, -.14}}, paint.light, .08);
    pen.ellipse({-.13, -.6, .65, .19}, mix(paint.dark, kInk, .15));
    pen.polygon(smooth({{-.6, -.56}, {-.13, -.64}, {.34, -.56}, {.12, -.48}, {-.13, -.46}, {-.38, -.48}}, 4),
                mix(kBrown, kInk, .25), Outline::None);
}

void drawBook(Pen& pen, const FigurePaint& paint)
{
    pen.polygon(rounded({{-.66, -.84}, {.84, -.84}, {.84, .95}, {-.66, .95}}, .06), mix(paint.dark, kInk, .2));
    pen.polygon({{-.56, -.8}, {.77, -.8}, {.77, .86}, {-.56, .86}}, kCream, Outline::Thin);
    pen.line({{-.5, .81}, {.7, .81}}, mix(kCream, kGrey, .6), .03);
    pen.polygon(rounded({{-.74, -.96}, {.68, -.96}, {.68, .76}, {-.74, .76}}, .08), paint.body);
    pen.polygon({{-.7, -.92}, {-.5, -.92}, {-.5, .72}, {-.7, .72}}, paint.dark, Outline::None);
    pen.line({{-.49, -.92}, {-.49, .72}}, mix(paint.dark, kInk, .4), .03);
    pen.polygon(rounded({{-.28, -.66}, {.48, -.66}, {.48, -.22}, {-.28, -.22}}, .07), kCream, Outline::Thin);
    pen.line({{-.14, -.5}, {.34, -.5}}, kInk, .05);
    pen.line({{-.06, -.36}, {.26, -.36}}, kInk, .04);
    pen.line({{-.28, .52}, {.48, .52}}, paint.light, .05);
}

void drawUmbrella(Pen& pen, const FigurePaint& paint)
{
    pen.tube({{0, -.95}, {0, -.8}}, kBrown, .06);
    pen.tube(smoothOpen({{0, -.3}, {0, .3}, {0, .74}, {.06, .9}, {.2, .94}, {.33, .86}, {.35, .7}}), kBrown, .07);
    constexpr double kHem = -.02;
    Points canopy = arc({0, kHem, 1, .86}, 180, 360, 24);
    for (int i = 0; i < 4; ++i) {
        const Points scallop = arc({.75 - .5 * i, kHem, .25, .14}, 0, -180, 8);
        canopy.insert(canopy.end(), scallop.begin(), scallop.end());
    }
    pen.polygon(canopy, paint.body, Outline::None);
    for (const double side : {-1., 1.}) { // the two outer panels
        Points panel = arc({0, kHem, 1, .86}, side < 0 ? 180 : 360, 270, 12);
        const Points rib = smoothOpen({{0, kHem - .86}, {side * .36, -.56}, {side * .5, kHem}});
        panel.insert(panel.end(), rib.begin(), rib.end());
        const Points scallop = arc({side * .75, kHem, .25, .14}, side < 0 ? 360 : 180, side < 0 ? 180 : 360, 8);
        panel.insert(panel.end(), scallop.begin(), scallop.end());
        pen.polygon(panel, mix(paint.body, side == pen.lightSide() ? paint.light : paint.dark, .55), Outline::None);
        pen.line(rib, mix(paint.dark, kInk, .35), .035);
    }
    pen.line({{0, kHem - .84}, {0, kHem - .02}}, mix(paint.dark, kInk, .35), .035);
    pen.rim(canopy);
}

void drawHat(Pen& pen, const FigurePaint& paint)
{
    pen.ellipse({0, .48, 1, .27}, paint.body);
    pen.ellipse({0, .44, .9, .19}, paint.dark, Outline::None);
    pen.polygon(
        smooth(
            {{-.56, -.74}, {.56, -.74}, {.52, -.2}, {.6, .4}, {.3, .53}, {0, .57}, {-.3, .53}, {-.6, .4}, {-.52, -.2}},
            5),
        paint.body);
    pen.polygon(
        smoothOpen({{-.55, .12}, {0, .27}, {.55, .12}, {.6, .4}, {.3, .53}, {0, .57}, {-.3, .53}, {-.6, .4}}, 4), kInk,
        Outline::Thin);
    const double light = pen.lightSide();
    pen.line({{light * .34, -.44}, {light * .34, -.02}}, paint.light, .11);
    pen.ellipse({0, -.74, .57, .15}, paint.dark);
}

} // namespace vbs
