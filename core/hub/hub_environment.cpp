#include "core/hub/hub_environment.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/file_presence.h"
#include "core/base/json.h"
#include "core/base/user_folders.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <unistd.h>

namespace vbs {

namespace fs = std::filesystem;

namespace {

std::string firstOf(const Variables& variable, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (std::string value = variable(name); !value.empty())
            return value;
    return "";
}

bool isOn(std::string value)
{
    std::ranges::transform(value, value.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return value == "1" || value == "ON" || value == "YES" || value == "TRUE";
}

/// "~" and $VARIABLES as Python's expanduser and expandvars do; unknown variables stay.
fs::path expanded(const std::string& text, const Variables& variable)
{
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '$') {
            result += text[i++];
            continue;
        }
        const bool braces = i + 1 < text.size() && text[i + 1] == '{';
        const std::size_t begin = i + (braces ? 2 : 1);
        std::size_t end = begin;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
            ++end;
        const std::string value = end > begin ? variable(text.substr(begin, end - begin).c_str()) : "";
        const std::size_t next = braces && end < text.size() && text[end] == '}' ? end + 1 : end;
        result += value.empty() ? text.substr(i, next - i) : value;
        i = std::max(next, i + 1);
    }
    if (result == "~" || result.starts_with("~/"))
        if (const std::string home = variable("HOME"); !home.empty())
            result.replace(0, 1, home);
    return result;
}

double secondsOr(const std::string& text, double otherwise)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == '\0' && value > 0 && value < 86400 ? value : otherwise;
}

std::string trimmed(std::string text)
{
    text.erase(0, std::min(text.size(), text.find_first_not_of(" \t\r\n")));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    // What cannot stand in a header must not get there.
    return text.find_first_of("\r\n") == std::string::npos ? text : "";
}

std::string tokenFrom(const Variables& variable, const fs::path& home)
{
    if (isOn(variable("HF_HUB_DISABLE_IMPLICIT_TOKEN")))
        return "";
    if (std::string token = trimmed(firstOf(variable, {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"})); !token.empty())
        return token;
    const std::string given = variable("HF_TOKEN_PATH");
    const fs::path path = given.empty() ? home / "token" : expanded(given, variable);
    std::error_code code;
    if (!fs::is_regular_file(path, code))
        return "";
    try {
        return trimmed(firstBytesOf(path, 4096));
    } catch (const Error&) {
        return "";
    }
}

void addOnce(std::vector<fs::path>& list, const fs::path& folder)
{
    if (!folder.empty() && std::ranges::find(list, folder) == list.end())
        list.push_back(folder);
}

} // namespace

std::string processVariable(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

HubEnvironment HubEnvironment::of(const Variables& variable, const fs::path& chosen)
{
    HubEnvironment result;
    const auto folder = [&](std::initializer_list<const char*> names) -> fs::path {
        const std::string value = firstOf(variable, names);
        return value.empty() ? fs::path() : expanded(value, variable);
    };
    const std::string user = variable("HOME");
    fs::path caches = folder({"XDG_CACHE_HOME"});
    if (caches.empty() && !user.empty())
        caches = fs::path(user) / ".cache";
    fs::path home = folder({"HF_HOME"});
    if (home.empty())
        home = caches / "huggingface";
    fs::path hub = folder({"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"});
    if (hub.empty())
        hub = home / "hub";
    fs::path torch = folder({"TORCH_HOME"});
    if (torch.empty())
        torch = caches / "torch";

    result.hubCache = chosen.empty() ? hub : chosen / "hub";
    addOnce(result.hubCaches, result.hubCache);
    addOnce(result.hubCaches, hub);
    for (const char* old : {"TRANSFORMERS_CACHE", "PYTORCH_TRANSFORMERS_CACHE", "PYTORCH_PRETRAINED_BERT_CACHE"}) {
        addOnce(result.hubCaches, folder({old})); // transformers 4.22 and later keep the hub's layout there
        addOnce(result.flatCaches, folder({old}));
    }
    addOnce(result.flatCaches, home / "transformers");
    addOnce(result.flatCaches, torch / "transformers");
    result.torchCheckpoints = chosen.empty() ? torch / "hub" / "checkpoints" : chosen / "torch" / "hub" / "checkpoints";
    addOnce(result.torchFolders, result.torchCheckpoints);
    addOnce(result.torchFolders, torch / "hub" / "checkpoints");
    addOnce(result.torchFolders, torch / "checkpoints"); // torchvision before 2020
    result.data = userDataFolder();
    result.ownFiles = chosen.empty() ? result.data / "files" : chosen / "files";
    result.marks = userCacheFolder().empty() ? fs::path() : userCacheFolder() / "proven-files";

    if (std::string endpoint = trimmed(variable("HF_ENDPOINT")); !endpoint.empty()) {
        while (endpoint.ends_with('/'))
            endpoint.pop_back();
        result.endpoint = endpoint;
    }
    result.token = tokenFrom(variable, home);
    result.offline = isOn(variable("HF_HUB_OFFLINE")) || isOn(variable("TRANSFORMERS_OFFLINE"));
    result.links = !isOn(variable("HF_HUB_DISABLE_SYMLINKS"));
    result.answerSeconds = secondsOr(variable("HF_HUB_ETAG_TIMEOUT"), result.answerSeconds);
    result.stallSeconds = secondsOr(variable("HF_HUB_DOWNLOAD_TIMEOUT"), result.stallSeconds);
    result.firstPauseSeconds = secondsOr(variable("VBS_RETRY_PAUSE"), result.firstPauseSeconds);
    result.certificates = firstOf(variable, {"SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"});
    if (variable("http_proxy").empty())
        result.httpProxy = variable("HTTP_PROXY");
    return result;
}

HubEnvironment HubEnvironment::ofProcess()
{
    return of(processVariable, chosenModelFolder(userDataFolder()));
}

namespace {

fs::path choiceFile(const fs::path& data)
{
    return data / "model-folder.json";
}

} // namespace

fs::path chosenModelFolder(const fs::path& data)
{
    if (data.empty() || !isThere(choiceFile(data)))
        return {};
    try {
        const Json json = readJsonFile(choiceFile(data), 1 << 16);
        const Json folder = json.is_object() ? json.value("folder", Json()) : Json();
        const fs::path path = folder.is_string() ? folder.get<std::string>() : std::string();
        return path.is_absolute() ? path : fs::path();
    } catch (const Error&) {
        return {}; // a damaged choice is none: the usual places
    }
}

void setModelFolder(const fs::path& data, const fs::path& folder)
{
    if (data.empty())
        throw Error(ErrorCode::FileUnwritable, sentence("There is no home folder to keep the choice in."));
    std::error_code code;
    if (folder.empty()) {
        fs::remove(choiceFile(data), code);
        if (code)
            throw Error(ErrorCode::FileUnwritable,
                        sentence("%1 cannot be removed: %2.", choiceFile(data).string(), code.message()));
        return;
    }
    if (!folder.is_absolute())
        throw Error(ErrorCode::InvalidArgument,
                    sentence("\"%1\" must be a whole path, from the root on.", folder.string()));
    fs::create_directories(folder, code);
    if (code || ::access(folder.c_str(), W_OK | X_OK) != 0)
        throw Error(ErrorCode::InvalidArgument,
                    sentence("%1 cannot be written to: choose another folder.", folder.string()));
    writeJsonFile(choiceFile(data), {{"folder", folder.string()}});
}

} // namespace vbs
