#pragma once

#include "core/base/sentence.h"
#include "core/hub/http_client.h"

#include <string>

namespace vbs {

/// Why an address gave no file.
struct SourceFailure {
    Sentence reason;           ///< in words that follow the address's host: "does not have it (404)"; empty: none
    bool mayPass = false;      ///< asking again may help
    double waitSeconds = 0;    ///< that the server asks for before
    bool refused = false;      ///< nobody could be reached there
    std::string nextAddress{}; ///< a redirect; nothing failed

    bool failed() const { return !reason.english().empty(); }
};

/// What a status other than 200 and 206 means. @param withToken whether a token was sent.
SourceFailure failureOf(const HttpAnswer& answer, bool withToken);
/// What a broken request means. @param stallSeconds after which silence ends one.
SourceFailure failureOf(const HttpTrouble& trouble, double stallSeconds);

/// Whether a page for people came in the place of a file.
bool isWebPage(const HttpAnswer& answer);

/// The content's length by the headers; 0: not told.
std::uintmax_t contentLength(const HttpAnswer& answer);

} // namespace vbs
