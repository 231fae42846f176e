#include "ui/store/project_record.h"

#include "core/base/error.h"

#include <algorithm>

namespace vbs {

namespace {

namespace fs = std::filesystem;

OrderedJson jsonOfPath(const fs::path& path, const fs::path& folder)
{
    return {{"absolute", path.string()}, {"relative", path.lexically_relative(folder).string()}};
}

/// Beside the project if something is there, else where it was.
fs::path pathOfJson(const Json& json, const fs::path& folder)
{
    const std::string relative = json.at("relative"), absolute = json.at("absolute");
    std::error_code code;
    const fs::path beside = (folder / relative).lexically_normal();
    return !relative.empty() && !absolute.empty() && fs::exists(beside, code) ? beside : fs::path(absolute);
}

} // namespace

OrderedJson recordOf(const ReviewProject& project, const fs::path& folder)
{
    OrderedJson sources = OrderedJson::array();
    for (const SourceFile& source : project.sources) {
        sources.push_back({{"role", source.role},
                           {"path", jsonOfPath(source.path, folder)},
                           {"bytes", source.bytes},
                           {"changed", source.changed},
                           {"sha256", source.sha256}});
    }
    return {{"name", project.name},
            {"format", project.format},
            {"dataset", jsonOfPath(project.files.dataset, folder)},
            {"annotations", jsonOfPath(project.files.annotations, folder)},
            {"images", jsonOfPath(project.files.images, folder)},
            {"sources", sources},
            {"reviewers_wanted", project.reviewersWanted},
            {"model", project.model}};
}

ReviewProject reviewProjectOfRecord(const Json& record, const fs::path& folder, const std::string& name)
{
    try {
        ReviewProject project;
        project.name = record.at("name");
        project.format = record.at("format");
        project.files = {pathOfJson(record.at("dataset"), folder), pathOfJson(record.at("annotations"), folder),
                         pathOfJson(record.at("images"), folder)};
        for (const Json& json : record.at("sources")) {
            project.sources.push_back({json.at("role"), pathOfJson(json.at("path"), folder), json.at("bytes"),
                                       json.at("changed"), json.at("sha256")});
        }
        project.reviewersWanted = std::clamp(record.at("reviewers_wanted").get<int>(), 1, kMostReviewersWanted);
        project.model = record.at("model");
        return project;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, sentence("%1 is damaged: restore it from a backup.", name));
    }
}

} // namespace vbs
