#pragma once

#include "core/datasets/dataset.h"
#include "ui/review/review_desk.h"
#include "ui/review/review_pictures.h"
#include "ui/services/background_job.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/workbench.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QStackedWidget;

namespace vbs {

class ActionTable;
class ItemPanel;
class KeyMap;
class QueuePanel;
class ReviewCanvasPanel;
class ReviewLook;
class ReviewMetricsPanel;
class ReviewStartPage;

/// A data set to learn reviewing with. Called on a thread of its own.
struct SampleReview {
    /// Makes the data set in a new folder. @throws Error.
    using Make = std::function<DatasetFiles(const std::filesystem::path& folder, const JobControl& control)>;
    Make make;
    QString folder; ///< where it is kept
};

/// What the review window stands on.
struct ReviewParts {
    Workbench& workbench; ///< whose model is asked
    AppSettings& settings;
    FileChooser& chooser;
    const KeyMap& keys;    ///< knows this window's actions
    SampleReview sample{}; ///< without one nothing can be tried
};

/// The window in which annotations are reviewed: the queue, the item in hand, its picture, and the figures.
class ReviewWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit ReviewWindow(const ReviewParts& parts, QWidget* parent = nullptr);
    ~ReviewWindow() override;

    ReviewDesk& desk() { return m_desk; }
    ReviewCanvasPanel& canvas() { return *m_canvas; }

    void open(const QString& where);
    void openSample();

Q_SIGNALS:
    void keysWanted();   ///< the page of all keys
    void manualWanted(); ///< at the widget that has the focus

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPanels();
    void buildBars();
    void connectReview();
    void connectItem();
    void connectCanvas();
    void connectDesk();
    void restoreLayout();

    void makeNew();
    void openByDialog();
    void openAddress();
    void exportByDialog();
    void carryOverByDialog();
    void askForReviewer();
    void goTo();
    void showFacts();
    void remember(const QString& where);
    void setBusy(const QString& text);
    void prefetch();
    void updateWindow();
    void focusPicture();
    bool isTyping() const;
    bool isForFocus(const QKeyEvent& key) const;
    void noteTouch(const QObject* watched, const QEvent& event);
    bool takesSpace() const;

    AppSettings& m_settings;
    FileChooser& m_chooser;
    Workbench& m_workbench;
    SampleReview m_sample;
    ReviewDesk m_desk;
    ReviewPictures m_pictures;
    ReviewLook* m_look;
    ActionTable* m_actions;
    QStackedWidget* m_stack = nullptr;
    ReviewStartPage* m_start = nullptr;
    ReviewCanvasPanel* m_canvas = nullptr;
    QueuePanel* m_queue = nullptr;
    ItemPanel* m_item = nullptr;
    ReviewMetricsPanel* m_metrics = nullptr;
    BackgroundJob m_sampleJob;
    bool m_located = false; ///< the pictures, and the review is opened again
    QTimer m_metricsRest;   ///< between a decision and new figures
};

} // namespace vbs
