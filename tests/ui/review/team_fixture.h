#pragma once

#include "tests/support/local_postgres.h"
#include "tests/support/scripted_backend.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/canvas/picture_view.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_canvas_panel.h"
#include "ui/review/review_window.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>

#include <map>
#include <memory>

namespace vbs::test {

/// A reviewer's window, with settings and a home of their own, as on another computer.
class Desktop {
public:
    Desktop(const QString& folder, const QString& reviewer) : name(reviewer), m_folder(folder + "/" + reviewer)
    {
        m_settings = std::make_unique<AppSettings>(m_folder + ".ini");
        m_settings->reviewer.set(reviewer);
        m_keys = std::make_unique<KeyMap>(m_settings->keys);
        m_keys->add({"Review", reviewActions() + reviewPanelActions()});
        m_bench = std::make_unique<Workbench>(std::make_unique<ScriptedBackend>(std::make_shared<BackendScript>()),
                                              KeptFolders());
        window = std::make_unique<ReviewWindow>(ReviewParts{*m_bench, *m_settings, m_chooser, *m_keys});
        window->resize(1280, 800);
        window->show();
    }

    /// And waits for the first item.
    void open(const QString& address)
    {
        qputenv("XDG_DATA_HOME", m_folder.toLocal8Bit());
        window->open(address);
        QTRY_VERIFY(state().item);
    }

    const ReviewState& state() const { return window->desk().state(); }
    int shown() const { return state().item ? int(state().item->item.number) : -1; }
    QString message() const { return window->canvas().messages().text(); }
    QString text(const char* label) const { return window->findChild<QLabel*>(label)->text(); }
    std::size_t decidedBy(const char* reviewer) const
    {
        const auto& counts = state().counts.reviewers;
        const auto at = counts.find(reviewer);
        return at == counts.end() ? 0 : at->second;
    }
    bool isConnected() const { return state().team.isConnected; }

    void activate() const
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// A key press as the window system sends it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        activate();
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }

    /// To the widget with the focus and nothing before it: what is shown now is what the key is about.
    void pressNow(Qt::Key key) const
    {
        QWidget* focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key);
    }

    QString name;
    std::unique_ptr<ReviewWindow> window;

private:
    QString m_folder;
    ChooserStub m_chooser;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<KeyMap> m_keys;
    std::unique_ptr<Workbench> m_bench;

public:
    ~Desktop() { window.reset(); }
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;
};

} // namespace vbs::test
