#pragma once

#include "core/checkpoint/pickle.h"

#include <cstring>
#include <string>
#include <vector>

namespace vbs {

/// What a pickle's opcodes work on: the bytes ahead, the stack with its marks, the memo, and the values made so far.
/// Every step is checked and bounded here, so that the opcodes need not think of it. Throws through the refusal.
class PickleMachine {
public:
    PickleMachine(std::span<const std::byte> bytes, const FileRefusal& refusal);

    [[noreturn]] void fail(const std::string& why) const;
    [[noreturn]] void refuse(const std::string& why, ErrorCode code) const;

    // The bytes ahead.

    /// The next opcode; later failures name its place.
    unsigned char takeOpcode();
    std::string_view take(std::uint64_t count);
    /// Up to the next line feed, which goes too.
    std::string_view takeLine();
    template <typename T> T takeNumber()
    {
        T value;
        std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
        return value;
    }
    /// Bytes that are there after the place reached, also beyond those that are looked at.
    std::size_t bytesLeft() const { return m_all - m_position; }

    // Values and the stack.

    PickleValue& at(PickleRef ref) { return m_pickle.values[ref]; }
    void push(PickleRef ref);
    void push(PickleValue value);
    PickleRef pop();
    PickleRef top() const;
    /// Nothing lies above the last mark.
    bool isEmpty() const { return m_stack.size() <= floor(); }
    void mark();
    /// The values since the last mark, which both go.
    std::vector<PickleRef> popToMark();
    /// To be called before a container grows by so many items.
    void countItems(std::size_t items);

    // The memo.

    PickleRef memo(std::uint32_t slot) const;
    void setMemo(std::size_t slot);
    /// The slot that MEMOIZE uses.
    std::size_t nextMemo() const { return m_memoized; }

    /// The value on top is the result.
    Pickle finish();

private:
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    std::span<const std::byte> m_bytes;
    std::size_t m_all; ///< bytes in the source, of which m_bytes are looked at
    const FileRefusal& m_refusal;
    Pickle m_pickle;
    std::vector<PickleRef> m_stack;
    std::vector<std::size_t> m_marks; ///< the stack's size when each was set
    std::vector<PickleRef> m_memo;
    std::size_t m_memoized = 0;
    std::size_t m_items = 0;
    std::size_t m_position = 0;
    std::size_t m_opcodeAt = 0;
};

} // namespace vbs
