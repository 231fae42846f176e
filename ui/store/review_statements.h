#pragma once

#include <QStringList>

namespace vbs {

/// What makes a project's tables of the format before it; of format 0, which is an empty file. Never change one that
/// was released: add another. A new project takes all steps, so that it has what an older one has that took the last.
QStringList fileStep(int format);

/// The same for a schema on a server, which began with format 2.
QStringList serverStep(int format);

} // namespace vbs
