#include "core/data/picture_list.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/image/picture_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 11> kSuffixes = {".png", ".jpg",  ".jpeg", ".bmp", ".gif", ".webp",
                                                        ".tif", ".tiff", ".ppm",  ".pgm", ".pnm"};

bool looksLikePicture(const fs::path& path)
{
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::ranges::find(kSuffixes, suffix) != kSuffixes.end())
        return true;
    return formatOfFile(path).has_value();
}

bool isHidden(const fs::path& relative)
{
    return std::ranges::any_of(relative, [](const fs::path& part) { return part.native().starts_with('.'); });
}

struct Found {
    fs::path path;
    fs::path relative; ///< to the folder that was named
};

void addFolder(const fs::path& folder, std::vector<Found>& found)
{
    std::vector<Found> inside;
    try {
        for (const auto& entry :
             fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied)) {
            const fs::path relative = entry.path().lexically_relative(folder);
            std::error_code code;
            if (!isHidden(relative) && entry.is_regular_file(code) && looksLikePicture(entry.path()))
                inside.push_back({entry.path(), relative});
        }
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::FileUnreadable, folder.string() + " cannot be listed: " + e.code().message() + ".");
    }
    std::ranges::sort(inside, {}, &Found::path);
    found.insert(found.end(), inside.begin(), inside.end());
}

std::string idOf(const fs::path& relative, bool withSuffix)
{
    return (withSuffix ? relative : fs::path(relative).replace_extension()).generic_string();
}

} // namespace

std::vector<ListedPicture> listPictures(const std::vector<fs::path>& filesAndFolders)
{
    std::vector<Found> found;
    std::error_code code;
    for (const fs::path& given : filesAndFolders) {
        if (fs::is_directory(given, code))
            addFolder(given, found);
        else
            found.push_back({given, given.filename()});
    }
    std::set<std::string> seen;
    std::erase_if(found, [&](const Found& one) { return !seen.insert(one.path.lexically_normal().string()).second; });

    std::map<std::string, int> timesById;
    for (const Found& one : found)
        ++timesById[idOf(one.relative, false)];
    std::vector<ListedPicture> pictures;
    std::map<std::string, std::string> pathById;
    for (const Found& one : found) {
        std::string id = idOf(one.relative, timesById[idOf(one.relative, false)] > 1);
        const auto [other, isNew] = pathById.try_emplace(id, one.path.string());
        if (!isNew) {
            throw Error(ErrorCode::InvalidArgument, other->second + " and " + one.path.string() +
                                                        " have one name, so their results would overwrite each other: "
                                                        "name the folder above both instead, or rename one.");
        }
        pictures.push_back({one.path, std::move(id)});
    }
    return pictures;
}

std::vector<fs::path> readPictureList(const fs::path& list)
{
    std::vector<fs::path> paths;
    std::error_code code;
    for (const std::string& line : readLines(list)) {
        if (line.find_first_not_of(" \t") == std::string::npos)
            continue;
        const fs::path path(line), beside = list.parent_path() / path;
        paths.push_back(!fs::exists(path, code) && fs::exists(beside, code) ? beside : path);
    }
    return paths;
}

} // namespace vbs
