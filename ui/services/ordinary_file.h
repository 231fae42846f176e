#pragma once

#include <QString>

namespace vbs {

/// Passes what is an ordinary file, or is not there. Reading a pipe or a device may never end, and the window waits for
/// its readers when it closes. @throws Error (FileUnreadable).
void requireOrdinaryFile(const QString& path);

} // namespace vbs
