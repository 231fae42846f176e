#include "core/datasets/picture_folder.h"

#include "core/base/error.h"
#include "core/image/picture_header.h"

#include <algorithm>
#include <utility>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFiles = 10'000'000;

bool leadsOut(const fs::path& path)
{
    return path.has_root_path() || std::ranges::any_of(path, [](const fs::path& part) { return part == ".."; });
}

/// Leaves the first where none is a picture: reading it will say what it is.
void keepPictures(std::vector<fs::path>& files)
{
    std::ranges::sort(files);
    const fs::path first = files.front();
    std::erase_if(files, [](const fs::path& file) { return !formatOfFile(file); });
    if (files.empty())
        files.push_back(first);
}

} // namespace

PictureFolder::PictureFolder(fs::path folder) : m_folder(std::move(folder))
{
    std::error_code code;
    if (!m_folder.empty() && !fs::is_directory(m_folder, code))
        throw Error(ErrorCode::FileNotFound, m_folder.string() + " is not a folder with pictures.");
}

fs::path PictureFolder::find(const std::string& name, const std::string& neededBy)
{
    if (name.empty() || name.find('\0') != std::string::npos || leadsOut(name)) {
        throw Error(ErrorCode::InvalidArgument,
                    neededBy + " names the picture \"" + name + "\", which leads out of " + m_folder.string() + ".");
    }
    std::error_code code;
    if (const fs::path there = m_folder / name; fs::is_regular_file(there, code))
        return there;
    list();
    auto found = m_byName.find(fs::path(name).filename().string());
    if (found == m_byName.end())
        found = m_byName.find(fs::path(name).stem().string());
    if (found == m_byName.end()) {
        throw Error(ErrorCode::FileNotFound, neededBy + " needs the picture " + name + ", which is not in " +
                                                 m_folder.string() + " or below it.");
    }
    std::vector<fs::path>& files = found->second;
    if (files.size() > 1)
        keepPictures(files);
    if (files.size() > 1) {
        throw Error(ErrorCode::InvalidArgument, neededBy + " needs the picture " + name + ", and both " +
                                                    files[0].string() + " and " + files[1].string() +
                                                    " have that name: move one away.");
    }
    return files[0];
}

fs::path PictureFolder::place(const std::string& name, const std::string& neededBy)
{
    if (m_folder.empty())
        return name;
    try {
        return find(name, neededBy);
    } catch (const Error& e) {
        if (e.code() == ErrorCode::FileNotFound)
            return m_folder / name;
        throw;
    }
}

void PictureFolder::list()
{
    if (std::exchange(m_listed, true))
        return;
    std::size_t count = 0;
    try {
        for (const auto& entry :
             fs::recursive_directory_iterator(m_folder, fs::directory_options::skip_permission_denied)) {
            std::error_code code;
            if (!entry.is_regular_file(code) || entry.path().filename().native().starts_with('.'))
                continue;
            if (++count > kMaxFiles)
                throw Error(ErrorCode::TooLarge, m_folder.string() + " holds more than ten million files.");
            m_byName[entry.path().filename().string()].push_back(entry.path());
            if (entry.path().has_extension())
                m_byName[entry.path().stem().string()].push_back(entry.path());
        }
    } catch (const fs::filesystem_error& e) {
        throw Error(ErrorCode::FileUnreadable, m_folder.string() + " cannot be listed: " + e.code().message() + ".");
    }
}

} // namespace vbs
