#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/pickle.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vbs;
using namespace std::string_literals;

namespace {

using Kind = PickleValue::Kind;

Pickle read(const std::string& bytes)
{
    static const FileRefusal refusal("test.bin", "torch.save");
    static std::string kept; // the values look into it
    kept = bytes;
    return readPickle(std::as_bytes(std::span(kept)), refusal);
}

std::string text(const std::string& value)
{
    return "\x8c"s + char(value.size()) + value;
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class PickleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers_data();
    void readsNumbers();
    void readsContainers();
    void keepsWhatFollows();
    void remembersValues();
    void makesDictsOfPython2();
    void plainValuesAreNotLookedAt();
    void everyOpcodeIsKnownOrRefused();
    void refuses_data();
    void refuses();
    void boundsWork_data();
    void boundsWork();
};

void PickleTest::readsNumbers_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<qint64>("value");
    QTest::newRow("BININT1") << "K\xff."s << qint64(255);
    QTest::newRow("BININT2") << "M\x01\x02."s << qint64(513);
    QTest::newRow("BININT") << "J\xfe\xff\xff\xff."s << qint64(-2);
    QTest::newRow("LONG1, none") << "\x8a\x00."s << qint64(0);
    QTest::newRow("LONG1, positive") << "\x8a\x02\xff\x00."s << qint64(255);
    QTest::newRow("LONG1, negative") << "\x8a\x01\xff."s << qint64(-1);
    QTest::newRow("LONG1, eight") << "\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80."s << std::numeric_limits<qint64>::min();
    QTest::newRow("LONG4") << "\x8b\x01\x00\x00\x00\x07."s << qint64(7);
}

void PickleTest::readsNumbers()
{
    QFETCH(std::string, bytes);
    QFETCH(qint64, value);
    const Pickle pickle = read(bytes);
    QCOMPARE(int(pickle.top().kind), int(Kind::Integer));
    QCOMPARE(qint64(pickle.top().integer), value);
}

void PickleTest::readsContainers()
{
    const Pickle pickle =
        read("\x80\x02}("s + text("a") + "K\x01K\x02\x86" + text("b") + "]N\x88\x89G\0\0\0\0\0\0\0\0"s +
             "0000(K\x05"
             "eu.");
    QCOMPARE(int(pickle.top().kind), int(Kind::Dict));
    QCOMPARE(pickle.top().items.size(), std::size_t(4));
    const PickleValue& tuple = pickle[pickle.top().items[1]];
    QCOMPARE(int(tuple.kind), int(Kind::Tuple));
    QCOMPARE(pickle[tuple.items[1]].integer, std::int64_t(2));
    const PickleValue& list = pickle[pickle.top().items[3]];
    QCOMPARE(int(list.kind), int(Kind::List));
    QCOMPARE(pickle[list.items[0]].integer, std::int64_t(5));
}

void PickleTest::keepsWhatFollows()
{
    QCOMPARE(read("\x80\x02N.N."s).length, std::size_t(4));
}

void PickleTest::remembersValues()
{
    // BINPUT and MEMOIZE count the same slots.
    const Pickle pickle = read(text("x") + "q\x00"s + text("y") + "\x94(h\x00h\x01t."s);
    QCOMPARE(pickle[pickle.top().items[0]].bytes, std::string_view("x"));
    QCOMPARE(pickle[pickle.top().items[1]].bytes, std::string_view("y"));
}

void PickleTest::makesDictsOfPython2()
{
    const Pickle pickle = read("ccollections\nOrderedDict\n(](](U\x01"
                               "aK\x01"
                               "e](U\x01"
                               "bK\x02"
                               "eetR."s);
    QCOMPARE(int(pickle.top().kind), int(Kind::Dict));
    QCOMPARE(pickle.top().items.size(), std::size_t(4));
    QCOMPARE(pickle[pickle.top().items[2]].bytes, std::string_view("b"));
}

void PickleTest::plainValuesAreNotLookedAt()
{
    QCOMPARE(int(read("ctorch\ndevice\n"s + text("cuda") + "\x85R.").top().kind), int(Kind::Plain));
    QCOMPARE(int(read("ccollections\nCounter\n}\x85R}b."s).top().kind), int(Kind::Plain));
}

/// Whatever byte stands for an opcode, the pickle is read or refused with a sentence.
void PickleTest::everyOpcodeIsKnownOrRefused()
{
    int refused = 0;
    for (int opcode = 0; opcode < 256; ++opcode) {
        std::string bytes = "(K\x01K\x02"s;
        bytes.push_back(char(opcode));
        bytes += "\x01\0\0\0\0\0\0\0x\n"s;
        try {
            read(bytes);
        } catch (const Error& e) {
            QVERIFY(QString(e.what()).contains("pickle"));
            refused += QString(e.what()).contains("opcode");
        }
    }
    QVERIFY(refused > 180);
}

void PickleTest::refuses_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& bytes, const char* says) {
        QTest::newRow(name) << bytes << says;
    };
    row("nothing", "", "cut off");
    row("no stop", "N", "cut off");
    row("stop without a value", ".", "empty stack");
    row("stop over a mark", "N(.", "empty stack");
    row("pop beyond", "0.", "mark that was not set");
    row("another protocol", "\x80\x06N.", "protocol 6");
    row("frame beyond the end", "\x95\xff\xff\xff\xff\xff\xff\xff\xffN.", "cut off");
    row("unset memo", "h\x05.", "unset memo");
    row("memo of nothing", "q\x05.", "empty stack");
    row("far memo", "Nr\xff\xff\xff\xff.", "memo slot");
    row("odd dict", "(Nd.", "key without a value");
    row("odd items", "}(Nu.", "key without a value");
    row("items into a tuple", ")(NNu.", "not a list or dict");
    row("item into a number", "K\x01Na.", "not a list or dict");
    row("call of a number", "K\x01)R.", "cannot be called");
    row("call without a tuple", "ccollections\nOrderedDict\n]R.", "cannot be called");
    row("call of a storage", "ctorch\nFloatStorage\n)R.", "cannot be called");
    row("parameter of nothing", "ctorch._utils\n_rebuild_parameter\n)R.", "not a tensor");
    row("size of nothing", "ctorch\nSize\n)R.", "not a tuple");
    row("dict of no pairs", "ccollections\nOrderedDict\n](NNe\x85R.", "not pairs");
    row("dict of a number", "ccollections\nOrderedDict\nK\x01\x85R.", "not a list");
    row("attributes of a tuple", ")}b.", "attributes");
    row("state of a dict", "}Nb.", "attributes");
    row("global by a number", "K\x01K\x02\x93.", "not text");
    row("endless global", "c" + std::string(1000, 'x'), "does not end");
    row("cut global", "ctorch", "cut off");
    row("eval", "cbuiltins\neval\n.", "builtins.eval");
    row("case", "ctorch\nfloatstorage\n.", "torch.floatstorage");
    row("name with a line", text("os\nx") + text("system") + "\x93.", "os?x.system");
    row("instance", "(iposix\nsystem\n.", "0x69");
    row("text persistent id", "Px\n.", "0x50");
    row("new object", "ctorch\nSize\n)\x81.", "0x81");
    row("overlong UTF-8", "\x8c\x02\xc0\x80.", "UTF-8");
    row("surrogate", "\x8c\x03\xed\xa0\x80.", "UTF-8");
    row("beyond Unicode", "\x8c\x04\xf4\x90\x80\x80.", "UTF-8");
    row("cut character", "\x8c\x02\xe4\xb8.", "UTF-8");
}

void PickleTest::refuses()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, says);
    try {
        read(bytes);
    } catch (const Error& e) {
        QVERIFY2(QString(e.what()).contains(says), e.what());
        QVERIFY(!QString(e.what()).contains('\n'));
        return;
    }
    QFAIL("The pickle was read.");
}

void PickleTest::boundsWork_data()
{
    QTest::addColumn<std::string>("bytes");
    const auto repeated = [](const std::string& bytes, std::size_t times) {
        std::string all;
        all.reserve(bytes.size() * times);
        for (std::size_t i = 0; i < times; ++i)
            all += bytes;
        return all;
    };
    QTest::newRow("too many values") << repeated("N", 5'000'000) + ".";
    QTest::newRow("too many marks") << repeated("(", 20'000'000) + ".";
    QTest::newRow("too long a stack") << "N" + repeated("2", 20'000'000) + ".";
    QTest::newRow("too long a pickle") << repeated("B\0\0\x10\0"s + std::string(1 << 20, 'x') + "0", 70) + ".";
    // A list of a thousand pairs, made into a dict again and again.
    QTest::newRow("repeated dicts") << "](" + repeated("NN\x86", 1000) +
                                           "eq\x01"
                                           "0ccollections\nOrderedDict\nq\x02"
                                           "0" +
                                           repeated("h\x02h\x01\x85R0", 100'000) + "N.";
}

void PickleTest::boundsWork()
{
    QFETCH(std::string, bytes);
    QElapsedTimer timer;
    timer.start();
    try {
        read(bytes);
        QFAIL("The pickle was read.");
    } catch (const Error& e) {
        QCOMPARE(int(e.code()), int(ErrorCode::TooLarge));
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed()))); // seconds when instrumented
}

VBS_TEST_MAIN(PickleTest)
#include "pickle_test.moc"
