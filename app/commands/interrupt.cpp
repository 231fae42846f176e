#include "app/commands/interrupt.h"

#include <csignal>
#include <pthread.h>
#include <thread>

namespace vbs {

std::stop_token stopOnInterrupt()
{
    static std::stop_source source;
    // A thread that waits for the signals may do what a signal handler must not.
    static const bool started = [] {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::thread([signals] {
            int signal = 0;
            sigwait(&signals, &signal);
            source.request_stop();
            sigset_t copy = signals;
            pthread_sigmask(SIG_UNBLOCK, &copy, nullptr);
        }).detach();
        return true;
    }();
    (void)started;
    return source.get_token();
}

} // namespace vbs
