#include "core/text/vocabulary.h"
#include "tests/fuzz/fuzz_input.h"

#include <string>
#include <sys/mman.h>
#include <unistd.h>

/// vocab.txt, by a file in memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const int file = ::memfd_create("vocab.txt", MFD_CLOEXEC);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        return 0;
    try {
        const vbs::Vocabulary vocabulary("/proc/self/fd/" + std::to_string(file));
        for (std::size_t i = 0; i < vocabulary.size(); ++i)
            if (!vocabulary.idOf(vocabulary.tokenOf(std::int64_t(i))))
                __builtin_trap();
    } catch (const vbs::Error&) {
    }
    return 0;
}
