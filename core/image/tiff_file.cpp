#include "core/image/tiff_file.h"

#include "core/image/decoding.h"

#include <cstdio>
#include <cstring>

namespace vbs {

namespace {

constexpr tmsize_t kMostBytesAtOnce = tmsize_t(1) << 31;

int saysNothing(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

} // namespace

tmsize_t TiffFile::read(thandle_t handle, void* to, tmsize_t count)
{
    auto& bytes = *static_cast<Bytes*>(handle);
    if (bytes.at >= bytes.all.size() || count <= 0)
        return 0;
    const std::size_t there = std::min<std::size_t>(static_cast<std::size_t>(count), bytes.all.size() - bytes.at);
    std::memcpy(to, bytes.all.data() + bytes.at, there);
    bytes.at += there;
    return static_cast<tmsize_t>(there);
}

toff_t TiffFile::seek(thandle_t handle, toff_t offset, int from)
{
    auto& bytes = *static_cast<Bytes*>(handle);
    bytes.at = offset + (from == SEEK_CUR ? bytes.at : from == SEEK_END ? bytes.all.size() : 0);
    return bytes.at;
}

TiffFile::TiffFile(std::span<const std::uint8_t> bytes, const std::string& name)
    : m_bytes(std::make_unique<Bytes>(Bytes{bytes}))
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), saysNothing, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), saysNothing, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kMostBytesAtOnce);
    const auto refuse = [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; };
    const auto close = [](thandle_t) { return 0; };
    const auto size = [](thandle_t handle) -> toff_t { return static_cast<Bytes*>(handle)->all.size(); };
    m_tiff.reset(TIFFClientOpenExt("picture", "rm", m_bytes.get(), read, refuse, seek, close, size, nullptr, nullptr,
                                   options.get()));
    if (!m_tiff)
        throwDamaged(name, "TIFF");
}

} // namespace vbs
