#include "core/lesson/plane_points.h"

#include <opencv2/core.hpp>

#include <cmath>

namespace vbs {

PlanePoints planePoints(std::span<const float> rows, std::size_t width)
{
    if (width == 0 || rows.size() % width != 0)
        throw Error(ErrorCode::InvalidArgument, "The states of the network do not fit its positions.");
    const int count = int(rows.size() / width), columns = int(width);
    cv::Mat values(count, columns, CV_64F);
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < columns; ++column)
            values.at<double>(row, column) = double(rows[std::size_t(row) * width + std::size_t(column)]);
    cv::Mat mean;
    cv::reduce(values, mean, 0, cv::REDUCE_AVG);
    for (int row = 0; row < count; ++row)
        values.row(row) -= mean;
    PlanePoints result;
    result.points.assign(std::size_t(count), LookPoint{});
    const double whole = values.dot(values);
    if (whole == 0)
        return result;
    const cv::SVD svd(values);
    for (int axis = 0; axis < std::min(2, svd.vt.rows); ++axis) {
        const cv::Mat direction = svd.vt.row(axis);
        double largest = 0;
        for (int column = 0; column < columns; ++column)
            if (std::abs(direction.at<double>(column)) > std::abs(largest))
                largest = direction.at<double>(column);
        for (int row = 0; row < count; ++row)
            result.points[std::size_t(row)][std::size_t(axis)] =
                values.row(row).dot(direction) * (largest < 0 ? -1 : 1);
        result.spread[std::size_t(axis)] = std::pow(svd.w.at<double>(axis), 2) / whole;
    }
    return result;
}

} // namespace vbs
