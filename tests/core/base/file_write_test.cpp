#include "core/base/file_io.h"

#include "core/base/disk_cache.h"
#include "core/base/error.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QTest>

#include <atomic>
#include <fcntl.h>
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

class FileWriteTest : public QObject, private TextFiles {
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
    void refusesPipesThatNobodyReads();
};

void FileWriteTest::replacesAsAWhole()
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
void FileWriteTest::leavesTheMaskOfTheProcess()
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

void FileWriteTest::newFilesObeyTheMask_data()
{
    QTest::addColumn<int>("mask");
    QTest::addColumn<int>("permissions");
    QTest::newRow("usual") << 0022 << 0644;
    QTest::newRow("private") << 0077 << 0600;
    QTest::newRow("open") << 0 << 0666;
}

void FileWriteTest::newFilesObeyTheMask()
{
    QFETCH(int, mask);
    QFETCH(int, permissions);
    const Mask set{mode_t(mask)};
    QCOMPARE(permissionsOf(write(QTest::currentDataTag(), "x")), mode_t(permissions));
}

void FileWriteTest::replacedFilesKeepTheirPermissions_data()
{
    QTest::addColumn<int>("permissions");
    QTest::newRow("private") << 0600;
    QTest::newRow("shared") << 0664;
    QTest::newRow("to be run") << 0755;
}

void FileWriteTest::replacedFilesKeepTheirPermissions()
{
    QFETCH(int, permissions);
    const fs::path file = write("file", "x");
    QCOMPARE(::chmod(file.c_str(), mode_t(permissions)), 0);
    writeFileAtomically(file, "y");
    QCOMPARE(permissionsOf(file), mode_t(permissions));
    QCOMPARE(readTextFile(file), std::string("y"));
}

void FileWriteTest::writesThroughLinks()
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

void FileWriteTest::refusesLinksInACircle()
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

void FileWriteTest::writesToDevices()
{
    writeFileAtomically("/dev/null", "gone");
    QVERIFY(fs::is_character_file("/dev/null"));
}

void FileWriteTest::leavesNothingBehindOnFailure()
{
    fs::create_directories(path("failing/folder"));
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(path("failing/folder"), "x"), Error);
    const fs::path file = write("failing/file", "x");
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(file / "below", "x"), Error);
    QCOMPARE(readTextFile(file), std::string("x"));
    QCOMPARE(filesIn(path("failing")), std::size_t(2));
}

void FileWriteTest::waitsForTheDiskUnlessForgettable()
{
    g_filesSynchronised = g_foldersSynchronised = 0;
    writeFileAtomically(path("cached"), "x", Durability::Forgettable);
    DiskCache(path("cache"), 1 << 20).store("ab", "x");
    QCOMPARE(g_filesSynchronised + g_foldersSynchronised, 0);
    writeFileAtomically(path("kept"), "x");
    QCOMPARE(g_filesSynchronised.load(), 1);
    QCOMPARE(g_foldersSynchronised.load(), 1);
}

/// A pipe that nobody reads: opening it to write would wait for ever.
void FileWriteTest::refusesPipesThatNobodyReads()
{
    const fs::path pipe = path("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QVERIFY_THROWS_EXCEPTION(Error, writeFileAtomically(pipe, "x"));
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    writeFileAtomically(pipe, "x");
    char got = 0;
    QCOMPARE(::read(reader, &got, 1), ssize_t(1));
    QCOMPARE(got, 'x');
    ::close(reader);
}

VBS_TEST_MAIN(FileWriteTest)
#include "file_write_test.moc"
