#include "core/review/project_import.h"
#include "ui/canvas/picture_view.h"
#include "ui/review/carry_over_dialog.h"
#include "ui/review/export_review_dialog.h"
#include "ui/review/item_panel.h"
#include "ui/review/new_review_dialog.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_canvas_panel.h"
#include "ui/review/review_facts.h"
#include "ui/review/review_look.h"
#include "ui/review/review_metrics_panel.h"
#include "ui/review/review_start_page.h"
#include "ui/review/review_text.h"
#include "ui/review/review_window.h"
#include "ui/store/review_project_file.h"
#include "ui/store/server_address.h"
#include "ui/util/qt_bridge.h"
#include "ui/widgets/action_table.h"
#include "ui/widgets/message_bar.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>

/// What the review window's actions do.
namespace vbs {

void ReviewWindow::connectReview()
{
    m_actions->on("review.new", this, [this] { makeNew(); });
    m_actions->on("review.open", this, [this] { openByDialog(); });
    m_actions->on("review.open-address", this, [this] { openAddress(); });
    m_actions->on("review.sample", this, [this] { openSample(); });
    m_actions->on("review.export", this, [this] { exportByDialog(); });
    m_actions->on("review.carry-over", this, [this] { carryOverByDialog(); });
    m_actions->on("review.predict", this, [this] { m_desk.startPredictions(); });
    m_actions->on("review.pause", this, [this] { m_desk.stopPredictions(); });
    m_actions->on("review.reviewer", this, [this] { askForReviewer(); });
    m_actions->on("review.locate", this, [this] {
        const QString folder = m_chooser.chooseFolder(this, m_settings.lastFolder());
        if (folder.isEmpty())
            return;
        m_located = true;
        m_desk.locatePictures(folder);
    });
    m_actions->on("review.about", this, [this] { showFacts(); });
    m_actions->on("review.close", this, [this] { m_desk.close(); });
    m_actions->on("review.shortcuts", this, [this] { Q_EMIT keysWanted(); });
    m_actions->on("review.manual", this, [this] { Q_EMIT manualWanted(); });
    const auto trigger = [this](const QString& id) {
        if (QAction* action = m_actions->action(id))
            action->trigger();
    };
    connect(m_start, &ReviewStartPage::actionRequested, this, trigger);
    connect(m_start, &ReviewStartPage::openWanted, this, &ReviewWindow::open);
    connect(m_canvas, &ReviewCanvasPanel::actionRequested, this, trigger);
    connect(&m_sampleJob, &BackgroundJob::failed, this, [this](const QString& why) {
        setBusy({});
        m_start->setProblem(why);
    });
    connect(&m_sampleJob, &BackgroundJob::cancelled, this, [this] { setBusy({}); });
    connect(m_metrics, &ReviewMetricsPanel::typeWanted, this, [this](const QString& type) {
        ReviewFilter filter = m_desk.state().filter;
        filter.type = type.toStdString();
        m_desk.setFilter(filter);
    });
}

void ReviewWindow::connectItem()
{
    m_actions->on("review.next", this, [this] { m_desk.step(false); });
    m_actions->on("review.previous", this, [this] { m_desk.step(true); });
    m_actions->on("review.next-undecided", this, [this] { m_desk.stepToUndecided(); });
    m_actions->on("review.go-to", this, [this] { goTo(); });
    m_actions->on("review.refresh", this, [this] { m_desk.refreshQueue(); });
    m_actions->on("review.search", this, [this] {
        findChild<QDockWidget*>("queueDock")->show();
        m_queue->search();
    });
    for (const auto& [id, kind] :
         {std::pair{"review.accept", DecisionKind::Accept}, std::pair{"review.reject", DecisionKind::Reject},
          std::pair{"review.unsure", DecisionKind::Unsure}})
        m_actions->on(id, this, [this, kind = kind] { m_desk.decide(kind); });
    m_actions->on("review.flag", this, [this] { m_desk.toggleFlag(); });
    m_actions->on("review.undo", this, [this] { m_desk.undo(); });
    m_actions->on("review.redo", this, [this] { m_desk.redo(); });
    for (int i = 1; i <= kMostTaken; ++i)
        m_actions->on(takeActionId(i), this, [this, i] { m_desk.take(std::size_t(i - 1)); });
    const auto inPanel = [this](const char* id, void (ItemPanel::*what)()) {
        m_actions->on(id, this, [this, what] {
            findChild<QDockWidget*>("itemDock")->show();
            (m_item->*what)();
        });
    };
    inPanel("review.edit", &ItemPanel::edit);
    inPanel("review.edit-text", &ItemPanel::editText);
    inPanel("review.comment", &ItemPanel::comment);
    inPanel("review.tag", &ItemPanel::tag);
    connect(m_item, &ItemPanel::left, this, &ReviewWindow::focusPicture);
    connect(m_queue, &QueuePanel::left, this, &ReviewWindow::focusPicture);
    connect(m_item, &ItemPanel::suggestionLookedAt, this, [this](int row) { m_canvas->canvas().lookAt(row); });
    connect(m_item, &ItemPanel::boxPicked, this, [this](int box) { m_canvas->canvas().pick(box); });
    connect(m_item, &ItemPanel::drawingWanted, this, [this] { m_actions->action("review.draw")->setChecked(true); });
}

void ReviewWindow::connectCanvas()
{
    QAction* draw = m_actions->action("review.draw");
    connect(draw, &QAction::toggled, this, [this](bool on) {
        m_canvas->setEditing(on);
        if (on)
            focusPicture();
    });
    connect(m_canvas, &ReviewCanvasPanel::editingLeft, this, [draw] { draw->setChecked(false); });
    m_actions->on("review.name-box", this, [this] { m_canvas->left().namePicked(); });
    m_actions->on("review.delete-box", this, [this] { m_canvas->canvas().removePicked(); });
    connect(m_actions->action("review.look"), &QAction::toggled, m_look, &ReviewLook::setWanted);
    connect(m_look, &ReviewLook::shown, m_canvas, &ReviewCanvasPanel::showModel);
    connect(m_look, &ReviewLook::failed, this, [this](const QString& why) {
        m_canvas->messages().show({Message::Kind::Warning, why, {}}, {});
    });
    m_actions->on("review.zoom-in", this, [this] { m_canvas->view().zoomBy(1.25); });
    m_actions->on("review.zoom-out", this, [this] { m_canvas->view().zoomBy(0.8); });
    m_actions->on("review.actual-size", this, [this] { m_canvas->view().setZoom(1); });
    m_actions->on("review.fit", this, [this] { m_canvas->view().setFit(); });
    connect(m_actions->action("review.full-screen"), &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
}

void ReviewWindow::connectDesk()
{
    connect(&m_desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        updateWindow();
        if (what & (ReviewChange::Item | ReviewChange::Queue))
            prefetch();
        if (what & ReviewChange::Counts && m_metrics->isVisible())
            m_metricsRest.start();
    });
    connect(&m_desk, &ReviewDesk::said, this, [this](const Message& message) {
        const QAction* action = m_actions->action(message.actionId);
        m_canvas->messages().show(message, action ? action->text().remove('&') : QString());
        m_start->setProblem(m_desk.state().where.isEmpty() ? message.text : QString());
    });
    connect(&m_desk, &ReviewDesk::opened, this, [this] {
        remember(m_desk.state().where);
        m_metrics->setProject(m_desk.state().where);
        if (findChild<QDockWidget*>("metricsDock")->isVisible())
            m_metrics->refresh();
        m_canvas->messages().hide();
        if (m_desk.isOfAnotherModel())
            m_canvas->messages().show({Message::Kind::Info,
                                       tr("The answers are those of %1. The model that is loaded was not asked.")
                                           .arg(toQString(m_desk.state().project.model)),
                                       "review.predict"},
                                      tr("Ask the loaded model"));
        if (std::exchange(m_located, false) && m_desk.state().counts.faulty > 0)
            m_canvas->messages().show({Message::Kind::Info,
                                       tr("%1 lacked a picture or were damaged when this review was made, and stay "
                                          "marked so. Carry the review "
                                          "over to take in what is there now; all decisions go along.")
                                           .arg(itemsText(m_desk.state().counts.faulty)),
                                       "review.carry-over"},
                                      m_actions->action("review.carry-over")->text().remove('&'));
        focusPicture();
    });
}

void ReviewWindow::open(const QString& where)
{
    m_start->setProblem({});
    m_metrics->setProject({});
    m_desk.open(where);
}

void ReviewWindow::remember(const QString& where)
{
    QStringList recent = m_settings.recentReviews();
    recent.removeAll(where);
    recent.prepend(where);
    m_settings.recentReviews.set(recent.mid(0, 12));
    m_start->setRecent(m_settings.recentReviews());
}

void ReviewWindow::makeNew()
{
    auto* dialog = new NewReviewDialog(m_chooser, m_settings.lastFolder(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewReviewDialog::created, this, &ReviewWindow::open);
    dialog->open();
}

void ReviewWindow::openByDialog()
{
    const QString file = m_chooser.chooseReviewProject(this, m_settings.lastFolder());
    if (file.isEmpty())
        return;
    m_settings.lastFolder.set(QFileInfo(file).absolutePath());
    open(file);
}

void ReviewWindow::openAddress()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Open a Review on a Server"));
    dialog->setLabelText(tr("Its address:"));
    dialog->setTextValue("postgresql://");
    dialog->resize(480, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString where = text.trimmed();
        if (namesServer(where.toStdString()))
            open(where);
        else
            m_start->setProblem(tr("An address begins with postgresql://"));
    });
    dialog->open();
}

void ReviewWindow::openSample()
{
    if (!m_sample.make)
        return;
    const QString where = m_sample.folder + "/sample" + kReviewSuffix;
    if (QFileInfo::exists(where))
        return open(where);
    m_desk.close(); // what goes on is seen on the start page
    m_start->setProblem({});
    setBusy(tr("Drawing scenes with errors in their annotations…"));
    m_sampleJob.start([this, make = m_sample.make, folder = toPath(m_sample.folder), where](const JobControl& control) {
        const ProjectDraft draft = draftOf(make(folder, control), {}, tr("Sample").toStdString());
        makeReviewProject(where.toStdString(), draft, control);
        return [this, where] {
            setBusy({});
            open(where);
        };
    });
}

void ReviewWindow::exportByDialog()
{
    auto* dialog = new ExportReviewDialog(m_desk.state().where, m_desk.state().project, m_chooser, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReviewWindow::carryOverByDialog()
{
    const ReviewState& state = m_desk.state();
    auto* dialog = new CarryOverDialog(state.where, state.reviewer, m_chooser, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CarryOverDialog::carried, this, &ReviewWindow::open);
    dialog->open();
}

void ReviewWindow::askForReviewer()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Your Name"));
    dialog->setLabelText(tr("Decisions are kept under this name:"));
    dialog->setTextValue(m_desk.state().reviewer);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        if (const QString name = text.trimmed(); !name.isEmpty()) {
            m_settings.reviewer.set(name);
            m_desk.setReviewer(name);
        }
    });
    dialog->open();
}

void ReviewWindow::goTo()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to an Item"));
    dialog->setLabelText(tr("Its name in the data set, or its place in the queue:"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString& text) { m_desk.showId(text.trimmed()); });
    dialog->open();
}

void ReviewWindow::showFacts()
{
    auto* facts = new ReviewFacts(m_desk.state(), this);
    facts->setAttribute(Qt::WA_DeleteOnClose);
    connect(facts, &ReviewFacts::faultyWanted, this, [this] {
        ReviewFilter filter;
        filter.faulty = true;
        m_desk.setFilter(filter);
    });
    facts->open();
}

} // namespace vbs
