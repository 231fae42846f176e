#include "ui/review/review_window.h"

#include "ui/canvas/picture_view.h"
#include "ui/review/item_panel.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_canvas_panel.h"
#include "ui/review/review_look.h"
#include "ui/review/review_metrics_panel.h"
#include "ui/review/review_start_page.h"
#include "ui/review/review_status.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_dock.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolBar>

namespace vbs {
namespace {

constexpr QSize kUsualSize(1360, 840);
constexpr int kMetricsRest = 1500;     ///< ms
constexpr std::size_t kPrefetched = 2; ///< items whose pictures are fetched ahead

} // namespace

ReviewWindow::ReviewWindow(const ReviewParts& parts, QWidget* parent)
    : QMainWindow(parent), m_settings(parts.settings), m_chooser(parts.chooser), m_workbench(parts.workbench),
      m_sample(parts.sample), m_desk(parts.workbench.service()),
      m_look(new ReviewLook(m_desk, m_pictures, parts.workbench.service(), this)),
      m_actions(new ActionTable(reviewActions(), this))
{
    setObjectName("reviewWindow");
    m_actions->follow(parts.keys);
    m_desk.setReviewer(m_settings.reviewer());
    buildPanels();
    buildBars();
    connectReview();
    connectItem();
    connectCanvas();
    connectDesk();
    restoreLayout();
    qApp->installEventFilter(this);
    const auto useModel = [this] { m_desk.setModel(m_workbench.state().pack); };
    watch(m_workbench, Change::Pack, this, useModel);
    useModel();
    updateWindow();
}

// The panels look at the desk and at the pictures, which are members.
ReviewWindow::~ReviewWindow()
{
    qDeleteAll(findChildren<QDockWidget*>());
    delete m_stack;
    delete statusBar();
    delete m_look;
}

void ReviewWindow::buildPanels()
{
    m_start = new ReviewStartPage(m_sampleJob);
    m_start->setRecent(m_settings.recentReviews());
    m_start->setSampleOffered(bool(m_sample.make));
    m_actions->action("review.sample")->setVisible(bool(m_sample.make));
    m_canvas = new ReviewCanvasPanel(m_desk, m_pictures);
    m_canvas->setHeatLook(m_settings.heatLook());
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_canvas);
    setCentralWidget(m_stack);
    m_queue = new QueuePanel(m_desk);
    const KeyText keyOf = [this](const QString& id) {
        return m_actions->keysOf(id).value(0).toString(QKeySequence::NativeText);
    };
    m_item = new ItemPanel(m_desk,
                           {m_actions->action("review.accept"), m_actions->action("review.reject"),
                            m_actions->action("review.unsure"), m_actions->action("review.flag")},
                           keyOf);
    m_metrics = new ReviewMetricsPanel;
    setDockNestingEnabled(true);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    const QVector<ActionSpec> panels = reviewPanelActions();
    auto* queue = panelDock(this, *m_actions, panels[0], "queueDock", m_queue);
    auto* item = panelDock(this, *m_actions, panels[1], "itemDock", m_item);
    auto* metrics = panelDock(this, *m_actions, panels[2], "metricsDock", m_metrics);
    addDockWidget(Qt::LeftDockWidgetArea, queue);
    addDockWidget(Qt::RightDockWidgetArea, item);
    addDockWidget(Qt::BottomDockWidgetArea, metrics);
    metrics->hide();
    resizeDocks({queue, item}, {316, 396}, Qt::Horizontal);
    resizeDocks({metrics}, {280}, Qt::Vertical);
    m_metricsRest.setSingleShot(true);
    m_metricsRest.setInterval(kMetricsRest);
    connect(&m_metricsRest, &QTimer::timeout, this, [this] {
        if (m_metrics->isComputing())
            m_metricsRest.start();
        else if (m_desk.state().index)
            m_metrics->refresh();
    });
    connect(metrics, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible && m_desk.state().index)
            m_metrics->refresh();
    });
    setStatusBar(new ReviewStatus(m_desk, m_actions->action("review.pause"), m_actions->action("review.predict")));
}

void ReviewWindow::buildBars()
{
    m_actions->fillMenus(menuBar());
    QMenu* view = m_actions->menu("&View");
    view->addSeparator();
    for (auto* panel : findChildren<QDockWidget*>())
        view->addAction(panel->toggleViewAction());
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName("reviewToolBar");
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto add = [&](const char* id, const QString& text) {
        QAction* action = m_actions->action(id);
        action->setIconText(text);
        bar->addAction(action);
        bar->widgetForAction(action)->setFocusPolicy(Qt::NoFocus);
    };
    add("review.previous", tr("Previous"));
    add("review.next", tr("Next"));
    bar->addSeparator();
    add("review.undo", tr("Undo"));
    bar->addSeparator();
    add("review.draw", tr("Draw"));
    add("review.look", tr("Where the Model Looks"));
    bar->addSeparator();
    add("review.zoom-out", tr("Smaller"));
    add("review.zoom-in", tr("Larger"));
    add("review.fit", tr("Fit"));
    bar->toggleViewAction()->setVisible(false);
    // A key that is held down must not decide item after item.
    for (const ActionSpec& spec : reviewActions())
        if (QLatin1String(spec.menu) == QLatin1String("&Decide") ||
            QLatin1String(spec.menu) == QLatin1String("&Suggestions"))
            m_actions->action(spec.id)->setAutoRepeat(false);
    m_actions->action("review.look")->setAutoRepeat(false);
}

void ReviewWindow::restoreLayout()
{
    resize(kUsualSize);
    restoreGeometry(m_settings.reviewGeometry());
    restoreState(m_settings.reviewLayout());
}

void ReviewWindow::closeEvent(QCloseEvent* event)
{
    m_settings.reviewGeometry.set(saveGeometry());
    m_settings.reviewLayout.set(saveState());
    m_settings.sync();
    m_desk.close();
    QMainWindow::closeEvent(event);
}

bool ReviewWindow::isTyping() const
{
    QWidget* focus = QApplication::focusWidget();
    return focus && focus->window() == this &&
           (qobject_cast<QLineEdit*>(focus) || qobject_cast<QPlainTextEdit*>(focus) ||
            qobject_cast<QAbstractSpinBox*>(focus));
}

/// What Space presses or opens, as everywhere else.
bool ReviewWindow::takesSpace() const
{
    QWidget* focus = QApplication::focusWidget();
    return focus && focus->window() == this &&
           (qobject_cast<QAbstractButton*>(focus) || qobject_cast<QComboBox*>(focus));
}

/// While a text is typed, keys are letters; with the box tool in hand some are the picked box's.
bool ReviewWindow::isForFocus(const QKeyEvent& key) const
{
    if (isTyping())
        return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
               !(key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35);
    const bool isArrow = key.key() >= Qt::Key_Left && key.key() <= Qt::Key_Down;
    const bool isEnter = (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) &&
                         m_actions->action("review.name-box")->isEnabled();
    return m_canvas->view().hasFocus() && m_actions->action("review.draw")->isChecked() &&
           m_canvas->canvas().canEdit() && m_canvas->canvas().side().picked >= 0 && (isArrow || isEnter);
}

/// Whoever begins to write or points at something is not to find another item under the hand.
void ReviewWindow::noteTouch(const QObject* watched, const QEvent& event)
{
    const auto* widget = qobject_cast<const QWidget*>(watched);
    const bool isPress = event.type() == QEvent::MouseButtonPress || event.type() == QEvent::KeyPress;
    if (widget && ((isPress && m_canvas->isAncestorOf(widget)) ||
                   ((isPress || event.type() == QEvent::FocusIn) && m_item->isAncestorOf(widget))))
        m_desk.stay();
}

/// Where the model looks is shown as long as its key is held down.
bool ReviewWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isForFocus(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space &&
        takesSpace()) {
        event->accept();
        return true;
    }
    noteTouch(watched, *event);
    if (event->type() == QEvent::KeyRelease && m_look->isWanted()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QKeySequence held = m_actions->action("review.look")->shortcut();
        if (!key->isAutoRepeat() && !held.isEmpty() && held[0].key() == key->key())
            m_actions->action("review.look")->setChecked(false);
    }
    return QMainWindow::eventFilter(watched, event);
}

void ReviewWindow::focusPicture()
{
    QWidget& view = m_canvas->view();
    (view.isVisible() ? view : static_cast<QWidget&>(*m_canvas)).setFocus(); // while the picture comes it is not there
}

void ReviewWindow::setBusy(const QString& text)
{
    m_start->setBusy(text);
}

/// Those of the items that come next, so that they are there when one goes on.
void ReviewWindow::prefetch()
{
    const ReviewState& state = m_desk.state();
    const std::ptrdiff_t place = state.placeInQueue();
    if (place < 0)
        return;
    std::vector<std::uint32_t> next;
    for (std::size_t i = std::size_t(place) + 1; i < state.queue.size() && next.size() < kPrefetched; ++i)
        next.push_back(state.queue[i]);
    m_desk.pictures(next, [this](const QStringList& paths) { m_pictures.prefetch(paths); });
}

void ReviewWindow::updateWindow()
{
    const ReviewState& state = m_desk.state();
    const bool open = state.index != nullptr, any = state.item.has_value();
    m_stack->setCurrentWidget(open || state.opening ? static_cast<QWidget*>(m_canvas) : m_start);
    for (const ActionSpec& spec : reviewActions()) {
        const QLatin1String menu(spec.menu);
        if (menu == QLatin1String("&Item"))
            m_actions->action(spec.id)->setEnabled(open);
        if (menu == QLatin1String("&Decide") || menu == QLatin1String("&Suggestions"))
            m_actions->action(spec.id)->setEnabled(any);
    }
    m_actions->action("review.name-box")->setEnabled(any && !state.item->now.task); // phrases have their words
    for (const char* id : {"review.export", "review.carry-over", "review.locate", "review.about"})
        m_actions->action(id)->setEnabled(open);
    m_actions->action("review.close")->setEnabled(open || state.opening);
    for (const char* id : {"review.undo", "review.redo"})
        m_actions->action(id)->setEnabled(open);
    m_actions->action("review.predict")->setEnabled(open && !state.predicting && !m_desk.model().empty());
    m_actions->action("review.pause")->setEnabled(state.predicting);
    m_actions->action("review.look")->setEnabled(any);
    m_actions->action("review.draw")->setEnabled(any && hasBoxes(state.item->now));
    const QString program = QApplication::applicationDisplayName();
    setWindowTitle(open ? tr("%1 – Review – %2").arg(toQString(state.project.name), program)
                        : tr("Review – %1").arg(program));
}

} // namespace vbs
