#pragma once

#include "core/tuning/process_place.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace vbs {

/// Several processes that compute one training, connected by LibTorch's c10d: over Gloo, or NCCL between GPUs where
/// this LibTorch has it. All of them must call the same functions in the same order. Used by one thread. Whoever ends
/// cuts its connections, so that the others' next call throws; one that hangs does so after its patience.
class ProcessGroup {
public:
    /// Waits until all are there.
    /// @param device what is summed lies on mostly.
    /// @throws Error when this LibTorch cannot do it, or the others do not come.
    ProcessGroup(const ProcessPlace& place, c10::Device device);
    ~ProcessGroup();
    ProcessGroup(const ProcessGroup&) = delete;
    ProcessGroup& operator=(const ProcessGroup&) = delete;

    int rank() const { return m_place.rank; }
    int count() const { return m_place.count; }
    bool leads() const { return m_place.leads(); }

    /// Puts the sum over all processes into a tensor, the same bits everywhere. Shape and type are the same in each.
    /// @throws Error (FileUnreadable) when another process ended or does not answer.
    void sum(const at::Tensor& tensor) const { sum(tensor, m_place.patience); }
    void sum(const at::Tensor& tensor, std::chrono::milliseconds patience) const;

    /// Puts the first process's numbers into everybody's tensor.
    void takeFirsts(const at::Tensor& tensor) const;

    /// Everybody's text, by rank.
    std::vector<std::string> gather(const std::string& own) const { return gather(own, m_place.patience); }
    std::vector<std::string> gather(const std::string& own, std::chrono::milliseconds patience) const;

    /// Whether it is so in at least one of the processes.
    bool any(bool own) const;

private:
    struct Connection;
    ProcessPlace m_place;
    std::unique_ptr<Connection> m_connection;
};

} // namespace vbs
