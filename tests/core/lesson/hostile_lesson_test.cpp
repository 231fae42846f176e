#include "core/lesson/lesson_file.h"

#include "core/base/file_io.h"
#include "tests/support/lesson_fixture.h"
#include "tests/support/message_of.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <functional>
#include <zip.h>

using namespace vbs;
using namespace vbs::test;

namespace {

const std::string kPlain = R"({"format": 1, "title": "T", "steps": [{"title": "S"}]})";

struct Member {
    std::string name, bytes;
};
using Change = std::function<void(zip_t*)>;

/// An archive of these members, with lesson.json before them unless it is among them.
std::string archive(std::vector<Member> members, const Change& change = {})
{
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    if (members.empty() || members.front().name != "lesson.json")
        members.insert(members.begin(), {"lesson.json", kPlain});
    for (const Member& member : members)
        zip_file_add(zip, member.name.c_str(), zip_source_buffer(zip, member.bytes.data(), member.bytes.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    if (change)
        change(zip);
    zip_close(zip);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string lessonJson(const std::string& steps, const std::string& more = "")
{
    return archive({{"lesson.json", R"({"format": 1)" + more + R"(, "steps": [)" + steps + "]}"}});
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to)
{
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

/// A PNG whose header states a size, and nothing more.
std::string pngOfSize(unsigned width, unsigned height)
{
    std::string bytes = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8);
    for (const unsigned side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += char(side >> shift);
    return bytes + std::string("\x08\x02\0\0\0\0\0\0\0", 9);
}

std::string withRecorded(const std::string& recorded)
{
    return archive({{"lesson.json", R"({"format": 1, "steps": [{"picture": "pictures/p.png", "task": "vqa",
        "recorded": "recorded/01.json"}]})"},
                    {"pictures/p.png", pngOfSize(8, 8)},
                    {"recorded/01.json", recorded}});
}

} // namespace

class HostileLessonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachIsRefusedInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& file, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << says;
        };
        row("empty", "", "it is no lesson");
        row("text", "hello", "it is no lesson: lessons are zip files");
        row("cut off", archive({}).substr(0, 60), "it is damaged");
        row("no lesson.json", replaced(archive({}), "lesson.json", "lessen.json"), "it has no lesson.json");
        row("out of the file", archive({{"../evil.png", "x"}}), "\"../evil.png\" leads out of the file");
        row("absolute", archive({{"/etc/passwd", "x"}}), "leads out of the file");
        row("other separators", archive({{"pictures\\..\\x.png", "x"}}), "leads out of the file");
        row("drive", archive({{"C:/x.png", "x"}}), "leads out of the file");
        row("inside and out", archive({{"pictures/../../x.png", "x"}}), "leads out of the file");
        row("two of one name", replaced(archive({{"lesson.jsom", kPlain}}), "lesson.jsom", "lesson.json"),
            "two members of one name");
        row("link",
            archive({{"pictures/p.png", "/etc/passwd"}},
                    [](zip_t* zip) { zip_file_set_external_attributes(zip, 1, 0, ZIP_OPSYS_UNIX, 0120777u << 16); }),
            "holds a link");
        row("encrypted",
            archive({{"pictures/p.png", pngOfSize(8, 8)}},
                    [](zip_t* zip) { zip_file_set_encryption(zip, 1, ZIP_EM_AES_256, "secret"); }),
            "it is encrypted");
        row("bomb", archive({{"recorded/01.json", std::string(50u << 20, ' ')}}), "times when unpacked");
        row("large lesson.json", archive({{"lesson.json", kPlain + std::string(9u << 20, ' ')}}),
            "\"lesson.json\" has 9 MiB; at most 8 MiB are read");
        row("size that lies", replaced(archive({}), std::string("\x36\0\0\0", 4), std::string("\x35\0\0\0", 4)),
            "it is damaged");
        row("damaged bytes",
            replaced(archive({{"lesson.json", R"({"format": 1, "steps": []})"}},
                             [](zip_t* zip) { zip_set_file_compression(zip, 0, ZIP_CM_STORE, 0); }),
                     "steps", "stops"),
            "it is damaged");
        row("later format", archive({{"lesson.json", R"({"format": 2, "steps": []})"}}), "update VisualBERT Studio");
        row("no JSON", archive({{"lesson.json", "{"}}), "lesson.json is not valid JSON");
        row("a list", archive({{"lesson.json", "[]"}}), "lesson.json should be an object");
        row("no steps", archive({{"lesson.json", R"({"format": 1})"}}), "has no \"format\" or no \"steps\"");
        row("title of a wrong type", lessonJson(R"({"title": 3})"), "steps[0].title should be a string");
        row("unknown task", lessonJson(R"({"task": "dance"})"), "steps[0].task should be one of vqa");
        row("unknown language", lessonJson("", R"(, "language": "fr")"), "language should be one of en, de");
        row("unknown view", lessonJson(R"({"look": {"view": "x"}})"), "steps[0].look.view should be one of");
        row("fraction for a layer", lessonJson(R"({"look": {"layer": 1.5}})"), "should be a whole number");
        row("hidden backwards", lessonJson(R"({"hidden_regions": [3, 1]})"), "should list different counts");
        row("box of three", lessonJson(R"({"boxes": [[1, 2, 3]]})"), "each four numbers");
        row("box far away", lessonJson(R"({"boxes": [[1, 2, 3, 1e30]]})"), "each four numbers");
        row("phrase not there", lessonJson(R"({"asked": "a", "phrases": ["b"]})"), "parts of what is asked");
        row("right option not there", lessonJson(R"({"quiz": {"kind": "one", "options": ["a", "b"], "right": [2]}})"),
            "which of the options are right");
        row("text without accepted", lessonJson(R"({"quiz": {"kind": "text"}})"), "the texts that are right");
        row("picture not there", lessonJson(R"({"picture": "pictures/p.png"})"), "not in the lesson");
        row("predict nothing", lessonJson(R"({"quiz": {"kind": "predict"}})"), "asks to predict an answer");
        row("recorded not there", lessonJson(R"({"recorded": "recorded/01.json"})"), "it is missing");
        std::string many;
        for (int i = 0; i < 201; ++i)
            many += i == 0 ? "{}" : ",{}";
        row("many steps", lessonJson(many), "it has 201 steps; at most 200");
        row("long text", lessonJson("{\"text\": \"" + std::string(100001, 'x') + "\"}"), "longer than 100000 bytes");
        std::vector<Member> members;
        for (int i = 0; i < 2001; ++i)
            members.push_back({"x" + std::to_string(i), ""});
        row("many members", archive(members), "more than 2000 members");
        row("huge picture", archive({{"pictures/p.png", pngOfSize(60000, 60000)}}), "60000 x 60000 pixels");
        row("no picture", archive({{"pictures/p.png", "GIF89a"}}), "neither PNG nor JPEG");
        row("picture without a size", archive({{"pictures/p.png", pngOfSize(0, 8)}}), "states no size");
        row("result without a task", withRecorded(R"({"result": {}})"), "names no task");
        row("result of another task", withRecorded(R"({"result": {"task": "nlvr"}})"), "recorded for another task");
        row("not a number", withRecorded(R"({"result": {"task": "vqa", "match": NaN}})"), "holds NaN");
        row("look that does not fit",
            withRecorded(R"({"result": {"task": "vqa"}, "look": {"layers": 2, "flow": [[1]]}})"),
            "does not fit the result");
        row("nested", archive({{"lesson.json", std::string(5000, '[')}}), "nested more than");
    }
    void eachIsRefusedInOneSentence()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, says);
        const QString message = messageOf([&] { lessonOfBytes(file.toStdString(), "bad.vbslesson"); });
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(message.startsWith("bad.vbslesson: "), qPrintable(message));
        QVERIFY2(message.endsWith('.') && !message.contains('\n'), qPrintable(message));
    }

    void everyCutIsRefused()
    {
        const std::string whole = lessonBytes(wholeLesson());
        for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 300)
            QVERIFY(!messageOf([&] { lessonOfBytes(whole.substr(0, size), "cut"); }).isEmpty());
    }

    void changedBytesNeverCrash()
    {
        const std::string whole = lessonBytes(wholeLesson());
        for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 500) {
            std::string changed = whole;
            changed[at] = char(changed[at] ^ 0x55);
            messageOf([&] { lessonOfBytes(changed, "changed"); }); // read or refused, nothing else
        }
    }

    void otherMembersArePassedOver()
    {
        const Lesson lesson = lessonOfBytes(archive({{"__MACOSX/._lesson.json", "x"},
                                                     {"pictures/.DS_Store", "x"},
                                                     {"readme.txt", std::string(5u << 20, ' ')},
                                                     {"pictures/sub/p.png", "x"}}),
                                            "other.vbslesson");
        QCOMPARE(lesson.steps.size(), std::size_t(1));
        QVERIFY(lesson.pictures.empty());
    }

    void linksInAFolderAreRefused()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        writeFileAtomically(place / "lesson.json", kPlain);
        std::filesystem::create_directory(place / "pictures");
        std::filesystem::create_symlink("/etc/passwd", place / "pictures/p.png");
        const QString message = messageOf([&] { readLesson(place); });
        QVERIFY2(message.contains("pictures/p.png is a link"), qPrintable(message));
    }

    void missingFilesAreNamed()
    {
        QVERIFY(messageOf([] { readLesson("/nowhere/x.vbslesson"); }).contains("/nowhere/x.vbslesson"));
        QTemporaryDir folder;
        const QString message = messageOf([&] { readLesson(folder.path().toStdString()); });
        QVERIFY2(message.contains("it has no lesson.json"), qPrintable(message));
    }
};

VBS_TEST_MAIN(HostileLessonTest)
#include "hostile_lesson_test.moc"
