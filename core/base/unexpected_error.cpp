#include "core/base/unexpected_error.h"

#include "core/base/one_line.h"

#include <new>

namespace vbs {

Error outOfMemory()
{
    return Error(ErrorCode::TooLarge, sentence("There is not enough free memory for this: close other programs, or use "
                                               "a smaller picture, batch or model."));
}

Error unexpectedError(const std::exception& exception)
{
    if (const auto* known = dynamic_cast<const Error*>(&exception))
        return *known;
    if (dynamic_cast<const std::bad_alloc*>(&exception))
        return outOfMemory();
    return Error(ErrorCode::Internal, sentence("An unexpected error occurred: %1", firstLine(exception.what())));
}

} // namespace vbs
