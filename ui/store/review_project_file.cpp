#include "ui/store/review_project_file.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/user_folders.h"
#include "ui/store/carry_over.h"
#include "ui/store/file_review_store.h"
#include "ui/store/project_copy.h"
#include "ui/store/server_review_store.h"

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
            throw Error(ErrorCode::InvalidArgument, sentence("%1 exists already: name another file.", file.string()));
        std::error_code moved; // a file system without links
        fs::rename(part, file, moved);
        if (moved)
            throw Error(ErrorCode::FileUnwritable,
                        sentence("%1 cannot be written: %2.", file.string(), code.message()));
    }
    synchroniseFile(file);
}

/// Makes a project wherever it is to be.
void make(const std::string& where, const std::function<void(SqlReviewStore&)>& fill)
{
    if (namesServer(where))
        return ServerReviewStore::make(serverAddressOf(where), fill);
    std::error_code code;
    if (fs::exists(where, code))
        throw Error(ErrorCode::InvalidArgument, sentence("%1 exists already: name another file, or open it.", where));
    const PartFile part(where + "." + std::to_string(::getpid()) + ".part");
    fill(*FileReviewStore::createUnsafe(part.path()));
    publish(part.path(), where);
}

std::unique_ptr<SqlReviewStore> open(const std::string& where)
{
    if (!namesServer(where))
        return std::make_unique<FileReviewStore>(where);
    TeamSettings settings;
    if (const fs::path folder = userDataFolder(); !folder.empty())
        settings.folder = folder / "review";
    return std::make_unique<ServerReviewStore>(serverAddressOf(where), settings);
}

} // namespace

std::unique_ptr<ReviewStore> makeReviewProject(const std::string& where, const ProjectDraft& draft,
                                               const JobControl& control)
{
    make(where, [&](SqlReviewStore& store) {
        store.setProject(draft.project);
        importInto(store, draft, control);
    });
    return openReviewProject(where);
}

std::unique_ptr<ReviewStore> openReviewProject(const std::string& where)
{
    return open(where);
}

void copyReviewProject(const std::string& from, const std::string& to, const JobControl& control)
{
    const auto source = open(from);
    make(to, [&](SqlReviewStore& store) { copyTables(*source, store, control); });
}

MergeReport mergeReviewProject(const std::string& from, const std::string& into)
{
    return mergeActs(*open(from), *open(into));
}

CarryReport carryReviewProject(const std::string& from, const std::string& to, ProjectDraft draft,
                               const std::string& reviewer, const JobControl& control)
{
    const auto source = open(from);
    const ReviewProject known = source->project();
    draft.project.name = known.name;
    draft.project.reviewersWanted = known.reviewersWanted;
    draft.project.model = known.model;
    CarryReport report;
    make(to, [&](SqlReviewStore& store) {
        store.setProject(draft.project);
        report = carryOver(*source, store, draft, reviewer, control);
    });
    return report;
}

} // namespace vbs
