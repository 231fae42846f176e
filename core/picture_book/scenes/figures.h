#pragma once

#include "core/picture_book/scenes/pen.h"

namespace vbs {

/// What a figure is painted with: the object's own colour in three tones, for its main body only, and its
/// variation. Everything else about a figure is neutral, so that its colour is never in doubt.
struct FigurePaint {
    Rgb body, light, dark;
    std::array<double, 3> variation{};
};

inline constexpr Rgb kBrown{122, 82, 48};
inline constexpr Rgb kInk{52, 48, 52};
inline constexpr Rgb kCream{250, 240, 214};
inline constexpr Rgb kGlass{196, 226, 240};
inline constexpr Rgb kGrey{150, 150, 156};
inline constexpr Rgb kWhite{255, 255, 255};
inline constexpr Rgb kLeaf{80, 156, 70};
inline constexpr Rgb kBeak{240, 160, 40};
inline constexpr Rgb kBlush{238, 170, 180};

/// Draws the figure of a category (an index into kSceneCategories).
void drawFigure(Pen& pen, int category, const FigurePaint& paint);

// figures_outdoors.cpp
void drawHouse(Pen& pen, const FigurePaint& paint);
void drawTree(Pen& pen, const FigurePaint& paint);
void drawFlower(Pen& pen, const FigurePaint& paint);
void drawStar(Pen& pen, const FigurePaint& paint);
void drawSun(Pen& pen, const FigurePaint& paint);
// figures_vehicles.cpp
void drawCar(Pen& pen, const FigurePaint& paint);
void drawBoat(Pen& pen, const FigurePaint& paint);
// figures_animals.cpp
void drawFish(Pen& pen, const FigurePaint& paint);
void drawCat(Pen& pen, const FigurePaint& paint);
void drawBird(Pen& pen, const FigurePaint& paint);
// figures_indoors.cpp
void drawBalloon(Pen& pen, const FigurePaint& paint);
void drawBall(Pen& pen, const FigurePaint& paint);
void drawCup(Pen& pen, const FigurePaint& paint);
void drawBook(Pen& pen, const FigurePaint& paint);
void drawUmbrella(Pen& pen, const FigurePaint& paint);
void drawHat(Pen& pen, const FigurePaint& paint);

} // namespace vbs
