#include "ui/window/shortcuts_page.h"

#include "ui/util/theme.h"
#include "ui/window/window_actions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kRowHeight = 24; ///< pixels

/// Shows what holds all the words, in either column, and the groups that have something left.
void showOnly(QTreeWidget* tree, const QString& text)
{
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* row = group->child(j);
            const QString all = group->text(0) + ' ' + row->text(0) + ' ' + row->text(1);
            const bool fits = std::ranges::all_of(
                words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
            row->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

} // namespace

ShortcutsPage::ShortcutsPage(QWidget* parent) : QDialog(parent)
{
    setObjectName("shortcutsPage");
    setWindowTitle(tr("Keyboard and Mouse"));
    resize(560, 600);
    auto* tree = new QTreeWidget;
    tree->setObjectName("shortcuts");
    tree->setAccessibleName(tr("Keys and mouse gestures"));
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("What it does"), tr("Key or gesture")});
    tree->setRootIsDecorated(false);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    const auto group = [tree](const QString& title) {
        auto* item = new QTreeWidgetItem(tree, {title});
        QFont bold = tree->font();
        bold.setBold(true);
        item->setFont(0, bold);
        item->setExpanded(true);
        return item;
    };
    QHash<QString, QTreeWidgetItem*> groups;
    for (const ActionSpec& spec : windowActions()) {
        QStringList keys;
        for (const QString& key : spec.shortcuts.split(' ', Qt::SkipEmptyParts))
            keys << QKeySequence(key).toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            continue;
        QTreeWidgetItem*& menu = groups[spec.menu];
        if (!menu)
            menu = group(ActionTable::menuTitle(spec.menu).remove('&'));
        const QString text = ActionTable::tr(spec.text).remove('&').remove(QStringLiteral("…"));
        new QTreeWidgetItem(menu, {text, keys.join(tr(" or "))});
    }
    auto* mouse = group(tr("On the picture"));
    new QTreeWidgetItem(mouse, {tr("Zoom at the cursor"), tr("Ctrl + wheel")});
    new QTreeWidgetItem(mouse, {tr("Scroll"), tr("Wheel")});
    new QTreeWidgetItem(mouse, {tr("Pan"), tr("Drag with the left or the middle button")});
    new QTreeWidgetItem(mouse, {tr("Fit the window or 100 %"), tr("Double click")});
    new QTreeWidgetItem(mouse, {tr("Pick a region"), tr("Click")});
    auto* boxes = group(tr("While drawing and editing boxes"));
    const std::pair<QString, QString> gestures[] = {
        {tr("Draw a box"), tr("Drag from a free place")},
        {tr("Add a box on top of others"), tr("Ctrl + drag")},
        {tr("Add a box at the center"), tr("Insert")},
        {tr("Pick a box"), tr("Click")},
        {tr("Pick the next or the previous box"), tr("Tab or Shift+Tab")},
        {tr("Name a box"), tr("Double click, Return or F2")},
        {tr("Move a box"), tr("Drag it")},
        {tr("Move by 1 or 10 pixels"), tr("Arrow keys or Shift + arrow keys")},
        {tr("Resize a box"), tr("Drag one of its handles")},
        {tr("Resize by 1 or 10 pixels"), tr("Ctrl or Ctrl+Shift + arrow keys")},
        {tr("Delete a box"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)},
        {tr("Pan"), tr("Drag with the middle button")},
        {tr("Cancel a drag, or stop editing"), tr("Escape")}};
    for (const auto& [what, how] : gestures)
        new QTreeWidgetItem(boxes, {what, how});
    auto* box = group(tr("In the question box"));
    new QTreeWidgetItem(box, {tr("Ask, and keep the answer"), tr("Enter")});
    new QTreeWidgetItem(box, {tr("Leave the box"), tr("Escape")});
    auto* history = group(tr("In the history"));
    const std::pair<QString, QString> cards[] = {
        {tr("Show picture and answer again"), tr("Click or Enter")},
        {tr("Star a card, or take its star away"), tr("S, or a click on the star")},
        {tr("Remove a card"), QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)},
        {tr("Restore the removed card"), QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)},
        {tr("From the search on to the cards"), tr("Enter or Down")},
        {tr("End the search"), tr("Escape")}};
    for (const auto& [what, how] : cards)
        new QTreeWidgetItem(history, {what, how});
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    for (QTreeWidgetItemIterator it(tree); *it; ++it)
        (*it)->setSizeHint(0, QSize(0, textPixels(kRowHeight)));
    auto* search = new QLineEdit;
    search->setObjectName("shortcutSearch");
    search->setPlaceholderText(tr("Search for an action or a key"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, tree, [tree](const QString& text) { showOnly(tree, text); });

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(search);
    layout->addWidget(tree, 1);
    layout->addWidget(buttons);
}

} // namespace vbs
