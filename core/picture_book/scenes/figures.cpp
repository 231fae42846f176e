#include "core/picture_book/scenes/figures.h"

namespace vbs {

namespace {

using DrawFunction = void (*)(Pen&, const FigurePaint&);

// In the order of kSceneCategories.
constexpr std::array<DrawFunction, kSceneCategories.size()> kFigures = {
    drawHouse,   drawTree, drawCar,  drawBoat, drawFish, drawCat,      drawBird, drawFlower,
    drawBalloon, drawBall, drawStar, drawCup,  drawBook, drawUmbrella, drawHat,  drawSun};

} // namespace

void drawFigure(Pen& pen, int category, const FigurePaint& paint)
{
    kFigures.at(std::size_t(category))(pen, paint);
}

} // namespace vbs
