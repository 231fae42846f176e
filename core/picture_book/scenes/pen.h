#pragma once

#include "core/base/geometry.h"
#include "core/picture_book/scenes/scene.h"

#include <vector>

namespace cv {
class Mat;
}

namespace vbs {

/// How much larger the canvas is than the finished picture; drawing large and shrinking gives
/// outlines of a pixel and a half and soft edges.
inline constexpr int kSupersampling = 2;

/// Red, green, blue, 0..255.
struct Rgb {
    double r = 0, g = 0, b = 0;
};

/// a at t = 0, b at t = 1.
inline Rgb mix(const Rgb& a, const Rgb& b, double t)
{
    return {a.r * (1 - t) + b.r * t, a.g * (1 - t) + b.g * t, a.b * (1 - t) + b.b * t};
}

struct Point {
    double x = 0, y = 0;
};
using Points = std::vector<Point>;

/// An ellipse (or a part of its rim) about a centre; angles in degrees, clockwise from the right.
struct Ellipse {
    double x = 0, y = 0, radiusX = 0, radiusY = 0;
    double rotation = 0;
};

Points arc(const Ellipse& ellipse, double fromDegrees, double toDegrees, int segments = 28);
/// A closed curve through the points (Catmull-Rom).
Points smooth(const Points& corners, int segments = 6);
/// An open curve through the points.
Points smoothOpen(const Points& corners, int segments = 6);
/// The polygon with its corners rounded off, each within radius of the corner.
Points rounded(const Points& corners, double radius);

enum class Outline { None, Thin, Full };

/// Draws in an object's own square, [-1, 1] both ways with y down, which it scales, mirrors, turns and moves
/// to its place; and notes how far the drawing reaches. Without a canvas it only notes.
class Pen {
public:
    /// canvas: kSupersampling times the picture's size, 8-bit RGB, or null.
    Pen(const SceneObject& object, const Rgb& outline, cv::Mat* canvas);

    void polygon(const Points& points, const Rgb& fill, Outline outline = Outline::Full);
    void ellipse(const Ellipse& ellipse, const Rgb& fill, Outline outline = Outline::Full);
    /// Only the rim.
    void rim(const Points& points, Outline outline = Outline::Full);
    /// A stroke of this width in units of the square, round at the ends, at least half a pixel wide.
    void line(const Points& points, const Rgb& color, double width);
    /// A stroke with an outline on both sides.
    void tube(const Points& points, const Rgb& color, double width);

    /// -1 or 1: the side of the square that lies to the picture's left, where the light comes from.
    double lightSide() const { return m_mirrored ? 1 : -1; }

    /// What was touched so far, in the picture's pixels.
    Box extent() const;

private:
    struct FixedPoint {
        int x = 0, y = 0;
    };
    std::vector<FixedPoint> place(const Points& points, int strokeWidth);
    int outlineWidth(Outline outline) const;
    void stroke(const std::vector<FixedPoint>& points, bool closed, const Rgb& color, int width);

    double m_centreX, m_centreY, m_scale, m_cos, m_sin;
    bool m_mirrored;
    Rgb m_outline;
    cv::Mat* m_canvas;
    int m_left, m_top, m_right, m_bottom; // fixed point, canvas
};

} // namespace vbs
