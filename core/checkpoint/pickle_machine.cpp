#include "core/checkpoint/pickle_machine.h"

#include <algorithm>
#include <utility>

namespace vbs {

namespace {

constexpr std::size_t kMaxBytes = 64u << 20;
constexpr std::size_t kMaxValues = 1u << 22;
constexpr std::size_t kMaxItems = 1u << 24; ///< in all containers together; also on the stack
constexpr std::size_t kMaxNameBytes = 256;  ///< of a global's module or name
constexpr PickleRef kUnset = ~PickleRef(0);

} // namespace

PickleMachine::PickleMachine(std::span<const std::byte> bytes, const FileRefusal& refusal)
    : m_bytes(bytes.first(std::min(bytes.size(), kMaxBytes))), m_all(bytes.size()), m_refusal(refusal)
{
}

void PickleMachine::fail(const std::string& why) const
{
    refuse(why + " (at byte " + std::to_string(m_opcodeAt) + ")", ErrorCode::CorruptData);
}

void PickleMachine::refuse(const std::string& why, ErrorCode code) const
{
    m_refusal.refuse("its pickle " + why, code);
}

unsigned char PickleMachine::takeOpcode()
{
    m_opcodeAt = m_position;
    return static_cast<unsigned char>(take(1).front());
}

std::string_view PickleMachine::take(std::uint64_t count)
{
    if (count > m_bytes.size() - m_position) {
        if (m_bytes.size() < m_all && count <= bytesLeft())
            refuse("has more than 64 MiB; is it a state dict?", ErrorCode::TooLarge);
        fail("is cut off; the file may be truncated");
    }
    const std::string_view text(reinterpret_cast<const char*>(m_bytes.data()) + m_position, count);
    m_position += count;
    return text;
}

std::string_view PickleMachine::takeLine()
{
    const std::string_view rest(reinterpret_cast<const char*>(m_bytes.data()) + m_position,
                                std::min(m_bytes.size() - m_position, kMaxNameBytes));
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos && rest.size() < kMaxNameBytes)
        take(rest.size() + 1); // says that it is cut off
    if (end == std::string_view::npos)
        fail("holds a global's name that does not end");
    return take(end + 1).substr(0, end);
}

void PickleMachine::push(PickleRef ref)
{
    if (m_stack.size() >= kMaxItems)
        refuse("fills its stack; is it a state dict?", ErrorCode::TooLarge);
    m_stack.push_back(ref);
}

void PickleMachine::push(PickleValue value)
{
    if (m_pickle.values.size() >= kMaxValues)
        refuse("holds too many values; is it a state dict?", ErrorCode::TooLarge);
    m_pickle.values.push_back(std::move(value));
    push(static_cast<PickleRef>(m_pickle.values.size() - 1));
}

PickleRef PickleMachine::pop()
{
    const PickleRef ref = top();
    m_stack.pop_back();
    return ref;
}

PickleRef PickleMachine::top() const
{
    if (isEmpty())
        fail("takes a value from an empty stack");
    return m_stack.back();
}

void PickleMachine::mark()
{
    if (m_marks.size() >= kMaxItems)
        refuse("sets too many marks", ErrorCode::TooLarge);
    m_marks.push_back(m_stack.size());
}

std::vector<PickleRef> PickleMachine::popToMark()
{
    if (m_marks.empty())
        fail("needs a mark that was not set");
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<PickleRef> items(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    countItems(items.size());
    return items;
}

void PickleMachine::countItems(std::size_t items)
{
    m_items += items;
    if (m_items > kMaxItems)
        refuse("holds too large lists; is it a state dict?", ErrorCode::TooLarge);
}

PickleRef PickleMachine::memo(std::uint32_t slot) const
{
    if (slot >= m_memo.size() || m_memo[slot] == kUnset)
        fail("reads an unset memo slot");
    return m_memo[slot];
}

void PickleMachine::setMemo(std::size_t slot)
{
    const PickleRef value = top();
    if (slot >= kMaxValues)
        fail("sets a memo slot that no pickle of its size needs");
    if (slot >= m_memo.size())
        m_memo.resize(slot + 1, kUnset);
    m_memoized += m_memo[slot] == kUnset;
    m_memo[slot] = value;
}

Pickle PickleMachine::finish()
{
    m_pickle.root = pop();
    m_pickle.length = m_position;
    return std::move(m_pickle);
}

} // namespace vbs
