#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QClipboard>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

using namespace vbs;
using namespace vbs::test;

/// The Get Models window over models that come as the test tells.
class GetModelsTest : public QObject {
    Q_OBJECT

    static constexpr std::uintmax_t kMega = 1'000'000;

    static ModelCard card(const QString& name, const QString& title)
    {
        ModelCard card;
        card.name = name;
        card.title = title;
        card.description = "Answers questions about <b>photos</b>.";
        card.tasks = {"vqa"};
        card.bytes = 718 * kMega;
        card.memoryBytes = 2400 * kMega;
        card.secondsPerPicture = 6;
        card.weaknesses = {"Another detector than it was trained with."};
        card.isPack = true;
        card.folder = "/packs/" + name;
        card.addresses = {"https://example.org/a.bin", "https://example.org/b.txt"};
        return card;
    }

    static void openModels(WindowFixture& f)
    {
        f.models->cards = {card("photo", "Questions about photos"), card("captions", "Captions on photos")};
        f.openWithPicture();
        f.action("model.get")->trigger();
        QTRY_VERIFY(view(f, "photo"));
    }

    static QWidget* view(const WindowFixture& f, const QString& name)
    {
        return f.find<QWidget>(qPrintable("modelCard-" + name));
    }
    static QPushButton* button(const WindowFixture& f, const char* which, const QString& name = "photo")
    {
        return view(f, name)->findChild<QPushButton*>(QString("modelCard") + which);
    }
    static QString text(const WindowFixture& f, const char* which, const QString& name = "photo")
    {
        return view(f, name)->findChild<QLabel*>(QString("modelCard") + which)->text();
    }
    static void click(const WindowFixture& f, const char* which, const QString& name = "photo")
    {
        QTest::mouseClick(button(f, which, name), Qt::LeftButton);
    }
    static ModelScript::Step halfWay()
    {
        ModelScript::Step step;
        step.progress = {{"Fetching a.bin from example.org", 359 * kMega, 718 * kMega, 2.1e6, 170}};
        step.wait = true;
        return step;
    }

private Q_SLOTS:
    void cardsSayWhatAModelIs()
    {
        WindowFixture f;
        openModels(f);
        QVERIFY(!f.find<QDialog>("getModels")->isModal());
        QCOMPARE(text(f, "State"), QString("not on disk"));
        QVERIFY(text(f, "Facts").startsWith("Ask  ·  718 MB"));
        QCOMPARE(text(f, "License"), QString("Licence: none stated"));
        QVERIFY(text(f, "Weakness").contains("Another detector"));
        QCOMPARE(button(f, "Get")->text(), QString("Download 718 MB"));
        QVERIFY(button(f, "Pause")->isHidden() && button(f, "Remove")->isHidden() && button(f, "Use")->isHidden());
        for (const auto* label : view(f, "photo")->findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        click(f, "Address");
        QCOMPARE(QApplication::clipboard()->text(), QString("https://example.org/a.bin\nhttps://example.org/b.txt"));
    }

    void downloadsPausesResumesAndIsUsed()
    {
        WindowFixture f;
        openModels(f);
        f.models->push(halfWay());
        click(f, "Get");
        QTRY_COMPARE(view(f, "photo")->findChild<QProgressBar*>()->value(), 500);
        QVERIFY(text(f, "ProgressText").contains("359.0 MB of 718.0 MB"));
        QVERIFY(text(f, "ProgressText").contains("2.1 MB/s"));
        QVERIFY(text(f, "ProgressText").contains("2 min 50 s left"));
        click(f, "Get", "captions"); // waits for its turn
        QCOMPARE(text(f, "State", "captions"), QString("waiting"));
        click(f, "Pause", "captions");
        click(f, "Pause");
        QTRY_COMPARE(text(f, "State"), QString("paused"));
        QTRY_COMPARE(button(f, "Get")->text(), QString("Resume"));
        QVERIFY(button(f, "Get")->hasFocus()); // not Cancel, which throws the download away
        QVERIFY(text(f, "ProgressText").contains("359.0 MB of 718.0 MB"));
        QVERIFY(!f.models->calls().contains("get captions"));
        f.find<QDialog>("getModels")->close(); // it goes on all the same
        click(f, "Get");
        QTRY_VERIFY(f.message().contains("“Questions about photos” is ready"));
        QCOMPARE(f.models->calls(), (QStringList{"get photo", "get photo"}));
        f.action("model.get")->trigger();
        QTRY_COMPARE(text(f, "State"), QString("ready for use"));
        LoadPackResult pack = scriptedPack();
        pack.pack.title = "Photos";
        pack.pack.folder = "/packs/photo";
        BackendScript::Step step;
        step.reply = pack;
        f.script->push(step);
        click(f, "Use");
        QTRY_COMPARE(titleOf(*f.state().pack), QString("Photos"));
        QCOMPARE(f.state().left.picture->name, QString("picture.png"));
    }

    void cancelThrowsThePartAway()
    {
        WindowFixture f;
        openModels(f);
        f.models->push(halfWay());
        click(f, "Get");
        QTRY_COMPARE(text(f, "State"), QString("downloading"));
        QTRY_COMPARE(f.models->calls().size(), 1);
        click(f, "Cancel");
        QTRY_COMPARE(f.models->calls().last(), QString("discard photo"));
        QTRY_COMPARE(text(f, "State"), QString("not on disk"));
        QTRY_COMPARE(button(f, "Get")->text(), QString("Download 718 MB"));
    }

    void aFailureIsSaidAndCanBeTriedAgain()
    {
        WindowFixture f;
        openModels(f);
        ModelScript::Step step;
        step.note = "The first address did not answer.";
        step.error = Error(ErrorCode::FileUnreadable, "a.bin cannot be fetched from https://example.org/a.bin: 404.");
        f.models->push(step);
        click(f, "Get");
        QTRY_VERIFY(text(f, "Problem").contains("https://example.org/a.bin"));
        QVERIFY(text(f, "ProgressText").contains("did not answer"));
        QVERIFY(f.message().isEmpty()); // the card says it
        QCOMPARE(button(f, "Get")->text(), QString("Try Again"));
        click(f, "Get");
        QTRY_COMPARE(text(f, "State"), QString("ready for use"));
        QVERIFY(view(f, "photo")->findChild<QLabel*>("modelCardProblem")->isHidden());
    }

    void aFailureBehindAClosedWindowComesToTheMessageBar()
    {
        WindowFixture f;
        openModels(f);
        ModelScript::Step step = halfWay();
        step.error = Error(ErrorCode::FileUnreadable, "The line is dead.");
        f.models->push(step);
        click(f, "Get");
        QTRY_COMPARE(text(f, "State"), QString("downloading"));
        f.find<QDialog>("getModels")->close();
        f.models->release();
        QTRY_VERIFY(f.message().contains("Questions about photos: The line is dead."));
    }

    void aFullDiskPauses()
    {
        WindowFixture f;
        openModels(f);
        ModelScript::Step step;
        step.error = Error(ErrorCode::FileUnwritable, "The disk is full: 300 MB more are needed.");
        f.models->push(step);
        click(f, "Get");
        QTRY_COMPARE(text(f, "State"), QString("paused"));
        QVERIFY(text(f, "Problem").contains("disk is full"));
        QCOMPARE(button(f, "Get")->text(), QString("Resume"));
    }

    void removeAsksFirst()
    {
        WindowFixture f;
        f.models->cards = {card("photo", "Questions about photos")};
        f.models->cards[0].state = ModelCard::State::Installed;
        f.models->cards[0].bytesOnDisk = f.models->cards[0].bytes;
        f.open();
        f.action("model.get")->trigger();
        QTRY_VERIFY(view(f, "photo"));
        click(f, "Remove");
        auto* question = f.find<QMessageBox>("removeModelQuestion");
        QVERIFY(question && question->text().contains("Questions about photos"));
        QVERIFY(f.models->calls().isEmpty());
        QTest::mouseClick(question->findChild<QPushButton*>("removeModel"), Qt::LeftButton);
        QTRY_VERIFY(f.find<QLabel>("getModelsSaid")->text().contains("718 MB are free"));
        QTRY_COMPARE(text(f, "State"), QString("not on disk"));
    }

    void filesAreRecognisedAndAFolderCanBeChosen()
    {
        WindowFixture f;
        openModels(f);
        f.models->known["/home/me/download.bin"] = {"/home/me/download.bin", "Questions about photos"};
        f.chooser->pictures = {"/home/me/download.bin", "/home/me/letter.txt"};
        QTest::mouseClick(f.find<QPushButton>("getModelsAdd"), Qt::LeftButton);
        QTRY_COMPARE(f.find<QLabel>("getModelsSaid")->text(),
                     QString("Recognised: Questions about photos. Not a file of these models: /home/me/letter.txt."));
        f.chooser->folder = "/big/disk";
        QTest::mouseClick(f.find<QPushButton>("getModelsChooseFolder"), Qt::LeftButton);
        QTRY_VERIFY(f.find<QLabel>("getModelsFolder")->text().contains("/big/disk"));
        QTest::mouseClick(f.find<QPushButton>("getModelsUsual"), Qt::LeftButton);
        QTRY_VERIFY(!f.find<QLabel>("getModelsFolder")->text().contains("/big/disk"));
    }

    void closingTheProgramStopsADownloadAndKeepsThePart()
    {
        WindowFixture f;
        openModels(f);
        f.models->push(halfWay());
        click(f, "Get");
        QTRY_COMPARE(f.models->calls().size(), 1);
        f.window.reset();
        QCOMPARE(f.models->calls(), QStringList{"get photo"});
        QCOMPARE(f.models->cards[0].state, ModelCard::State::Partly);
    }
};

VBS_TEST_MAIN(GetModelsTest)
#include "get_models_test.moc"
