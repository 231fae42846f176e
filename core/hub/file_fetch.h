#pragma once

#include "core/hub/catalog.h"
#include "core/hub/file_places.h"
#include "core/hub/http_client.h"
#include "core/hub/http_failure.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace vbs {

/// What is told while a file is fetched. All are called on the thread that fetches, and may be empty.
struct FetchListener {
    std::function<void(std::uintmax_t done, std::uintmax_t total, const std::string& host)> onBytes; ///< of this file
    std::function<void(const std::string& sentence)> onNote;            ///< a repeated attempt, a bad part thrown away
    std::function<void(double seconds, const std::string& why)> onWait; ///< before another attempt
    std::function<void()> onOtherProgram;                               ///< while another program fetches it
};

/// What the hub says about a file before its first byte.
struct HubAnswer {
    std::string commit, etag;
    std::uintmax_t bytes = 0; ///< 0: not told
};

/// Fetches files of the catalogue. One object a job; not for several threads at once.
class FileFetch {
public:
    FileFetch(const HubEnvironment& environment, JobControl control, FetchListener listener);

    /// Completes what the catalogue does not know (hash, exact size) by what the hub says of the pinned commit; the
    /// commit of a source that is not pinned is returned in it. Nothing is asked when all is known.
    /// @throws Error that names the file, why, and its plain address.
    void complete(CatalogFile& file);

    /// Brings a complete file to its place: resumes what is there, asks one address after another; what does not hash
    /// as it must is thrown away and begun once more. Shares the work with other programs.
    /// @returns where it lies. @throws Error as above; (FileUnwritable) no space; (Cancelled): the part is kept.
    std::filesystem::path fetch(const CatalogFile& file, const FilePlace& place);

    /// The commit that a source means: its own, or what the hub said for its name; empty: it was not asked.
    std::string commitOf(const FileSource& source) const;

private:
    struct Attempt;

    SourceFailure askHub(const FileSource& source, HubAnswer& told);
    SourceFailure checkHub(const CatalogFile& file, const FileSource& source);
    SourceFailure fetchFrom(const CatalogFile& file, const FileSource& source, class PartFile& part);
    SourceFailure getOnce(Attempt& attempt);
    SourceFailure requestOnce(Attempt& attempt, const std::string& url);
    bool acceptAnswer(Attempt& attempt, const HttpAnswer& answer, SourceFailure& failure);
    void pause(const SourceFailure& failure, int attempt, const std::string& name, const std::string& host);
    std::string tokenFor(const std::string& url) const;
    void note(const std::string& sentence) const;

    const HubEnvironment m_environment;
    const JobControl m_control;
    const FetchListener m_listener;
    HttpClient m_client;
    std::map<std::string, std::string> m_commits; ///< by address
};

/// One sentence for a file that no address gave. @param reasons one an address, in the order of its sources: "HOST
/// REASON".
Error fetchError(const HubEnvironment& environment, const CatalogFile& file, const std::vector<Sentence>& reasons);

} // namespace vbs
