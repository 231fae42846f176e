#pragma once

#include "core/base/one_line.h"
#include "core/engine/inference_types.h"

#include <exception>
#include <new>
#include <optional>

namespace vbs {

/// What some work throws, as a value with one line; nothing when it is done.
template <typename Work> std::optional<ErrorInfo> problemOf(Work&& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const Error& e) {
        return infoOf(e);
    } catch (const std::bad_alloc&) {
        return ErrorInfo{ErrorCode::TooLarge, forPeople("There is not enough memory for this.")};
    } catch (const std::exception& e) {
        return ErrorInfo{ErrorCode::Internal, firstLine(e.what())};
    }
}

} // namespace vbs
