#include "core/base/file_io.h"

#include "core/base/disk_cache.h"
#include "core/base/error.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

std::atomic<int> g_filesSynchronised = 0, g_foldersSynchronised = 0;

} // namespace

/// Stands before the C library's, so that the test sees what is waited for.
extern "C" int fsync(int descriptor)
{
    struct stat status {};
    if (::fstat(descriptor, &status) == 0)
        ++(S_ISDIR(status.st_mode) ? g_foldersSynchronised : g_filesSynchronised);
    return int(::syscall(SYS_fsync, descriptor));
}

namespace {

/// The process's mask as the kernel tells it, without changing it: "Umask:\t0022".
std::string maskOfProcess()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("Umask:"))
            return line.substr(line.find_first_of("01234567"));
    return {};
}

mode_t permissionsOf(const fs::path& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

std::size_t filesIn(const fs::path& folder)
{
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// A umask for one test.
class Mask {
public:
    explicit Mask(mode_t mask) : m_before(::umask(mask)) {}
    ~Mask() { ::umask(m_before); }

private:
    mode_t m_before;
};

} // namespace

class FileIoTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void replacesAsAWhole();
    void leavesTheMaskOfTheProcess();
    void newFilesObeyTheMask_data();
    void newFilesObeyTheMask();
    void replacedFilesKeepTheirPermissions_data();
    void replacedFilesKeepTheirPermissions();
    void writesThroughLinks();
    void refusesLinksInACircle();
    void writesToDevices();
    void leavesNothingBehindOnFailure();
    void waitsForTheDiskUnlessForgettable();
    void readsWithALimit();
    void readsLines_data();
    void readsLines();
};

void FileIoTest::replacesAsAWhole()
{
    const fs::path file = path("new/folders/file");
    writeFileAtomically(file, "first");
    QCOMPARE(readTextFile(file), std::string("first"));
    const std::string_view pieces[] = {"se", "", "cond"};
    writeFileAtomically(file, pieces);
    QCOMPARE(readTextFile(file), std::string("second"));
    QCOMPARE(filesIn(file.parent_path()), std::size_t(1));
}

/// The mask belongs to the whole process: two threads that read it by changing it leave 0 behind for good.
void FileIoTest::leavesTheMaskOfTheProcess()
{
    const Mask mask(0027);
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::jthread watcher([&] {
        while (!done)
            wrong += maskOfProcess() != "0027";
    });
    {
        std::vector<std::jthread> writers;
        for (const char* name : {"a", "b"})
            writers.emplace_back([file = path(name)] {
                for (int i = 0; i < 2000; ++i)
                    writeFileAtomically(file, "x", Durability::Forgettable);
            });
    }
    done = true;
    watcher.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(maskOfProcess(), std::string("0027"));
}

void FileIoTest::newFilesObeyTheMask_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("permissions");
    QTest::newRow("usual") << 0022 << 0644;
    QTest::newRow("private") << 0077 << 0600;
    QTest::newRow("open") << 0 << 0666;
}

void FileIoTest::newFilesObeyTheMask()
{
    QFETCH(int, mask);
    QFETCH(int, permissions);
    const Mask set{mode_t(mask)};
    QCOMPARE(permissionsOf(write(QTest::currentDataTag(), "x")), mode_t(permissions));
}

void FileIoTest::replacedFilesKeepTheirPermissions_data()
{
    QTest::addColumn<int>("permissions");
    QTest::newRow("private") << 0600;
    QTest::newRow("shared") << 0664;
    QTest::newRow("to be run") << 0755;
}

void FileIoTest::replacedFilesKeepTheirPermissions()
{
    QFETCH(int, permissions);
    const fs::path file = write("file", "x");
    QCOMPARE(::chmod(file.c_str(), mode_t(permissions)), 0);
    writeFileAtomically(file, "y");
    QCOMPARE(permissionsOf(file), mode_t(permissions));
    QCOMPARE(readTextFile(file), std::string("y"));
}

void FileIoTest::writesThroughLinks()
{
    const fs::path target = write("elsewhere/target", "old");
    fs::create_symlink("elsewhere/target", path("relative"));
    fs::create_symlink(path("relative"), path("absolute"));
    writeFileAtomically(path("absolute"), "new");
    QVERIFY(fs::is_symlink(path("absolute")));
    QVERIFY(fs::is_symlink(path("relative")));
    QCOMPARE(readTextFile(target), std::string("new"));

    fs::create_symlink("elsewhere/missing", path("dangling"));
    writeFileAtomically(path("dangling"), "made");
    QVERIFY(fs::is_symlink(path("dangling")));
    QCOMPARE(readTextFile(path("elsewhere/missing")), std::string("made"));
}

void FileIoTest::refusesLinksInACircle()
{
    fs::create_symlink("two", path("one"));
    fs::create_symlink("one", path("two"));
    try {
        writeFileAtomically(path("one"), "x");
        QFAIL("written");
    } catch (const Error& e) {
        QCOMPARE(e.code(), ErrorCode::FileUnwritable);
        QVERIFY(QString(e.what()).contains("one cannot be written: "));
    }
}

void FileIoTest::writesToDevices()
{
    writeFileAtomically("/dev/null", "gone");
    QVERIFY(fs::is_character_file("/dev/null"));
}

void FileIoTest::leavesNothingBehindOnFailure()
{
    fs::create_directories(path("failing/folder"));
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(path("failing/folder"), "x"), Error);
    const fs::path file = write("failing/file", "x");
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(file / "below", "x"), Error);
    QCOMPARE(readTextFile(file), std::string("x"));
    QCOMPARE(filesIn(path("failing")), std::size_t(2));
}

void FileIoTest::waitsForTheDiskUnlessForgettable()
{
    g_filesSynchronised = g_foldersSynchronised = 0;
    writeFileAtomically(path("cached"), "x", Durability::Forgettable);
    DiskCache(path("cache"), 1 << 20).store("ab", "x");
    QCOMPARE(g_filesSynchronised + g_foldersSynchronised, 0);
    writeFileAtomically(path("kept"), "x");
    QCOMPARE(g_filesSynchronised.load(), 1);
    QCOMPARE(g_foldersSynchronised.load(), 1);
}

void FileIoTest::readsWithALimit()
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
    QCOMPARE(codeOf(path(""), 3), ErrorCode::FileUnreadable);
}

void FileIoTest::readsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("empty") << QByteArray() << QStringList{};
    QTest::newRow("ended") << QByteArray("a\nb\n") << QStringList{"a", "b"};
    QTest::newRow("not ended") << QByteArray("a\nb") << QStringList{"a", "b"};
    QTest::newRow("of Windows") << QByteArray("a\r\n\r\nb\r\n") << QStringList{"a", "", "b"};
}

void FileIoTest::readsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, lines);
    QStringList read;
    for (const std::string& line : readLines(write("file", text.toStdString())))
        read << QString::fromStdString(line);
    QCOMPARE(read, lines);
}

VBS_TEST_MAIN(FileIoTest)
#include "file_io_test.moc"
