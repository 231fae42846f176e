#pragma once

#include "ui/store/sql_review_store.h"

#include <memory>

namespace vbs {

/// A project in a SQLite file. See ReviewStore; several programs may have one file open.
class FileReviewStore : public SqlReviewStore {
public:
    /// Opens an existing project. @throws Error naming the file.
    explicit FileReviewStore(const std::filesystem::path& file);

    /// An empty project in a new file, which is written as fast as the disk takes it: until it is whole, nothing in it
    /// is promised to survive a power cut. See makeReviewProject.
    static std::unique_ptr<FileReviewStore> createUnsafe(const std::filesystem::path& file);

private:
    FileReviewStore(const std::filesystem::path& file, SqlConnection::Mode mode);
};

} // namespace vbs
