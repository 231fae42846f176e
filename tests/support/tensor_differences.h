#pragma once

#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/checkpoint/tensor_map.h"

#include <QStringList>

#include <string>

namespace vbs::test {

constexpr double kMaskedScore = -1e30; ///< scores of masked regions are near the smallest float

/// Empty, or what differs by more than absolute + relative * |expected|; a NaN differs from everything.
inline QString difference(const std::string& name, const at::Tensor& actual, const at::Tensor& expected,
                          double absolute, double relative)
{
    if (!actual.sizes().equals(expected.sizes()) || actual.scalar_type() != expected.scalar_type())
        return QString("%1: another shape or type").arg(name.c_str());
    const at::Tensor masked = expected.lt(kMaskedScore);
    if (!actual.lt(kMaskedScore).equal(masked))
        return QString("%1: other scores are masked").arg(name.c_str());
    const at::Tensor a = actual.masked_fill(masked, 0).to(at::kDouble);
    const at::Tensor e = expected.masked_fill(masked, 0).to(at::kDouble);
    const double excess = ((a - e).abs() - relative * e.abs()).max().item<double>();
    // A NaN must fail, so the comparison is the other way round.
    return excess <= absolute ? QString() : QString("%1: differs by %2").arg(name.c_str()).arg(excess);
}

/// The same for all of them; what is missing or not expected differs, too.
inline QStringList differences(const TensorMap& actual, const TensorMap& expected, double absolute, double relative)
{
    QStringList found;
    for (const auto& [name, tensor] : expected) {
        const auto it = actual.find(name);
        const QString text = it == actual.end() ? QString("%1: missing").arg(name.c_str())
                                                : difference(name, it->second, tensor, absolute, relative);
        if (!text.isEmpty())
            found << text;
    }
    for (const auto& [name, tensor] : actual)
        if (!expected.count(name))
            found << QString("%1: not expected").arg(name.c_str());
    return found;
}

} // namespace vbs::test
