#pragma once

#include "core/review/review_store.h"
#include "ui/store/sql_connection.h"

namespace vbs {

/// A project in a SQLite file. See ReviewStore; several programs may have one file open.
class SqlReviewStore : public ReviewStore {
public:
    /// Opens an existing project. @throws Error naming the file.
    explicit SqlReviewStore(const std::filesystem::path& file);

    /// An empty project in a new file, which is written as fast as the disk takes it: until it is whole, nothing in it
    /// is promised to survive a power cut. See makeReviewProject.
    static std::unique_ptr<SqlReviewStore> createUnsafe(const std::filesystem::path& file);

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

private:
    SqlReviewStore(const std::filesystem::path& file, SqlConnection::Mode mode);
    std::optional<Decision> turn(const QString& which, const QVariantList& values, bool undone);
    std::vector<Decision> decisionsOf(QSqlQuery& query) const;
    const ReviewProject& known() const;

    std::filesystem::path m_folder; ///< of the file
    SqlConnection m_connection;
    mutable std::optional<ReviewProject> m_project;
};

} // namespace vbs
