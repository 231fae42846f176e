#pragma once

#include "core/base/sentence.h"

#include <stdexcept>
#include <string>
#include <string_view>

namespace vbs {

/// What went wrong, in classes that a caller (or a translation) can act on.
enum class ErrorCode {
    InvalidArgument,   ///< the caller or user asked for something that makes no sense
    FileNotFound,      ///< a named file or folder does not exist
    FileUnreadable,    ///< it exists but cannot be read
    FileUnwritable,    ///< it cannot be written (permission, no space)
    UnsupportedFormat, ///< a well-formed file of a kind that is not handled
    CorruptData,       ///< a file breaks the rules of its own format
    TooLarge,          ///< a size beyond a stated limit
    Mismatch,          ///< two things do not fit together (feature sizes, shapes, classes)
    Cancelled,         ///< stopped on request
    Internal           ///< a fault of this program
};

/// The one exception type of core. what() is a whole sentence in plain English that names
/// the file, key or line concerned and, where there is one, the way out.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, const std::string& message) : Error(code, Sentence(message)) {}
    /// A message that the window can say in its language.
    Error(ErrorCode code, Sentence said) : std::runtime_error(said.english()), m_code(code), m_said(std::move(said)) {}

    ErrorCode code() const { return m_code; }
    const Sentence& said() const { return m_said; } ///< its English is what()

    /// The same error with "context: " before its message.
    Error withContext(std::string_view context) const { return Error(m_code, sentence("%1: %2", context, m_said)); }

private:
    ErrorCode m_code;
    Sentence m_said;
};

/// An Error as a value, for the edge between threads.
struct ErrorInfo {
    ErrorCode code = ErrorCode::Internal;
    std::string message; ///< one line
    Sentence said{};     ///< the message as core made it; plain where another library made it
};

/// The error's message in one line, and as it was made.
ErrorInfo infoOf(const Error& error);

} // namespace vbs
