#include "tests/support/hub_fixture.h"

#include <algorithm>

namespace vbs::test {

namespace fs = std::filesystem;

namespace {

Json hubFile(const char* path, const std::string& content, bool large)
{
    Json file = {{"name", path},
                 {"bytes", content.size()},
                 {"sha256", sha256Of(content)},
                 {"license", "made for a test"},
                 {"sources",
                  {{{"hub", HubFixture::kRepo}, {"revision", HubFixture::kCommit}, {"path", path}, {"ref", "main"}}}}};
    if (!large)
        file["git_sha1"] = gitSha1Of(content);
    return file;
}

} // namespace

HubFixture::HubFixture(std::size_t bytes) : large(bytes, '\0')
{
    std::uint64_t state = 88172645463325252u;
    for (char& c : large) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        c = static_cast<char>(state >> 32);
    }
    m_catalog = {
        {"format", 1},
        {"files",
         {{"config", hubFile("config.json", config, false)},
          {"vocabulary", hubFile("vocab.txt", vocabulary, false)},
          {"large", hubFile("pytorch_model.bin", large, true)}}},
        {"entries",
         {{{"name", "tiny"},
           {"kind", "pack"},
           {"title", "A tiny pack"},
           {"description", "For tests."},
           {"tasks", {"vqa"}},
           {"license", "made for a test"},
           {"files", {{"vqa/config.json", "config"}, {"vqa/pytorch_model.bin", "large"}, {"vocab.txt", "vocabulary"}}},
           {"pack",
            {{"tokenizer", {{"vocab", "vocab.txt"}}},
             {"extractor", {{"kind", "features"}}},
             {"tasks", {{"vqa", {{"model", "vqa"}}}}}}}},
          {{"name", "weights"},
           {"kind", "checkpoint"},
           {"title", "Weights alone"},
           {"description", "For tests."},
           {"license", "made for a test"},
           {"files", {{"pytorch_model.bin", "large"}}}}}}};
}

void HubFixture::serve(const LocalHub::Fault& fault)
{
    hub.add(kRepo, kCommit, "config.json", config, false);
    hub.add(kRepo, kCommit, "vocab.txt", vocabulary, false);
    hub.add(kRepo, kCommit, kCommit, "pytorch_model.bin", large, true, fault);
}

HubEnvironment HubFixture::environment(std::map<std::string, std::string> variables) const
{
    variables.try_emplace("HF_ENDPOINT", hub.endpoint());
    variables.try_emplace("HOME", home().string());
    variables.try_emplace("XDG_CACHE_HOME", (home() / "cache").string());
    variables.try_emplace("VBS_RETRY_PAUSE", "0.01");
    HubEnvironment result = HubEnvironment::of([&](const char* name) {
        const auto found = variables.find(name);
        return found != variables.end() ? found->second : std::string();
    });
    result.data = home() / "data";
    result.ownFiles = result.data / "files";
    result.marks = home() / "marks";
    return result;
}

ModelStore HubFixture::store(std::map<std::string, std::string> variables) const
{
    return {catalogFromJson(m_catalog, "test catalogue"), environment(std::move(variables))};
}

std::vector<std::string> HubFixture::leftovers() const
{
    std::vector<std::string> result;
    std::error_code code;
    for (fs::recursive_directory_iterator at(home(), code), end; !code && at != end; at.increment(code)) {
        const std::string path = at->path().lexically_relative(home()).generic_string();
        const bool known = path.find(".locks/") != std::string::npos || path.starts_with("data/pins") ||
                           path.starts_with("data/downloads") || path.starts_with("marks");
        if (!known && !at->is_directory())
            result.push_back(path);
    }
    std::ranges::sort(result);
    return result;
}

} // namespace vbs::test
