#include "core/metrics/confusions.h"

#include <algorithm>
#include <functional>

namespace vbs {

std::vector<MetricReport::Confusion>
mostFrequentConfusions(const std::map<std::pair<std::string, std::string>, std::size_t>& pairs)
{
    std::vector<MetricReport::Confusion> confusions;
    for (const auto& [pair, count] : pairs)
        confusions.push_back({pair.first, pair.second, count});
    std::ranges::stable_sort(confusions, std::greater(), &MetricReport::Confusion::count);
    if (confusions.size() > kMostConfusions)
        confusions.resize(kMostConfusions);
    return confusions;
}

} // namespace vbs
