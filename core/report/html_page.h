#pragma once

#include <string>

/// Parts of HTML reports.
namespace vbs::html {

/// A page that needs nothing else: no scripts, a policy that forbids loading anything, light or dark as the reader
/// prefers. Sections, headings and tables have their looks.
/// @param style further rules. @param body below the title as heading; its texts are escaped already.
std::string page(const std::string& title, const std::string& style, const std::string& body);

} // namespace vbs::html
