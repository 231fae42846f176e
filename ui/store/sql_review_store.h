#pragma once

#include "core/review/review_store.h"
#include "ui/store/sql_connection.h"
#include "ui/store/sql_dialect.h"

#include <memory>

namespace vbs {

/// A project in SQL tables: what files and servers have in common.
class SqlReviewStore : public ReviewStore {
public:
    ReviewProject project() const override;
    void setProject(const ReviewProject& project) override;

    void addItems(std::span<const ReviewItem> items) override;
    std::size_t count() const override;
    ReviewItem item(std::uint32_t number) const override;
    std::optional<std::uint32_t> numberOf(const std::string& id) const override;
    ReviewSummaries summaries() const override;
    std::vector<ItemLine> lines(std::span<const std::uint32_t> numbers) const override;
    std::vector<std::uint32_t> search(const std::string& words) const override;
    std::vector<std::uint32_t> withGroupOf(std::uint32_t number) const override;

    void putPredictions(const std::string& model, std::span<const Prediction> predictions) override;
    std::optional<Prediction> prediction(const std::string& model, std::uint32_t item) const override;
    void forEachPrediction(const std::string& model,
                           const std::function<void(const Prediction&)>& visit) const override;

    Decision add(const Decision& decision) override;
    std::optional<Decision> undo(const std::string& reviewer) override;
    std::optional<Decision> redo(const std::string& reviewer) override;
    std::vector<Decision> decisions() const override;
    std::vector<Decision> decisionsOf(std::uint32_t item) const override;

    std::map<std::string, ReviewFilter> filters() const override;
    void setFilter(const std::string& name, const ReviewFilter& filter) override;
    void removeFilter(const std::string& name) override;
    std::string note(const std::string& reviewer, const std::string& key) const override;
    void setNote(const std::string& reviewer, const std::string& key, const std::string& value) override;

    /// Adds an act unless one with this token is there; then only its undone is taken. @return it as stored.
    Decision addOnce(const Decision& decision, const std::string& token);
    /// Every act, by ascending id, with its token.
    void forEachToken(const std::function<void(const Decision&, const std::string& token)>& visit) const;

    /// Until it is committed, what is added is not there.
    std::unique_ptr<SqlTransaction> beginChange()
    {
        return std::make_unique<SqlTransaction>(m_connection, beginActs());
    }

    const SqlConnection& connection() const { return m_connection; }
    const SqlDialect& dialect() const;

protected:
    SqlReviewStore(const std::filesystem::path& file, SqlConnection::Mode mode);
    SqlReviewStore(const ServerAddress& server, std::chrono::milliseconds patience);

    /// The statement that begins a transaction which adds or turns acts; empty: the usual one.
    virtual QString beginActs() const { return {}; }
    /// Where the project's files lie on this computer.
    virtual void place(ReviewProject&) const {}
    const ReviewProject& known() const;
    ReviewProject storedProject() const; ///< not placed

    SqlConnection m_connection;

private:
    std::optional<Decision> turn(const QString& which, const QVariantList& values, bool undone);
    std::vector<Decision> decisionsOf(QSqlQuery& query) const;

    std::filesystem::path m_folder; ///< of the file; empty: a server
    mutable std::optional<ReviewProject> m_project;
};

/// A token for a new act: nobody has or will have the same.
std::string newToken();

/// The act in a row that begins with id, item, reviewer, time, kind, value, adjudicates, undone.
/// @throws Error (CorruptData) naming the project.
Decision decisionAt(const QSqlQuery& query, const std::string& name);

} // namespace vbs
