#include "core/base/error.h"

#include "core/base/one_line.h"

namespace vbs {

ErrorInfo infoOf(const Error& error)
{
    return {error.code(), joinedLines(error.what()), error.said()};
}

} // namespace vbs
