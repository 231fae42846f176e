#pragma once

#include "core/base/error.h"

#include <QString>

namespace vbs {

/// core's texts in the window's language. core knows no Qt: its English is the source, and the translators' tool finds
/// it by sentence() and forPeople().
QString coreText(const Sentence& sentence);
QString coreText(const char* text);        ///< of a table
QString coreText(const std::string& text); ///< of a table, or a whole sentence; unknown ones stay as they are

/// Why something failed, in one line.
QString problemText(const ErrorInfo& problem);

} // namespace vbs
