#pragma once

#include "core/review/review_team.h"
#include "ui/store/sql_review_store.h"
#include "ui/store/team_file.h"

#include <chrono>
#include <memory>

namespace vbs {

/// How a project on a server is used from this computer.
struct TeamSettings {
    std::filesystem::path folder;             ///< for what waits; empty: nothing can wait
    std::chrono::seconds claimsLapse{600};    ///< after so long without being prolonged
    std::chrono::milliseconds patience{2000}; ///< between two tries to reach the server
};

/// A project in a schema of its own on a PostgreSQL server. See ReviewStore and ReviewTeam.
class ServerReviewStore : public SqlReviewStore, public ReviewTeam {
public:
    /// Opens an existing project. @throws ConnectionLost, Error naming the project.
    ServerReviewStore(const ServerAddress& server, const TeamSettings& settings);

    /// Makes a project. Others see it once it is whole. @param fill puts in what it holds.
    /// @throws Error (InvalidArgument) when there is one of that name; ConnectionLost; whatever fill throws.
    static void make(const ServerAddress& server, const std::function<void(SqlReviewStore&)>& fill);

    void setProject(const ReviewProject& project) override;
    Decision add(const Decision& decision) override;
    std::optional<Decision> undo(const std::string& reviewer) override;
    std::optional<Decision> redo(const std::string& reviewer) override;
    ReviewTeam* team() override { return this; }

    std::optional<std::uint32_t> claimNext(const std::string& reviewer, std::span<const std::uint32_t> order) override;
    std::vector<std::string> claim(const std::string& reviewer, std::uint32_t item) override;
    void release(const std::string& reviewer, std::uint32_t item) override;
    std::vector<Claim> claims() const override;
    std::vector<std::string> reviewers() const override;
    TeamChanges changes() override;
    void whenChanged(const std::function<void()>& callback) override;
    std::size_t waiting() const override;
    bool isConnected() const override { return m_connection.isConnected(); }
    void setFilesHere(const DatasetFiles& files) override;

protected:
    QString beginActs() const override;
    void place(ReviewProject& project) const override;

private:
    explicit ServerReviewStore(const ServerAddress& server);
    std::optional<std::uint32_t> claimFrom(const QString& reviewer, std::span<const std::uint32_t> order);
    void sendWaiting();
    bool isCrowded(const Decision& decision) const;

    TeamSettings m_settings;
    std::unique_ptr<TeamFile> m_file; ///< null: nothing can wait
    qint64 m_table = 0; ///< the number of the table of acts on its server: what locks and channels are named by
    qint64 m_seen = 0;  ///< the last change that changes() told
    std::vector<SentDecision> m_sent; ///< not told yet
};

} // namespace vbs
