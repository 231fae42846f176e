#include "core/metrics/result_lines.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>

namespace vbs {

namespace {

constexpr const char* kWhite = " \t\r";

/// @return whether every quote has its end.
bool split(const std::string& line, std::vector<std::string>& cells)
{
    cells.assign(1, "");
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return !quoted;
}

} // namespace

void forEachCsvLine(const std::filesystem::path& path,
                    const std::function<void(const std::vector<std::string>&, std::size_t)>& visit)
{
    constexpr std::size_t kLongestLine = 1u << 20;
    std::ifstream stream = openForReading(path);
    std::string line;
    std::vector<std::string> cells;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF"))
            line.erase(0, 3);
        line.erase(line.find_last_not_of(kWhite) + 1);
        line.erase(0, line.find_first_not_of(kWhite));
        const std::string place = path.string() + ": line " + std::to_string(number);
        if (line.size() > kLongestLine || line.find('\0') != std::string::npos)
            throw Error(ErrorCode::CorruptData, sentence("%1 is no text.", place));
        if (line.empty())
            continue;
        if (!split(line, cells))
            throw Error(ErrorCode::CorruptData, sentence("%1 has a quote without an end.", place));
        visit(cells, number);
    }
}

double numberInCell(const std::string& cell, const std::string& place)
{
    const std::size_t begin = std::min(cell.find_first_not_of(kWhite), cell.size());
    const char *first = cell.data() + begin, *last = cell.data() + cell.find_last_not_of(kWhite) + 1;
    double value = 0;
    const auto [end, code] = std::from_chars(first, last, value);
    if (code != std::errc() || end != last || !std::isfinite(value))
        throw Error(ErrorCode::CorruptData, sentence("%1 has \"%2\" where a number should be.", place, cell));
    return value;
}

} // namespace vbs
