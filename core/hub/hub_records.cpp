#include "core/hub/hub_records.h"

#include "core/base/file_presence.h"
#include "core/base/hash.h"
#include "core/base/json.h"

namespace vbs {

namespace fs = std::filesystem;

namespace {

/// A source's place is what a pin holds for: another commit is another file.
fs::path pinPath(const fs::path& data, const CatalogFile& file)
{
    const FileSource* source = file.hubSource();
    const std::string place = source != nullptr ? source->address("") : file.id;
    return data / "pins" / (sha256(place) + ".json");
}

fs::path notePath(const fs::path& data, const fs::path& path)
{
    return data / "downloads" / (sha256(path.string()) + ".json");
}

/// A record that cannot be read is none.
Json recordAt(const fs::path& path)
{
    if (!isThere(path))
        return Json::object();
    try {
        Json json = readJsonFile(path, 1u << 20);
        return json.is_object() ? json : Json::object();
    } catch (const Error&) {
        return Json::object();
    }
}

std::string textIn(const Json& json, const char* key)
{
    const Json value = json.value(key, Json());
    return value.is_string() ? value.get<std::string>() : "";
}

std::uintmax_t numberIn(const Json& json, const char* key)
{
    const Json value = json.value(key, Json());
    return value.is_number_unsigned() ? value.get<std::uintmax_t>() : 0;
}

} // namespace

void applyPin(const fs::path& data, CatalogFile& file)
{
    if (data.empty() || (file.bytesExact && file.hash().isKnown()))
        return;
    const Json pin = recordAt(pinPath(data, file));
    const std::string sha = textIn(pin, "sha256"), git = textIn(pin, "git_sha1");
    const std::uintmax_t bytes = numberIn(pin, "bytes");
    if (bytes == 0 || (!file.sha256.empty() && sha != file.sha256))
        return;
    if (sha.size() == 64 && isContentHash(sha))
        file.sha256 = sha;
    if (file.gitSha1.empty() && git.size() == 40 && isContentHash(git))
        file.gitSha1 = git;
    if (file.hash().isKnown()) {
        file.bytes = bytes;
        file.bytesExact = true;
    }
}

void keepPin(const fs::path& data, const CatalogFile& file)
{
    OrderedJson json = {{"file", file.id}, {"bytes", file.bytes}};
    if (!file.sha256.empty())
        json["sha256"] = file.sha256;
    if (!file.gitSha1.empty())
        json["git_sha1"] = file.gitSha1;
    writeJsonFile(pinPath(data, file), json);
}

std::optional<WrittenFile> writtenFile(const fs::path& data, const fs::path& path)
{
    const Json json = recordAt(notePath(data, path));
    if (textIn(json, "path") != path.string())
        return std::nullopt;
    WrittenFile file{path, numberIn(json, "bytes"), {}};
    if (const Json beside = json.value("beside", Json()); beside.is_array())
        for (const Json& item : beside)
            if (item.is_string())
                file.beside.emplace_back(item.get<std::string>());
    return file;
}

void noteWritten(const fs::path& data, const WrittenFile& file)
{
    OrderedJson json = {{"path", file.path.string()}, {"bytes", file.bytes}, {"beside", OrderedJson::array()}};
    for (const fs::path& path : file.beside)
        json["beside"].push_back(path.string());
    writeJsonFile(notePath(data, file.path), json);
}

void forgetWritten(const fs::path& data, const fs::path& path)
{
    std::error_code code;
    fs::remove(notePath(data, path), code);
}

} // namespace vbs
