#pragma once

#include <cstddef>

namespace vbs {

/// McNemar's exact test of two models that were asked the same: how probable a division of the items that only one of
/// them has right, as uneven as this one or more so, is if both are equally good (McNemar 1947; two-sided, by the
/// binomial distribution). 1 where there are none. @return 0..1.
double mcNemarExact(std::size_t onlyOne, std::size_t onlyOther);

} // namespace vbs
