#include "core/tuning/process_group.h"

#include "core/checkpoint/torch_errors.h"
#include "core/runtime/torch_compat.h"

#include <cstdlib>
#include <cstring>

#include <torch/types.h>

#ifdef VBS_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif
#ifdef VBS_C10D_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vbs {

#if defined(VBS_C10D_GLOO) || defined(VBS_C10D_NCCL)

/// The group and where it wants tensors.
struct ProcessGroup::Connection {
    c10::intrusive_ptr<C10dGroup> group;
    c10::Device device = c10::kCPU;
};

namespace {

using Milliseconds = std::chrono::milliseconds;

c10::intrusive_ptr<c10d::Store> meet(const ProcessPlace& place)
{
    c10d::TCPStoreOptions options;
    options.port = std::uint16_t(place.port);
    options.isServer = place.leads();
    options.numWorkers = std::size_t(place.count);
    options.timeout = place.patience;
    return c10::make_intrusive<c10d::TCPStore>(place.address, options);
}

#ifdef VBS_C10D_GLOO
/// This computer's address on the way to the first process's; empty: unknown. A computer's own name, which Gloo takes,
/// often stands for the loopback address alone.
std::string ownAddress(const ProcessPlace& place)
{
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_DGRAM;
    if (::getaddrinfo(place.address.c_str(), std::to_string(place.port).c_str(), &hints, &found) != 0)
        return {};
    char host[NI_MAXHOST] = "";
    for (const addrinfo* one = found; one && !*host; one = one->ai_next) {
        const int socket = ::socket(one->ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_storage own{};
        socklen_t size = sizeof own;
        // Nothing is sent: connecting chooses the way.
        if (socket >= 0 && ::connect(socket, one->ai_addr, one->ai_addrlen) == 0 &&
            ::getsockname(socket, reinterpret_cast<sockaddr*>(&own), &size) == 0)
            ::getnameinfo(reinterpret_cast<sockaddr*>(&own), size, host, sizeof host, nullptr, 0, NI_NUMERICHOST);
        if (socket >= 0)
            ::close(socket);
    }
    ::freeaddrinfo(found);
    return host;
}

c10::intrusive_ptr<C10dGroup> openGloo(const ProcessPlace& place, const c10::intrusive_ptr<c10d::Store>& store)
{
    using Gloo = c10d::ProcessGroupGloo;
    const auto options = Gloo::Options::create(place.patience);
    const char* interface = std::getenv("GLOO_SOCKET_IFNAME");
    const std::string own = ownAddress(place);
    if (interface && *interface)
        options->devices.push_back(Gloo::createDeviceForInterface(interface));
    else
        options->devices.push_back(own.empty() ? Gloo::createDefaultDevice() : Gloo::createDeviceForHostname(own));
    return c10::make_intrusive<Gloo>(store, place.rank, place.count, options);
}
#endif

#ifdef VBS_C10D_NCCL
c10::intrusive_ptr<C10dGroup> openNccl(const ProcessPlace& place, const c10::intrusive_ptr<c10d::Store>& store)
{
    // So that a process that is gone ends the waiting, instead of a watchdog ending the program.
    ::setenv("NCCL_BLOCKING_WAIT", "1", 0);
    ::setenv("TORCH_NCCL_BLOCKING_WAIT", "1", 0);
    const auto options = c10d::ProcessGroupNCCL::Options::create();
    options->timeout = place.patience;
    return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, place.rank, place.count, options);
}
#endif

bool byNccl(c10::Device device)
{
#ifdef VBS_C10D_NCCL
    return device.is_cuda();
#else
    return false;
#endif
}

} // namespace

ProcessGroup::ProcessGroup(const ProcessPlace& place, c10::Device device)
    : m_place(place), m_connection(std::make_unique<Connection>())
{
#ifndef VBS_C10D_GLOO
    if (!byNccl(device)) {
        throw Error(ErrorCode::UnsupportedFormat,
                    sentence("This LibTorch connects processes on GPUs only, over NCCL: use --device cuda, or build "
                             "with Gloo (Debian: libgloo-dev)."));
    }
#endif
    try {
        const auto store = meet(place);
#ifdef VBS_C10D_NCCL
        if (byNccl(device))
            *m_connection = {openNccl(place, store), device};
#endif
#ifdef VBS_C10D_GLOO
        if (!byNccl(device))
            *m_connection = {openGloo(place, store), c10::kCPU};
#endif
    } catch (const std::exception& e) {
        throw Error(ErrorCode::FileUnreadable,
                    sentence("The %1 processes of this training did not meet at %2, port %3, within %4 seconds: start "
                             "each of them with the same MASTER_ADDR, MASTER_PORT and WORLD_SIZE, and with a RANK of "
                             "its own. (%5)",
                             place.count, place.address, place.port, place.patience.count(), asError(e).said()));
    }
}

void ProcessGroup::sum(const at::Tensor& tensor, Milliseconds patience) const
{
    torch::NoGradGuard noGrad;
    const at::Tensor sent = tensor.detach().to(m_connection->device).contiguous();
    try {
        std::vector<at::Tensor> tensors{sent};
        c10d::AllreduceOptions options;
        options.timeout = patience;
        m_connection->group->allreduce(tensors, options)->wait();
    } catch (const std::exception& e) {
        throw Error(ErrorCode::FileUnreadable,
                    sentence("Another of the %1 processes of this training ended, or did not answer for %2 seconds, so "
                             "process %3 stops as well; that one says why. Run the same command with --resume to "
                             "continue. (%4)",
                             m_place.count, std::chrono::duration_cast<std::chrono::seconds>(patience).count(),
                             m_place.rank, asError(e).said()));
    }
    if (sent.data_ptr() != tensor.data_ptr())
        at::Tensor(tensor).copy_(sent);
}

#else

struct ProcessGroup::Connection {};

ProcessGroup::ProcessGroup(const ProcessPlace&, c10::Device)
{
    throw Error(ErrorCode::UnsupportedFormat,
                sentence("Several processes cannot train together with this LibTorch, which was built without c10d: "
                         "run a single process, or build with Debian's LibTorch and libgloo-dev."));
}

void ProcessGroup::sum(const at::Tensor&, std::chrono::milliseconds) const {}

#endif

ProcessGroup::~ProcessGroup() = default;

void ProcessGroup::takeFirsts(const at::Tensor& tensor) const
{
    torch::NoGradGuard noGrad;
    if (!leads())
        at::Tensor(tensor).detach().zero_();
    sum(tensor);
}

std::vector<std::string> ProcessGroup::gather(const std::string& own, std::chrono::milliseconds patience) const
{
    at::Tensor sizes = torch::zeros({count()}, torch::kLong);
    sizes[rank()] = std::int64_t(own.size());
    sum(sizes, patience);
    const std::int64_t* size = sizes.data_ptr<std::int64_t>();
    at::Tensor bytes = torch::zeros({sizes.sum().item<std::int64_t>()}, torch::kByte);
    std::int64_t before = 0;
    for (int one = 0; one < rank(); ++one)
        before += size[one];
    if (!own.empty())
        std::memcpy(bytes.data_ptr<std::uint8_t>() + before, own.data(), own.size());
    if (bytes.numel() > 0)
        sum(bytes);
    std::vector<std::string> all;
    const auto* next = reinterpret_cast<const char*>(bytes.data_ptr<std::uint8_t>());
    for (int one = 0; one < count(); next += size[one++])
        all.emplace_back(next, std::size_t(size[one]));
    return all;
}

bool ProcessGroup::any(bool own) const
{
    const at::Tensor count = torch::tensor(std::int64_t(own), torch::kLong);
    sum(count);
    return count.item<std::int64_t>() > 0;
}

} // namespace vbs
