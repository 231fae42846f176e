#pragma once

#include <QDialog>
#include <QHash>

class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace vbs {

class KeyEditor;
class KeyMap;

/// Lists every action with its keys, which can be changed here, and every mouse gesture.
class ShortcutsPage : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsPage(KeyMap& keys, QWidget* parent = nullptr);

    void beginAt(const QString& id); ///< makes an action's row the current one, with its group at the top

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTreeWidgetItem* addGroup(const QString& title);
    void addActions();
    void addGestures();
    QPushButton* addButton(const char* objectName, const QString& text, const QString& tip);
    void buildButtons();
    bool onKey(int key);
    QString currentId() const; ///< empty: a group or a gesture
    void showKeys(const QString& id);
    void updateButtons();
    void showHint();
    void changeCurrent();
    void removeFromCurrent();

    KeyMap& m_keys;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    KeyEditor* m_editor;
    QHash<QString, QTreeWidgetItem*> m_rows; ///< of the actions
    QPushButton *m_change, *m_add, *m_remove, *m_restore, *m_restoreAll;
};

} // namespace vbs
