#include "ui/window/shortcuts_page.h"

#include "ui/util/theme.h"
#include "ui/widgets/key_editor.h"
#include "ui/widgets/key_map.h"
#include "ui/window/mouse_gestures.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kRowHeight = 24; ///< pixels
constexpr QSize kSize(680, 680);
constexpr int kIdRole = Qt::UserRole;
enum Column { What, Keys, Standard, Columns };

/// Shows what holds all the words, in the first two columns, and the groups that have something left.
void showOnly(QTreeWidget* tree, const QString& text)
{
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const QString all = group->text(What) + ' ' + row->text(What) + ' ' + row->text(Keys);
            const bool fits = std::ranges::all_of(
                words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

/// The first row below a group that is shown.
QTreeWidgetItem* firstRow(const QTreeWidget* tree)
{
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        for (int j = 0; j < tree->topLevelItem(i)->childCount(); ++j)
            if (QTreeWidgetItem* row = tree->topLevelItem(i)->child(j); !row->isHidden())
                return row;
    return nullptr;
}

} // namespace

ShortcutsPage::ShortcutsPage(KeyMap& keys, QWidget* parent)
    : QDialog(parent), m_keys(keys), m_search(new QLineEdit), m_tree(new QTreeWidget), m_editor(new KeyEditor(keys))
{
    setObjectName("shortcutsPage");
    setWindowTitle(tr("Keyboard and Mouse"));
    resize(kSize);
    m_tree->setObjectName("shortcuts");
    m_tree->setAccessibleName(tr("Keys and mouse gestures"));
    m_tree->setColumnCount(Columns);
    m_tree->setHeaderLabels({tr("What it does"), tr("Key or gesture"), tr("Standard")});
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->installEventFilter(this);
    addActions();
    addGestures();
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Standard, QHeaderView::ResizeToContents);
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        (*it)->setSizeHint(0, QSize(0, textPixels(kRowHeight)));

    m_search->setObjectName("shortcutSearch");
    m_search->setPlaceholderText(tr("Search for an action or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, m_tree, [this](const QString& text) { showOnly(m_tree, text); });
    connect(&m_keys, &KeyMap::keysChanged, this, [this](const QString& id) {
        showKeys(id);
        updateButtons();
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        showHint();
        updateButtons();
    });
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this] { changeCurrent(); });
    connect(m_editor, &KeyEditor::busyChanged, this, [this](bool busy) {
        if (!busy)
            m_tree->setFocus();
        updateButtons();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_editor);
    buildButtons();
    showHint();
    updateButtons();
}

void ShortcutsPage::beginAt(const QString& id)
{
    QTreeWidgetItem* row = m_rows.value(id);
    m_tree->setCurrentItem(row);
    m_tree->scrollToItem(row ? row->parent() : nullptr, QAbstractItemView::PositionAtTop);
    m_tree->setFocus();
}

QTreeWidgetItem* ShortcutsPage::addGroup(const QString& title)
{
    auto* item = new QTreeWidgetItem(m_tree, {title});
    QFont bold = m_tree->font();
    bold.setBold(true);
    item->setFont(What, bold);
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}

void ShortcutsPage::addActions()
{
    for (const KeyMap::Window& window : m_keys.windows()) {
        QHash<QString, QTreeWidgetItem*> groups;
        for (const ActionSpec& spec : window.actions) {
            QTreeWidgetItem*& menu = groups[spec.menu];
            if (!menu) {
                const QString title = ActionTable::menuTitle(spec.menu).remove('&');
                menu = addGroup(m_keys.windows().size() > 1 ? tr("%1: %2").arg(window.title, title) : title);
            }
            auto* row = new QTreeWidgetItem(menu, {ActionTable::plainText(spec)});
            row->setData(What, kIdRole, spec.id);
            m_rows.insert(spec.id, row);
            showKeys(spec.id);
        }
    }
}

void ShortcutsPage::addGestures()
{
    for (const GestureGroup& gestures : GestureGroup::all()) {
        QTreeWidgetItem* group = addGroup(gestures.title);
        for (const auto& [what, how] : gestures.rows)
            new QTreeWidgetItem(group, {what, how});
    }
}

/// What was changed is bold, and says what it was.
void ShortcutsPage::showKeys(const QString& id)
{
    QTreeWidgetItem* row = m_rows.value(id);
    if (!row)
        return;
    const bool changed = m_keys.isChanged(id);
    const QString standard = KeyMap::text(m_keys.standardKeysOf(id));
    row->setText(Keys, KeyMap::text(m_keys.keysOf(id)));
    row->setText(Standard, !changed ? QString() : standard.isEmpty() ? tr("no key") : standard);
    row->setForeground(Standard, themeColors().muted);
    QFont font = m_tree->font();
    font.setBold(changed);
    for (const Column column : {What, Keys})
        row->setFont(column, font);
}

QPushButton* ShortcutsPage::addButton(const char* objectName, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setToolTip(tip);
    button->setAutoDefault(false); // Return in the list and in the search is theirs
    return button;
}

void ShortcutsPage::buildButtons()
{
    m_change = addButton("keyChange", tr("&Change…"), tr("Press another key for this action (Return or F2)"));
    m_add = addButton("keyAdd", tr("&Add…"), tr("Press one more key for this action"));
    m_remove = addButton("keyRemove", tr("Re&move"), tr("This action gets no key (Del)"));
    m_restore = addButton("keyRestore", tr("&Restore"), tr("This action gets its standard keys again"));
    m_restoreAll = addButton("keyRestoreAll", tr("Restore A&ll"), tr("Every action gets its standard keys again"));
    QPushButton* close = addButton("keyClose", tr("Cl&ose"), {});
    connect(m_change, &QPushButton::clicked, this, &ShortcutsPage::changeCurrent);
    connect(m_add, &QPushButton::clicked, this, [this] { m_editor->add(currentId()); });
    connect(m_remove, &QPushButton::clicked, this, &ShortcutsPage::removeFromCurrent);
    connect(m_restore, &QPushButton::clicked, this, [this] { m_editor->restore(currentId()); });
    connect(m_restoreAll, &QPushButton::clicked, m_editor, &KeyEditor::restoreAll);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {m_change, m_add, m_remove, m_restore})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(m_restoreAll);
    row->addWidget(close);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

QString ShortcutsPage::currentId() const
{
    const QTreeWidgetItem* row = m_tree->currentItem();
    return row ? row->data(What, kIdRole).toString() : QString();
}

void ShortcutsPage::updateButtons()
{
    const QString id = currentId();
    const bool free = !m_editor->isBusy();
    const bool action = free && !id.isEmpty();
    m_change->setEnabled(action);
    m_add->setEnabled(action && !m_keys.keysOf(id).isEmpty());
    m_remove->setEnabled(action && !m_keys.keysOf(id).isEmpty());
    m_restore->setEnabled(action && m_keys.isChanged(id));
    m_restoreAll->setEnabled(free && m_keys.anyChanged());
}

void ShortcutsPage::showHint()
{
    m_editor->setHint(!currentId().isEmpty()
                          ? tr("Press Return to give this action another key, or Del to take it away.")
                      : m_tree->currentItem() && m_tree->currentItem()->parent()
                          ? tr("This stays as it is: only keys of actions can be changed.")
                          : tr("Pick an action to change its key. What you changed is bold."));
}

void ShortcutsPage::changeCurrent()
{
    if (!currentId().isEmpty())
        m_editor->change(currentId());
}

/// Of several keys the user says which.
void ShortcutsPage::removeFromCurrent()
{
    const QString id = currentId();
    const QList<QKeySequence> keys = m_keys.keysOf(id);
    if (keys.isEmpty())
        return;
    if (keys.size() == 1)
        return m_editor->removeAll(id);
    auto* menu = new QMenu(this);
    menu->setObjectName("keyRemoveMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QKeySequence& key : keys)
        connect(menu->addAction(KeyMap::text(key)), &QAction::triggered, this,
                [this, id, key] { m_editor->remove(id, key); });
    connect(menu->addAction(tr("All of Them")), &QAction::triggered, this, [this, id] { m_editor->removeAll(id); });
    menu->popup(m_remove->mapToGlobal(QPoint(0, m_remove->height())));
}

bool ShortcutsPage::onKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        changeCurrent();
        return true;
    case Qt::Key_Delete:
        removeFromCurrent();
        return true;
    default:
        return false;
    }
}

bool ShortcutsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_tree)
        return onKey(key) || QDialog::eventFilter(watched, event);
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return QDialog::eventFilter(watched, event);
    if (QTreeWidgetItem* row = firstRow(m_tree)) {
        m_tree->setCurrentItem(row);
        m_tree->setFocus();
    }
    return true;
}

} // namespace vbs
