#pragma once

#include "core/metrics/bootstrap.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace vbs {

/// What is measured: a results file, by the data set that it is about.
struct MetricFiles {
    std::filesystem::path dataset, annotations, results;
    bool partial = false; ///< items without a result are left out, where they have ids

    /// What holds the truth: the annotations, where they are kept apart.
    const std::filesystem::path& truth() const { return annotations.empty() ? dataset : annotations; }
};

/// A kind of results.
struct MetricFormat {
    std::string_view name;                        ///< of --format: "vqa-v2"
    std::string_view title;                       ///< for people
    std::string_view truth;                       ///< what the data set's files are, for the help
    std::string_view results;                     ///< what the results file is
    bool (*recognises)(const MetricFiles& files); ///< by a look at the beginning; throws nothing
    MetricReport (*report)(const MetricFiles& files, const BootstrapOptions& options);
};

/// Every kind, in the order in which recognition tries them. A new one is a row here.
std::span<const MetricFormat> metricFormats();

/// The kind of these files. @param name of --format; empty: told by their contents.
/// @throws Error (InvalidArgument) for an unknown name, without a results file or a data set; (FileNotFound);
/// (CorruptData) for an empty file; (UnsupportedFormat) naming the file and the formats.
const MetricFormat& metricFormatOf(const MetricFiles& files, std::string_view name = {});

} // namespace vbs
