#include "core/hub/http_client.h"

#include <curl/curl.h>
#include <memory>

namespace vbs {

namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Url parsed(const std::string& text)
{
    Url url(curl_url(), &curl_url_cleanup);
    if (url && curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        url.reset();
    return url;
}

std::string part(const Url& url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (!url || curl_url_get(url.get(), which, &text, flags) != CURLUE_OK)
        return "";
    std::string result = text;
    curl_free(text);
    return result;
}

} // namespace

std::string originOf(const std::string& url)
{
    const Url address = parsed(url);
    const std::string scheme = part(address, CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https")
        return "";
    std::string host = part(address, CURLUPART_HOST);
    for (char& c : host)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return scheme + "://" + host + ":" + part(address, CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

std::string hostOf(const std::string& url)
{
    const Url address = parsed(url);
    const std::string port = part(address, CURLUPART_PORT);
    return part(address, CURLUPART_HOST) + (port.empty() ? "" : ":" + port);
}

std::string redirectTarget(const std::string& url, const std::string& location)
{
    const Url address = parsed(url);
    if (!address || location.empty() || curl_url_set(address.get(), CURLUPART_URL, location.c_str(), 0) != CURLUE_OK)
        return "";
    const std::string scheme = part(address, CURLUPART_SCHEME);
    const bool safe = scheme == "https" || (scheme == "http" && !url.starts_with("https:"));
    return safe ? part(address, CURLUPART_URL) : "";
}

const std::string* HttpAnswer::header(std::string_view name) const
{
    for (auto at = headers.rbegin(); at != headers.rend(); ++at)
        if (at->first == name)
            return &at->second;
    return nullptr;
}

std::string HttpAnswer::text(std::string_view name) const
{
    const std::string* value = header(name);
    return value != nullptr ? *value : "";
}

} // namespace vbs
