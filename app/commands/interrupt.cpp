#include "app/commands/interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace vbs {

namespace {

int g_wakePipe[2] = {-1, -1};

/// Only what a handler may do: the waiting thread does the rest. The system has put the default action back
/// already.
void wake(int)
{
    const int before = errno;
    (void)!::write(g_wakePipe[1], "", 1);
    errno = before;
}

} // namespace

std::stop_token stopOnInterrupt()
{
    // Never destroyed: the thread may still use it while the program ends.
    static std::stop_source& source = *new std::stop_source;
    static const bool started = [] {
        if (::pipe2(g_wakePipe, O_CLOEXEC) != 0)
            return false;
        std::thread([] {
            char byte = 0;
            while (::read(g_wakePipe[0], &byte, 1) < 0 && errno == EINTR) {
            }
            source.request_stop();
        }).detach();
        // A handler and no blocked signals: linear algebra libraries start threads before main, which would
        // not know of a mask, and the signal would end the program through one of them.
        struct sigaction action {};
        action.sa_handler = wake;
        action.sa_flags = SA_RESTART | int(SA_RESETHAND);
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
        ::sigaction(SIGUSR1, &action, nullptr);
        return true;
    }();
    (void)started;
    return source.get_token();
}

} // namespace vbs
