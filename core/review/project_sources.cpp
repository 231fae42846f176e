#include "core/review/project_sources.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/data/picture_list.h"

#include <algorithm>

namespace vbs {

namespace {

namespace fs = std::filesystem;

std::int64_t timeOf(const fs::path& path)
{
    std::error_code code;
    return std::chrono::duration_cast<std::chrono::nanoseconds>(fs::last_write_time(path, code).time_since_epoch())
        .count();
}

/// What a file or a folder looks like from outside.
SourceFile outsideOf(const std::string& role, const fs::path& path)
{
    std::error_code code;
    SourceFile source{role, path, 0, 0, {}};
    if (!fs::exists(path, code))
        throw Error(ErrorCode::FileNotFound, sentence("%1 does not exist.", path.string()));
    if (!fs::is_directory(path, code)) {
        source.bytes = fs::file_size(path, code);
        source.changed = timeOf(path);
        return source;
    }
    const std::vector<std::string> unlisted = filesBelow(path, [&](const fs::path& file) {
        source.bytes += fs::file_size(file, code);
        source.changed = std::max(source.changed, timeOf(file));
    });
    if (!unlisted.empty())
        throw Error(ErrorCode::FileUnreadable, unlisted.front());
    return source;
}

std::string hashOf(const fs::path& path, const JobControl& control)
{
    std::error_code code;
    if (!fs::is_directory(path, code))
        return sha256OfFile(path);
    std::vector<fs::path> files;
    filesBelow(path, [&](const fs::path& file) { files.push_back(file); });
    std::ranges::sort(files);
    std::string names;
    for (const fs::path& file : files) {
        control.throwIfStopped();
        names += file.lexically_relative(path).string() + '\n' + sha256OfFile(file) + '\n';
    }
    return sha256(names);
}

std::vector<std::pair<std::string, fs::path>> rolesOf(const DatasetFiles& files)
{
    std::vector<std::pair<std::string, fs::path>> roles;
    if (!files.dataset.empty())
        roles.emplace_back("dataset", files.dataset);
    if (!files.annotations.empty())
        roles.emplace_back("annotations", files.annotations);
    return roles;
}

} // namespace

std::vector<SourceFile> sourcesOf(const DatasetFiles& files, const JobControl& control)
{
    std::vector<SourceFile> sources;
    for (const auto& [role, path] : rolesOf(files)) {
        control.report(forPeople("Reading the data set's files"));
        sources.push_back(outsideOf(role, path));
        sources.back().sha256 = hashOf(path, control);
    }
    return sources;
}

std::vector<ChangedSource> changedSources(const ReviewProject& project, const JobControl& control)
{
    std::vector<ChangedSource> changes;
    for (const SourceFile& source : project.sources) {
        try {
            const SourceFile now = outsideOf(source.role, source.path);
            if (now.bytes == source.bytes &&
                (now.changed == source.changed || hashOf(now.path, control) == source.sha256))
                continue;
            changes.push_back({source.path, true,
                               source.path.string() + " has changed since the project was made: `visualbert review "
                                                      "carry-over` makes a new project of it with "
                                                      "all decisions, and an export needs the file as it was."});
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled)
                throw;
            changes.push_back(
                {source.path, false, std::string(e.what()) + " The project stays usable; an export needs the file."});
        }
    }
    return changes;
}

} // namespace vbs
