#include "tests/support/faulty_server.h"

#include <algorithm>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vbs::test {

namespace {

bool isReadable(int socket, int milliseconds)
{
    pollfd waiting{socket, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
}

bool sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

} // namespace

FaultyServer::FaultyServer(std::string content, std::function<void(Reply&)> choose)
    : m_content(std::move(content)), m_choose(std::move(choose)), m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    ::listen(m_socket, 8);
    m_thread = std::jthread([this](std::stop_token stop) { serve(stop); });
}

FaultyServer::~FaultyServer()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_socket);
}

std::string FaultyServer::address() const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + "/file.bin";
}

std::vector<std::uintmax_t> FaultyServer::begins() const
{
    const std::lock_guard lock(m_mutex);
    return m_begins;
}

void FaultyServer::serve(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        if (!isReadable(m_socket, 20))
            continue;
        const int client = ::accept(m_socket, nullptr, nullptr);
        answer(client, stop);
        ::close(client);
    }
}

void FaultyServer::answer(int client, std::stop_token stop)
{
    std::string request;
    char buffer[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
        const ssize_t count = ::recv(client, buffer, sizeof buffer, 0);
        if (count <= 0)
            return;
        request.append(buffer, static_cast<std::size_t>(count));
    }
    std::uintmax_t begin = 0;
    if (const std::size_t at = request.find("Range: bytes="); at != std::string::npos)
        begin = std::stoull(request.substr(at + 13));
    Reply reply;
    {
        const std::lock_guard lock(m_mutex);
        reply.number = static_cast<int>(m_begins.size());
        m_begins.push_back(begin);
    }
    m_choose(reply);
    std::string head = "HTTP/1.1 ";
    if (!reply.status.empty()) {
        head += reply.status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        sendAll(client, head.data(), head.size());
        return;
    }
    const std::uintmax_t from = reply.ignoresRange ? 0 : std::min<std::uintmax_t>(begin, m_content.size());
    const std::string all = std::to_string(m_content.size());
    head += from > 0 ? "206 Partial Content\r\nContent-Range: bytes " +
                           std::to_string(from + static_cast<std::uintmax_t>(reply.shift)) + "-" +
                           std::to_string(m_content.size() - 1) + "/" + all + "\r\n"
                     : "200 OK\r\n";
    if (!reply.tellsNoLength)
        head += "Content-Length: " + std::to_string(m_content.size() - from) + "\r\n";
    head += "Connection: close\r\n\r\n";
    std::size_t count = m_content.size() - from;
    for (const std::int64_t limit : {reply.breakAfter, reply.silentAfter})
        if (limit >= 0)
            count = std::min(count, static_cast<std::size_t>(limit));
    if (!sendAll(client, head.data(), head.size()) || !sendAll(client, m_content.data() + from, count))
        return;
    while (reply.silentAfter >= 0 && !stop.stop_requested() && !isReadable(client, 20)) {
    }
}

} // namespace vbs::test
