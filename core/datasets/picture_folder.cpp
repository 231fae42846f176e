#include "core/datasets/picture_folder.h"

#include "core/base/error.h"
#include "core/data/picture_list.h"
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

} // namespace

PictureFolder::PictureFolder(fs::path folder) : m_folder(std::move(folder))
{
    std::error_code code;
    if (!m_folder.empty() && !fs::is_directory(m_folder, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 is not a folder with pictures.", m_folder.string()));
}

fs::path PictureFolder::find(const std::string& name, const std::string& neededBy)
{
    return search(withSlashes(name), neededBy, true);
}

fs::path PictureFolder::findFile(const std::string& name, const std::string& neededBy)
{
    return search(withSlashes(name), neededBy, false);
}

fs::path PictureFolder::search(const std::string& name, const std::string& neededBy, bool picture)
{
    const std::string what = picture ? " needs the picture " : " needs the file ";
    if (name.empty() || name.find('\0') != std::string::npos || leadsOut(name)) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1%2%3\", which leads out of %4.", neededBy,
                             picture ? sentence(" names the picture \"") : sentence(" names the file \""), name,
                             m_folder.string()));
    }
    std::error_code code;
    if (const fs::path there = m_folder / name; fs::is_regular_file(there, code))
        return there;
    list();
    std::vector<std::size_t> found = m_files.findFile(name, false).records;
    if (found.empty() && picture) {
        found = m_files.findFile(name, true).records;
        std::erase_if(found, [&](std::size_t file) { return !looksLikePicture(pathOf(file)); });
    }
    if (found.size() > 1 && picture) {
        const std::size_t first = found.front(); // where none is a picture: reading it will say what it is
        std::erase_if(found, [&](std::size_t file) { return !formatOfFile(pathOf(file)); });
        if (found.empty())
            found = {first};
    }
    if (found.empty()) {
        throw Error(
            ErrorCode::FileNotFound,
            sentence("%1%2%3, which is not in %4 or below it%5", neededBy, what, name, m_folder.string(),
                     (m_unlisted == 0 ? "." : " (" + std::to_string(m_unlisted) + " folders there cannot be read).")));
    }
    if (found.size() > 1) {
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1%2%3, and both %4 and %5 have that name: move one away.", neededBy, what, name,
                             pathOf(found[0]).string(), pathOf(found[1]).string()));
    }
    return pathOf(found.front());
}

PictureFolder::Place PictureFolder::place(const std::string& name, const std::string& neededBy)
{
    if (m_folder.empty())
        return {withSlashes(name), ""};
    try {
        return {find(name, neededBy).string(), ""};
    } catch (const Error& e) {
        return {(m_folder / withSlashes(name)).string(), e.what()};
    }
}

void PictureFolder::list()
{
    if (std::exchange(m_listed, true))
        return;
    std::vector<fs::path> files;
    m_unlisted =
        filesBelow(m_folder, [&](const fs::path& file) {
            if (file.filename().native().starts_with('.'))
                return;
            if (files.size() == kMaxFiles)
                throw Error(ErrorCode::TooLarge, sentence("%1 holds more than ten million files.", m_folder.string()));
            files.push_back(file.lexically_relative(m_folder));
        }).size();
    std::ranges::sort(files);
    for (std::size_t i = 0; i < files.size(); ++i)
        m_files.add(files[i].generic_string(), i);
}

} // namespace vbs
