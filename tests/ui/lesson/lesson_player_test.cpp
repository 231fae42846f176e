#include "tests/support/test_main.h"
#include "tests/ui/lesson/player_fixture.h"
#include "tests/ui/shown_windows.h"
#include "ui/inside/chip_row.h"
#include "ui/inside/head_grid_view.h"
#include "ui/inside/plots/curves_plot.h"
#include "ui/inside/plots/flip_view.h"
#include "ui/inside/plots/layers_plot.h"
#include "ui/inside/plots/points_plot.h"
#include "ui/lesson/lesson_text.h"
#include "ui/lesson/step_bar.h"
#include "ui/tasks/bars_view.h"

#include <QListWidget>

namespace vbs::test {

class LessonPlayerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysGoThroughEveryStep();
    void homeEndListAndBarGoAnywhere();
    void aViewIsDrawnFromWhatWasRecorded_data();
    void aViewIsDrawnFromWhatWasRecorded();
    void aHiddenAnswerIsRevealed_data();
    void aHiddenAnswerIsRevealed();
    void whatAStepHidesFromTheEyeIsNotShown();
    void pointingShowsWhereAWordLooks();
    void notesAreShownByKey();
    void lettersGrowWithTheWindow();
    void textsLoadNothingAndLeadNowhere();
    void escapeLeavesTheFullScreen();
    void aBrokenPictureIsTold();
    void layerAndHeadAreNamed();
};

void LessonPlayerTest::keysGoThroughEveryStep()
{
    PlayerFixture f;
    const Lesson lesson = tourLesson();
    f.play();
    const ShownWindows windows;
    const int keys[] = {Qt::Key_Right, Qt::Key_Space, Qt::Key_PageDown};
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep& step = lesson.steps[i];
        QCOMPARE(f.player->now().at(), int(i));
        QCOMPARE(f.text("stepTitle"), toQString(step.title));
        QCOMPARE(f.text("lessonPlace"), QString("Step %1 of %2").arg(i + 1).arg(lesson.steps.size()));
        QCOMPARE(f.text("stepAsked"), toQString(step.asked));
        QCOMPARE(f.player->stepPage()->panes().size(),
                 std::size_t(!step.picture.empty()) + std::size_t(!step.rightPicture.empty()));
        for (CanvasPane* pane : f.player->stepPage()->panes())
            QTRY_VERIFY(pane->view().isVisible());
        if (step.recorded && !hidesAnswer(step))
            QVERIFY(!f.find<BarsView>("said")->bars().empty() || !f.find<BarsView>("saidMatch")->bars().empty());
        QVERIFY(!f.isSeen("lookMissing"));
        f.key(keys[i % 3]);
    }
    QVERIFY(f.player->now().isAtResults());
    QCOMPARE(windows.names, QStringList());
    f.key(Qt::Key_Right); // there is nothing after it
    QVERIFY(f.player->now().isAtResults());
    f.key(Qt::Key_Left);
    f.key(Qt::Key_PageUp);
    QCOMPARE(f.player->now().at(), int(lesson.steps.size()) - 2);
    QCOMPARE(f.script->started(), 0); // no model was asked
}

void LessonPlayerTest::layerAndHeadAreNamed()
{
    PlayerFixture f;
    Lesson lesson = tourLesson();
    lesson.steps[2].choice = {2, 0, -1, false};
    lesson.steps[2].answerHidden = false;
    f.play(lesson, 2);
    QTRY_VERIFY(f.find<QLabel>("sequenceCaption"));
    const QString all = f.text("sequenceCaption");
    QVERIFY2(all.contains("(layer 3, head 1)"), qPrintable(all)); // counted from 1
    f.click("sequenceIncoming");
    QVERIFY(f.text("sequenceCaption").startsWith("What looks at "));
}

void LessonPlayerTest::homeEndListAndBarGoAnywhere()
{
    PlayerFixture f;
    f.play();
    f.key(Qt::Key_End);
    QCOMPARE(f.player->now().at(), 14);
    f.key(Qt::Key_Home);
    QCOMPARE(f.player->now().at(), 0);
    auto* bar = f.find<StepBar>("stepBar");
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->partRect(6).center());
    QCOMPARE(f.player->now().at(), 6);
    QCOMPARE(bar->accessibleName(), QString("Step 7 of 14"));
    QVERIFY(!f.isSeen("lessonSteps"));
    f.key(Qt::Key_L);
    QVERIFY(f.isSeen("lessonSteps"));
    auto* list = f.find<QListWidget>("lessonSteps");
    QCOMPARE(list->count(), 15);
    QCOMPARE(list->currentRow(), 6);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(f.player->now().at(), 1);
}

void LessonPlayerTest::aViewIsDrawnFromWhatWasRecorded_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("widget");
    QTest::newRow("sequence") << 2 << "chipRow";
    QTest::newRow("layers") << 3 << "vbs::LayersPlot";
    QTest::newRow("flow") << 4 << "chipRow";
    QTest::newRow("points") << 5 << "vbs::PointsPlot";
    QTest::newRow("flip") << 6 << "vbs::FlipView";
    QTest::newRow("curves") << 7 << "vbs::CurvesPlot";
    QTest::newRow("heads") << 8 << "headGrid";
}

void LessonPlayerTest::aViewIsDrawnFromWhatWasRecorded()
{
    QFETCH(const int, step);
    QFETCH(const QString, widget);
    PlayerFixture f;
    f.play(tourLesson(), step);
    f.key(Qt::Key_R);
    const auto drawn = [&] {
        for (QWidget* child : f.player->findChildren<QWidget*>())
            if (child->objectName() == widget || widget == child->metaObject()->className())
                return child->isVisible();
        return false;
    };
    QTRY_VERIFY(drawn());
    QVERIFY(!f.isSeen("lookMissing"));
    if (auto* plot = f.player->findChild<Plot*>())
        QVERIFY(!plot->isEmpty());
    if (auto* row = f.find<ChipRow>("chipRow")) {
        double sum = 0;
        for (const double weight : row->weights())
            sum += weight;
        QVERIFY(std::abs(sum - 1) < 1e-4); // the numbers of the file, which add up
    }
}

void LessonPlayerTest::aHiddenAnswerIsRevealed_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("R") << int(Qt::Key_R);
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("the button") << 0;
}

void LessonPlayerTest::aHiddenAnswerIsRevealed()
{
    QFETCH(const int, key);
    PlayerFixture f;
    f.play(tourLesson(), 2);
    QTRY_VERIFY(f.player->stepPage()->panes().front()->view().isVisible());
    QVERIFY(f.isSeen("stepReveal"));
    QVERIFY(!f.find<BarsView>("said"));
    QVERIFY(!f.find<ChipRow>("chipRow"));
    if (key)
        f.key(key);
    else
        f.click("stepReveal");
    QVERIFY(!f.isSeen("stepReveal"));
    QCOMPARE(f.find<BarsView>("said")->bars().front().text, QString("orange"));
    QTRY_VERIFY(f.find<ChipRow>("chipRow"));
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Left); // it stays revealed
    QVERIFY(f.find<BarsView>("said"));
}

void LessonPlayerTest::whatAStepHidesFromTheEyeIsNotShown()
{
    PlayerFixture f;
    f.play(tourLesson(), 7); // without boxes and names
    CanvasPane* pane = f.player->stepPage()->panes().front();
    QTRY_VERIFY(pane->view().isVisible());
    for (const auto& outline : pane->boxes().outlines())
        QVERIFY(outline.strength > 0 && outline.name.isEmpty());
    f.key(Qt::Key_Right); // one region is hidden from the model
    pane = f.player->stepPage()->panes().front();
    QTRY_COMPARE(pane->removed().boxes().size(), std::size_t(1));
    QVERIFY(!pane->boxes().outlines().empty());
    QVERIFY(!pane->boxes().outlines().front().name.isEmpty());
}

void LessonPlayerTest::pointingShowsWhereAWordLooks()
{
    PlayerFixture f;
    f.play(tourLesson(), 2);
    f.key(Qt::Key_R);
    QTRY_VERIFY(f.find<ChipRow>("chipRow"));
    auto* row = f.find<ChipRow>("chipRow");
    const auto& map = f.player->now().step()->look->attention;
    const std::size_t chosen = row->query();
    QTest::mouseMove(row->viewport(), row->chipRect(2).center());
    QTRY_COMPARE(row->query(), std::size_t(2));
    for (std::size_t i = 0; i < map.size(); ++i)
        QCOMPARE(row->weights()[i], map[2][i]);
    CanvasPane* pane = f.player->stepPage()->panes().front();
    QVERIFY(!pane->heatmap().isEmpty());
    const Region& region = f.player->now().step()->recorded->regions.regions[5];
    QTest::mouseMove(pane->view().viewport(), f.regionPoint(pane->view(), region));
    const std::size_t words = f.player->now().step()->recorded->tokens.size();
    QTRY_COMPARE(row->query(), words + 5);
    QTest::mouseMove(pane->view().viewport(), QPoint(1, 1));
    QTRY_COMPARE(row->query(), chosen);
    QTest::mouseClick(row->viewport(), Qt::LeftButton, {}, row->chipRect(1).center());
    QCOMPARE(row->query(), std::size_t(1));
    f.key(Qt::Key_Right); // a click takes no keys away from the lesson
    QCOMPARE(f.player->now().at(), 3);
}

void LessonPlayerTest::notesAreShownByKey()
{
    PlayerFixture f;
    f.play();
    QVERIFY(!f.isSeen("notesCard"));
    f.key(Qt::Key_N);
    QVERIFY(f.isSeen("notesCard"));
    QVERIFY(f.find<LessonText>("stepNotes")->toPlainText().contains("five things"));
    f.key(Qt::Key_Right); // they stay shown
    QVERIFY(f.isSeen("notesCard"));
    f.key(Qt::Key_N);
    QVERIFY(!f.isSeen("notesCard"));
}

void LessonPlayerTest::lettersGrowWithTheWindow()
{
    PlayerFixture f;
    f.play();
    f.key(Qt::Key_F11);
    f.player->resize(1280, 720);
    QTRY_COMPARE(f.player->size(), QSize(1280, 720));
    const int small = QFontInfo(f.find<LessonText>("stepText")->font()).pixelSize();
    QVERIFY2(small >= 20, qPrintable(QString::number(small)));
    f.player->resize(1920, 1080);
    QTRY_VERIFY(QFontInfo(f.find<LessonText>("stepText")->font()).pixelSize() > small * 1.4);
    QVERIFY(QFontInfo(f.find<QLabel>("stepTitle")->font()).pixelSize() >
            QFontInfo(f.find<LessonText>("stepText")->font()).pixelSize());
}

void LessonPlayerTest::textsLoadNothingAndLeadNowhere()
{
    PlayerFixture f;
    QFile secret(f.path("secret.png"));
    QVERIFY(QImage(9, 9, QImage::Format_RGB32).save(secret.fileName()));
    Lesson lesson = tourLesson();
    lesson.steps[0].text = "# A heading\n\n[a link](https://example.org) <script>alert(1)</script> <b>bold</b>\n\n"
                           "![own](pictures/toys.jpg) ![other](" +
                           secret.fileName().toStdString() + ") ![net](https://example.org/x.png)";
    f.play(lesson);
    auto* text = f.find<LessonText>("stepText");
    QVERIFY(text->toPlainText().contains("<script>alert(1)</script>")); // as text
    QVERIFY(!text->toHtml().contains("href"));
    const QSize own(lesson.pictures.at("pictures/toys.jpg").width, lesson.pictures.at("pictures/toys.jpg").height);
    const auto pictureOf = [&](const QString& name) {
        return text->document()->resource(QTextDocument::ImageResource, QUrl(name)).value<QImage>().size();
    };
    QTRY_COMPARE(pictureOf("pictures/toys.jpg"), own);
    QCOMPARE(text->loadResource(QTextDocument::ImageResource, QUrl(secret.fileName())).value<QImage>().size(),
             QSize(1, 1));
    QCOMPARE(text->loadResource(QTextDocument::HtmlResource, QUrl(secret.fileName())), QVariant());
}

void LessonPlayerTest::escapeLeavesTheFullScreen()
{
    PlayerFixture f;
    QSignalSpy closed(f.player.get(), &LessonPlayer::closed);
    f.play();
    QVERIFY(f.player->isFullScreen());
    f.key(Qt::Key_F11);
    QVERIFY(!f.player->isFullScreen());
    f.key(Qt::Key_F11);
    QVERIFY(f.player->isFullScreen());
    f.key(Qt::Key_Escape);
    QVERIFY(!f.player->isFullScreen());
    QVERIFY(f.player->isVisible());
    f.key(Qt::Key_Escape);
    QVERIFY(!f.player->isVisible());
    QCOMPARE(closed.size(), 1);
}

void LessonPlayerTest::aBrokenPictureIsTold()
{
    PlayerFixture f;
    Lesson lesson = tourLesson();
    LessonPicture& picture = lesson.pictures.at("pictures/picture-book.jpg");
    picture.bytes = std::make_shared<const std::string>(picture.bytes->substr(0, 200));
    f.play(lesson, 1);
    const auto told = [&] {
        for (const QLabel* label : f.player->stepPage()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains("picture-book.jpg"))
                return true;
        return false;
    };
    QTRY_VERIFY(told());
    f.key(Qt::Key_End); // and the lesson goes on
    QVERIFY(f.player->now().isAtResults());
}

} // namespace vbs::test

VBS_TEST_MAIN(vbs::test::LessonPlayerTest)
#include "lesson_player_test.moc"
