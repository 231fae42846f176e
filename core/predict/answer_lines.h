#pragma once

#include "core/review/predicted_result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vbs {

/// What a run keeps of an example, as a line of JSON: {"item": its place in the data set, from 0, "id", and what
/// recordOf writes}; or {"item", "id", "fault": why it was not asked}.
/// @param record what recordOf wrote.
std::string answerLine(std::uint32_t item, const std::string& id, const std::string& record);
std::string faultLine(std::uint32_t item, const std::string& id, const std::string& fault);

/// A line that was read.
struct AnswerLine {
    std::uint32_t item = 0;
    std::string id, fault;
    PredictedResult result; ///< where there is no fault
};
/// @throws Error (CorruptData) naming the place for anything but what the functions above write.
AnswerLine answerLineOf(const std::string& line, const std::string& place);

/// Where a line lies.
struct LinePlace {
    std::uint32_t item = 0;
    std::uint64_t begin = 0, end = 0; ///< bytes; the line's end is not counted
    bool isFault = false;
};

/// The lines of a shard's file, read only as far as this. A last line without its end, as a power cut may
/// leave, is not there. A missing file has none.
/// @param whole gets the bytes of whole lines; may be null.
/// @throws Error naming the file (FileUnreadable); (CorruptData) for a line that no shard wrote.
std::vector<LinePlace> linesOf(const std::filesystem::path& file, std::uint64_t* whole = nullptr);

/// A shard's file while it is written: whole lines only, also when the program is killed. One thread uses it.
class AnswerFile {
public:
    /// Cuts the file back to its whole lines and goes on behind them. @throws Error (FileUnwritable).
    AnswerFile(std::filesystem::path file, std::uint64_t whole);
    ~AnswerFile();
    AnswerFile(const AnswerFile&) = delete;
    AnswerFile& operator=(const AnswerFile&) = delete;

    /// @param lines with their ends. @throws Error (FileUnwritable) with the system's reason; what was written of them
    /// is taken back.
    void append(std::string_view lines);
    void synchronise() const; ///< waits for the disk. @throws Error (FileUnwritable).

private:
    [[noreturn]] void fail(int reason) const;

    std::filesystem::path m_path;
    int m_file = -1;
    std::uint64_t m_bytes = 0;
};

} // namespace vbs
