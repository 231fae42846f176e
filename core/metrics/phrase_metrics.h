#pragma once

#include "core/base/geometry.h"
#include "core/metrics/bootstrap.h"

#include <map>
#include <string>
#include <vector>

namespace vbs {

/// A phrase with the regions that may be meant.
struct PhraseMeasured {
    std::string picture;
    std::string type;           ///< "people", "clothing" …; may be empty
    std::vector<Box> regions;   ///< of the picture
    std::vector<double> scores; ///< one a region; the greatest is the first guess, of equal ones the first
    std::vector<Box> gold;      ///< annotated; empty: the phrase does not count
};

/// Collects phrases one by one: recall at 1, 5 and 10 (a phrase is found when one of the best regions has an IoU of at
/// least .5 with one of its boxes), the upper bound (any region has), and recall at 1 by type.
class PhraseMetrics {
public:
    void add(const PhraseMeasured& phrase);

    /// The same from what is known already. @param rank of the first region that fits, from 0; -1: none of the best
    /// ten.
    void add(const std::string& picture, const std::string& type, int rank, bool withinAnyRegion);

    MetricReport report(const BootstrapOptions& options) const;

private:
    GroupedMean m_recall1, m_recall5, m_recall10, m_bound;
    std::map<std::string, GroupedMean> m_byType;
};

} // namespace vbs
