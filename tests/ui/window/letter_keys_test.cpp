#include "tests/support/test_main.h"
#include "tests/ui/window_fixture.h"

#include <QAbstractSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>
#include <tuple>

using namespace vbs;
using namespace vbs::test;

/// Single letters are keys of the window, and of no text field.
class LetterKeysTest : public QObject {
    Q_OBJECT

    /// Those that the user can type into now.
    static QList<QWidget*> textFields(const QWidget& window)
    {
        QList<QWidget*> fields;
        for (QWidget* field : window.findChildren<QWidget*>()) {
            const bool isText = qobject_cast<QLineEdit*>(field) || qobject_cast<QPlainTextEdit*>(field);
            if (isText && field->isVisible() && field->isEnabled() && !field->property("readOnly").toBool())
                fields << field;
        }
        return fields;
    }

    /// Letters, capitals, digits, signs and Del, as the window system sends them to the field with the focus.
    static void typeHard(const WindowFixture& f, QWidget* field)
    {
        const std::tuple<Qt::Key, Qt::KeyboardModifiers, QString> keys[] = {
            {Qt::Key_Q, Qt::NoModifier, "q"},          {Qt::Key_Q, Qt::ShiftModifier, "Q"},
            {Qt::Key_7, Qt::NoModifier, "7"},          {Qt::Key_Question, Qt::ShiftModifier, "?"},
            {Qt::Key_Adiaeresis, Qt::NoModifier, "ä"}, {Qt::Key_Minus, Qt::NoModifier, "-"}};
        for (const auto& [key, modifiers, text] : keys)
            QTest::sendKeyEvent(QTest::Click, f.window->windowHandle(), key, text, modifiers);
        QVERIFY(field->hasFocus());
        const QString typed = field->property(qobject_cast<QLineEdit*>(field) ? "text" : "plainText").toString();
        if (!qobject_cast<QAbstractSpinBox*>(field->parentWidget())) // takes the digit alone
            QVERIFY2(typed.contains(QString("qQ7?ä-")), qPrintable(field->objectName() + ": " + typed));
        f.key(Qt::Key_Delete);
    }

private Q_SLOTS:
    /// Whatever letters the user chose: in a text they are text.
    void lettersAreTextInTextFields()
    {
        WindowFixture f;
        QSettings(f.path("settings.ini"), QSettings::IniFormat)
            .setValue("keys/changed", QStringList{"boxes=Q", "heatmap=Shift+Q", "annotations=7; ?", "word-pieces=Ä",
                                                  "model.page=-", "full-screen=Del", "delete-box=", "present=E"});
        f.openWithPicture();
        f.type("what?");
        f.key(Qt::Key_Return);
        QTRY_VERIFY(f.state().answered && !f.state().history.empty());
        f.key(Qt::Key_F, Qt::ControlModifier); // the search is there with the first card
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (const char* id : {"boxes", "heatmap", "annotations", "word-pieces", "model.page", "full-screen"}) {
            QVERIFY2(!f.action(id)->shortcut().isEmpty() && f.action(id)->isEnabled(), id);
            spies.push_back(std::make_unique<QSignalSpy>(f.action(id), &QAction::triggered));
        }
        const auto anyFired = [&spies] {
            return std::ranges::any_of(spies, [](const auto& spy) { return !spy->isEmpty(); });
        };
        QStringList seen;
        for (const Qt::Key task : {Qt::Key_1, Qt::Key_3}) {
            f.key(task, Qt::ControlModifier);
            f.settle();
            for (QWidget* field : textFields(*f.window)) {
                field->setFocus();
                typeHard(f, field);
                QVERIFY2(!anyFired(), qPrintable(field->objectName()));
                seen << field->objectName();
            }
        }
        QVERIFY2(seen.contains("question") && seen.contains("historySearchText") && seen.size() >= 8,
                 qPrintable(seen.join(' ')));
        f.view().setFocus(); // and elsewhere they are keys
        f.key(Qt::Key_Q);
        QCOMPARE(spies[0]->size(), 1);
    }
};

VBS_TEST_MAIN(LetterKeysTest)
#include "letter_keys_test.moc"
