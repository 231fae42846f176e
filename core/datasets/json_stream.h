#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace vbs {

/// A JSON file as a stream of values: tells where each begins and ends, and leaves judging them to the parser.
class JsonStream {
public:
    static constexpr int kEnd = -1;

    /// @throws Error (FileNotFound, FileUnreadable); (TooLarge) beyond 4 GB. What reads throws (FileUnreadable), too.
    explicit JsonStream(const std::filesystem::path& path);

    const std::string& file() const { return m_file; }
    std::uint64_t position() const { return m_before + m_at; } ///< bytes taken

    int peek() { return m_at < m_block.size() || fill() ? static_cast<unsigned char>(m_block[m_at]) : kEnd; }
    int take()
    {
        const int c = peek();
        m_at += c == kEnd ? 0 : 1;
        return c;
    }

    /// The next character that is no white space, not taken.
    int peekSign();

    /// The text of the value that begins here; up to the end of the line for one that is none.
    /// @param place names the value in messages. @throws Error (TooLarge) beyond the limit.
    std::string value(std::size_t limit, const std::string& place);

    /// Takes the rest of the line with its line end. @return false when it is longer than the limit and text holds no
    /// more than its beginning.
    bool line(std::size_t limit, std::string& text);

    /// Takes the sign, after white space. @throws Error (CorruptData) with the reason when another one stands here.
    void expect(char sign, const char* why);
    [[noreturn]] void invalid(const std::string& why) const;

private:
    bool fill();
    void takeRun(bool quoted, std::size_t limit, std::string& text);

    std::string m_file;
    std::ifstream m_stream;
    std::string m_block;        ///< of the file
    std::size_t m_at = 0;       ///< what is taken of it
    std::uint64_t m_before = 0; ///< bytes of the file before it
};

} // namespace vbs
