#include "tests/support/local_hub.h"

#include "core/base/file_io.h"
#include "core/hub/content_hash.h"
#include "tests/support/free_port.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace vbs::test {

namespace {

constexpr char kSystem[] = "/usr/sbin:/sbin:/usr/local/sbin";

QString programNamed(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, QString(kSystem).split(':')) : found;
}

bool answers(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

/// One more request, until its answer is over: nginx has written of those before it then.
void settle(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    static constexpr std::string_view request = "GET /settle HTTP/1.0\r\n\r\n";
    char buffer[1024];
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) > 0)
        while (::recv(socket, buffer, sizeof buffer, 0) > 0) {
        }
    ::close(socket);
}

bool hasVersion6()
{
    const int socket = ::socket(AF_INET6, SOCK_STREAM, 0);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = IN6ADDR_LOOPBACK_INIT;
    const bool bound = socket >= 0 && ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    if (socket >= 0)
        ::close(socket);
    return bound;
}

std::string number(int value)
{
    return std::to_string(value);
}

std::string hashed(const std::string& content, const ContentHash& kind)
{
    ContentHasher hasher(kind, content.size());
    hasher.add(content);
    return hasher.take().hex;
}

} // namespace

std::string sha256Of(const std::string& content)
{
    return hashed(content, {});
}

std::string gitSha1Of(const std::string& content)
{
    return hashed(content, {std::string(40, '0')});
}

LocalHub::LocalHub() = default;

LocalHub::~LocalHub()
{
    stop();
}

QString LocalHub::missing()
{
    if (programNamed("nginx").isEmpty())
        return "nginx is not installed; it stands in .ci/packages.txt.";
    return programNamed("openssl").isEmpty() ? "The openssl program is not installed; it stands in .ci/packages.txt."
                                             : QString();
}

std::string LocalHub::file(const std::string& content)
{
    const std::string path = m_folder.filePath("file-" + QString::number(m_files++)).toStdString();
    writeFileAtomically(path, content, Durability::Forgettable);
    return path;
}

std::string LocalHub::block(const std::string& path, const std::string& lines) const
{
    return "    location = " + path + " {\n        etag off;\n" + lines + "    }\n";
}

void LocalHub::add(const std::string& repo, const std::string& revision, const std::string& commit,
                   const std::string& path, const std::string& content, bool large, const Fault& fault)
{
    const std::string address = "/" + repo + "/resolve/" + revision + "/" + path;
    const std::string size = std::to_string(content.size());
    const std::string hash = large ? sha256Of(content) : gitSha1Of(content);
    std::string head = fault.headers;
    if (!fault.noCommit)
        head += "        add_header X-Repo-Commit " + commit + " always;\n";
    if (fault.status != 0) {
        m_hubBlocks += block(address, head + "        return " + number(fault.status) + ";\n");
        return;
    }
    if (fault.page) {
        m_hubBlocks += block(
            address, head + "        add_header ETag '\"" + hash + "\"';\n        add_header X-Linked-Size " + size +
                         ";\n        default_type text/html;\n        return 200 '<html>Sign in</html>';\n");
        return;
    }
    if (!large) {
        m_hubBlocks +=
            block(address, head + "        add_header ETag '\"" + hash +
                               "\"';\n        default_type text/plain;\n        alias " + file(content) + ";\n");
        return;
    }
    head += "        add_header X-Linked-Etag '\"" + hash + "\"' always;\n        add_header X-Linked-Size " + size +
            " always;\n        add_header ETag '\"of the redirect\"' always;\n";
    const std::string target = fault.elsewhere.empty() ? "@COPIES@/blobs/" + hash + "?signed=1" : fault.elsewhere;
    m_hubBlocks += block(address, head + "        return 302 " + target + ";\n");
    m_copyBlocks +=
        block("/blobs/" + hash, (fault.rate.empty() ? "" : "        limit_rate " + fault.rate + ";\n") +
                                    "        alias " + file(fault.servesOther ? fault.servedInstead : content) + ";\n");
}

void LocalHub::addOnDisk(const std::string& repo, const std::string& commit, const std::string& path,
                         const std::filesystem::path& file, const std::string& sha256, const std::string& rate)
{
    m_hubBlocks +=
        block("/" + repo + "/resolve/" + commit + "/" + path,
              "        add_header X-Repo-Commit " + commit + " always;\n        add_header X-Linked-Etag '\"" + sha256 +
                  "\"' always;\n        add_header X-Linked-Size " + std::to_string(std::filesystem::file_size(file)) +
                  " always;\n        return 302 @COPIES@/blobs/" + sha256 + ";\n");
    m_copyBlocks += block("/blobs/" + sha256, (rate.empty() ? "" : "        limit_rate " + rate + ";\n") +
                                                  "        alias " + file.string() + ";\n");
}

std::string LocalHub::addPlain(const std::string& name, const std::string& content, const Fault& fault)
{
    std::string lines = fault.headers;
    if (fault.status != 0)
        lines += "        return " + number(fault.status) + ";\n";
    else if (fault.page)
        lines += "        default_type text/html;\n        return 200 '<html>Sign in</html>';\n";
    else
        lines += (fault.rate.empty() ? "" : "        limit_rate " + fault.rate + ";\n") + "        alias " +
                 file(fault.servesOther ? fault.servedInstead : content) + ";\n";
    m_copyBlocks += block("/plain/" + name, lines);
    return "/plain/" + name;
}

namespace {

/// The authority and the hub's certificate, made once a process. Empty: openssl failed.
QString certificateFolder()
{
    static const QTemporaryDir folder;
    static const bool made = [] {
        writeFileAtomically(folder.filePath("names").toStdString(), "subjectAltName=DNS:localhost\n",
                            Durability::Forgettable);
        const auto run = [](const QString& arguments) {
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.start(programNamed("openssl"), arguments.split(' '));
            return process.waitForFinished(60000) && process.exitCode() == 0;
        };
        const QString key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes ";
        return run("req -x509 " + key + "-keyout ca.key -out ca.pem -days 30 -subj /CN=hub-test-ca") &&
               run("req " + key + "-keyout hub.key -out hub.csr -subj /CN=localhost") &&
               run("x509 -req -in hub.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out hub.pem -days 30 -extfile "
                   "names");
    }();
    return made ? folder.path() : QString();
}

} // namespace

std::string LocalHub::configuration() const
{
    const std::string folder = m_folder.path().toStdString() + "/", keys = certificateFolder().toStdString() + "/";
    const auto with = [](std::string blocks, const std::string& copies) {
        for (std::size_t at = blocks.find("@COPIES@"); at != std::string::npos; at = blocks.find("@COPIES@", at))
            blocks.replace(at, 8, copies);
        return blocks;
    };
    const std::string tls =
        " ssl;\n    ssl_certificate " + keys + "hub.pem;\n    ssl_certificate_key " + keys + "hub.key;\n";
    const auto server = [&](const char* name, int port, const std::string& how, const std::string& blocks) {
        std::string text = "  server {\n    listen 127.0.0.1:" + number(port) + how;
        if (hasVersion6()) // "localhost" may mean either
            text += "    listen [::1]:" + number(port) + (how.starts_with(" ssl") ? " ssl;\n" : ";\n");
        return text + "    set $which " + name + ";\n" + blocks + "    location / { return 404; }\n  }\n";
    };
    std::string text = ::geteuid() == 0 ? "user root;\n" : "";
    text +=
        "daemon off;\nmaster_process off;\npid " + folder + "pid;\nerror_log " + folder + "error.log;\n" +
        "events { worker_connections 256; }\nhttp {\n" +
        "  log_format plain '$which|$request_method|$uri|$status|$http_range|$http_authorization|$body_bytes_sent';\n" +
        "  access_log " + folder + "access.log plain;\n  keepalive_timeout 5;\n";
    for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        text += std::string("  ") + kind + "_temp_path " + folder + kind + ";\n";
    text += server("hub", m_hubPort, ";\n", with(m_hubBlocks, copies()));
    text += server("copies", m_copyPort, ";\n", m_copyBlocks);
    const std::string tlsCopies = "https://localhost:" + number(m_tlsCopyPort);
    text += server("tls", m_tlsPort, tls, with(m_hubBlocks, tlsCopies));
    text += server("copies", m_tlsCopyPort, tls, m_copyBlocks);
    return text + "}\n";
}

bool LocalHub::start()
{
    if (certificateFolder().isEmpty()) {
        m_failure = "openssl made no certificates.";
        return false;
    }
    for (int attempt = 0; attempt < 5; ++attempt) { // another program may take a port in between
        m_hubPort = freePort(), m_copyPort = freePort(), m_tlsPort = freePort(), m_tlsCopyPort = freePort();
        const std::string file = m_folder.filePath("nginx.conf").toStdString();
        writeFileAtomically(file, configuration(), Durability::Forgettable);
        m_nginx.start(programNamed("nginx"), {"-p", m_folder.path(), "-e", m_folder.filePath("error.log"), "-c",
                                              QString::fromStdString(file)});
        const bool up = QTest::qWaitFor(
            [this] {
                return m_nginx.state() == QProcess::NotRunning ||
                       (answers(m_hubPort) && answers(m_copyPort) && answers(m_tlsPort) && answers(m_tlsCopyPort));
            },
            10000);
        if (up && m_nginx.state() == QProcess::Running)
            return true;
        stop();
    }
    QFile log(m_folder.filePath("error.log"));
    m_failure = "nginx does not start: " + (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : "");
    return false;
}

void LocalHub::stop()
{
    if (m_nginx.state() == QProcess::NotRunning)
        return;
    m_nginx.terminate();
    if (!m_nginx.waitForFinished(5000)) {
        m_nginx.kill();
        m_nginx.waitForFinished();
    }
}

std::string LocalHub::endpoint() const
{
    return "http://127.0.0.1:" + number(m_hubPort);
}

std::string LocalHub::tlsEndpoint() const
{
    return "https://localhost:" + number(m_tlsPort);
}

std::string LocalHub::copies() const
{
    return "http://localhost:" + number(m_copyPort);
}

std::filesystem::path LocalHub::certificates() const
{
    return certificateFolder().toStdString() + "/ca.pem";
}

std::vector<HubRequest> LocalHub::requests() const
{
    std::vector<HubRequest> result;
    if (m_nginx.state() == QProcess::Running)
        settle(m_hubPort);
    QFile log(m_folder.filePath("access.log"));
    if (!log.open(QIODevice::ReadOnly))
        return result;
    int line = 0;
    for (const QByteArray& text : log.readAll().split('\n')) {
        const QList<QByteArray> parts = text.split('|');
        if (parts.size() != 7 || parts[2] == "/settle" || line++ < m_forgotten)
            continue;
        const auto part = [&](int i) { return parts[i] == "-" ? std::string() : parts[i].toStdString(); };
        result.push_back({part(0), part(1), part(2), part(4), part(5), parts[3].toInt(), parts[6].toULongLong()});
    }
    return result;
}

std::vector<HubRequest> LocalHub::gets(const std::string& ending) const
{
    std::vector<HubRequest> result;
    for (const HubRequest& request : requests())
        if (request.method == "GET" && request.path.ends_with(ending))
            result.push_back(request);
    return result;
}

} // namespace vbs::test
