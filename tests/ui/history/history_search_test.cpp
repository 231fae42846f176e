#include "tests/support/test_main.h"
#include "tests/ui/task_fixture.h"
#include "ui/history/history_delegate.h"
#include "ui/models/history_model.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QToolButton>

using namespace vbs;
using namespace vbs::test;

/// Cards that are looked for, starred and grouped.
class HistorySearchTest : public QObject {
    Q_OBJECT

    static void ask(TaskFixture& f, const QString& text)
    {
        const std::size_t before = f.state().history.size();
        f.question()->clear();
        f.type(text);
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.state().history.size(), before + 1);
    }

    /// one? and three? about picture.png, two? and four? about other.png.
    static void openWithCards(TaskFixture& f)
    {
        f.openWithPicture();
        const QString pictures[] = {f.path("picture.png"), f.picture("other.png", QSize(320, 240), Qt::darkRed)};
        int i = 0;
        for (const char* question : {"one?", "two?", "three?", "four?"}) {
            f.chooser->pictures = {pictures[i++ % 2]};
            f.action("open")->trigger();
            QTRY_VERIFY(f.state().left.picture && f.state().left.picture->path == f.chooser->pictures.first() &&
                        f.state().left.regions);
            ask(f, question);
        }
    }

    static QString shown(const TaskFixture& f, int role = Qt::DisplayRole)
    {
        QStringList texts;
        f.settle();
        const QAbstractItemModel* model = f.list("history")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data(role).toString();
        return texts.join(' ');
    }

    static void clickStar(const TaskFixture& f, int row)
    {
        QAbstractItemView* cards = f.list("history");
        const QModelIndex index = cards->model()->index(row, 0);
        QTest::mouseClick(cards->viewport(), Qt::LeftButton, {},
                          HistoryDelegate::starPlace(cards->visualRect(index), index).center());
    }

    static void clickSwitch(const TaskFixture& f, const char* name)
    {
        QTest::mouseClick(f.find<QToolButton>(name), Qt::LeftButton);
    }

private Q_SLOTS:
    void findsCards_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cards");
        QTest::newRow("a question") << "TWO"
                                    << "two?";
        QTest::newRow("a picture") << "other.png"
                                   << "four? two?";
        QTest::newRow("an answer") << "red"
                                   << "four? three? two? one?";
        QTest::newRow("several words") << "o  other red"
                                       << "four? two?";
        QTest::newRow("nothing") << "zebra"
                                 << "";
    }
    void findsCards()
    {
        QFETCH(QString, text);
        TaskFixture f;
        openWithCards(f);
        f.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.find<QLineEdit>("historySearchText")->hasFocus());
        for (const QChar c : text)
            QTest::keyClick(f.window->windowHandle(), c.toLower().toLatin1());
        QTEST(shown(f), "cards");
        QCOMPARE(f.isSeen("history"), !shown(f).isEmpty());
        f.key(Qt::Key_Escape);
        QCOMPARE(shown(f), QString("four? three? two? one?"));
    }

    void theKeyboardGoesOnToTheCards()
    {
        TaskFixture f;
        openWithCards(f);
        f.key(Qt::Key_F, Qt::ControlModifier);
        f.key(Qt::Key_O);
        f.key(Qt::Key_N);
        f.key(Qt::Key_E);
        f.key(Qt::Key_Down);
        QVERIFY(f.list("history")->hasFocus());
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.question()->text(), QString("one?"));
        QTRY_COMPARE(f.state().left.picture->name, QString("picture.png"));
    }

    /// A few cards are seen at once.
    void isThereWhenThereAreCardsToSearch()
    {
        TaskFixture f;
        f.openWithPicture();
        QVERIFY(!f.isSeen("historySearch"));
        f.key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.isSeen("historySearch"));
    }

    void starsCards()
    {
        TaskFixture f;
        openWithCards(f);
        const QString question = f.question()->text();
        clickStar(f, 2);
        QCOMPARE(shown(f, HistoryModel::StarredRole), QString("false false true false"));
        QCOMPARE(f.question()->text(), question); // the card was not recalled
        f.recall(0);
        f.list("history")->setFocus();
        f.key(Qt::Key_S);
        QCOMPARE(shown(f, HistoryModel::StarredRole), QString("true false true false"));
        QVERIFY(f.spoken("history").endsWith("starred"));
        clickSwitch(f, "historyStarredOnly");
        QCOMPARE(shown(f), QString("four? two?"));
        f.list("history")->setFocus();
        f.key(Qt::Key_S); // the next card takes its place
        QCOMPARE(shown(f), QString("two?"));
        QCOMPARE(f.list("history")->currentIndex().row(), 0);

        f.window.reset();
        f.expectPack(scriptedPack());
        f.open({f.path("picture.png")});
        QTRY_COMPARE(shown(f, HistoryModel::StarredRole), QString("false false true false"));
    }

    void starredCardsStay()
    {
        TaskFixture f;
        openWithCards(f);
        clickStar(f, 1);
        f.action("clear-history")->trigger();
        auto* box = f.window->findChild<QMessageBox*>();
        QVERIFY2(box->text().contains("that has no star"), qPrintable(box->text()));
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(shown(f), QString("three?"));
        f.window.reset();
        f.expectPack(scriptedPack());
        f.open({f.path("picture.png")});
        QTRY_COMPARE(shown(f), QString("three?"));
    }

    void groupsByPicture()
    {
        TaskFixture f;
        openWithCards(f);
        QCOMPARE(shown(f, HistoryModel::HeadingRole).trimmed(), QString());
        clickSwitch(f, "historyGrouped");
        QCOMPARE(shown(f), QString("four? two? three? one?"));
        QCOMPARE(shown(f, HistoryModel::HeadingRole), QString("other.png  picture.png "));
        ask(f, "five?"); // about other.png
        QCOMPARE(shown(f), QString("five? four? two? three? one?"));
        f.key(Qt::Key_F, Qt::ControlModifier);
        f.key(Qt::Key_O);
        f.key(Qt::Key_N);
        f.key(Qt::Key_E);
        QCOMPARE(shown(f, HistoryModel::HeadingRole), QString("picture.png"));
        clickSwitch(f, "historyGrouped");
        f.key(Qt::Key_F, Qt::ControlModifier);
        f.key(Qt::Key_Escape);
        QCOMPARE(shown(f), QString("five? four? three? two? one?"));
    }

    void groupsAreRememberedOverARestart()
    {
        TaskFixture f;
        openWithCards(f);
        const auto restart = [&] {
            f.window->close();
            f.window.reset();
            f.expectPack(scriptedPack());
            f.open({f.path("picture.png")});
            QTRY_COMPARE(f.list("history")->model()->rowCount(), 4);
        };
        clickSwitch(f, "historyGrouped");
        restart();
        QVERIFY(f.find<QToolButton>("historyGrouped")->isChecked());
        QCOMPARE(shown(f), QString("four? two? three? one?"));
        QCOMPARE(shown(f, HistoryModel::HeadingRole), QString("other.png  picture.png "));
        clickSwitch(f, "historyGrouped");
        restart();
        QVERIFY(!f.find<QToolButton>("historyGrouped")->isChecked());
        QCOMPARE(shown(f), QString("four? three? two? one?"));
    }

    void saysWhenItWasAsked()
    {
        TaskFixture f;
        openWithCards(f);
        QVERIFY2(shown(f, HistoryModel::TimeRole).startsWith("today "), qPrintable(shown(f, HistoryModel::TimeRole)));
    }
};

VBS_TEST_MAIN(HistorySearchTest)
#include "history_search_test.moc"
