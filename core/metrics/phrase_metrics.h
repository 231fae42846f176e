#pragma once

#include "core/metrics/bootstrap.h"

#include <string>
#include <vector>

namespace vbs {

/// By its corners, in pixels. Double precision: overlaps at the bound must fall on the side on which the numbers of the
/// file have them.
struct PhraseBox {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

/// A phrase with the regions that may be meant.
struct PhraseMeasured {
    std::string picture;
    std::string type;               ///< "people", "clothing" …; may be empty
    std::vector<PhraseBox> regions; ///< of the picture
    std::vector<double> scores;     ///< one a region; the greatest is the first guess, of equal ones the first
    std::vector<PhraseBox> gold;    ///< annotated; empty: the phrase does not count
};

/// Collects phrases one by one: recall at 1, 5 and 10 (a phrase is found when one of the best regions has an IoU of at
/// least .5 with one of its boxes), the upper bound (any region has), and all four by type.
class PhraseMetrics {
public:
    void add(const PhraseMeasured& phrase);

    /// The same from what is known already. @param rank of the first region that fits, from 0; -1: none of the best
    /// ten.
    void add(const std::string& picture, const std::string& type, int rank, bool withinAnyRegion);

    MetricReport report(const BootstrapOptions& options) const;

private:
    GroupedMeans m_means;
};

} // namespace vbs
