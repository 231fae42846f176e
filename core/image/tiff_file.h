#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <tiffio.h>

namespace vbs {

/// A TIFF file in memory, open for reading. Its messages are counted for nothing: the decoder says what is wrong.
/// The bytes must outlive it. For sources only: headers hide libtiff.
class TiffFile {
public:
    /// @throws Error (CorruptData) naming `name`.
    TiffFile(std::span<const std::uint8_t> bytes, const std::string& name);

    TIFF* handle() const { return m_tiff.get(); }

    /// A field of one number; its default where the file lacks it, else `missing`.
    template <typename Number> Number field(std::uint32_t tag, Number missing) const
    {
        Number value{};
        return TIFFGetFieldDefaulted(handle(), tag, &value) ? value : missing;
    }

private:
    struct Bytes {
        std::span<const std::uint8_t> all;
        std::uint64_t at = 0;
    };
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };

    static tmsize_t read(thandle_t handle, void* to, tmsize_t count);
    static toff_t seek(thandle_t handle, toff_t offset, int from);

    std::unique_ptr<Bytes> m_bytes;
    std::unique_ptr<TIFF, Close> m_tiff;
};

} // namespace vbs
