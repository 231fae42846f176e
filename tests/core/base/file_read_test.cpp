#include "core/base/file_io.h"

#include "core/base/error.h"
#include "core/base/hash.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

constexpr int kNever = -1;
std::atomic<int> g_readsUntilFailure = kNever;

} // namespace

/// Stands before the C library's: a disk that fails after so many reads.
extern "C" ssize_t read(int descriptor, void* to, std::size_t count)
{
    if (g_readsUntilFailure != kNever && g_readsUntilFailure-- <= 0) {
        errno = EIO;
        return -1;
    }
    return ::syscall(SYS_read, descriptor, to, count);
}

namespace {

/// What readTextFile says of a file that it refuses; "" when it reads it.
QString refusalOf(const fs::path& path, std::uintmax_t limit = 1000)
{
    try {
        readTextFile(path, limit);
    } catch (const Error& e) {
        return QString::fromStdString(e.what());
    }
    return {};
}

} // namespace

class FileReadTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsWithALimit();
    void readsFilesWithoutAKnownSize();
    void saysThatTheDiskFailed();
    void readsPipes();
    void waitsForNoPipe();
    void endsWithDevices();
    void opensOrdinaryFilesOnly();
    void looksAtTheStart();
    void readsLines_data();
    void readsLines();
    void refusesLinesOfBinaryFiles();
};

void FileReadTest::readsWithALimit()
{
    const fs::path file = write("file", "four");
    QCOMPARE(readTextFile(file, 4), std::string("four"));
    const auto codeOf = [](const fs::path& wanted, std::uintmax_t limit) {
        try {
            readTextFile(wanted, limit);
        } catch (const Error& e) {
            return e.code();
        }
        return ErrorCode::Internal;
    };
    QCOMPARE(codeOf(file, 3), ErrorCode::TooLarge);
    QCOMPARE(codeOf(path("missing"), 3), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(file / "below", 3), ErrorCode::FileNotFound);
    QCOMPARE(codeOf(path(""), 3), ErrorCode::FileUnreadable);
}

void FileReadTest::readsFilesWithoutAKnownSize()
{
    QVERIFY(readTextFile("/proc/self/status").starts_with("Name:"));
    const std::string large(200000, 'x');
    QCOMPARE(readTextFile(write("large", large)), large);
}

/// Half a list is worse than none.
void FileReadTest::saysThatTheDiskFailed()
{
    const fs::path file = write("list", "one\ntwo\n");
    g_readsUntilFailure = 1;
    const QString said = refusalOf(file);
    g_readsUntilFailure = kNever;
    QVERIFY2(said.contains("list cannot be read completely: Input/output error"), qPrintable(said));
}

void FileReadTest::readsPipes()
{
    const fs::path pipe = path("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const int keptOpen = ::open(pipe.c_str(), O_RDWR);
    std::jthread writer([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // the reader waits for data, not only for a writer
        const int end = ::open(pipe.c_str(), O_WRONLY);
        QCOMPARE(::write(end, "a\nb\n", 4), ssize_t(4));
        ::close(end);
        ::close(keptOpen);
    });
    QCOMPARE(readLines(pipe), (std::vector<std::string>{"a", "b"}));
}

void FileReadTest::waitsForNoPipe()
{
    const fs::path pipe = path("lonely");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY(refusalOf(pipe).contains("lonely provides no data"));
}

void FileReadTest::endsWithDevices()
{
    QVERIFY(refusalOf("/dev/zero").contains("/dev/zero is longer than the limit of 1000 bytes"));
}

void FileReadTest::opensOrdinaryFilesOnly()
{
    const fs::path pipe = path("pipe2");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    for (const fs::path& other : {pipe, fs::path("/dev/zero"), path(""), path("missing")}) {
        QVERIFY_THROWS_EXCEPTION(Error, openForReading(other));
        QVERIFY_THROWS_EXCEPTION(Error, sha256OfFile(other));
    }
    std::string word;
    std::ifstream stream = openForReading(write("word", "word"));
    QVERIFY(stream >> word && word == "word");
}

void FileReadTest::looksAtTheStart()
{
    const fs::path file = write("start", "abcdef");
    QCOMPARE(firstBytesOf(file, 3), std::string("abc"));
    QCOMPARE(firstBytesOf(file, 30), std::string("abcdef"));
    for (const fs::path& other : {fs::path("/dev/zero"), path(""), path("missing")})
        QCOMPARE(firstBytesOf(other, 3), std::string());
}

void FileReadTest::readsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("empty") << QByteArray() << QStringList{};
    QTest::newRow("ended") << QByteArray("a\nb\n") << QStringList{"a", "b"};
    QTest::newRow("not ended") << QByteArray("a\nb") << QStringList{"a", "b"};
    QTest::newRow("of Windows") << QByteArray("a\r\n\r\nb\r\n") << QStringList{"a", "", "b"};
    QTest::newRow("saved by Notepad") << QByteArray("\xEF\xBB\xBF"
                                                    "a\r\nb")
                                      << QStringList{"a", "b"};
    QTest::newRow("a mark alone") << QByteArray("\xEF\xBB\xBF") << QStringList{};
}

void FileReadTest::readsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, lines);
    QStringList read;
    for (const std::string& line : readLines(write("file", text.toStdString())))
        read << QString::fromStdString(line);
    QCOMPARE(read, lines);
}

void FileReadTest::refusesLinesOfBinaryFiles()
{
    QVERIFY_THROWS_EXCEPTION(Error, readLines(write("binary", std::string("a\n/\0x\n", 6))));
}

VBS_TEST_MAIN(FileReadTest)
#include "file_read_test.moc"
