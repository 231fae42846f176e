#pragma once

#include "core/hub/model_store.h"
#include "tests/support/local_hub.h"

#include <QTemporaryDir>

#include <map>

namespace vbs::test {

/// A catalogue of two entries, "tiny" (a pack of a small and a large file) and "weights" (the large one alone), whose
/// files a LocalHub serves: real ones' hashes cannot hold for made-up content.
class HubFixture {
public:
    static constexpr char kRepo[] = "tester/model";
    static constexpr char kCommit[] = "0123456789abcdef0123456789abcdef01234567";

    /// @param bytes of the large file.
    explicit HubFixture(std::size_t bytes = 300000);

    /// The hub serves both files, the large one with a fault.
    void serve(const LocalHub::Fault& fault = {});
    Json catalog() const { return m_catalog; }
    Json& catalog() { return m_catalog; }

    /// Everything in folders of its own. @param variables of the environment beside HF_ENDPOINT.
    HubEnvironment environment(std::map<std::string, std::string> variables = {}) const;
    ModelStore store(std::map<std::string, std::string> variables = {}) const;

    std::filesystem::path home() const { return m_home.path().toStdString(); }
    std::filesystem::path repo() const { return home() / "cache/huggingface/hub/models--tester--model"; }
    std::filesystem::path largeBlob() const { return repo() / "blobs" / sha256Of(large); }
    /// Every file below home() but locks, pins, notes and marks.
    std::vector<std::string> leftovers() const;

    LocalHub hub;
    std::string config = "{\"hidden_size\": 768}\n", large, vocabulary = "[PAD]\n[UNK]\n";

private:
    QTemporaryDir m_home;
    Json m_catalog;
};

/// What an action that is refused says; empty when it is not.
template <typename Action> std::string sentenceOf(Action&& action)
{
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

} // namespace vbs::test
