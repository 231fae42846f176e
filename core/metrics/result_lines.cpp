#include "core/metrics/result_lines.h"

#include "core/base/error.h"
#include "core/base/file_io.h"

#include <fstream>

namespace vbs {

namespace {

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
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
    return cells;
}

} // namespace

void forEachCsvLine(const std::filesystem::path& path,
                    const std::function<void(const std::vector<std::string>&, std::size_t)>& visit)
{
    constexpr std::size_t kLongestLine = 1u << 20;
    std::ifstream stream = openForReading(path);
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF"))
            line.erase(0, 3);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.pop_back();
        if (line.size() > kLongestLine || line.find('\0') != std::string::npos)
            throw Error(ErrorCode::CorruptData, path.string() + ": line " + std::to_string(number) + " is no text.");
        if (!line.empty())
            visit(cellsOf(line), number);
    }
}

} // namespace vbs
