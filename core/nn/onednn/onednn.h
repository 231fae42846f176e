#pragma once

#include <dnnl.hpp>

// What the oneDNN kernels share, and every difference between oneDNN's versions 2 and 3.

namespace vbs::onednn {

/// The processor. Has no state.
inline const dnnl::engine& cpu()
{
    static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

/// The description of dst = src weights (+ bias, when its description is not empty).
inline dnnl::matmul::primitive_desc describeMatmul(const dnnl::memory::desc& src, const dnnl::memory::desc& weights,
                                                   const dnnl::memory::desc& bias, const dnnl::memory::desc& dst,
                                                   const dnnl::primitive_attr& attributes)
{
#if DNNL_VERSION_MAJOR >= 3
    return {cpu(), src, weights, bias, dst, attributes};
#else
    return {dnnl::matmul::desc(src, weights, bias, dst), attributes, cpu()};
#endif
}

inline void appendGelu(dnnl::post_ops& operations)
{
#if DNNL_VERSION_MAJOR >= 3
    operations.append_eltwise(dnnl::algorithm::eltwise_gelu_erf, 0, 0);
#else
    operations.append_eltwise(1, dnnl::algorithm::eltwise_gelu_erf, 0, 0);
#endif
}

} // namespace vbs::onednn
