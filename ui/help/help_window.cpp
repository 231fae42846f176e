#include "ui/help/help_window.h"

#include "ui/help/help_view.h"
#include "ui/util/icons.h"
#include "ui/util/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vbs {
namespace {

constexpr QSize kSize{1060, 720};
constexpr int kContentsWidth = 270, kLineHeight = 24, kGroupHeight = 32;
constexpr int kTarget = Qt::UserRole;

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window), m_search(new QLineEdit(this)), m_tree(new QTreeWidget(this)),
      m_view(new HelpView(m_book, this)),
      m_back(makeButton("helpBack", "previous", tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left))),
      m_forward(makeButton("helpForward", "next", tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right)))
{
    setObjectName("helpWindow");
    setWindowTitle(tr("Manual"));
    resize(kSize);
    m_search->setObjectName("helpSearch");
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_tree->setObjectName("helpContents");
    m_tree->setAccessibleName(tr("Contents"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(12);
    m_view->setAccessibleName(tr("Page of the manual"));
    QToolButton* home = makeButton("helpHome", "info", tr("First page"), QKeySequence(Qt::ALT | Qt::Key_Home));
    build(home);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::showHits);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &HelpWindow::openCurrent);
    connect(m_tree, &QTreeWidget::itemClicked, this, &HelpWindow::openCurrent);
    connect(m_back, &QToolButton::clicked, m_view, &HelpView::goBack);
    connect(m_forward, &QToolButton::clicked, m_view, &HelpView::goForward);
    connect(home, &QToolButton::clicked, this, [this] { open({}); });
    connect(m_view, &HelpView::moved, this, &HelpWindow::markPage);
    connect(m_view, &HelpView::webPageWanted, this, &HelpWindow::webPageWanted);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    showContents();
    open({});
}

QToolButton* HelpWindow::makeButton(const char* objectName, const char* icon, const QString& tip,
                                    const QKeySequence& key)
{
    auto* button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(lineIcon(icon));
    button->setToolTip(tip + QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(tip);
    connect(new QShortcut(key, this), &QShortcut::activated, button,
            &QToolButton::click); // its own would wait to be seen
    button->setAutoRaise(true);
    return button;
}

void HelpWindow::build(QToolButton* home)
{
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_back);
    bar->addWidget(m_forward);
    bar->addWidget(home);
    bar->addWidget(m_search, 1);
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(8, 8, 0, 8);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_tree, 1);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kContentsWidth, kSize.width() - kContentsWidth});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void HelpWindow::open(const QString& target)
{
    const QString first = m_book.chapters().value(0).pages.value(0).file;
    m_view->open(m_book.page(target.section('#', 0, 0)) ? target : first);
}

QString HelpWindow::currentPage() const
{
    return m_view->page();
}

void HelpWindow::addLine(QTreeWidgetItem* group, const QString& title, const QString& target, const QString& tip)
{
    auto* item = new QTreeWidgetItem(group, {title});
    item->setData(0, kTarget, target);
    item->setToolTip(0, tip);
    item->setSizeHint(0, QSize(0, textPixels(kLineHeight)));
}

void HelpWindow::showContents()
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const HelpChapter& chapter : m_book.chapters()) {
        auto* group = new QTreeWidgetItem(m_tree, {chapter.title});
        QFont bold = m_tree->font();
        bold.setBold(true);
        group->setFont(0, bold);
        group->setFlags(Qt::ItemIsEnabled);
        group->setSizeHint(0, QSize(0, textPixels(kGroupHeight)));
        for (const HelpPage& page : chapter.pages)
            addLine(group, page.title, page.file);
    }
    m_tree->expandAll();
    markPage();
}

void HelpWindow::showHits()
{
    const QString words = m_search->text().trimmed();
    if (words.isEmpty())
        return showContents();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const QVector<HelpHit> hits = m_book.search(words);
    auto* group = new QTreeWidgetItem(
        m_tree, {hits.isEmpty() ? tr("Nothing found") : tr("%n place(s)", nullptr, int(hits.size()))});
    group->setFlags(Qt::ItemIsEnabled);
    for (const HelpHit& hit : hits)
        addLine(group, hit.title, hit.anchor.isEmpty() ? hit.page : hit.page + '#' + hit.anchor, hit.snippet);
    m_tree->expandAll();
}

void HelpWindow::openCurrent()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const QString target = item ? item->data(0, kTarget).toString() : QString();
    if (!target.isEmpty())
        m_view->open(target);
}

/// The page's line among the contents, and which ways there are.
void HelpWindow::markPage()
{
    m_back->setEnabled(m_view->canGoBack());
    m_forward->setEnabled(m_view->canGoForward());
    if (!m_search->text().trimmed().isEmpty())
        return;
    const QSignalBlocker quiet(m_tree);
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        if ((*it)->data(0, kTarget).toString() == m_view->page())
            m_tree->setCurrentItem(*it);
}

/// Up and down walk through the list while words are typed.
bool HelpWindow::stepsThroughList(int key)
{
    QTreeWidgetItem* current = m_tree->currentItem();
    QTreeWidgetItem* first = m_tree->topLevelItem(0) ? m_tree->topLevelItem(0)->child(0) : nullptr;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (!current || current->data(0, kTarget).isNull())
            m_tree->setCurrentItem(first);
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    QTreeWidgetItem* next = !current            ? first
                            : key == Qt::Key_Up ? m_tree->itemAbove(current)
                                                : m_tree->itemBelow(current);
    while (next && next->data(0, kTarget).isNull())
        next = key == Qt::Key_Up ? m_tree->itemAbove(next) : m_tree->itemBelow(next);
    if (next)
        m_tree->setCurrentItem(next);
    return true;
}

bool HelpWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        stepsThroughList(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_search->text().isEmpty())
        close();
    else
        m_search->clear();
}

} // namespace vbs
