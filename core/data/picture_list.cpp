#include "core/data/picture_list.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/data/picture_names.h"
#include "core/image/picture_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 12> kSuffixes = {".png", ".jpg",  ".jpeg", ".bmp", ".gif", ".webp",
                                                        ".tif", ".tiff", ".ppm",  ".pgm", ".pnm", ".pbm"};

bool isHidden(const fs::path& relative)
{
    return std::ranges::any_of(relative, [](const fs::path& part) { return part.native().starts_with('.'); });
}

struct Found {
    fs::path path;
    fs::path relative; ///< to the folder that was named
};

void addFolder(const fs::path& folder, std::vector<Found>& found, std::vector<std::string>& unlisted)
{
    std::vector<Found> inside;
    const std::vector<std::string> unread = filesBelow(folder, [&](const fs::path& file) {
        const fs::path relative = file.lexically_relative(folder);
        if (!isHidden(relative) && looksLikePicture(file))
            inside.push_back({file, relative});
    });
    unlisted.insert(unlisted.end(), unread.begin(), unread.end());
    std::ranges::sort(inside, {}, &Found::path);
    found.insert(found.end(), inside.begin(), inside.end());
}

/// "data" of data/train/1.png and data/val/1.png; empty when only the root or nothing holds both.
fs::path commonFolder(const fs::path& one, const fs::path& other)
{
    const fs::path a = one.lexically_normal().parent_path(), b = other.lexically_normal().parent_path();
    fs::path common;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end() && *i == *j; ++i, ++j)
        common /= *i;
    return common == common.root_path() ? fs::path() : common;
}

bool holds(const fs::path& folder, const fs::path& inside)
{
    std::error_code code;
    const fs::path relative = fs::weakly_canonical(inside, code).lexically_relative(fs::weakly_canonical(folder, code));
    return !relative.empty() && *relative.begin() != "..";
}

/// What a line of a list means.
fs::path pathOfLine(const std::string& line, const fs::path& list)
{
    std::error_code code;
    for (const std::string& text : {line, withSlashes(line)})
        for (const fs::path& path : {fs::path(text), list.parent_path() / text})
            if (fs::exists(path, code))
                return path;
    return line;
}

std::string idOf(const fs::path& relative, bool withSuffix)
{
    return (withSuffix ? relative : fs::path(relative).replace_extension()).generic_string();
}

} // namespace

bool looksLikePicture(const fs::path& path)
{
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::ranges::find(kSuffixes, suffix) != kSuffixes.end())
        return true;
    return formatOfFile(path).has_value();
}

std::vector<std::string> filesBelow(const fs::path& folder, const std::function<void(const fs::path&)>& visit)
{
    std::vector<std::string> unlisted;
    std::vector<fs::path> folders{folder};
    while (!folders.empty()) {
        const fs::path at = std::move(folders.back());
        folders.pop_back();
        std::error_code code, ignored;
        for (fs::directory_iterator entry(at, code), end; !code && entry != end; entry.increment(code)) {
            if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
                folders.push_back(entry->path());
            else if (entry->is_regular_file(ignored))
                visit(entry->path());
        }
        if (!code)
            continue;
        const std::string sentence = at.string() + " cannot be listed: " + code.message() + ".";
        if (at == folder)
            throw Error(ErrorCode::FileUnreadable, sentence);
        unlisted.push_back(sentence);
    }
    return unlisted;
}

PictureList listPictures(const std::vector<fs::path>& filesAndFolders)
{
    PictureList list;
    std::vector<Found> found;
    std::error_code code;
    for (const fs::path& given : filesAndFolders) {
        if (fs::is_directory(given, code))
            addFolder(given, found, list.unlisted);
        else
            found.push_back({given, given.filename()});
    }
    std::set<std::string> seen;
    std::erase_if(found, [&](const Found& one) { return !seen.insert(one.path.lexically_normal().string()).second; });

    std::map<std::string, int> timesById;
    for (const Found& one : found)
        ++timesById[idOf(one.relative, false)];
    std::map<std::string, std::string> pathById;
    for (const Found& one : found) {
        std::string id = idOf(one.relative, timesById[idOf(one.relative, false)] > 1);
        const auto [other, isNew] = pathById.try_emplace(id, one.path.string());
        if (!isNew) {
            const fs::path common = commonFolder(other->second, one.path);
            throw Error(ErrorCode::InvalidArgument,
                        sentence("%1 and %2 have the same name, so their results would overwrite each other: %3",
                                 other->second, one.path.string(),
                                 (common.empty() ? "extract them one after the other, each "
                                                   "with an --output of its own."
                                                 : "name the folder above both instead, " + common.string() + ".")));
        }
        list.pictures.push_back({one.path, std::move(id)});
    }
    return list;
}

std::vector<fs::path> readPictureList(const fs::path& list)
{
    std::vector<fs::path> paths;
    std::error_code code;
    std::size_t number = 0;
    for (const std::string& line : readLines(list)) {
        const std::string where = list.string() + ", line " + std::to_string(++number);
        if (line.find_first_not_of(" \t") == std::string::npos)
            continue;
        const fs::path path = pathOfLine(line, list);
        if (fs::is_directory(path, code) && holds(path, fs::current_path(code))) {
            throw Error(
                ErrorCode::InvalidArgument,
                sentence(
                    "%1 names the folder %2, which contains everything here: name the folder that the pictures are in.",
                    where, line));
        }
        paths.push_back(path);
    }
    return paths;
}

} // namespace vbs
