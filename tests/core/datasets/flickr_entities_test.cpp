#include "core/datasets/flickr_entities.h"

#include "core/base/error.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

namespace {

// Made up in the form of Annotations/ID.xml.
constexpr const char* kXml =
    "<annotation>\n\t<filename>36.jpg</filename>\n\t<size><width>500</width><height>333</height><depth>3</depth></"
    "size>\n"
    "\t<object><name>1</name><name>2</name><bndbox><xmin>10</xmin><ymin>20</ymin><xmax>110</xmax><ymax>220</ymax></"
    "bndbox></object>\n"
    "\t<object><name>1</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>501</xmax><ymax>7.5</ymax></bndbox></object>\n"
    "\t<object><name>4</name><scene>1</scene><nobndbox>1</nobndbox></object>\n</annotation>\n";

} // namespace

class FlickrEntitiesTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void marksBecomePhrases()
    {
        const EntitySentence sentence = parseEntitySentence(
            "[/EN#1/people Two young guys] with [/EN#2/bodyparts/other shaggy hair] look at [/EN#0/notvisual that] .",
            "it");
        QCOMPARE(sentence.text, std::string("Two young guys with shaggy hair look at that ."));
        QCOMPARE(sentence.phrases.size(), std::size_t(3));
        QVERIFY((sentence.phrases[0] == EntityPhrase{"1", {"people"}, 0, 14}));
        QVERIFY((sentence.phrases[1] == EntityPhrase{"2", {"bodyparts", "other"}, 20, 31}));
        QCOMPARE(sentence.phrases[2].id, std::string("0"));
        QCOMPARE(sentence.text.substr(sentence.phrases[2].begin, 4), std::string("that"));
    }

    void brokenMarksAreNamed_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("no end") << "[/EN#1/people a man";
        QTest::newRow("no words") << "[/EN#1/people] walks";
        QTest::newRow("no number") << "[/EN#/people a man]";
        QTest::newRow("no number at all") << "[/EN#x/people a man]";
        QTest::newRow("another mark") << "[people a man]";
    }

    void brokenMarksAreNamed()
    {
        QFETCH(QString, line);
        try {
            parseEntitySentence(line.toStdString(), "s.txt: line 3");
            QFAIL("read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).startsWith("s.txt: line 3 "), e.what());
        }
    }

    void readsAnnotations()
    {
        const EntityAnnotation annotation = readEntityAnnotation(write("36.xml", kXml));
        QCOMPARE(annotation.filename, std::string("36.jpg"));
        QCOMPARE(annotation.width, 500);
        QCOMPARE(annotation.height, 333);
        QCOMPARE(annotation.boxes.at("1").size(), std::size_t(2));
        QVERIFY((annotation.boxes.at("2").at(0) == Box{10, 20, 110, 220}));
        QVERIFY((annotation.boxes.at("1").at(1) == Box{0, 0, 501, 7.5f}));
        QVERIFY(annotation.withoutBox.contains("4"));
    }

    void faultsNameFileAndObject_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("no XML") << "</annotation>"
                                << ""
                                << "not valid XML";
        QTest::newRow("another root") << "annotation>"
                                      << "other>"
                                      << "<annotation>";
        QTest::newRow("no number") << "<xmin>10"
                                   << "<xmin>ten"
                                   << "object 1 has no number under <xmin>";
        QTest::newRow("no corner") << "<ymax>7.5</ymax>"
                                   << ""
                                   << "object 2 has no number under <ymax>";
        QTest::newRow("no name") << "<name>4</name>"
                                 << ""
                                 << "object 3 has no <name>";
    }

    void faultsNameFileAndObject()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        const auto path = write("bad.xml", QString(kXml).replace(from, to).toStdString());
        try {
            readEntityAnnotation(path);
            QFAIL("read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY2(QString(e.what()).contains("bad.xml"), e.what());
        }
    }

    void entitiesOfTheirOwnAreNotExpanded()
    {
        const auto path = write("bomb.xml", "<!DOCTYPE annotation [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
                                            "<annotation><filename>&b;</filename></annotation>");
        QCOMPARE(readEntityAnnotation(path).filename, std::string("&b;"));
        write("deep.xml", [] {
            std::string text = "<annotation>";
            for (int i = 0; i < 200'000; ++i)
                text += "<a>";
            return text;
        }());
        QVERIFY_THROWS_EXCEPTION(Error, readEntityAnnotation(this->path("deep.xml")));
    }

    void readsPicturesOfAListOrAll()
    {
        for (const char* id : {"36", "9"}) {
            write((std::string("Sentences/") + id + ".txt").c_str(),
                  "[/EN#1/people A man] walks .\n\n[/EN#4/scene A street] .\n");
            write((std::string("Annotations/") + id + ".xml").c_str(), kXml);
        }
        const std::filesystem::path folder = path("");
        QCOMPARE(readFlickrEntities(folder).size(), std::size_t(2));
        std::filesystem::remove(path("Annotations/36.xml"));
        const auto some = readFlickrEntities(folder);
        QVERIFY(some.at(0).fault.find("36.xml does not exist") != std::string::npos && some.at(1).fault.empty());
        const auto listed = readFlickrEntities(folder, write("train.txt", "9\n"));
        QCOMPARE(listed.size(), std::size_t(1));
        QCOMPARE(listed[0].id, std::string("9"));
        QCOMPARE(listed[0].sentences.size(), std::size_t(2));
        const auto bad = readFlickrEntities(folder, write("bad.txt", "../../etc/passwd\n9\n"));
        QVERIFY(bad.at(0).fault.ends_with("bad.txt: line 1 should be a picture's id, not \"../../etc/passwd\"."));
        QVERIFY(bad[0].id == "line 1" && bad.at(1).fault.empty());
        QVERIFY_THROWS_EXCEPTION(Error, readFlickrEntities(folder / "nowhere"));
    }
};

VBS_TEST_MAIN(FlickrEntitiesTest)
#include "flickr_entities_test.moc"
