#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vbs::test {

/// A request that the hub has answered.
struct HubRequest {
    std::string server; ///< "hub", "copies", "tls"
    std::string method, path, range, authorization;
    int status = 0;
    std::uintmax_t bytes = 0; ///< of content that were sent
};

/// nginx as a hub: repositories with commits and hashes, large files by redirect to a second host ("copies", localhost
/// instead of 127.0.0.1) and port, the same over TLS with an authority of its own. It runs in a temporary folder on
/// free ports, as whatever user the test is.
class LocalHub {
public:
    /// How a file is served; what is not set is served rightly.
    struct Fault {
        int status = 0;            ///< instead of the content
        std::string headers;       ///< more of nginx's add_header lines
        std::string servedInstead; ///< other content from the copies
        bool servesOther = false;  ///< servedInstead counts
        bool page = false;         ///< a page in HTML with status 200
        std::string elsewhere;     ///< address that large files lead to
        std::string rate;          ///< "200k": bytes a second
        bool noCommit = false;     ///< answers without the hub's headers
    };

    LocalHub();
    ~LocalHub();

    /// Why there can be no hub here; empty: there can.
    static QString missing();

    /// A file of a repository, before start(). Large ones are named by their SHA-256 and come from the copies, others
    /// by git's SHA-1 and come from the hub.
    void add(const std::string& repo, const std::string& revision, const std::string& commit, const std::string& path,
             const std::string& content, bool large, const Fault& fault);
    void add(const std::string& repo, const std::string& commit, const std::string& path, const std::string& content,
             bool large)
    {
        add(repo, commit, commit, path, content, large, {});
    }
    /// The same for a large file that lies on disk (hashed by the caller).
    void addOnDisk(const std::string& repo, const std::string& commit, const std::string& path,
                   const std::filesystem::path& file, const std::string& sha256, const std::string& rate = {});
    /// A plain file of the copies' host; returns its path there.
    std::string addPlain(const std::string& name, const std::string& content, const Fault& fault);

    /// @returns false with a reason in failure().
    bool start();
    void stop();
    QString failure() const { return m_failure; }

    std::string endpoint() const;               ///< http://127.0.0.1:PORT
    std::string tlsEndpoint() const;            ///< https://localhost:PORT
    std::string copies() const;                 ///< http://localhost:PORT
    std::filesystem::path certificates() const; ///< of its authority
    std::string plainAddress(const std::string& name) const { return copies() + "/plain/" + name; }

    std::vector<HubRequest> requests() const;
    /// GETs of paths that end so, in their order.
    std::vector<HubRequest> gets(const std::string& ending) const;
    void forgetRequests() { m_forgotten = m_forgotten + static_cast<int>(requests().size()); }

private:
    std::string file(const std::string& content);
    std::string configuration() const;
    std::string block(const std::string& path, const std::string& lines) const;

    QTemporaryDir m_folder;
    QProcess m_nginx;
    QString m_failure;
    std::string m_hubBlocks, m_copyBlocks;
    int m_hubPort = 0, m_copyPort = 0, m_tlsPort = 0, m_tlsCopyPort = 0, m_files = 0, m_forgotten = 0;
};

/// SHA-256 and git's SHA-1 of a content.
std::string sha256Of(const std::string& content);
std::string gitSha1Of(const std::string& content);

} // namespace vbs::test
