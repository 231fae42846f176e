#include "core/hub/file_fetch.h"

#include "core/base/duration_text.h"
#include "core/base/file_presence.h"
#include "core/hub/file_lock.h"
#include "core/hub/part_file.h"

#include <algorithm>
#include <cmath>
#include <system_error>

namespace vbs {

namespace fs = std::filesystem;

namespace {

constexpr int kAttempts = 5;        // in a row without new bytes, as Hugging Face's client
constexpr int kRefusedAttempts = 2; // nobody there: the next address is sooner tried
constexpr int kRedirects = 10;
constexpr double kLongestPause = 60, kLongestWait = 300; // seconds; the second is what a server may ask for

/// An ETag without what HTTP adds to it.
std::string bareEtag(std::string text)
{
    if (text.starts_with("W/"))
        text.erase(0, 2);
    std::erase(text, '"');
    return text;
}

} // namespace

/// One address of a file while it is being fetched.
struct FileFetch::Attempt {
    const CatalogFile& file;
    PartFile& part;
    std::string url, host; ///< what was asked first, and who answers
    std::uintmax_t from = 0;
    bool tooLong = false;
};

FileFetch::FileFetch(const HubEnvironment& environment, JobControl control, FetchListener listener)
    : m_environment(environment), m_control(std::move(control)), m_listener(std::move(listener)), m_client(environment)
{
}

std::string FileFetch::tokenFor(const std::string& url) const
{
    const std::string origin = originOf(m_environment.endpoint);
    return !origin.empty() && originOf(url) == origin ? m_environment.token : "";
}

void FileFetch::note(const std::string& sentence) const
{
    if (m_listener.onNote)
        m_listener.onNote(sentence);
}

std::string FileFetch::commitOf(const FileSource& source) const
{
    const auto found = m_commits.find(source.address(m_environment.endpoint));
    return source.isPinned() ? source.revision : found != m_commits.end() ? found->second : "";
}

/// HEAD, following redirects within the host only: that to the network of copies answers without the hub's headers.
SourceFailure FileFetch::askHub(const FileSource& source, HubAnswer& told)
{
    std::string url = source.address(m_environment.endpoint);
    HttpAnswer answer;
    for (int hop = 0;; ++hop) {
        HttpRequest request;
        request.url = url;
        request.headOnly = true;
        request.token = tokenFor(url);
        const HttpOutcome outcome = m_client.run(request, m_control.stop);
        if (SourceFailure failure = failureOf(outcome.trouble, m_environment.answerSeconds); failure.failed())
            return failure;
        answer = outcome.answer;
        const bool redirect = answer.status / 100 == 3;
        const std::string location = answer.text("location");
        if (!redirect || location.find("://") != std::string::npos || location.starts_with("//"))
            break;
        if (hop == kRedirects)
            return {sentence("leads in a circle")};
        url = redirectTarget(url, location);
        if (url.empty())
            return {sentence("leads to an address that is not followed")};
    }
    if (answer.status / 100 != 2 && answer.status / 100 != 3)
        return failureOf(answer, !tokenFor(url).empty());
    told.commit = answer.text("x-repo-commit");
    if (told.commit.size() != 40 || !isContentHash(told.commit))
        return {sentence("does not answer as the hub does (a proxy's page?)")};
    m_commits[source.address(m_environment.endpoint)] = told.commit;
    const std::string linked = answer.text("x-linked-etag");
    told.etag = bareEtag(linked.empty() ? answer.text("etag") : linked);
    HttpAnswer size;
    size.headers = {{"content-length", answer.text("x-linked-size")}};
    told.bytes = contentLength(size);
    if (told.bytes == 0 && answer.status / 100 == 2)
        told.bytes = contentLength(answer);
    return {};
}

/// Whether the hub's file is still the one of the catalogue.
SourceFailure FileFetch::checkHub(const CatalogFile& file, const FileSource& source)
{
    HubAnswer told;
    if (SourceFailure failure = askHub(source, told); failure.failed())
        return failure;
    if (source.isPinned() && told.commit != source.revision)
        return {sentence("answers for another commit (%1)", told.commit)};
    if (!source.isPinned() && !told.commit.starts_with(source.commitBegins))
        return {sentence("has another commit by now (%1)", told.commit)};
    const std::string& known = told.etag.size() == 40 ? file.gitSha1 : file.sha256;
    if (isContentHash(told.etag) && !known.empty() && told.etag != known)
        return {sentence("has another file there now")};
    if (told.bytes > 0 && file.bytesExact && told.bytes != file.bytes)
        return {sentence("has a file of %1 bytes there instead of %2", told.bytes, file.bytes)};
    return {};
}

void FileFetch::complete(CatalogFile& file)
{
    if (file.hash().isKnown() && file.bytesExact)
        return;
    std::vector<Sentence> reasons;
    for (const FileSource& source : file.sources) {
        if (!source.isHub())
            continue;
        const std::string host = hostOf(source.address(m_environment.endpoint));
        HubAnswer told;
        SourceFailure failure;
        for (int attempt = 1; attempt <= kAttempts; ++attempt) {
            failure = askHub(source, told);
            if (!failure.mayPass || attempt == kAttempts || (failure.refused && attempt == kRefusedAttempts))
                break;
            pause(failure, attempt, file.name, host);
        }
        if (!failure.failed() && !source.isPinned() && !told.commit.starts_with(source.commitBegins))
            failure.reason = sentence("has another commit by now (%1)", told.commit);
        if (!failure.failed() && (!isContentHash(told.etag) || told.bytes == 0))
            failure.reason = sentence("does not tell the file's hash and size");
        const bool other = told.etag.size() == 64 && !file.sha256.empty() && told.etag != file.sha256;
        if (!failure.failed() && other)
            failure.reason = sentence("has another file there now");
        if (failure.failed()) {
            reasons.push_back(sentence("%1 %2", host, failure.reason));
            continue;
        }
        (told.etag.size() == 40 ? file.gitSha1 : file.sha256) = told.etag;
        file.bytes = told.bytes;
        file.bytesExact = true;
        return;
    }
    if (!file.hash().isKnown())
        throw fetchError(m_environment, file, reasons);
    // The hash is known and will decide; the size is about right.
}

fs::path FileFetch::fetch(const CatalogFile& file, const FilePlace& place)
{
    const FileLock lock(place.lock, m_control.stop, m_listener.onOtherProgram);
    const ContentHash expected = file.hash();
    if (isThere(place.file) && expected.fits(hashOfFile(place.file, expected, m_control)))
        return place.file; // the other program was first
    PartFile part(place.part, expected, file.bytesExact ? file.bytes : 0, m_control);
    std::vector<Sentence> reasons;
    for (const FileSource& source : file.sources) {
        const std::string address = source.address(m_environment.endpoint);
        const SourceFailure failure = fetchFrom(file, source, part);
        if (!failure.failed()) {
            part.moveTo(place.file);
            return place.file;
        }
        reasons.push_back(sentence("%1 %2", hostOf(address), failure.reason));
        if (&source != &file.sources.back())
            note(file.name + ": " + reasons.back().english() + "; the next address is tried.");
    }
    if (part.size() == 0)
        part.discard();
    throw fetchError(m_environment, file, reasons);
}

SourceFailure FileFetch::fetchFrom(const CatalogFile& file, const FileSource& source, PartFile& part)
{
    Attempt attempt{file, part, source.address(m_environment.endpoint), "", 0, false};
    attempt.host = hostOf(attempt.url);
    bool asked = false, begunAgain = false;
    for (int dry = 1;; ++dry) {
        const std::uintmax_t before = part.size();
        SourceFailure failure;
        if (source.isHub() && !asked) {
            failure = checkHub(file, source);
            asked = !failure.failed();
        }
        if (!failure.failed() && !(file.bytesExact && part.size() == file.bytes))
            failure = getOnce(attempt);
        if (!failure.failed()) {
            if (part.isRight())
                return {};
            part.empty();
            if (begunAgain)
                return {sentence("gives other bytes than the catalogue's (their SHA-256 is wrong)")};
            begunAgain = true;
            dry = 0;
            note(file.name + ": what came is damaged and was thrown away; it is fetched again.");
            continue;
        }
        if (part.size() > before)
            dry = 1;
        if (!failure.mayPass || dry >= kAttempts || (failure.refused && dry >= kRefusedAttempts) ||
            failure.waitSeconds > kLongestWait)
            return failure;
        pause(failure, dry, file.name, attempt.host);
    }
}

/// One request with its redirects. A token goes to its own host only.
SourceFailure FileFetch::getOnce(Attempt& attempt)
{
    std::string url = attempt.url; // signed addresses are short-lived: the plain one is asked each time
    for (int hop = 0; hop <= kRedirects; ++hop) {
        SourceFailure failure = requestOnce(attempt, url);
        if (failure.nextAddress.empty())
            return failure;
        url = failure.nextAddress;
    }
    return {sentence("leads in a circle")};
}

SourceFailure FileFetch::requestOnce(Attempt& attempt, const std::string& url)
{
    attempt.host = hostOf(url);
    attempt.from = attempt.part.size();
    attempt.tooLong = false;
    SourceFailure failure;
    HttpRequest request;
    request.url = url;
    request.from = attempt.from;
    request.token = tokenFor(url);
    request.onAnswer = [&](const HttpAnswer& answer) { return acceptAnswer(attempt, answer, failure); };
    const CatalogFile& file = attempt.file;
    request.onBytes = [&](std::string_view bytes) {
        if (file.bytesExact && attempt.part.size() + bytes.size() > file.bytes) {
            attempt.tooLong = true;
            return false;
        }
        attempt.part.append(bytes);
        if (m_listener.onBytes)
            m_listener.onBytes(attempt.part.size(), file.bytes, attempt.host);
        return true;
    };
    const HttpOutcome outcome = m_client.run(request, m_control.stop);
    if (attempt.tooLong) {
        attempt.part.empty();
        return {sentence("sends more than the %1 bytes of the file", file.bytes)};
    }
    if (failure.failed() || !failure.nextAddress.empty())
        return failure;
    if (SourceFailure broken = failureOf(outcome.trouble, m_environment.stallSeconds); broken.failed())
        return broken;
    if (file.bytesExact && attempt.part.size() < file.bytes)
        return {sentence("broke off after %1 of %2 bytes", attempt.part.size(), file.bytes), true};
    return {};
}

/// @returns whether the content may come; else failure says why not.
bool FileFetch::acceptAnswer(Attempt& attempt, const HttpAnswer& answer, SourceFailure& failure)
{
    const CatalogFile& file = attempt.file;
    if (answer.status == 416) { // the part is all of it, or longer
        const std::string range = answer.text("content-range");
        if (!file.bytesExact && range == "bytes */" + std::to_string(attempt.from))
            return false;
        attempt.part.empty();
        failure = {sentence("has a shorter file there"), true};
        return false;
    }
    if (answer.status != 200 && answer.status != 206) {
        failure = failureOf(answer, !tokenFor(answer.url).empty());
        return false;
    }
    if (isWebPage(answer) && !file.name.ends_with(".html")) {
        failure = {sentence("gives a web page in the place of the file")};
        return false;
    }
    std::uintmax_t total = contentLength(answer);
    if (answer.status == 206) {
        const std::string range = answer.text("content-range");
        if (!range.starts_with("bytes " + std::to_string(attempt.from) + "-")) {
            attempt.part.empty();
            failure = {sentence("answers with another part of the file than was asked for"), true};
            return false;
        }
        HttpAnswer whole;
        whole.headers = {{"content-length", range.substr(std::min(range.size(), range.find('/') + 1))}};
        total = contentLength(whole);
    } else if (attempt.from > 0) {
        attempt.part.empty(); // the server sends all of it
    }
    if (file.bytesExact && total > 0 && total != file.bytes) {
        failure = {sentence("has a file of %1 bytes there instead of %2", total, file.bytes)};
        return false;
    }
    return true;
}

void FileFetch::pause(const SourceFailure& failure, int attempt, const std::string& name, const std::string& host)
{
    const double growing = std::min(kLongestPause, m_environment.firstPauseSeconds * std::pow(2., attempt - 1));
    const double seconds = std::max(growing, std::min(failure.waitSeconds, kLongestWait));
    const std::string why = name + ": " + host + " " + failure.reason.english();
    note(why + "; trying again in " + (seconds < 1 ? "a moment" : durationText(seconds)) + ".");
    if (m_listener.onWait)
        m_listener.onWait(seconds, why);
    sleepUnlessStopped(seconds, m_control.stop);
}

Error fetchError(const HubEnvironment& environment, const CatalogFile& file, const std::vector<Sentence>& reasons)
{
    Sentence all;
    for (const Sentence& reason : reasons)
        all = all.english().empty() ? reason : sentence("%1; %2", all, reason);
    const std::string address = file.sources.front().address(environment.endpoint);
    return {ErrorCode::FileNotFound, sentence("%1 (%2) cannot be fetched: %3; fetched by hand from %4, it is taken by "
                                              "Add Files in the window or by packs pull --from.",
                                              file.name, file.id, all, address)};
}

} // namespace vbs
