#include "core/look/points.h"

#include "core/base/error.h"

#include <cmath>

#include <opencv2/core.hpp>

namespace vbs {
namespace {

/// [position, width], each column's mean taken away.
cv::Mat centredStates(const Inspection& inspection, std::size_t layer)
{
    cv::Mat states(int(inspection.positions), int(inspection.width), CV_64F);
    const float* from = inspection.states.data() + layer * inspection.positions * inspection.width;
    for (int row = 0; row < states.rows; ++row)
        for (int column = 0; column < states.cols; ++column)
            states.at<double>(row, column) = double(*from++);
    cv::Mat mean;
    cv::reduce(states, mean, 0, cv::REDUCE_AVG);
    for (int row = 0; row < states.rows; ++row)
        states.row(row) -= mean;
    return states;
}

/// Whether the largest component, of several the first, is below 0. What differs by rounding alone counts as the same.
bool pointsDown(const cv::Mat& direction)
{
    double largest = 0;
    for (int i = 0; i < direction.cols; ++i)
        if (const double component = direction.at<double>(i); std::abs(component) > std::abs(largest) * (1 + 1e-9))
            largest = component;
    return largest < 0;
}

PlanePoints projected(const cv::Mat& states, const PlanePoints* before)
{
    cv::Mat values, u, directions;
    cv::SVD::compute(states, values, u, directions); // values fall; directions are rows
    const double total = values.dot(values);
    PlanePoints plane;
    plane.points.assign(std::size_t(states.rows), {});
    for (int axis = 0; axis < std::min(2, directions.rows); ++axis) {
        const double value = values.at<double>(axis);
        // Positions that are all alike have no direction; rounding would invent one.
        if (total <= 0 || value * value <= total * 1e-24)
            continue;
        const auto place = std::size_t(axis);
        plane.explained[place] = value * value / total;
        double alike = 0;
        for (int row = 0; row < states.rows; ++row) {
            const double coordinate = states.row(row).dot(directions.row(axis));
            plane.points[std::size_t(row)][place] = coordinate;
            alike += before ? coordinate * before->points[std::size_t(row)][place] : 0;
        }
        if (before ? alike < 0 : pointsDown(directions.row(axis)))
            for (std::array<double, 2>& point : plane.points)
                point[place] = -point[place];
    }
    return plane;
}

} // namespace

std::vector<PlanePoints> pointsByLayer(const Inspection& inspection)
{
    const std::size_t count = inspection.layers + 1;
    if (inspection.positions == 0 || inspection.width == 0 ||
        inspection.states.size() != count * inspection.positions * inspection.width)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("What the layers give on does not fit the text and the regions."));
    std::vector<PlanePoints> layers;
    for (std::size_t layer = 0; layer < count; ++layer)
        layers.push_back(projected(centredStates(inspection, layer), layer == 0 ? nullptr : &layers.back()));
    return layers;
}

} // namespace vbs
