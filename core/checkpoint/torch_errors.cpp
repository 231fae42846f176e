#include "core/checkpoint/torch_errors.h"

#include "core/base/one_line.h"
#include "core/base/unexpected_error.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include <c10/util/Exception.h>

namespace vbs {

namespace {

bool saysAnyOf(std::string_view text, std::span<const std::string_view> phrases)
{
    return std::ranges::any_of(phrases,
                               [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

} // namespace

Error asError(const std::exception& exception)
{
    // What the allocators of LibTorch, CUDA and its libraries say; only some have a type of exception for it.
    constexpr std::array<std::string_view, 3> gpu{"CUDA out of memory", "CUDA error: out of memory", "_ALLOC_FAILED"};
    constexpr std::array<std::string_view, 3> memory{"not enough memory", "can't allocate memory", "out of memory"};
    if (dynamic_cast<const Error*>(&exception))
        return unexpectedError(exception);
    const auto* torch = dynamic_cast<const c10::Error*>(&exception);
    const std::string text = firstLine(torch ? torch->what_without_backtrace() : exception.what());
    if (saysAnyOf(text, gpu)) {
        return Error(ErrorCode::TooLarge,
                     sentence("The GPU does not have enough free memory for this: close other programs that use "
                              "it, or compute on the processor (--device cpu)."));
    }
    if (saysAnyOf(text, memory))
        return outOfMemory();
    return torch ? Error(ErrorCode::Internal, sentence("LibTorch reported an error: %1", text))
                 : unexpectedError(exception);
}

} // namespace vbs
