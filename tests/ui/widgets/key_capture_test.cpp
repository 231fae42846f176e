#include "tests/support/test_main.h"
#include "ui/widgets/key_capture.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace vbs;

class KeyCaptureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAsShortcutsHaveThem_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const Qt::KeyboardModifiers none, shift = Qt::ShiftModifier, ctrl = Qt::ControlModifier;
        QTest::newRow("letter") << int(Qt::Key_B) << none << "b"
                                << "B";
        QTest::newRow("capital") << int(Qt::Key_B) << shift << "B"
                                 << "Shift+B";
        QTest::newRow("with Ctrl") << int(Qt::Key_B) << ctrl << "\x02"
                                   << "Ctrl+B";
        QTest::newRow("with both") << int(Qt::Key_B) << (ctrl | shift) << "\x02"
                                   << "Ctrl+Shift+B";
        QTest::newRow("made by Shift") << int(Qt::Key_Question) << shift << "?"
                                       << "?";
        QTest::newRow("made by Shift, with Ctrl") << int(Qt::Key_Plus) << (ctrl | shift) << "+"
                                                  << "Ctrl++";
        QTest::newRow("function key") << int(Qt::Key_F5) << shift << ""
                                      << "Shift+F5";
        QTest::newRow("keypad") << int(Qt::Key_7) << Qt::KeyboardModifiers(Qt::KeypadModifier) << "7"
                                << "7";
        QTest::newRow("tab") << int(Qt::Key_Tab) << ctrl << "\t"
                             << "Ctrl+Tab";
        QTest::newRow("Meta and Alt") << int(Qt::Key_K) << (Qt::MetaModifier | Qt::AltModifier) << ""
                                      << "Meta+Alt+K";
        QTest::newRow("Shift alone") << int(Qt::Key_Shift) << shift << ""
                                     << "";
        QTest::newRow("Ctrl alone") << int(Qt::Key_Control) << ctrl << ""
                                    << "";
        QTest::newRow("unknown") << int(Qt::Key_unknown) << none << ""
                                 << "";
    }

    void keysAsShortcutsHaveThem()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
        QCOMPARE(KeyCapture::keyOf(event).toString(QKeySequence::PortableText), expected);
    }

    /// Keys of the window's actions, of buttons, and Tab come here and do nothing else.
    void takesEveryKey()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* capture = new KeyCapture;
        auto* button = new QPushButton("&Button");
        layout->addWidget(capture);
        layout->addWidget(button);
        QAction action;
        action.setShortcuts({QKeySequence("B"), QKeySequence("Ctrl+S")});
        window.addAction(&action);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        capture->setFocus();
        QSignalSpy pressed(capture, &KeyCapture::pressed), cleared(capture, &KeyCapture::cleared);
        QSignalSpy cancelled(capture, &KeyCapture::cancelled), triggered(&action, &QAction::triggered);
        QSignalSpy clicked(button, &QPushButton::clicked);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(window.windowHandle(), key, modifiers);
        };
        press(Qt::Key_B);
        press(Qt::Key_S, Qt::ControlModifier);
        press(Qt::Key_B, Qt::AltModifier);
        press(Qt::Key_Tab);
        press(Qt::Key_Shift);
        QStringList keys;
        for (const QList<QVariant>& told : pressed)
            keys << told[0].value<QKeySequence>().toString(QKeySequence::PortableText);
        QCOMPARE(keys, (QStringList{"B", "Ctrl+S", "Alt+B", "Tab"}));
        press(Qt::Key_Backspace);
        press(Qt::Key_Escape);
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(triggered.size() + clicked.size(), 0);
        QVERIFY(capture->hasFocus() && capture->text().isEmpty());
        button->setFocus();
        QCOMPARE(cancelled.size(), 2);
    }
};

VBS_TEST_MAIN(KeyCaptureTest)
#include "key_capture_test.moc"
