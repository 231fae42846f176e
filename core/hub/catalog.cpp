#include "core/hub/catalog.h"

#include "core/base/file_presence.h"
#include "core/engine/task_table.h"
#include "core/pack/pack_catalog.h"
#include "core/pack/pack_manifest.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr int kCatalogFormat = 1;
constexpr const char* kKinds[] = {"pack", "checkpoint", "extractor", "test"};

/// One object of the catalogue; every key must be asked for, so that a misspelt one is found.
class CatalogReader {
public:
    CatalogReader(const Json& json, std::string file, std::string path)
        : m_json(json), m_file(std::move(file)), m_path(std::move(path))
    {
        if (!json.is_object())
            throw fault("it must be an object");
    }

    bool has(const char* key) { return find(key) != nullptr; }
    std::string text(const char* key)
    {
        const Json* value = find(key);
        if (value == nullptr || !value->is_string() || value->get_ref<const std::string&>().empty())
            throw fault("\"" + std::string(key) + "\" must be a text");
        return value->get<std::string>();
    }
    std::string textOr(const char* key) { return has(key) ? text(key) : ""; }
    std::uintmax_t number(const char* key)
    {
        const Json* value = find(key);
        if (value == nullptr || !value->is_number_unsigned())
            throw fault("\"" + std::string(key) + "\" must be a whole number");
        return value->get<std::uintmax_t>();
    }
    bool flagOr(const char* key, bool otherwise)
    {
        const Json* value = find(key);
        if (value != nullptr && !value->is_boolean())
            throw fault("\"" + std::string(key) + "\" must be true or false");
        return value != nullptr ? value->get<bool>() : otherwise;
    }
    std::vector<std::string> texts(const char* key)
    {
        std::vector<std::string> result;
        const Json* value = find(key);
        if (value != nullptr && !value->is_array())
            throw fault("\"" + std::string(key) + "\" must be a list");
        for (const Json& item : value != nullptr ? *value : Json::array()) {
            if (!item.is_string())
                throw fault("\"" + std::string(key) + "\" must hold texts");
            result.push_back(item.get<std::string>());
        }
        return result;
    }
    std::string hash(const char* key, std::size_t digits)
    {
        const std::string value = textOr(key);
        if (!value.empty() && (value.size() != digits || !isContentHash(value)))
            throw fault("\"" + std::string(key) + "\" must be " + std::to_string(digits) + " lower-case hex digits");
        return value;
    }
    const Json* find(const char* key)
    {
        m_known.insert(key);
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }
    CatalogReader below(const Json& json, const std::string& path) const { return {json, m_file, path}; }
    void requireNoOther() const
    {
        for (const auto& item : m_json.items())
            if (!m_known.contains(item.key()))
                throw fault("\"" + item.key() + "\" is not a known key");
    }
    Error fault(const std::string& reason) const
    {
        return {ErrorCode::CorruptData, sentence("%1 is not a valid catalogue: %2: %3.", m_file, m_path, reason)};
    }

private:
    const Json& m_json;
    std::string m_file, m_path;
    std::set<std::string> m_known;
};

bool isHex(const std::string& text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool isHttp(const std::string& url)
{
    return url.starts_with("https://") || url.starts_with("http://");
}

FileSource readSource(CatalogReader source)
{
    FileSource result;
    if (source.has("hub")) {
        result.repo = source.text("hub");
        result.revision = source.text("revision");
        result.path = source.text("path");
        result.ref = source.textOr("ref");
        result.commitBegins = source.textOr("commit_begins");
        for (const std::string& part : {result.repo, result.revision, result.path})
            if (!staysInside(part))
                throw source.fault("\"" + part + "\" is not a name in a repository");
        if (std::ranges::count(result.repo, '/') != (result.repo.starts_with("spaces/") ? 2 : 1))
            throw source.fault("\"" + result.repo + "\" is not OWNER/NAME");
        if (!result.ref.empty() && (!result.isPinned() || !staysInside(result.ref)))
            throw source.fault("\"ref\" names what a commit is called");
    } else {
        result.url = source.text("url");
        if (!isHttp(result.url))
            throw source.fault("\"" + result.url + "\" is not an address");
    }
    source.requireNoOther();
    return result;
}

CatalogFile readFile(const std::string& id, CatalogReader file)
{
    CatalogFile result;
    result.id = id;
    result.name = file.text("name");
    if (!staysInside(result.name) || result.name.find('/') != std::string::npos)
        throw file.fault("\"name\" must be the name of a file");
    result.bytes = file.number("bytes");
    result.bytesExact = file.flagOr("bytes_exact", true);
    result.sha256 = file.hash("sha256", 64);
    result.gitSha1 = file.hash("git_sha1", 40);
    result.sha256Begins = file.textOr("sha256_begins");
    if (const std::string& begins = result.sha256Begins;
        !begins.empty() && (begins.size() < 8 || begins.size() > 39 || !isHex(begins)))
        throw file.fault("\"sha256_begins\" must be 8 to 39 lower-case hex digits");
    result.license = file.text("license");
    result.torchName = file.textOr("torch");
    if (!result.torchName.empty() &&
        (!staysInside(result.torchName) || result.torchName.find('/') != std::string::npos))
        throw file.fault("\"torch\" must be the name of a file");
    result.oldAddresses = file.texts("old_addresses");
    const Json* sources = file.find("sources");
    if (sources == nullptr || !sources->is_array() || sources->empty())
        throw file.fault("\"sources\" must be a list of addresses");
    for (const Json& source : *sources)
        result.sources.push_back(readSource(file.below(source, "a source of the file \"" + id + "\"")));
    if (!result.hash().isKnown() && result.hubSource() == nullptr)
        throw file.fault("a file without a hash needs a source on the hub, which tells it");
    file.requireNoOther();
    return result;
}

/// Whether the pack.json that will be made of an entry can be read.
void requirePack(const CatalogEntry& entry, const CatalogReader& reader)
{
    if (!entry.pack.is_object())
        throw reader.fault("\"pack\" must be an object");
    Json manifest = entry.pack;
    manifest["format"] = 1;
    manifest["name"] = entry.name;
    try {
        const PackManifest read = manifestFromJson(manifest, "\"pack\"");
        for (const std::string& task : entry.tasks)
            if (!read.tasks.contains(task))
                throw reader.fault("the pack lacks the task \"" + task + "\"");
    } catch (const Error& e) {
        throw reader.fault(e.what());
    }
}

CatalogEntry readEntry(CatalogReader reader, const std::map<std::string, CatalogFile>& files)
{
    CatalogEntry entry;
    entry.name = reader.text("name");
    if (!staysInside(entry.name) || entry.name.find('/') != std::string::npos || entry.name.starts_with('.'))
        throw reader.fault("\"name\" must be usable as the name of a folder");
    const std::string kind = reader.text("kind");
    const auto* const known = std::ranges::find(kKinds, kind);
    if (known == std::end(kKinds))
        throw reader.fault("\"kind\" is not one of pack, checkpoint, extractor, test");
    entry.kind = static_cast<CatalogEntry::Kind>(known - std::begin(kKinds));
    entry.title = reader.text("title");
    entry.description = reader.text("description");
    entry.tasks = reader.texts("tasks");
    for (const std::string& task : entry.tasks)
        if (!taskWith(&TaskInfo::packKey, task))
            throw reader.fault("\"" + task + "\" is not a known task");
    entry.license = reader.text("license");
    if (const Json* needs = reader.find("needs")) {
        CatalogReader below = reader.below(*needs, entry.name + ", needs");
        entry.memoryBytes = below.number("memory_bytes");
        if (const Json* seconds = below.find("seconds_per_picture"); seconds != nullptr && isFiniteNumber(*seconds))
            entry.secondsPerPicture = seconds->get<double>();
        below.requireNoOther();
    }
    entry.weaknesses = reader.texts("weaknesses");
    entry.exampleQuestions = reader.texts("example_questions");
    entry.accuracy = reader.textOr("accuracy");
    const Json* list = reader.find("files");
    if (list == nullptr || !list->is_object() || list->empty())
        throw reader.fault("\"files\" must name its files");
    for (const auto& item : list->items()) {
        if (!staysInside(item.key()) || !item.value().is_string() || !files.contains(item.value().get<std::string>()))
            throw reader.fault("\"files\": \"" + item.key() + "\" is no known file");
        entry.files[item.key()] = item.value().get<std::string>();
    }
    if (const Json* pack = reader.find("pack"))
        entry.pack = *pack;
    if (entry.kind == CatalogEntry::Kind::Pack)
        requirePack(entry, reader);
    reader.requireNoOther();
    return entry;
}

} // namespace

std::string FileSource::address(const std::string& endpoint) const
{
    if (!isHub())
        return url;
    std::string quoted;
    for (const char c : revision)
        quoted += c == '/' ? "%2F" : std::string(1, c);
    return endpoint + "/" + repo + "/resolve/" + quoted + "/" + path;
}

const FileSource* CatalogFile::hubSource() const
{
    const auto found = std::ranges::find_if(sources, &FileSource::isHub);
    return found == sources.end() ? nullptr : &*found;
}

const CatalogEntry& Catalog::entry(const std::string& name) const
{
    const auto found = std::ranges::find(entries, name, &CatalogEntry::name);
    if (found != entries.end())
        return *found;
    std::string names;
    for (const CatalogEntry& entry : entries)
        names += (names.empty() ? "" : ", ") + entry.name;
    throw Error(ErrorCode::InvalidArgument, sentence("The catalogue has no \"%1\"; it has: %2.", name, names));
}

const char* nameOf(CatalogEntry::Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

Catalog catalogFromJson(const Json& json, const std::string& file)
{
    CatalogReader reader(json, file, "the whole");
    if (const Json* format = reader.find("format"); format == nullptr || *format != kCatalogFormat) {
        throw Error(
            ErrorCode::UnsupportedFormat,
            sentence("%1 has another format than %2: get a newer version of the program.", file, kCatalogFormat));
    }
    Catalog catalog;
    const Json* files = reader.find("files");
    const Json* entries = reader.find("entries");
    if (files == nullptr || !files->is_object() || entries == nullptr || !entries->is_array())
        throw reader.fault("\"files\" and \"entries\" must be there");
    reader.requireNoOther();
    for (const auto& item : files->items())
        catalog.files[item.key()] = readFile(item.key(), reader.below(item.value(), "the file \"" + item.key() + "\""));
    for (const Json& item : *entries) {
        catalog.entries.push_back(
            readEntry(reader.below(item, "entry " + std::to_string(catalog.entries.size() + 1)), catalog.files));
        if (std::ranges::count(catalog.entries, catalog.entries.back().name, &CatalogEntry::name) > 1)
            throw reader.fault("the name \"" + catalog.entries.back().name + "\" stands twice");
    }
    return catalog;
}

fs::path catalogPath()
{
    if (const char* given = std::getenv("VBS_CATALOG"); given != nullptr && given[0] != '\0')
        return given;
    for (const fs::path& folder : packFolders())
        if (isThere(folder / "catalog.json"))
            return folder / "catalog.json";
    throw Error(ErrorCode::FileNotFound,
                sentence("There is no catalog.json beside the packs: install the program again."));
}

Catalog readCatalog(const fs::path& path)
{
    return catalogFromJson(readJsonFile(path, 16u << 20), path.string());
}

} // namespace vbs
