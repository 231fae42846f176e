#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vbs::test {

/// Serves one content over HTTP/1.1, a connection at a time, with faults that nginx cannot be asked for.
class FaultyServer {
public:
    struct Reply {
        int number = 0;                ///< of the request, from 0
        std::int64_t breakAfter = -1;  ///< bytes of content, then the connection is cut
        std::int64_t silentAfter = -1; ///< bytes, then nothing more until the client goes
        bool ignoresRange = false, tellsNoLength = false;
        std::int64_t shift = 0; ///< Content-Range tells another beginning
        std::string status;     ///< in place of the content; may have headers behind it
    };

    FaultyServer(std::string content, std::function<void(Reply&)> choose);
    ~FaultyServer();
    FaultyServer(const FaultyServer&) = delete;
    FaultyServer& operator=(const FaultyServer&) = delete;

    std::string address() const;
    /// What each request asked to begin with.
    std::vector<std::uintmax_t> begins() const;

private:
    void serve(std::stop_token stop);
    void answer(int client, std::stop_token stop);

    const std::string m_content;
    const std::function<void(Reply&)> m_choose;
    int m_socket = -1, m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<std::uintmax_t> m_begins; ///< guarded by m_mutex
    std::jthread m_thread;                ///< last: it uses the others
};

} // namespace vbs::test
