#include "core/hub/http_failure.h"

#include "core/base/one_line.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ctime>
#include <curl/curl.h>
#include <set>

namespace vbs {

namespace {

Sentence withStatus(const Sentence& words, long status)
{
    return sentence("%1 (%2)", words, status);
}

/// Retry-After as seconds or a date; the hub's RateLimit header says it as t=….
double waitOf(const HttpAnswer& answer)
{
    const std::string text = answer.text("retry-after");
    std::uint32_t seconds = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (!text.empty() && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size())
        return seconds;
    if (const std::time_t at = text.empty() ? -1 : curl_getdate(text.c_str(), nullptr); at > 0)
        return std::max(0., double(at - std::time(nullptr)));
    const std::string limit = answer.text("ratelimit");
    if (const std::size_t at = limit.find("t="); at != std::string::npos)
        std::from_chars(limit.data() + at + 2, limit.data() + limit.size(), seconds);
    return seconds;
}

Sentence loginWords(const HttpAnswer& answer, bool withToken)
{
    const std::string code = answer.text("x-error-code");
    if (code == "GatedRepo")
        return sentence("wants its terms accepted on its page first, and then a token in HF_TOKEN");
    if (code == "RepoNotFound" || (answer.status == 401 && !withToken))
        return sentence("does not have it, or only for those with a token in HF_TOKEN");
    return withToken ? sentence("refuses it with this token") : sentence("refuses it");
}

} // namespace

SourceFailure failureOf(const HttpAnswer& answer, bool withToken)
{
    static const std::set<long> passing = {408, 429, 500, 502, 503, 504};
    SourceFailure failure;
    const long status = answer.status;
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
        failure.nextAddress = redirectTarget(answer.url, answer.text("location"));
        if (failure.nextAddress.empty())
            failure.reason = withStatus(sentence("leads to an address that is not followed"), status);
        return failure;
    }
    failure.mayPass = passing.contains(status);
    failure.waitSeconds = failure.mayPass ? waitOf(answer) : 0;
    if (status == 401 || status == 403)
        failure.reason = loginWords(answer, withToken);
    else if (status == 404 || status == 410)
        failure.reason = sentence("does not have it");
    else if (status == 429)
        failure.reason = sentence("has had too many requests");
    else if (failure.mayPass)
        failure.reason = sentence("is out of service for now");
    else
        failure.reason = sentence("gives an answer that is none");
    failure.reason = withStatus(failure.reason, status);
    if (const std::string said = joinedLines(answer.text("x-error-message")).substr(0, 200); !said.empty())
        failure.reason = sentence("%1 and says \"%2\"", failure.reason, said);
    return failure;
}

SourceFailure failureOf(const HttpTrouble& trouble, double stallSeconds)
{
    SourceFailure failure;
    const std::string detail = joinedLines(trouble.reason);
    switch (trouble.kind) {
    case HttpTrouble::Kind::None:
    case HttpTrouble::Kind::Unwanted:
        break;
    case HttpTrouble::Kind::Untrusted:
        failure.reason = sentence("has a certificate that is not trusted (%1): behind a company's proxy name its "
                                  "certificates in SSL_CERT_FILE",
                                  detail);
        break;
    case HttpTrouble::Kind::Refused:
        failure.reason = sentence("cannot be reached (%1)", detail);
        failure.mayPass = failure.refused = true;
        break;
    case HttpTrouble::Kind::Broken:
        failure.mayPass = true;
        failure.reason = trouble.reason.find("too slow") != std::string::npos ||
                                 trouble.reason.find("timed out") != std::string::npos
                             ? sentence("was silent for %1 s", std::lround(std::max(1., stallSeconds)))
                             : sentence("broke off (%1)", detail);
        break;
    }
    return failure;
}

bool isWebPage(const HttpAnswer& answer)
{
    return answer.text("content-type").starts_with("text/html");
}

std::uintmax_t contentLength(const HttpAnswer& answer)
{
    const std::string text = answer.text("content-length");
    std::uintmax_t bytes = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), bytes);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? bytes : 0;
}

} // namespace vbs
