#include "core/checkpoint/pickle.h"

#include "core/base/utf8.h"
#include "core/checkpoint/pickle_machine.h"

#include <array>
#include <cstring>
#include <utility>

namespace vbs {

namespace {

using Kind = PickleValue::Kind;

/// Python's pickletools' opcodes, without those that could run code.
class Interpreter {
public:
    Interpreter(std::span<const std::byte> bytes, const FileRefusal& refusal) : m_machine(bytes, refusal) {}

    Pickle run()
    {
        while (!m_stopped) {
            const unsigned char opcode = m_machine.takeOpcode();
            const Handler handler = kHandlers[opcode];
            if (!handler)
                refuseOpcode(opcode);
            (this->*handler)();
        }
        return m_machine.finish();
    }

private:
    using Handler = void (Interpreter::*)();

    [[noreturn]] void refuseOpcode(unsigned char opcode) const
    {
        constexpr std::string_view kDigits = "0123456789abcdef";
        const std::string code = {'0', 'x', kDigits[opcode >> 4], kDigits[opcode & 15]};
        m_machine.refuse("uses the opcode " + code + ", which no state dict needs", ErrorCode::UnsupportedFormat);
    }

    [[noreturn]] void fail(const std::string& why) const { m_machine.fail(why); }

    void append(PickleRef container, Kind wanted, const std::vector<PickleRef>& items)
    {
        PickleValue& value = m_machine.at(container);
        if (value.kind == Kind::Plain)
            return;
        if (value.kind != wanted)
            fail("adds items to something that is not a list or dict");
        if (wanted == Kind::Dict && items.size() % 2 != 0)
            fail("holds a key without a value");
        value.items.insert(value.items.end(), items.begin(), items.end());
    }

    void pushContainer(Kind kind, std::vector<PickleRef> items = {})
    {
        if (kind == Kind::Dict && items.size() % 2 != 0)
            fail("holds a key without a value");
        PickleValue value;
        value.kind = kind;
        value.items = std::move(items);
        m_machine.push(std::move(value));
    }

    void pushBytes(Kind kind, std::uint64_t length)
    {
        PickleValue value;
        value.kind = kind;
        value.bytes = m_machine.take(length);
        if (kind == Kind::String && !isUtf8(value.bytes))
            fail("holds a string that is not UTF-8");
        m_machine.push(std::move(value));
    }

    void pushInteger(std::int64_t integer, Kind kind = Kind::Integer)
    {
        PickleValue value;
        value.kind = kind;
        value.integer = integer;
        m_machine.push(std::move(value));
    }

    // Opcodes, by the names of pickletools.

    void opProto()
    {
        if (const auto protocol = m_machine.takeNumber<std::uint8_t>(); protocol > 5)
            m_machine.refuse("has the protocol " + std::to_string(protocol) + "; 5 is the newest known",
                             ErrorCode::UnsupportedFormat);
    }
    void opFrame()
    {
        if (m_machine.takeNumber<std::uint64_t>() > m_machine.bytesLeft())
            fail("is cut off; the file may be truncated");
    }
    void opStop() { m_stopped = true; }
    void opMark() { m_machine.mark(); }
    void opPop()
    {
        if (m_machine.isEmpty())
            m_machine.popToMark();
        else
            m_machine.pop();
    }
    void opPopMark() { m_machine.popToMark(); }
    void opDup() { m_machine.push(m_machine.top()); }

    void opNone() { m_machine.push(PickleValue{}); }
    void opTrue() { pushInteger(1, Kind::Bool); }
    void opFalse() { pushInteger(0, Kind::Bool); }
    void opBinInt() { pushInteger(m_machine.takeNumber<std::int32_t>()); }
    void opBinInt1() { pushInteger(m_machine.takeNumber<std::uint8_t>()); }
    void opBinInt2() { pushInteger(m_machine.takeNumber<std::uint16_t>()); }
    void opLong1() { pushLong(m_machine.takeNumber<std::uint8_t>()); }
    void opLong4()
    {
        const auto length = m_machine.takeNumber<std::int32_t>();
        if (length < 0)
            fail("holds a number of negative length");
        pushLong(static_cast<std::uint64_t>(length));
    }
    void pushLong(std::uint64_t length)
    {
        if (length > 8)
            return pushBytes(Kind::LongInteger, length);
        const std::string_view digits = m_machine.take(length);
        std::uint64_t value = length > 0 && (digits.back() & 0x80) ? ~std::uint64_t(0) : 0;
        std::memcpy(&value, digits.data(), length);
        pushInteger(static_cast<std::int64_t>(value));
    }
    void opBinFloat()
    {
        m_machine.take(8);
        PickleValue value;
        value.kind = Kind::Real;
        m_machine.push(std::move(value));
    }

    void opBinUnicode() { pushBytes(Kind::String, m_machine.takeNumber<std::uint32_t>()); }
    void opShortBinUnicode() { pushBytes(Kind::String, m_machine.takeNumber<std::uint8_t>()); }
    void opBinUnicode8() { pushBytes(Kind::String, m_machine.takeNumber<std::uint64_t>()); }
    void opBinBytes() { pushBytes(Kind::Bytes, m_machine.takeNumber<std::uint32_t>()); }
    void opShortBinBytes() { pushBytes(Kind::Bytes, m_machine.takeNumber<std::uint8_t>()); }
    void opBinBytes8() { pushBytes(Kind::Bytes, m_machine.takeNumber<std::uint64_t>()); }
    void opBinString() { pushPython2String(m_machine.takeNumber<std::uint32_t>()); }
    void opShortBinString() { pushPython2String(m_machine.takeNumber<std::uint8_t>()); }
    /// Python 2's str is text or bytes.
    void pushPython2String(std::uint64_t length)
    {
        pushBytes(Kind::Bytes, length);
        if (isUtf8(m_machine.at(m_machine.top()).bytes))
            m_machine.at(m_machine.top()).kind = Kind::String;
    }

    void opEmptyTuple() { pushContainer(Kind::Tuple); }
    void opTuple() { pushContainer(Kind::Tuple, m_machine.popToMark()); }
    template <std::size_t N> void opTupleN()
    {
        std::vector<PickleRef> items(N);
        for (std::size_t i = N; i-- > 0;)
            items[i] = m_machine.pop();
        m_machine.countItems(N);
        pushContainer(Kind::Tuple, std::move(items));
    }
    void opEmptyList() { pushContainer(Kind::List); }
    void opList() { pushContainer(Kind::List, m_machine.popToMark()); }
    void opAppend()
    {
        const PickleRef item = m_machine.pop();
        m_machine.countItems(1);
        append(m_machine.top(), Kind::List, {item});
    }
    void opAppends()
    {
        const std::vector<PickleRef> items = m_machine.popToMark();
        append(m_machine.top(), Kind::List, items);
    }
    void opEmptyDict() { pushContainer(Kind::Dict); }
    void opDict() { pushContainer(Kind::Dict, m_machine.popToMark()); }
    void opSetItem()
    {
        const PickleRef value = m_machine.pop();
        const PickleRef key = m_machine.pop();
        m_machine.countItems(2);
        append(m_machine.top(), Kind::Dict, {key, value});
    }
    void opSetItems()
    {
        const std::vector<PickleRef> items = m_machine.popToMark();
        append(m_machine.top(), Kind::Dict, items);
    }

    void opBinGet() { m_machine.push(m_machine.memo(m_machine.takeNumber<std::uint8_t>())); }
    void opLongBinGet() { m_machine.push(m_machine.memo(m_machine.takeNumber<std::uint32_t>())); }
    void opBinPut() { m_machine.setMemo(m_machine.takeNumber<std::uint8_t>()); }
    void opLongBinPut() { m_machine.setMemo(m_machine.takeNumber<std::uint32_t>()); }
    void opMemoize() { m_machine.setMemo(m_machine.nextMemo()); }

    void opGlobal()
    {
        const std::string_view module = m_machine.takeLine();
        pushGlobal(module, m_machine.takeLine());
    }
    void opStackGlobal()
    {
        const PickleValue& name = m_machine.at(m_machine.pop());
        const PickleValue& module = m_machine.at(m_machine.pop());
        if (name.kind != Kind::String || module.kind != Kind::String)
            fail("names a global by something that is not text");
        pushGlobal(module.bytes, name.bytes);
    }
    void pushGlobal(std::string_view module, std::string_view name)
    {
        PickleValue value;
        value.kind = Kind::Global;
        value.global = findPickleGlobal(module, name);
        if (!value.global) {
            m_machine.refuse(
                "asks for Python's " + quotedName(std::string(module) + "." + std::string(name)) +
                    ", which is not among the few names that weights need and is never run; save the weights alone "
                    "(torch.save(model.state_dict(), file))",
                ErrorCode::UnsupportedFormat);
        }
        m_machine.push(std::move(value));
    }

    void opBinPersId()
    {
        PickleValue value;
        value.kind = Kind::Persistent;
        value.items = {m_machine.pop()};
        m_machine.push(std::move(value));
    }

    void opReduce()
    {
        const PickleRef arguments = m_machine.pop();
        const PickleRef callee = m_machine.pop();
        if (m_machine.at(callee).kind != Kind::Global || m_machine.at(arguments).kind != Kind::Tuple)
            fail("calls something that cannot be called");
        call(*m_machine.at(callee).global, arguments);
    }

    void call(const PickleGlobal& global, PickleRef arguments)
    {
        const std::vector<PickleRef>& items = m_machine.at(arguments).items;
        switch (global.role) {
        case PickleRole::Dict:
            return pushContainer(Kind::Dict, items.empty() ? std::vector<PickleRef>() : pairsOf(items.front()));
        case PickleRole::Tensor:
        case PickleRole::TypedTensor: {
            PickleValue value;
            value.kind = Kind::Tensor;
            value.global = &global;
            m_machine.countItems(items.size());
            value.items = items;
            return m_machine.push(std::move(value));
        }
        case PickleRole::Parameter:
            if (items.empty() || m_machine.at(items.front()).kind != Kind::Tensor)
                fail("makes a parameter from something that is not a tensor");
            return m_machine.push(items.front());
        case PickleRole::Tuple:
            if (items.empty() || m_machine.at(items.front()).kind != Kind::Tuple)
                fail("makes a size from something that is not a tuple");
            return m_machine.push(items.front());
        case PickleRole::Plain: {
            PickleValue value;
            value.kind = Kind::Plain;
            return m_machine.push(std::move(value));
        }
        case PickleRole::Storage:
        case PickleRole::Type:
            break;
        }
        fail("calls something that cannot be called");
    }

    /// The items of OrderedDict([[key, value], ...]), as Python 2 stored it.
    std::vector<PickleRef> pairsOf(PickleRef list)
    {
        if (m_machine.at(list).kind != Kind::List)
            fail("makes a dict from something that is not a list");
        std::vector<PickleRef> items;
        for (const PickleRef ref : m_machine.at(list).items) {
            const PickleValue& pair = m_machine.at(ref);
            if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || pair.items.size() != 2)
                fail("makes a dict from items that are not pairs");
            m_machine.countItems(2);
            items.insert(items.end(), pair.items.begin(), pair.items.end());
        }
        return items;
    }

    /// A state dict carries its modules' versions as an attribute, which has no use here.
    void opBuild()
    {
        const Kind state = m_machine.at(m_machine.pop()).kind;
        const Kind target = m_machine.at(m_machine.top()).kind;
        if (state != Kind::Dict || (target != Kind::Dict && target != Kind::Plain))
            fail("sets attributes of something that has none");
    }

    static constexpr std::array<Handler, 256> handlers();
    static const std::array<Handler, 256> kHandlers;

    PickleMachine m_machine;
    bool m_stopped = false;
};

constexpr std::array<Interpreter::Handler, 256> Interpreter::handlers()
{
    std::array<Handler, 256> table{};
    table[0x80] = &Interpreter::opProto;
    table[0x95] = &Interpreter::opFrame;
    table['.'] = &Interpreter::opStop;
    table['('] = &Interpreter::opMark;
    table['0'] = &Interpreter::opPop;
    table['1'] = &Interpreter::opPopMark;
    table['2'] = &Interpreter::opDup;
    table['N'] = &Interpreter::opNone;
    table[0x88] = &Interpreter::opTrue;
    table[0x89] = &Interpreter::opFalse;
    table['J'] = &Interpreter::opBinInt;
    table['K'] = &Interpreter::opBinInt1;
    table['M'] = &Interpreter::opBinInt2;
    table[0x8a] = &Interpreter::opLong1;
    table[0x8b] = &Interpreter::opLong4;
    table['G'] = &Interpreter::opBinFloat;
    table['X'] = &Interpreter::opBinUnicode;
    table[0x8c] = &Interpreter::opShortBinUnicode;
    table[0x8d] = &Interpreter::opBinUnicode8;
    table['B'] = &Interpreter::opBinBytes;
    table['C'] = &Interpreter::opShortBinBytes;
    table[0x8e] = &Interpreter::opBinBytes8;
    table[0x96] = &Interpreter::opBinBytes8; // BYTEARRAY8
    table['T'] = &Interpreter::opBinString;
    table['U'] = &Interpreter::opShortBinString;
    table[')'] = &Interpreter::opEmptyTuple;
    table['t'] = &Interpreter::opTuple;
    table[0x85] = &Interpreter::opTupleN<1>;
    table[0x86] = &Interpreter::opTupleN<2>;
    table[0x87] = &Interpreter::opTupleN<3>;
    table[']'] = &Interpreter::opEmptyList;
    table['l'] = &Interpreter::opList;
    table['a'] = &Interpreter::opAppend;
    table['e'] = &Interpreter::opAppends;
    table['}'] = &Interpreter::opEmptyDict;
    table['d'] = &Interpreter::opDict;
    table['s'] = &Interpreter::opSetItem;
    table['u'] = &Interpreter::opSetItems;
    table[0x8f] = &Interpreter::opEmptyList; // EMPTY_SET
    table[0x90] = &Interpreter::opAppends;   // ADDITEMS
    table[0x91] = &Interpreter::opList;      // FROZENSET
    table['h'] = &Interpreter::opBinGet;
    table['j'] = &Interpreter::opLongBinGet;
    table['q'] = &Interpreter::opBinPut;
    table['r'] = &Interpreter::opLongBinPut;
    table[0x94] = &Interpreter::opMemoize;
    table['c'] = &Interpreter::opGlobal;
    table[0x93] = &Interpreter::opStackGlobal;
    table['Q'] = &Interpreter::opBinPersId;
    table['R'] = &Interpreter::opReduce;
    table['b'] = &Interpreter::opBuild;
    return table;
}

const std::array<Interpreter::Handler, 256> Interpreter::kHandlers = Interpreter::handlers();

} // namespace

Pickle readPickle(std::span<const std::byte> bytes, const FileRefusal& refusal)
{
    return Interpreter(bytes, refusal).run();
}

} // namespace vbs
