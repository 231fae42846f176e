#include "core/checkpoint/zip_archive.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <cstring>
#include <functional>
#include <zlib.h>

using namespace vbs;

namespace {

/// Writes archives as the format allows them, and as it does not.
class ZipWriter {
public:
    bool localSizes = true; ///< else they follow the bytes, as torch.save writes them
    bool zip64 = false;

    void add(const std::string& name, const std::string& bytes)
    {
        Entry entry{name, bytes, m_out.size(),
                    std::uint32_t(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()))};
        number<std::uint32_t>(0x04034b50);
        number<std::uint16_t>(0);
        number<std::uint16_t>(localSizes ? 0 : 8);
        number<std::uint16_t>(0);
        number<std::uint32_t>(0);
        number<std::uint32_t>(localSizes ? entry.crc : 0);
        sizes(localSizes ? bytes.size() : 0);
        number<std::uint16_t>(name.size());
        number<std::uint16_t>(zip64 ? 20 : 0);
        m_out += name;
        if (zip64)
            wideField({localSizes ? bytes.size() : 0, localSizes ? bytes.size() : 0});
        m_out += bytes;
        if (!localSizes) {
            number<std::uint32_t>(0x08074b50);
            number<std::uint32_t>(entry.crc);
            number<std::uint64_t>(bytes.size());
            number<std::uint64_t>(bytes.size());
        }
        m_entries.push_back(entry);
    }

    std::string finish(const std::string& comment = {})
    {
        const std::size_t begin = m_out.size();
        for (const Entry& entry : m_entries)
            addToDirectory(entry);
        const std::size_t end = m_out.size();
        if (zip64)
            addEnd64(begin, end);
        number<std::uint32_t>(0x06054b50);
        number<std::uint32_t>(0);
        number<std::uint16_t>(zip64 ? 0xffff : m_entries.size());
        number<std::uint16_t>(zip64 ? 0xffff : m_entries.size());
        number<std::uint32_t>(zip64 ? 0xffffffff : end - begin);
        number<std::uint32_t>(zip64 ? 0xffffffff : begin);
        number<std::uint16_t>(comment.size());
        return m_out + comment;
    }

private:
    struct Entry {
        std::string name, bytes;
        std::size_t header;
        std::uint32_t crc;
    };

    template <typename T> void number(std::uint64_t value)
    {
        const T narrow = T(value);
        m_out.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
    }

    void sizes(std::uint64_t size)
    {
        number<std::uint32_t>(zip64 ? 0xffffffff : size);
        number<std::uint32_t>(zip64 ? 0xffffffff : size);
    }

    void wideField(std::initializer_list<std::uint64_t> values)
    {
        number<std::uint16_t>(1);
        number<std::uint16_t>(values.size() * 8);
        for (const std::uint64_t value : values)
            number<std::uint64_t>(value);
    }

    void addToDirectory(const Entry& entry)
    {
        number<std::uint32_t>(0x02014b50);
        number<std::uint32_t>(0);
        number<std::uint16_t>(localSizes ? 0 : 8);
        number<std::uint16_t>(0);
        number<std::uint32_t>(0);
        number<std::uint32_t>(entry.crc);
        sizes(entry.bytes.size());
        number<std::uint16_t>(entry.name.size());
        number<std::uint16_t>(zip64 ? 28 : 0);
        number<std::uint64_t>(0); // comment, volume, attributes
        number<std::uint16_t>(0);
        number<std::uint32_t>(zip64 ? 0xffffffff : entry.header);
        m_out += entry.name;
        if (zip64)
            wideField({entry.bytes.size(), entry.bytes.size(), entry.header});
    }

    void addEnd64(std::size_t begin, std::size_t end)
    {
        number<std::uint32_t>(0x06064b50);
        number<std::uint64_t>(44);
        number<std::uint32_t>(0);
        number<std::uint64_t>(0);
        number<std::uint64_t>(m_entries.size());
        number<std::uint64_t>(m_entries.size());
        number<std::uint64_t>(end - begin);
        number<std::uint64_t>(begin);
        number<std::uint32_t>(0x07064b50);
        number<std::uint32_t>(0);
        number<std::uint64_t>(end);
        number<std::uint32_t>(1);
    }

    std::string m_out;
    std::vector<Entry> m_entries;
};

const FileRefusal kRefusal("test.zip", "torch.save zip");

ZipArchive opened(const std::string& bytes)
{
    return ZipArchive(std::as_bytes(std::span(bytes)), kRefusal);
}

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Where in the archive of two records below something stands.
constexpr std::size_t kFirstHeader = 0;
constexpr std::size_t kSecondHeader = 30 + 1 + 4;
constexpr std::size_t kDirectory = 2 * kSecondHeader;
constexpr std::size_t kSecondEntry = kDirectory + 46 + 1;
constexpr std::size_t kEnd = kSecondEntry + 46 + 1;

std::string twoRecords()
{
    ZipWriter writer;
    writer.add("a", "1234");
    writer.add("b", "5678");
    return writer.finish();
}

struct Change {
    const char* name;
    std::size_t at;
    char value;
    const char* says;
};

} // namespace

class ZipArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryLayout_data();
    void readsEveryLayout();
    void findsTheEndBehindAComment();
    void acceptsAnEmptyArchive();
    void refusesChanges_data();
    void refusesChanges();
    void refusesTwoOfOneName();
    void refusesOverlaps();
    void provesChecksums();
    void survivesAnyByte();
};

void ZipArchiveTest::readsEveryLayout_data()
{
    QTest::addColumn<bool>("localSizes");
    QTest::addColumn<bool>("zip64");
    QTest::newRow("plain") << true << false;
    QTest::newRow("sizes follow") << false << false;
    QTest::newRow("zip64") << true << true;
    QTest::newRow("zip64, sizes follow") << false << true;
}

void ZipArchiveTest::readsEveryLayout()
{
    QFETCH(bool, localSizes);
    QFETCH(bool, zip64);
    ZipWriter writer;
    writer.localSizes = localSizes;
    writer.zip64 = zip64;
    writer.add("archive/data.pkl", "pickle");
    writer.add("archive/data/0", std::string(1000, 'x'));
    writer.add("archive/empty", "");
    const std::string bytes = writer.finish();
    const ZipArchive archive = opened(bytes);
    QCOMPARE(archive.records().size(), std::size_t(3));
    QCOMPARE(textOf(archive.bytes("archive/data.pkl")), std::string("pickle"));
    QCOMPARE(textOf(archive.bytes("archive/data/0")), std::string(1000, 'x'));
    QVERIFY(archive.bytes("archive/empty").empty());
    archive.verify({"archive/data.pkl", "archive/data/0", "archive/empty"});
    QVERIFY_THROWS_EXCEPTION(Error, archive.bytes("archive/none"));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        QVERIFY_THROWS_EXCEPTION(Error, opened(bytes.substr(0, length)));
}

void ZipArchiveTest::findsTheEndBehindAComment()
{
    ZipWriter writer;
    writer.add("a", "1234");
    QCOMPARE(opened(writer.finish("a comment")).records().size(), std::size_t(1));
}

void ZipArchiveTest::acceptsAnEmptyArchive()
{
    QVERIFY(opened(ZipWriter().finish()).records().empty());
}

void ZipArchiveTest::refusesChanges_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("says");
    const Change changes[] = {
        {"local signature", kFirstHeader, 'x', "not where the directory says"},
        {"local encryption", kFirstHeader + 6, 1, "two headers"},
        {"local method", kFirstHeader + 8, 8, "two headers"},
        {"local checksum", kFirstHeader + 14, 0, "two headers"},
        {"local stored size", kFirstHeader + 18, 3, "two headers"},
        {"local name's length", kFirstHeader + 26, 2, "two headers"},
        {"local name", kFirstHeader + 30, 'x', "two headers"},
        {"local extra beyond", kSecondHeader + 28, 100, "runs into the directory"},
        {"directory signature", kDirectory, 'x', "directory is broken"},
        {"encryption", kDirectory + 8, 1, "encrypted"},
        {"strong encryption", kDirectory + 8, 64, "encrypted"},
        {"method", kDirectory + 10, 8, "two headers"},
        {"stored size", kDirectory + 20, 5, "sizes"},
        {"plain size", kDirectory + 24, 5, "sizes"},
        {"name's length", kDirectory + 28, 2, "two headers"},
        {"comment's length", kSecondEntry + 32, 9, "cut off"},
        {"place", kSecondEntry + 42, 1, "not where the directory says"},
        {"place beyond", kSecondEntry + 45, 127, "sizes"},
        {"volume", kEnd + 4, 1, "volumes"},
        {"records on this volume", kEnd + 8, 1, "volumes"},
        {"directory's size", kEnd + 12, 1, "not where the end record says"},
        {"directory's place", kEnd + 16, 1, "not where the end record says"},
        {"comment", kEnd + 20, 1, "no end"},
    };
    for (const Change& change : changes)
        QTest::newRow(change.name) << int(change.at) << int(change.value) << change.says;
}

void ZipArchiveTest::refusesChanges()
{
    QFETCH(int, at);
    QFETCH(int, value);
    QFETCH(QString, says);
    std::string bytes = twoRecords();
    QVERIFY(bytes[at] != char(value));
    bytes[at] = char(value);
    try {
        opened(bytes);
    } catch (const Error& e) {
        QVERIFY2(QString(e.what()).contains(says), e.what());
        return;
    }
    QFAIL("The archive was read.");
}

void ZipArchiveTest::refusesTwoOfOneName()
{
    ZipWriter writer;
    writer.add("a", "1234");
    writer.add("a", "5678");
    QVERIFY_THROWS_EXCEPTION(Error, opened(writer.finish()));
}

void ZipArchiveTest::refusesOverlaps()
{
    ZipWriter inner, outer;
    inner.add("b", "5678");
    const std::string whole = inner.finish();
    outer.add("a", whole.substr(0, 35)); // a record within the bytes of another
    std::string bytes = outer.finish();
    const std::string secondEntry = [&] {
        std::string entry = whole.substr(35, 47);
        const std::uint32_t place = 31;
        std::memcpy(entry.data() + 42, &place, 4);
        return entry;
    }();
    const std::size_t end = bytes.size() - 22;
    bytes.insert(end, secondEntry);
    bytes[end + 47 + 8] = bytes[end + 47 + 10] = 2;
    bytes[end + 47 + 12] = char(2 * 47);
    try {
        opened(bytes);
        QFAIL("The archive was read.");
    } catch (const Error& e) {
        QVERIFY2(QString(e.what()).contains("overlap"), e.what());
    }
}

/// Also of records that are proved in several slices, on several threads.
void ZipArchiveTest::provesChecksums()
{
    ZipWriter writer;
    writer.add("small", "1234");
    writer.add("large", std::string(50'000'000, 'x'));
    std::string bytes = writer.finish();
    opened(bytes).verify({"small", "large"});
    for (const std::size_t at : {1000u, 25'000'000u, 50'000'000u}) {
        bytes[at] ^= 1;
        const ZipArchive archive = opened(bytes);
        archive.verify({"small"});
        QVERIFY_THROWS_EXCEPTION(Error, archive.verify({"small", "large"}));
        bytes[at] ^= 1;
    }
}

/// Any byte of an archive may have any value: it is read or refused.
void ZipArchiveTest::survivesAnyByte()
{
    ZipWriter writer;
    writer.zip64 = true;
    writer.add("a", "1234");
    writer.add("b", "5678");
    const std::string good = writer.finish();
    int read = 0;
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int value = 0; value < 256; ++value) {
            std::string bytes = good;
            bytes[i] = char(value);
            try {
                const ZipArchive archive = opened(bytes);
                archive.verify({"a", "b"});
                QCOMPARE(textOf(archive.bytes("a")) + textOf(archive.bytes("b")), std::string("12345678"));
                ++read;
            } catch (const Error&) {
            }
        }
    }
    QVERIFY(read >= int(good.size()));
}

VBS_TEST_MAIN(ZipArchiveTest)
#include "zip_archive_test.moc"
