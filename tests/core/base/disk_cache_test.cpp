#include "core/base/disk_cache.h"

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/user_folders.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <pwd.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kChecksum = 64; // bytes before each entry's own

std::string keyOf(int i)
{
    const std::string digits = std::to_string(1000000 + i);
    return "abc" + digits;
}

/// What a writer stores under a key: a reader can tell it from anything else.
std::string valueOf(int i)
{
    return std::string(std::size_t(500 + i % 7), char('a' + i % 26));
}

} // namespace

class DiskCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }
    void storesAndLoads();
    void anotherProgramFindsIt();
    void forgetsTheLeastRecentlyUsed();
    void looksAtTheFolderNowAndThen();
    void keepsTheLimitFromRunToRun();
    void leavesOutWhatIsTooLarge();
    void removesDamagedEntries_data();
    void removesDamagedEntries();
    void neverFailsForTheDisk();
    void refusesKeysThatAreNoHex_data();
    void refusesKeysThatAreNoHex();
    void clearsUpAbandonedFilesOnly();
    void survivesThreadsAndProcesses();
    void userFoldersFollowTheRules();

private:
    fs::path folder() const { return fs::path(m_temporary->path().toStdString()) / "cache"; }
    std::unique_ptr<QTemporaryDir> m_temporary;
};

void DiskCacheTest::storesAndLoads()
{
    DiskCache cache(folder(), 1 << 20);
    QVERIFY(!cache.load("abc").has_value());
    const std::string bytes("with\0zero\nand more", 18);
    cache.store("abc", bytes);
    QCOMPARE(cache.load("abc"), std::optional(bytes));
    cache.store("abc", "newer");
    QCOMPARE(cache.load("abc"), std::optional<std::string>("newer"));
    cache.store("def", "");
    QCOMPARE(cache.load("def"), std::optional<std::string>(""));
    QCOMPARE(cache.totalBytes(), 2 * kChecksum + 5);
}

void DiskCacheTest::anotherProgramFindsIt()
{
    DiskCache(folder(), 1 << 20).store("abc", "kept");
    QCOMPARE(DiskCache(folder(), 1 << 20).load("abc"), std::optional<std::string>("kept"));
}

void DiskCacheTest::forgetsTheLeastRecentlyUsed()
{
    const std::string kilobyte(1000, 'x');
    DiskCache cache(folder(), 20 * (1000 + kChecksum));
    const auto now = fs::file_time_type::clock::now();
    for (int i = 0; i < 20; ++i) {
        cache.store(keyOf(i), kilobyte);
        fs::last_write_time(folder() / (keyOf(i) + ".cache"), now - std::chrono::minutes(100 - i));
    }
    QCOMPARE(cache.totalBytes(), cache.limitBytes());
    QVERIFY(cache.load(keyOf(0)).has_value()); // used: now the youngest
    cache.store(keyOf(20), kilobyte);
    // Down to nine tenths, so that the next store does not have to clear up again.
    QCOMPARE(cache.totalBytes(), 18 * (1000 + kChecksum));
    QVERIFY(cache.load(keyOf(0)).has_value());
    for (int i : {1, 2, 3})
        QVERIFY(!cache.load(keyOf(i)).has_value());
    for (int i = 4; i <= 20; ++i)
        QVERIFY(cache.load(keyOf(i)).has_value());
}

/// A look at the folder removes abandoned files: they tell when one was taken.
void DiskCacheTest::looksAtTheFolderNowAndThen()
{
    const fs::path witness = folder() / "def.cache.Ab12Cd";
    {
        DiskCache cache(folder(), 100 * (1000 + kChecksum));
        cache.store(keyOf(0), std::string(1000, 'x'));
        std::ofstream(witness) << "half";
        fs::last_write_time(witness, fs::file_time_type::clock::now() - std::chrono::hours(2));
        for (int i = 1; i < 10; ++i)
            cache.store(keyOf(i), std::string(1000, 'x'));
        QVERIFY(fs::exists(witness));
        cache.store(keyOf(10), std::string(1000, 'x')); // more than a tenth
        QVERIFY(!fs::exists(witness));
    }
}

/// Many short runs, none of which stores a tenth of the limit.
void DiskCacheTest::keepsTheLimitFromRunToRun()
{
    const std::uintmax_t limit = 30 * (1000 + kChecksum);
    for (int i = 0; i < 40; ++i)
        DiskCache(folder(), limit).store(keyOf(i), std::string(1000, 'x'));
    QVERIFY(DiskCache(folder(), limit).totalBytes() <= limit);
    QVERIFY(DiskCache(folder(), limit).load(keyOf(39)).has_value());
}

void DiskCacheTest::leavesOutWhatIsTooLarge()
{
    DiskCache cache(folder(), 1000);
    cache.store("aa", std::string(500, 'x'));
    cache.store("bb", std::string(1000, 'x')); // with its checksum beyond the limit
    QVERIFY(!cache.load("bb").has_value());
    QVERIFY(cache.load("aa").has_value());
}

void DiskCacheTest::removesDamagedEntries_data()
{
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("flip");
    QTest::newRow("cut off") << 80 << -1;
    QTest::newRow("empty") << 0 << -1;
    QTest::newRow("a changed byte") << 10000 << 90;
    QTest::newRow("a changed checksum") << 10000 << 3;
}

void DiskCacheTest::removesDamagedEntries()
{
    QFETCH(int, keep);
    QFETCH(int, flip);
    DiskCache cache(folder(), 1 << 20);
    cache.store("abc", std::string(100, 'x'));
    const fs::path file = folder() / "abc.cache";
    std::string contents = readTextFile(file);
    contents = contents.substr(0, std::size_t(keep));
    if (flip >= 0)
        contents[std::size_t(flip)] = char(contents[std::size_t(flip)] ^ 1);
    writeFileAtomically(file, contents);
    QVERIFY(!cache.load("abc").has_value());
    QVERIFY(!fs::exists(file));
    cache.store("abc", "new");
    QCOMPARE(cache.load("abc"), std::optional<std::string>("new"));
}

void DiskCacheTest::neverFailsForTheDisk()
{
    writeFileAtomically(folder(), "a file where the folder should be");
    DiskCache cache(folder(), 1 << 20);
    cache.store("abc", "x");
    QVERIFY(!cache.load("abc").has_value());
    QCOMPARE(cache.totalBytes(), std::uintmax_t(0));
}

void DiskCacheTest::refusesKeysThatAreNoHex_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << "";
    QTest::newRow("a path") << "../abc";
    QTest::newRow("letters") << "xyz";
    QTest::newRow("too long") << QString("a").repeated(129);
}

void DiskCacheTest::refusesKeysThatAreNoHex()
{
    QFETCH(QString, key);
    DiskCache cache(folder(), 1 << 20);
    QVERIFY_EXCEPTION_THROWN(cache.load(key.toStdString()), Error);
    QVERIFY_EXCEPTION_THROWN(cache.store(key.toStdString(), "x"), Error);
}

void DiskCacheTest::clearsUpAbandonedFilesOnly()
{
    const fs::path old = folder() / "def.cache.Ab12Cd", young = folder() / "def.cache.Ef34Gh",
                   foreign = folder() / "notes.txt";
    {
        DiskCache cache(folder(), 1 << 20);
        cache.store("abc", "x");
        for (const fs::path& file : {old, young, foreign}) {
            std::ofstream(file) << "half";
            if (file != young)
                fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
        }
    }
    QVERIFY(!fs::exists(old));
    QVERIFY(fs::exists(young));
    QVERIFY(fs::exists(foreign));
}

/// A second process and several threads store and load while the limit forces entries out all the time: whatever
/// is loaded must be exactly what was stored under its key.
void DiskCacheTest::survivesThreadsAndProcesses()
{
    constexpr int kKeys = 40, kRounds = 150, kThreads = 4;
    const auto work = [&](DiskCache& cache, int start) {
        for (int i = 0; i < kRounds; ++i) {
            const int key = (start + i * 7) % kKeys;
            if (i % 3 == 0)
                cache.store(keyOf(key), valueOf(key));
            else if (const auto value = cache.load(keyOf(key)); value && *value != valueOf(key))
                return false;
        }
        return true;
    };
    const std::uintmax_t limit = 10 * 600;
    const pid_t child = ::fork();
    if (child == 0) {
        DiskCache cache(folder(), limit);
        ::_exit(work(cache, 3) ? 0 : 1);
    }
    std::atomic<int> good = 0;
    DiskCache cache(folder(), limit);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] { good += work(cache, t * 11); });
    }
    int status = 1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    QCOMPARE(good.load(), kThreads);
    cache.store("fff", "last");
    QVERIFY(cache.totalBytes() <= limit + limit / 10);
    QCOMPARE(cache.load("fff"), std::optional<std::string>("last"));
}

void DiskCacheTest::userFoldersFollowTheRules()
{
    qputenv("XDG_CACHE_HOME", "/x/cache");
    qputenv("XDG_DATA_HOME", "relative");
    qputenv("HOME", "/home/someone");
    QCOMPARE(userCacheFolder(), fs::path("/x/cache/visualbert-studio"));
    QCOMPARE(userDataFolder(), fs::path("/home/someone/.local/share/visualbert-studio"));
    qunsetenv("HOME"); // as services run: what the list of users says, and never a folder that is everybody's
    const passwd* user = ::getpwuid(::getuid());
    QVERIFY(user != nullptr);
    QCOMPARE(userDataFolder(), fs::path(user->pw_dir) / ".local/share/visualbert-studio");
}

VBS_TEST_MAIN(DiskCacheTest)
#include "disk_cache_test.moc"
