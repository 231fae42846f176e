#pragma once

#include "core/checkpoint/file_refusal.h"
#include "core/checkpoint/pickle_globals.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace vbs {

/// The index of a value in its pickle.
using PickleRef = std::uint32_t;

/// A value of a pickle. Values refer to one another by index, also in circles, so nothing must walk them without a
/// bound, and freeing them needs no recursion.
struct PickleValue {
    enum class Kind {
        None,
        Bool,        ///< integer 0 or 1
        Integer,     ///< integer
        LongInteger, ///< bytes: two's complement, little-endian, more than eight of them
        Real,        ///< a float; its value is not kept
        String,      ///< bytes, valid UTF-8
        Bytes,       ///< bytes
        Tuple,       ///< items
        List,        ///< items; also a set's
        Dict,        ///< items: keys and values in turns
        Global,      ///< global
        Tensor,      ///< global, whose role is Tensor or TypedTensor; items: the arguments
        Persistent,  ///< items: the one value that names the outside object
        Plain        ///< the result of a harmless call
    };

    Kind kind = Kind::None;
    std::int64_t integer = 0;
    std::string_view bytes; ///< into the pickle's bytes
    const PickleGlobal* global = nullptr;
    std::vector<PickleRef> items;
};

/// A pickle that was read: its values and the one on top of the stack at the end.
struct Pickle {
    std::deque<PickleValue> values;
    PickleRef root = 0;
    std::size_t length = 0; ///< bytes up to and with STOP

    const PickleValue& operator[](PickleRef ref) const { return values[ref]; }
    const PickleValue& top() const { return values[root]; }
};

/// Interprets one pickle, protocols 0 to 5 as far as state dicts use them. Nothing is imported, called or executed:
/// every global must be in the table of findPickleGlobal, every opcode in that of the source. Time and memory are
/// bounded by the bytes read, and by limits far above any state dict's.
/// @param bytes may go on after the pickle; views in the values point into it.
/// @throws Error through the refusal.
Pickle readPickle(std::span<const std::byte> bytes, const FileRefusal& refusal);

} // namespace vbs
