#include "core/datasets/nlvr2.h"

#include "core/base/error.h"
#include "core/datasets/picture_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QtTest>

using namespace vbs;

// The records are made up in the form of the published files.
class Nlvr2Test : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void readsBothForms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lines") << QByteArray(
            R"({"validation":{"61":"False"},"sentence":"Both are red.","label":"False","identifier":"dev-850-0-1"})"
            "\r\n\n"
            R"({"sentence":"One is blue.","label":"True","identifier":"dev-850-0-0"})");
        QTest::newRow("LXMERT's array") << QByteArray(R"([
            {"identifier":"dev-850-0-1","img0":"dev-850-0-img0","img1":"dev-850-0-img1","label":0,"sent":"Both are red.","uid":"nlvr2_dev_0"},
            {"identifier":"dev-850-0-0","img0":"dev-850-0-img0","img1":"dev-850-0-img1","label":1,"sent":"One is blue.","uid":"nlvr2_dev_1"}])");
    }

    void readsBothForms()
    {
        QFETCH(QByteArray, text);
        const auto examples = readNlvr2(write("dev.json", text.toStdString()));
        const std::vector<bool> votes = examples.at(0).votes.empty() ? std::vector<bool>() : std::vector{false};
        QCOMPARE(votes.empty(), QTest::currentDataTag() != QByteArray("lines")); // only the original form has them
        const std::vector<Nlvr2Example> expected{
            {"dev-850-0-1", "Both are red.", false, "dev-850-0-img0", "dev-850-0-img1", votes},
            {"dev-850-0-0", "One is blue.", true, "dev-850-0-img0", "dev-850-0-img1"}};
        QVERIFY(examples == expected);
    }

    void answersMayBeKeptBack()
    {
        const auto examples = readNlvr2(write("test.json", R"({"sentence":"a","identifier":"test1-0-0-0"})"));
        QVERIFY(!examples.at(0).label.has_value());
    }

    void faultsNameFileLineAndKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{\"identifier\":\"a-0-0-0\",\"sentence\":\"x\"}\n{\"id") << "line 2";
        QTest::newRow("no identifier") << QByteArray(R"({"sentence":"x"})") << "line 1 has no \"identifier\"";
        QTest::newRow("no sentence") << QByteArray(R"({"identifier":"a-0-0-0"})") << "line 1.sentence";
        QTest::newRow("label") << QByteArray(R"({"identifier":"a-0-0-0","sent":"x","label":"maybe"})")
                               << "line 1.label";
        QTest::newRow("no pictures") << QByteArray(R"({"identifier":"a","sent":"x"})") << "img0";
        QTest::newRow("no object") << QByteArray("[3]") << "[0]";
    }

    void faultsNameFileLineAndKey()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const auto path = write("bad.json", text.toStdString());
        try {
            readNlvr2(path);
            QFAIL("read");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(named), e.what());
            QVERIFY2(QString(e.what()).contains("bad.json"), e.what());
        }
    }

    void setsShareTheirPictures()
    {
        QCOMPARE(nlvr2SetOf("dev-850-0-1"), std::string("dev-850"));
        QCOMPARE(nlvr2SetOf("own"), std::string("own"));
    }

    void picturesAreFoundWhateverTheirSuffix()
    {
        write("images/33/dev-850-0-img0.png", "");
        write("images/dev-850-0-img1.jpeg", "");
        write("images/one/same.png", "\x89PNG\r\n\x1a\n");
        write("images/two/same.png", "\x89PNG\r\n\x1a\n");
        write("images/with notes.png", "\x89PNG\r\n\x1a\n");
        write("images/with notes.json", "{}");
        PictureFolder folder(path("images"));
        QCOMPARE(folder.find("dev-850-0-img0", "it").filename().string(), std::string("dev-850-0-img0.png"));
        QCOMPARE(folder.find("dev-850-0-img1.png", "it").filename().string(), std::string("dev-850-0-img1.jpeg"));
        QCOMPARE(folder.find("with notes", "it").filename().string(), std::string("with notes.png"));
        QCOMPARE(folder.find("one/same.png", "it").parent_path().filename().string(), std::string("one"));
        write("images/train/1.jpg", "\x89PNG\r\n\x1a\n");
        QVERIFY(PictureFolder(path("images")).place("val/1.jpg", "it").fault.find("needs the picture val/1.jpg") == 3);
        QCOMPARE(folder.find("one\\same.png", "it").parent_path().filename().string(), std::string("one"));
        for (const char* bad : {"missing.png", "same.png", "../images/one/same.png", "/etc/passwd", ""})
            QVERIFY_THROWS_EXCEPTION(Error, folder.find(bad, "it"));
    }
};

VBS_TEST_MAIN(Nlvr2Test)
#include "nlvr2_test.moc"
