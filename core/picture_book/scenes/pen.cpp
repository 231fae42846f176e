#include "core/picture_book/scenes/pen.h"

#include "core/picture_book/scenes/opencv_color.h"

#include <opencv2/imgproc.hpp>

#include <climits>
#include <cmath>
#include <numbers>

namespace vbs {

namespace {

constexpr int kShift = 4; // fractional bits of the canvas coordinates given to OpenCV
constexpr int kUnit = 1 << kShift;

template <typename Placed> std::vector<cv::Point> forOpenCv(const std::vector<Placed>& points)
{
    std::vector<cv::Point> converted;
    converted.reserve(points.size());
    for (const Placed& p : points)
        converted.emplace_back(p.x, p.y);
    return converted;
}

Point curvePoint(const Point& a, const Point& b, const Point& c, const Point& d, double t)
{
    const auto at = [t](double p0, double p1, double p2, double p3) {
        return 0.5 * (2 * p1 + t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0))));
    };
    return {at(a.x, b.x, c.x, d.x), at(a.y, b.y, c.y, d.y)};
}

Point towards(const Point& from, const Point& to, double distance)
{
    const double length = std::sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
    const double t = length > 0 ? std::min(0.5, distance / length) : 0;
    return {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
}

} // namespace

Points arc(const Ellipse& e, double fromDegrees, double toDegrees, int segments)
{
    constexpr double degree = std::numbers::pi / 180;
    const double c = std::cos(e.rotation * degree), s = std::sin(e.rotation * degree);
    Points points;
    for (int i = 0; i <= segments; ++i) {
        const double t = (fromDegrees + (toDegrees - fromDegrees) * i / segments) * degree;
        const double x = e.radiusX * std::cos(t), y = e.radiusY * std::sin(t);
        points.push_back({e.x + x * c - y * s, e.y + x * s + y * c});
    }
    return points;
}

Points smooth(const Points& corners, int segments)
{
    const std::size_t n = corners.size();
    Points points;
    for (std::size_t i = 0; i < n; ++i)
        for (int k = 0; k < segments; ++k)
            points.push_back(curvePoint(corners[(i + n - 1) % n], corners[i], corners[(i + 1) % n],
                                        corners[(i + 2) % n], double(k) / segments));
    return points;
}

Points smoothOpen(const Points& corners, int segments)
{
    const std::size_t last = corners.size() - 1;
    Points points;
    for (std::size_t i = 0; i < last; ++i)
        for (int k = 0; k < segments; ++k)
            points.push_back(curvePoint(corners[i > 0 ? i - 1 : 0], corners[i], corners[i + 1],
                                        corners[std::min(i + 2, last)], double(k) / segments));
    points.push_back(corners[last]);
    return points;
}

Points rounded(const Points& corners, double radius)
{
    const std::size_t n = corners.size();
    Points points;
    for (std::size_t i = 0; i < n; ++i) {
        const Point& corner = corners[i];
        const Point a = towards(corner, corners[(i + n - 1) % n], radius);
        const Point b = towards(corner, corners[(i + 1) % n], radius);
        for (int k = 0; k <= 4; ++k) {
            const double t = k / 4., u = 1 - t;
            points.push_back(
                {u * u * a.x + 2 * u * t * corner.x + t * t * b.x, u * u * a.y + 2 * u * t * corner.y + t * t * b.y});
        }
    }
    return points;
}

Pen::Pen(const SceneObject& object, const Rgb& outline, cv::Mat* canvas)
    : m_centreX(object.centreX), m_centreY(object.centreY), m_scale(object.scale), m_cos(std::cos(object.angle)),
      m_sin(std::sin(object.angle)), m_mirrored(object.mirrored), m_outline(outline), m_canvas(canvas), m_left(INT_MAX),
      m_top(INT_MAX), m_right(INT_MIN), m_bottom(INT_MIN)
{
}

std::vector<Pen::FixedPoint> Pen::place(const Points& points, int strokeWidth)
{
    constexpr double unit = double(kUnit) * kSupersampling;
    // A pixel's centre is at its whole coordinate for OpenCV and half a pixel further for us.
    constexpr double half = kUnit / 2.;
    const int reach = strokeWidth * kUnit / 2;
    std::vector<FixedPoint> placed;
    placed.reserve(points.size());
    for (const Point& p : points) {
        const double x = p.x * m_scale * (m_mirrored ? -1 : 1), y = p.y * m_scale;
        // Rounding to a 32nd of a pixel hides how one machine's cosine differs from another's.
        const int fx = int(std::floor((m_centreX + x * m_cos - y * m_sin) * unit + 0.5));
        const int fy = int(std::floor((m_centreY + x * m_sin + y * m_cos) * unit + 0.5));
        m_left = std::min(m_left, fx - reach);
        m_top = std::min(m_top, fy - reach);
        m_right = std::max(m_right, fx + reach);
        m_bottom = std::max(m_bottom, fy + reach);
        placed.push_back({int(fx - half), int(fy - half)});
    }
    return placed;
}

int Pen::outlineWidth(Outline outline) const
{
    const bool big = m_scale > 25;
    switch (outline) {
    case Outline::None:
        return 0;
    case Outline::Thin:
        return big ? 3 : 2;
    case Outline::Full:
        break;
    }
    return big ? 4 : 3;
}

void Pen::stroke(const std::vector<FixedPoint>& points, bool closed, const Rgb& color, int width)
{
    cv::polylines(*m_canvas, forOpenCv(points), closed, toScalar(color), width, cv::LINE_AA, kShift);
}

void Pen::polygon(const Points& points, const Rgb& fill, Outline outline)
{
    const int width = outlineWidth(outline);
    const std::vector<FixedPoint> placed = place(points, width);
    if (!m_canvas)
        return;
    cv::fillPoly(*m_canvas, std::vector<std::vector<cv::Point>>{forOpenCv(placed)}, toScalar(fill), cv::LINE_AA,
                 kShift);
    if (width > 0)
        stroke(placed, true, m_outline, width);
}

void Pen::ellipse(const Ellipse& ellipse, const Rgb& fill, Outline outline)
{
    polygon(arc(ellipse, 0, 360), fill, outline);
}

void Pen::rim(const Points& points, Outline outline)
{
    const int width = outlineWidth(outline);
    const std::vector<FixedPoint> placed = place(points, width);
    if (m_canvas)
        stroke(placed, true, m_outline, width);
}

void Pen::line(const Points& points, const Rgb& color, double width)
{
    const int pixels = std::max(1, int(std::floor(width * m_scale * kSupersampling + 0.5)));
    const std::vector<FixedPoint> placed = place(points, pixels);
    if (m_canvas)
        stroke(placed, false, color, pixels);
}

void Pen::tube(const Points& points, const Rgb& color, double width)
{
    const int inner = std::max(1, int(std::floor(width * m_scale * kSupersampling + 0.5)));
    const int outer = inner + 2 * outlineWidth(Outline::Thin);
    const std::vector<FixedPoint> placed = place(points, outer);
    if (!m_canvas)
        return;
    stroke(placed, false, m_outline, outer);
    stroke(placed, false, color, inner);
}

Box Pen::extent() const
{
    constexpr float unit = float(kUnit) * kSupersampling;
    return {float(m_left) / unit, float(m_top) / unit, float(m_right) / unit, float(m_bottom) / unit};
}

} // namespace vbs
