#pragma once

#include <string>

namespace vbs {

/// A project on a PostgreSQL server: postgresql://[USER[:PASSWORD]@][HOST][:PORT]/DATABASE/PROJECT[?OPTIONS].
/// Each project is a schema of its own, so that a database holds many. Without a host it is the local socket; without a
/// user it is the login. Passwords are better kept where all of PostgreSQL's programs look for them: in ~/.pgpass, or
/// in PGPASSWORD. OPTIONS are sslmode, sslrootcert, and host and port for a socket in another folder.
struct ServerAddress {
    std::string host, user, password, database, project;
    int port = 5432;
    std::string options; ///< as libpq takes them: "sslmode='require'"

    /// As it stands in messages and lists: without the password.
    std::string name() const;
};

/// Whether a text names a server, and no file.
bool namesServer(const std::string& where);

/// @throws Error (InvalidArgument) saying what is missing or not understood.
ServerAddress serverAddressOf(const std::string& where);

} // namespace vbs
