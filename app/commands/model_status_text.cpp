#include "app/commands/model_status_text.h"

#include <cstdio>

namespace vbs {

std::string sizeText(std::uintmax_t bytes)
{
    if (bytes < 100000)
        return std::to_string(bytes) + " bytes";
    char text[32];
    std::snprintf(text, sizeof text, bytes < 10000000 ? "%.1f MB" : "%.0f MB", double(bytes) / 1e6);
    return text;
}

OrderedJson statusJson(const CatalogEntry& entry, const ModelStatus& status)
{
    OrderedJson json = {{"name", entry.name},
                        {"kind", nameOf(entry.kind)},
                        {"title", entry.title},
                        {"description", entry.description},
                        {"tasks", entry.tasks},
                        {"license", entry.license},
                        {"state", nameOf(status.state)},
                        {"folder", status.folder.string()},
                        {"bytes", status.bytes},
                        {"bytes_on_disk", status.bytesOnDisk}};
    if (!status.message.empty())
        json["message"] = status.message;
    if (entry.memoryBytes > 0)
        json["memory_bytes"] = entry.memoryBytes;
    if (entry.secondsPerPicture > 0)
        json["seconds_per_picture"] = entry.secondsPerPicture;
    if (!entry.accuracy.empty())
        json["accuracy"] = entry.accuracy;
    json["weaknesses"] = entry.weaknesses;
    json["files"] = OrderedJson::array();
    for (const ModelFile& file : status.files) {
        OrderedJson row = {{"file", file.id}, {"bytes", file.bytes}, {"license", file.license}};
        if (!file.bytesExact)
            row["about"] = true;
        if (!file.path.empty()) {
            row["path"] = file.path.string();
            row["where"] = file.where;
            row["proven"] = file.proven;
        } else {
            row["address"] = file.address;
            row["bytes_there"] = file.partBytes;
        }
        json["files"].push_back(row);
    }
    return json;
}

} // namespace vbs
