#include "core/pack/pack_manifest.h"

#include "core/engine/task_table.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr int kFormat = 1;

/// One object of the manifest, read key by key with messages that name the key's full path.
class Reader {
public:
    Reader(const Json& json, std::string file, std::string path)
        : m_json(json), m_file(std::move(file)), m_path(std::move(path))
    {
        if (!json.is_object())
            throw fault(m_path.empty() ? "it must hold an object" : "\"" + m_path + "\" must be an object");
    }

    bool has(const std::string& key) const { return m_json.contains(key); }

    std::string text(const std::string& key) const
    {
        const Json& value = at(key);
        if (!value.is_string())
            throw fault(sentence("\"%1\" must be a string", full(key)));
        return value.get<std::string>();
    }
    std::string textOr(const std::string& key, std::string otherwise) const { return has(key) ? text(key) : otherwise; }

    /// A text that names a file or folder inside the pack.
    std::string inside(const std::string& key) const
    {
        const std::string path = text(key);
        requireInside(path, "\"" + full(key) + "\"");
        return path;
    }

    bool flagOr(const std::string& key, bool otherwise) const
    {
        if (!has(key))
            return otherwise;
        if (!at(key).is_boolean())
            throw fault(sentence("\"%1\" must be true or false", full(key)));
        return at(key).get<bool>();
    }

    Reader object(const std::string& key) const { return Reader(at(key), m_file, full(key)); }

    const Json& list(const std::string& key) const
    {
        if (!at(key).is_array())
            throw fault(sentence("\"%1\" must be a list", full(key)));
        return at(key);
    }

    const Json& json() const { return m_json; }
    const std::string& file() const { return m_file; }
    std::string full(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }

    void requireInside(const std::string& path, const std::string& what) const
    {
        if (!staysInside(path))
            throw fault(sentence("%1 is outside the pack: \"%2\"", what, path));
    }

    Error fault(const Sentence& reason) const
    {
        return Error(ErrorCode::CorruptData, sentence("%1 is not a valid pack manifest: %2.", m_file, reason));
    }

private:
    const Json& at(const std::string& key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end())
            throw fault(sentence("\"%1\" is missing", full(key)));
        return *found;
    }

    const Json& m_json;
    std::string m_file, m_path;
};

TaskForm readForm(const Reader& task, const std::string& key)
{
    if (!task.has("form"))
        return {};
    try {
        return formFromJson(task.json()["form"], key, task.full("form"));
    } catch (const Error& e) {
        throw Error(e.code(), sentence("%1 is not a valid pack manifest: %2", task.file(), e.what()));
    }
}

std::map<std::string, PackTask> readTasks(const Reader& tasks)
{
    std::map<std::string, PackTask> result;
    for (const auto& item : tasks.json().items()) {
        if (!taskWith(&TaskInfo::packKey, item.key()))
            throw tasks.fault(sentence("\"%1\" is not a known task", tasks.full(item.key())));
        const Reader task = tasks.object(item.key());
        result[item.key()] = {task.inside("model"),
                              task.has("answers") ? task.inside("answers") : "",
                              task.has("trunk") ? task.inside("trunk") : "",
                              item.value(),
                              readForm(task, item.key()),
                              task.has("extractor") ? task.object("extractor").json() : Json()};
    }
    if (result.empty())
        throw tasks.fault(sentence("\"tasks\" names no task"));
    return result;
}

std::vector<std::string> texts(const Reader& reader, const std::string& key)
{
    std::vector<std::string> result;
    if (!reader.has(key))
        return result;
    for (const Json& item : reader.list(key)) {
        if (!item.is_string())
            throw reader.fault(sentence("\"%1\" must hold strings only", reader.full(key)));
        result.push_back(item.get<std::string>());
    }
    return result;
}

PackSample readSample(const Reader& sample)
{
    PackSample result;
    result.task = sample.textOr("task", "vqa");
    if (!taskNamed(result.task))
        throw sample.fault(sentence("\"%1\" is not a known task: \"%2\"", sample.full("task"), result.task));
    result.picture = sample.inside("picture");
    if (sample.has("right_picture"))
        result.rightPicture = sample.inside("right_picture");
    result.text = sample.textOr("text", sample.textOr("question", ""));
    result.choices = texts(sample, "choices");
    return result;
}

OrderedJson toJson(const PackSample& sample)
{
    if (sample.task == "vqa")
        return {{"picture", sample.picture}, {"question", sample.text}};
    OrderedJson json = {{"task", sample.task}, {"picture", sample.picture}};
    if (!sample.rightPicture.empty())
        json["right_picture"] = sample.rightPicture;
    json["text"] = sample.text;
    if (!sample.choices.empty())
        json["choices"] = sample.choices;
    return json;
}

std::map<std::string, PackFile> readFiles(const Reader& files)
{
    std::map<std::string, PackFile> result;
    for (const auto& item : files.json().items()) {
        files.requireInside(item.key(), "a path in \"files\"");
        const Reader entry = files.object(item.key());
        PackFile file;
        file.sha256 = entry.text("sha256");
        if (file.sha256.size() != 64 || file.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
            throw files.fault(sentence("\"%1\" must be 64 lower-case hex digits", entry.full("sha256")));
        const Json bytes = entry.json().value("bytes", Json());
        if (!bytes.is_number_unsigned())
            throw files.fault(sentence("\"%1\" must be a whole number", entry.full("bytes")));
        file.bytes = bytes.get<std::uintmax_t>();
        result[item.key()] = file;
    }
    return result;
}

} // namespace

bool staysInside(const std::string& relative)
{
    const std::filesystem::path path(relative);
    if (relative.empty() || path.has_root_path() || relative.find('\0') != std::string::npos)
        return false;
    return std::ranges::none_of(path, [](const auto& part) { return part == ".."; });
}

PackManifest manifestFromJson(const Json& json, const std::string& file)
{
    const Reader reader(json, file, "");
    const Json format = json.value("format", Json());
    if (!format.is_number_integer())
        throw reader.fault(sentence("\"format\" must be the number %1", kFormat));
    if (format != kFormat) {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("%1 has format %2; this program reads format %3: get a newer version of the program.",
                             file, format.dump(), kFormat));
    }
    PackManifest manifest;
    manifest.name = reader.text("name");
    if (!staysInside(manifest.name) || manifest.name.find('/') != std::string::npos)
        throw reader.fault(sentence("\"name\" must be usable as the name of a folder, not \"%1\"", manifest.name));
    manifest.title = reader.textOr("title", manifest.name);
    manifest.description = reader.textOr("description", "");
    manifest.license = reader.textOr("license", "");
    manifest.source = reader.textOr("source", "");
    const Reader tokenizer = reader.object("tokenizer");
    manifest.tokenizer.vocab = tokenizer.inside("vocab");
    manifest.tokenizer.doLowerCase = tokenizer.flagOr("do_lower_case", true);
    manifest.extractor = reader.object("extractor").json();
    manifest.tasks = readTasks(reader.object("tasks"));
    if (reader.has("strangeness")) {
        const Reader strangeness = reader.object("strangeness");
        manifest.strangeness = {strangeness.has("pictures") ? strangeness.inside("pictures") : "",
                                strangeness.has("texts") ? strangeness.inside("texts") : ""};
    }
    if (reader.has("files"))
        manifest.files = readFiles(reader.object("files"));
    if (reader.has("samples")) {
        for (const Json& item : reader.list("samples"))
            manifest.samples.push_back(readSample(Reader(item, file, "samples")));
    }
    manifest.exampleQuestions = texts(reader, "example_questions");
    return manifest;
}

OrderedJson toJson(const PackManifest& manifest)
{
    OrderedJson json = {{"format", kFormat},           {"name", manifest.name},
                        {"title", manifest.title},     {"description", manifest.description},
                        {"license", manifest.license}, {"source", manifest.source}};
    json["tokenizer"] = {{"vocab", manifest.tokenizer.vocab}, {"do_lower_case", manifest.tokenizer.doLowerCase}};
    json["extractor"] = OrderedJson(manifest.extractor);
    for (const auto& [key, task] : manifest.tasks) {
        OrderedJson entry = OrderedJson::object();
        if (task.settings.is_object())
            entry = OrderedJson(task.settings);
        entry["model"] = task.model;
        if (!task.answers.empty())
            entry["answers"] = task.answers;
        if (!task.trunk.empty())
            entry["trunk"] = task.trunk;
        if (OrderedJson form = toJson(task.form); !form.empty())
            entry["form"] = std::move(form);
        else
            entry.erase("form");
        if (!task.extractor.is_null())
            entry["extractor"] = OrderedJson(task.extractor);
        else
            entry.erase("extractor");
        json["tasks"][key] = entry;
    }
    if (!manifest.strangeness.pictures.empty())
        json["strangeness"]["pictures"] = manifest.strangeness.pictures;
    if (!manifest.strangeness.texts.empty())
        json["strangeness"]["texts"] = manifest.strangeness.texts;
    for (const std::string& question : manifest.exampleQuestions)
        json["example_questions"].push_back(question);
    for (const PackSample& sample : manifest.samples)
        json["samples"].push_back(toJson(sample));
    json["files"] = OrderedJson::object();
    for (const auto& [path, file] : manifest.files)
        json["files"][path] = {{"sha256", file.sha256}, {"bytes", file.bytes}};
    return json;
}

} // namespace vbs
