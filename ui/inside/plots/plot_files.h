#pragma once

#include "ui/inside/plots/plot.h"

#include <filesystem>

namespace vbs {

/// The drawing in two pixels for each of the screen's.
QByteArray plotPng(const Plot& plot);
QByteArray plotSvg(const Plot& plot);

/// Writes what the suffix says: .png, .svg or .csv. @throws Error (InvalidArgument) for another one, or a plot that is
/// empty; (Io) as writeFileAtomically.
void writePlot(const Plot& plot, const std::filesystem::path& file);

} // namespace vbs
