#include "core/base/child_program.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace vbs {

namespace {

using Clock = std::chrono::steady_clock;

/// A pipe whose ends close by themselves, here and in the program that is started.
struct ChildPipe {
    int ends[2] = {-1, -1};

    ChildPipe()
    {
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw Error(ErrorCode::TooLarge, sentence("No pipe can be made: %1.", std::strerror(errno)));
    }
    ~ChildPipe()
    {
        close(0);
        close(1);
    }
    ChildPipe(const ChildPipe&) = delete;
    ChildPipe& operator=(const ChildPipe&) = delete;

    void close(int end)
    {
        if (ends[end] >= 0)
            ::close(ends[end]);
        ends[end] = -1;
    }
};

pid_t spawn(const std::vector<std::string>& command, const ChildPipe& out, const ChildPipe& err)
{
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
    pid_t child = -1;
    const int fault = ::posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) {
        throw Error(ErrorCode::FileNotFound,
                    sentence("The program %1 cannot be started: %2.", command.front(), std::strerror(fault)));
    }
    return child;
}

/// Becomes readable when a program ends. Where the system has none, the end of its outputs counts.
struct ChildEnd {
    int file = -1;

    explicit ChildEnd(pid_t child) : file(int(::syscall(SYS_pidfd_open, child, 0))) {}
    ~ChildEnd()
    {
        if (file >= 0)
            ::close(file);
    }
    ChildEnd(const ChildEnd&) = delete;
    ChildEnd& operator=(const ChildEnd&) = delete;
};

/// Reads both outputs until they are closed and the program has ended. @returns whether that was in time.
bool readAll(const ChildPipe& out, const ChildPipe& err, const ChildEnd& ended, ChildOutcome& outcome,
             Clock::time_point end)
{
    std::array<pollfd, 3> waiting{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0},
                                  pollfd{ended.file, POLLIN, 0}};
    const std::array<std::string*, 2> texts{&outcome.out, &outcome.err};
    while (std::ranges::any_of(waiting, [](const pollfd& one) { return one.fd >= 0; })) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0)
            return false;
        if (::poll(waiting.data(), waiting.size(), int(std::min<long>(left, 60'000))) < 0) {
            if (errno != EINTR)
                return false;
            continue;
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0)
                continue;
            std::array<char, 4096> bytes;
            const ssize_t count = ::read(waiting[i].fd, bytes.data(), bytes.size());
            if (count > 0)
                texts[i]->append(bytes.data(), std::size_t(count));
            else if (count == 0 || errno != EINTR)
                waiting[i].fd = -1;
        }
        if (waiting[2].revents != 0)
            waiting[2].fd = -1;
    }
    return true;
}

} // namespace

ChildOutcome runChildProgram(const std::vector<std::string>& command, std::chrono::milliseconds patience)
{
    ChildPipe out, err;
    const pid_t child = spawn(command, out, err);
    out.close(1);
    err.close(1);
    ChildOutcome outcome;
    const bool inTime = readAll(out, err, ChildEnd(child), outcome, Clock::now() + patience);
    if (!inTime)
        ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!inTime) {
        throw Error(ErrorCode::FileUnreadable, sentence("The program %1 did not end within %2 seconds.",
                                                        command.front(), patience.count() / 1000));
    }
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return outcome;
}

} // namespace vbs
