#include "core/hub/http_client.h"

#include "core/base/error.h"
#include "core/base/program_version.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <curl/curl.h>
#include <exception>

namespace vbs {

namespace {

constexpr int kPollMilliseconds = 50;

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What one request's callbacks work on. Exceptions must not pass through libcurl.
struct Running {
    const HttpRequest* request = nullptr;
    HttpAnswer answer;
    bool told = false, wanted = true;
    std::exception_ptr fault;

    bool tell()
    {
        if (!told) {
            told = true;
            wanted = !request->onAnswer || request->onAnswer(answer);
        }
        return wanted;
    }
};

std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& running = *static_cast<Running*>(user);
    std::string_view line(data, size * count);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    if (line.starts_with("HTTP/")) { // another answer begins: after "100 Continue" or a proxy's
        running.answer.headers.clear();
        return size * count;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || running.answer.headers.size() > 200)
        return size * count;
    std::string name(line.substr(0, colon));
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t", colon + 1)));
    running.answer.headers.emplace_back(std::move(name), std::string(line));
    return size * count;
}

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& running = *static_cast<Running*>(user);
    try {
        if (!running.tell() || (running.request->onBytes && !running.request->onBytes({data, size * count})))
            running.wanted = false;
    } catch (...) {
        running.fault = std::current_exception();
    }
    return running.wanted && !running.fault ? size * count : 0;
}

HttpTrouble troubleOf(CURLcode code, const char* detail)
{
    const std::string reason = detail[0] != '\0' ? detail : curl_easy_strerror(code);
    switch (code) {
    case CURLE_OK:
        return {};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return {HttpTrouble::Kind::Untrusted, reason};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {HttpTrouble::Kind::Refused, reason};
    default:
        return {HttpTrouble::Kind::Broken, reason};
    }
}

Lines headerLines(const HttpRequest& request)
{
    curl_slist* lines = curl_slist_append(nullptr, "Accept-Encoding: identity");
    if (!request.token.empty())
        lines = curl_slist_append(lines, ("Authorization: Bearer " + request.token).c_str());
    return {lines, &curl_slist_free_all};
}

} // namespace

struct HttpClient::State {
    const HubEnvironment environment;
    Easy easy{nullptr, &curl_easy_cleanup};
    Multi multi{nullptr, &curl_multi_cleanup}; // goes before the other

    void setUp(const HttpRequest& request, Running& running, curl_slist* lines, char* detail) const;
};

HttpClient::HttpClient(const HubEnvironment& environment) : m_state(new State{environment})
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    m_state->easy.reset(curl_easy_init());
    m_state->multi.reset(curl_multi_init());
    if (started != CURLE_OK || !m_state->easy || !m_state->multi)
        throw Error(ErrorCode::Internal, sentence("libcurl cannot be started."));
}

HttpClient::~HttpClient() = default;

void HttpClient::State::setUp(const HttpRequest& request, Running& running, curl_slist* lines, char* detail) const
{
    CURL* handle = easy.get();
    curl_easy_reset(handle); // connections stay
    const auto set = [handle](CURLoption option, auto value) { curl_easy_setopt(handle, option, value); };
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_BUFFERSIZE, 256L * 1024);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!environment.certificates.empty())
        set(CURLOPT_CAINFO, environment.certificates.c_str());
    if (!environment.httpProxy.empty() && request.url.starts_with("http://"))
        set(CURLOPT_PROXY, environment.httpProxy.c_str());
    const std::string agent = "visualbert-studio/" + programVersion();
    set(CURLOPT_USERAGENT, agent.c_str()); // copied
    set(CURLOPT_HTTPHEADER, lines);
    set(CURLOPT_NOBODY, request.headOnly ? 1L : 0L);
    if (request.from > 0) {
        const std::string range = std::to_string(request.from) + "-";
        set(CURLOPT_RANGE, range.c_str());
    }
    set(CURLOPT_CONNECTTIMEOUT_MS, long(1000 * environment.answerSeconds));
    if (request.headOnly) {
        set(CURLOPT_TIMEOUT_MS, long(1000 * environment.answerSeconds));
    } else {
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, std::max(1L, long(environment.stallSeconds + 0.5)));
    }
    set(CURLOPT_ERRORBUFFER, detail);
    set(CURLOPT_HEADERFUNCTION, &onHeader);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&running));
    set(CURLOPT_WRITEFUNCTION, &onBody);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&running));
}

HttpOutcome HttpClient::run(const HttpRequest& request, std::stop_token stop)
{
    Running running;
    running.request = &request;
    running.answer.url = request.url;
    char detail[CURL_ERROR_SIZE] = "";
    const Lines lines = headerLines(request);
    m_state->setUp(request, running, lines.get(), detail);
    CURL* handle = m_state->easy.get();
    CURLM* multi = m_state->multi.get();
    // The status stands before the first content and, without content, at the end.
    const auto takeStatus = [&] { curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &running.answer.status); };
    HttpRequest told = request;
    told.onAnswer = [&](const HttpAnswer&) {
        takeStatus();
        return !request.onAnswer || request.onAnswer(running.answer);
    };
    running.request = &told;
    if (curl_multi_add_handle(multi, handle) != CURLM_OK)
        throw Error(ErrorCode::Internal, sentence("libcurl takes no request."));
    CURLcode code = CURLE_OK;
    for (int active = 1; active > 0 && !stop.stop_requested();) {
        if (curl_multi_perform(multi, &active) != CURLM_OK ||
            (active > 0 && curl_multi_poll(multi, nullptr, 0, kPollMilliseconds, nullptr) != CURLM_OK)) {
            code = CURLE_RECV_ERROR;
            break;
        }
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left))
        if (message->msg == CURLMSG_DONE)
            code = message->data.result;
    takeStatus();
    curl_multi_remove_handle(multi, handle);
    if (running.fault)
        std::rethrow_exception(running.fault);
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled, sentence("Cancelled."));
    HttpOutcome outcome{running.answer, {}};
    if (code == CURLE_OK)
        running.tell();
    if (!running.wanted)
        outcome.trouble = {HttpTrouble::Kind::Unwanted, "not wanted"};
    else
        outcome.trouble = troubleOf(code, detail);
    outcome.answer = running.answer;
    return outcome;
}

} // namespace vbs
