#pragma once

#include <string>
#include <string_view>

namespace vbs {

/// The text for XML and HTML, in elements and in quoted attributes: & < > " ' as references; what is not UTF-8 or may
/// not stand in XML 1.0 (control characters but tab and line breaks, U+FFFE, U+FFFF, surrogates) becomes U+FFFD.
std::string xmlText(std::string_view text);

} // namespace vbs
