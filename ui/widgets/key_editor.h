#pragma once

#include <QFrame>
#include <QKeySequence>

#include <functional>

class QLabel;
class QPushButton;

namespace vbs {

class KeyCapture;
class KeyMap;

/// Gives actions other keys: waits for the key, and asks what is to be done where another action has it.
class KeyEditor : public QFrame {
    Q_OBJECT
public:
    explicit KeyEditor(KeyMap& keys, QWidget* parent = nullptr);

    /// What the bar says while nothing is under way.
    void setHint(const QString& hint);
    bool isBusy() const { return m_busy; }

    void change(const QString& id); ///< the next key replaces those that the action has
    void add(const QString& id);    ///< the next key is one more
    void remove(const QString& id, const QKeySequence& key);
    void removeAll(const QString& id);
    void restore(const QString& id);
    void restoreAll();

Q_SIGNALS:
    void busyChanged(bool busy);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void capture(const QString& id, bool adds, const QString& question);
    void take(const QKeySequence& key);
    void ask(const QString& question, const QString& yes, const QString& no, std::function<void()> then);
    void askOrDo(const QStringList& losers, const QString& conflict, std::function<void()> then);
    void give(const QString& id, const QList<QKeySequence>& keys);
    void finish(const QString& text);
    void setBusy(bool busy);
    QString quotedTexts(const QStringList& ids) const;

    KeyMap& m_keys;
    QLabel* m_text;
    KeyCapture* m_capture;
    QPushButton* m_yes;
    QPushButton* m_no;
    QString m_id, m_hint;
    std::function<void()> m_then;
    bool m_adds = false, m_busy = false, m_capturing = false;
};

} // namespace vbs
