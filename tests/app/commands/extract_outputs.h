#pragma once

#include "core/base/file_io.h"
#include "core/base/json.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

namespace vbs::test {

/// The header of a .safetensors file, with its length checked against the file's.
inline Json headerOf(const std::filesystem::path& path)
{
    const std::string file = readTextFile(path);
    std::uint64_t length = 0;
    if (file.size() < 8)
        return {};
    std::memcpy(&length, file.data(), 8);
    if (length > file.size() - 8)
        return {};
    const Json header = Json::parse(file.substr(8, length));
    std::uint64_t end = 0;
    for (const auto& [name, entry] : header.items())
        if (name != "__metadata__")
            end = std::max(end, entry["data_offsets"][1].get<std::uint64_t>());
    return file.size() == 8 + length + end ? header : Json();
}

inline std::vector<float> floatsOf(const std::filesystem::path& path, const char* name)
{
    const std::string file = readTextFile(path);
    std::uint64_t length = 0;
    std::memcpy(&length, file.data(), 8);
    const Json entry = Json::parse(file.substr(8, length)).at(name);
    const std::size_t begin = entry["data_offsets"][0], end = entry["data_offsets"][1];
    std::vector<float> values((end - begin) / sizeof(float));
    std::memcpy(values.data(), file.data() + 8 + length + begin, end - begin);
    return values;
}

inline std::size_t filesIn(const std::filesystem::path& folder)
{
    std::error_code code;
    std::size_t count = 0;
    for (std::filesystem::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        count += at->path().extension() == ".safetensors";
    return count;
}

inline std::size_t rowsIn(const std::filesystem::path& tsv)
{
    std::error_code code;
    if (!std::filesystem::exists(tsv, code))
        return 0;
    const std::string text = readTextFile(tsv);
    return std::size_t(std::count(text.begin(), text.end(), '\n'));
}

} // namespace vbs::test
