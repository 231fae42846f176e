#pragma once

#include "core/hub/hub_environment.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vbs {

/// What a server said before the content.
struct HttpAnswer {
    long status = 0;
    std::string url;                                          ///< that was asked
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case

    const std::string* header(std::string_view name) const; ///< the last of this name; null: none
    std::string text(std::string_view name) const;          ///< empty: none
};

/// A request that got no whole answer.
struct HttpTrouble {
    enum class Kind {
        None,
        Refused,   ///< the server cannot be reached: unknown name, no connection
        Untrusted, ///< its certificate is not trusted
        Broken,    ///< it began and broke off or fell silent; asking again may help
        Unwanted   ///< the caller wanted no more
    };
    Kind kind = Kind::None;
    std::string reason; ///< in words, no sentence
};

struct HttpRequest {
    std::string url;
    bool headOnly = false;
    std::uintmax_t from = 0; ///< first byte that is wanted
    std::string token;       ///< sent as it is: whoever asks decides for which host
    /// Gets the answer before any content. false: no content is wanted.
    std::function<bool(const HttpAnswer&)> onAnswer;
    /// Gets content. false: no more is wanted.
    std::function<bool(std::string_view)> onBytes;
};

struct HttpOutcome {
    HttpAnswer answer;
    HttpTrouble trouble;
};

/// One request after another over libcurl: HTTP/1.1 and 2, the system's certificates (or SSL_CERT_FILE), the proxies of
/// the environment. Redirects are not followed. TLS is always checked. Works on the caller's thread.
class HttpClient {
public:
    /// @throws Error (Internal) when libcurl cannot start.
    explicit HttpClient(const HubEnvironment& environment);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// @throws Error (Cancelled) within a tenth of a second of a stop; whatever the callbacks throw.
    HttpOutcome run(const HttpRequest& request, std::stop_token stop);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// "https://host:port" in lower case, with the port even where it is the usual one; empty: no http address.
std::string originOf(const std::string& url);
/// "host" or "host:port" as an address writes it, for messages.
std::string hostOf(const std::string& url);
/// The address that a Location header means. Empty: none that may be followed (another protocol, or from https to
/// http).
std::string redirectTarget(const std::string& url, const std::string& location);

} // namespace vbs
