#include "core/base/random.h"
#include "core/datasets/json_splice.h"
#include "tests/support/test_main.h"

using namespace vbs;

namespace {

OrderedJson parsed(const std::string& text)
{
    return parseOrderedJson(text, "a test");
}

/// A random tree, and its text with random white space.
class RandomJson {
public:
    explicit RandomJson(std::uint64_t seed) : m_random(seed) {}

    OrderedJson value(int depth)
    {
        switch (pick(depth > 0 ? 7 : 5)) {
        case 0:
            return nullptr;
        case 1:
            return pick(2) == 0;
        case 2:
            return pick(2000) - 1000;
        case 3:
            return (pick(2000) - 1000) / 8.;
        case 4:
            return text();
        case 5: {
            OrderedJson array = OrderedJson::array();
            for (int i = pick(4); i > 0; --i)
                array.push_back(value(depth - 1));
            return array;
        }
        default: {
            OrderedJson object = OrderedJson::object();
            for (int i = pick(4); i > 0; --i)
                object[text()] = value(depth - 1);
            return object;
        }
        }
    }

    OrderedJson changed(const OrderedJson& value, int depth)
    {
        if (pick(4) == 0)
            return this->value(depth);
        OrderedJson result = value;
        if (value.is_structured() && !value.empty()) {
            auto at = result.begin();
            std::advance(at, pick(int(result.size())));
            *at = changed(*at, depth - 1);
        }
        if (value.is_object() && pick(2) == 0)
            result[text()] = this->value(0);
        return result;
    }

    std::string written(const OrderedJson& value)
    {
        std::string text = space();
        if (value.is_object() || value.is_array()) {
            text += value.is_object() ? "{" : "[";
            bool first = true;
            for (const auto& [key, item] : value.items()) {
                text += (first ? "" : ",") +
                        (value.is_object() ? space() + OrderedJson(key).dump() + space() + ":" : "") + written(item);
                first = false;
            }
            text += space() + (value.is_object() ? "}" : "]");
        } else {
            text += value.dump();
        }
        return text + space();
    }

private:
    int pick(int count) { return m_random.between(0, count - 1); }
    std::string space() { return std::array<std::string, 4>{"", "", " ", "\n\t"}.at(std::size_t(pick(4))); }
    std::string text()
    {
        return std::array<std::string, 6>{"a", "b]", "c\"}", "d\\", "é", "{,:"}.at(std::size_t(pick(6)));
    }

    Rng m_random;
};

} // namespace

class JsonSpliceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesNothingElse_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("after");
        QTest::newRow("a number in a list") << R"({ "a" : [1.50, 2 ] })"
                                            << "/a/1"
                                            << "7"
                                            << R"({ "a" : [1.50, 7 ] })";
        QTest::newRow("a text with escapes around it") << R"({"\u0061": "\u00e9", "b":"x"})"
                                                       << "/b"
                                                       << R"("y")"
                                                       << R"({"\u0061": "\u00e9", "b":"y"})";
        QTest::newRow("the key's last value") << R"({"a": 1, "a": 2})"
                                              << "/a"
                                              << "3"
                                              << R"({"a": 1, "a": 3})";
        QTest::newRow("a new key") << "{\"a\": 1 }"
                                   << "/b"
                                   << "[2]"
                                   << "{\"a\": 1, \"b\": [2] }";
        QTest::newRow("a key in nothing") << "{ }"
                                          << "/b"
                                          << "2"
                                          << "{\"b\": 2 }";
        QTest::newRow("brackets in a text") << "{\"a\": \"]}\\\"\", \"b\": {\"c\": 1}}"
                                            << "/b/c"
                                            << "null"
                                            << "{\"a\": \"]}\\\"\", \"b\": {\"c\": null}}";
        QTest::newRow("a number's own digits stay") << R"({"a": 1e2, "b": 0})"
                                                    << "/b"
                                                    << "1"
                                                    << R"({"a": 1e2, "b": 1})";
    }
    void changesNothingElse()
    {
        QFETCH(QString, before);
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, after);
        const OrderedJson was = parsed(before.toStdString());
        OrderedJson now = was;
        now[OrderedJson::json_pointer(pointer.toStdString())] = parsed(value.toStdString());
        QCOMPARE(QString::fromStdString(splicedJson(before.toStdString(), was, now)), after);
    }

    void saysWhatItShall()
    {
        RandomJson random(7);
        int kept = 0;
        for (int i = 0; i < 3000; ++i) {
            const OrderedJson before = random.value(4);
            const OrderedJson after = random.changed(before, 4);
            const std::string text = random.written(before);
            const std::string now = splicedJson(text, before, after);
            QCOMPARE(parsed(now), after);
            QCOMPARE(splicedJson(text, before, before), text);
            kept += now != text && now.size() > 20 && now.substr(0, 10) == text.substr(0, 10);
        }
        QVERIFY(kept > 100); // the random changes were of the kind that is meant
    }
};

VBS_TEST_MAIN(JsonSpliceTest)
#include "json_splice_test.moc"
