#include "app/tuned_restart.h"

#include "app/tuned_environment.h"

#include <climits>
#include <string>
#include <unistd.h>

namespace vbs {

namespace {

/// By its own name, which task managers show: through the link the process would be called "exe".
std::string programPath()
{
    constexpr const char* kLink = "/proc/self/exe";
    char path[PATH_MAX];
    const ssize_t length = ::readlink(kLink, path, sizeof path);
    return length > 0 && std::size_t(length) < sizeof path ? std::string(path, std::size_t(length)) : kLink;
}

void restart(char** argv, char** variables)
{
    TunedEnvironment environment(variables);
    if (environment.isChanged())
        ::execve(programPath().c_str(), argv, environment.pointers().data());
    // Running on untuned is better than not running.
}

void restartEarly(int, char** argv, char** variables)
{
    restart(argv, variables);
}

/// GNU's loader calls this before it initialises any library, which saves doing that twice; and where memory is short,
/// libraries would end the program before main.
[[gnu::section(".preinit_array"), gnu::used]] void (*const beforeLibraries)(int, char**, char**) = restartEarly;

} // namespace

void restartWithTunedEnvironment(char** argv)
{
    restart(argv, environ);
}

} // namespace vbs
