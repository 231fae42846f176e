#include "ui/store/review_project_file.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "ui/store/file_review_store.h"

#include <unistd.h>

namespace vbs {

namespace {

namespace fs = std::filesystem;

/// Removes what is left of an import that did not come to its end.
class PartFile {
public:
    explicit PartFile(fs::path path) : m_path(std::move(path)) { remove(); }
    ~PartFile() { remove(); }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const fs::path& path() const { return m_path; }

private:
    void remove()
    {
        std::error_code code;
        fs::remove(m_path, code);
    }

    fs::path m_path;
};

/// Gives the file its name; never in the place of another one.
void publish(const fs::path& part, const fs::path& file)
{
    if (::link(part.c_str(), file.c_str()) != 0) {
        const std::error_code code(errno, std::generic_category());
        if (code == std::errc::file_exists)
            throw Error(ErrorCode::InvalidArgument, file.string() + " exists already: name another file.");
        std::error_code moved; // a file system without links
        fs::rename(part, file, moved);
        if (moved)
            throw Error(ErrorCode::FileUnwritable, file.string() + " cannot be written: " + code.message() + ".");
    }
    synchroniseFile(file);
}

} // namespace

std::unique_ptr<ReviewStore> makeReviewProject(const fs::path& file, const ProjectDraft& draft,
                                               const JobControl& control)
{
    std::error_code code;
    if (fs::exists(file, code))
        throw Error(ErrorCode::InvalidArgument, file.string() + " exists already: name another file, or open it.");
    const PartFile part(file.string() + "." + std::to_string(::getpid()) + ".part");
    {
        const auto store = FileReviewStore::createUnsafe(part.path());
        store->setProject(draft.project);
        importInto(*store, draft, control);
    }
    publish(part.path(), file);
    return openReviewProject(file);
}

std::unique_ptr<ReviewStore> openReviewProject(const fs::path& file)
{
    return std::make_unique<FileReviewStore>(file);
}

} // namespace vbs
