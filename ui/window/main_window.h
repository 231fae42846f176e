#pragma once

#include "ui/models/recent_files.h"
#include "ui/review/review_window.h"
#include "ui/services/background_job.h"
#include "ui/services/device_bench.h"
#include "ui/services/model_source.h"
#include "ui/services/wish.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/workbench/export_document.h"
#include "ui/workbench/workbench.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QMimeData;
class QSlider;
class QToolBar;

namespace vbs {

class ActionTable;
class CanvasPanel;
class ExportService;
class HelpWindow;
class HistoryPanel;
class InsidePanel;
class KeyMap;
class LessonPlayer;
class LessonRecorder;
class ModelDesk;
class PicturesPanel;
class PresentationBanner;
class RegionsPanel;
class StatusPanel;
class TaskPanel;
class TwoModelsWindow;

/// What the window stands on; all of it injected.
struct WindowParts {
    std::unique_ptr<InferenceBackend> backend;
    QString settingsPath;
    std::unique_ptr<FileChooser> chooser;
    KeptFolders folders{};
    std::unique_ptr<ModelSource> models{}; ///< null: none can be got
    BenchWork bench{};                     ///< measures this machine; empty: nothing does
    SampleReview::Make sample{};           ///< a data set to learn reviewing with; empty: there is none
};

/// What the event loop ends with when the user wants a new window, which speaks another language.
inline constexpr int kNewWindow = 64;

/// What is shown first.
struct StartOptions {
    std::filesystem::path pack; ///< empty: none was found
    QString packProblem;        ///< why there is none
    QStringList paths; ///< pictures, a folder, a review or a lesson; empty: the last picture, or the pack's sample
    std::filesystem::path shippedPack{}; ///< the one that is used unless the user chooses another
    QString notice{};                    ///< what the user should know of the pack, as a sentence; empty: nothing
    QString action{};                    ///< see Wish
};

/// The window: joins the panels and the actions. What they do stands in the panels and in Workbench.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(WindowParts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void start(const StartOptions& options);
    /// What a later start of the program wants of this window, which comes to the front.
    void fulfil(const Wish& wish);

    Workbench& workbench() { return *m_workbench; }
    CanvasPanel& canvas() { return *m_canvas; }
    ReviewWindow& reviewWindow();     ///< made at the first call
    TwoModelsWindow& twoModels();     ///< likewise
    LessonPlayer& lessonPlayer();     ///< likewise
    LessonRecorder& lessonRecorder(); ///< likewise
    AppSettings& settings() { return m_settings; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void goOn(const QString& picture);
    void buildPanels();
    void buildToolBar();
    void showToolTexts();
    void buildMenus();
    void buildRecentMenu();
    void buildLanguageMenu();
    void chooseLanguage(const QString& choice);
    void restart();
    void buildThemeMenu();
    void buildTextSizeMenu();
    void buildHeatMenu();
    void showHeatLook();
    void connectActions();
    void connectKeys();
    void connectCanvas();
    void connectEditing();
    void connectUndo();
    void connectTasks();
    void connectExport();
    void connectLessons();
    void connectRecorder();
    void showRecorder();
    void offerLeftDrafts();
    QString lessonDrafts() const;
    void playLesson(const QString& path);
    void saveLessonPage();
    RegionEditor& regionsInHand();
    void useFoundRegions();
    void saveBoxes();
    void saveBoxesByDialog();
    void clearHistory();
    void exportAs(ExportKind kind);
    ExportLook exportLook();
    void copyAnswer();
    void copyPicture();
    void connectWorkbench();
    void restore();
    void resetLayout();
    QString unsavedText() const;
    void askToQuit(const QString& lost);
    void setPresenting(bool on);
    void openByDialog();
    void openFolderByDialog();
    void paste();
    void openMime(const QMimeData* mime, const QString& imageName, const QString& nothing, Side side = Side::Left);
    void openRightByDialog();
    void locateByDialog();
    void askAboutAnother(const QString& difference);
    void openSample();
    void remember(Side side);
    void restoreTask();
    bool isOfPack(const QString& path) const;
    void openPaths(const QStringList& paths);
    void triggerLater(const QString& action);
    void showTitle();
    void showAbout();
    void showReview();
    void showTwoModels();
    void showKeys(QWidget* over);
    void connectManual();
    void showManual(const QWidget* about);
    void updateActions();

    AppSettings m_settings;
    std::unique_ptr<FileChooser> m_chooser;
    Theme* m_theme;
    RecentFiles* m_recent;
    Workbench* m_workbench;
    KeyMap* m_keys;
    ActionTable* m_actions;
    ExportService* m_export;
    ModelDesk* m_models;
    CanvasPanel* m_canvas = nullptr;
    PicturesPanel* m_pictures = nullptr;
    RegionsPanel* m_regions = nullptr;
    TaskPanel* m_task = nullptr;
    HistoryPanel* m_history = nullptr;
    InsidePanel* m_inside = nullptr;
    StatusPanel* m_status = nullptr;
    QToolBar* m_toolBar = nullptr;
    QLabel* m_zoom = nullptr;
    QSlider* m_opacity = nullptr;
    PresentationBanner* m_presentation = nullptr;
    QByteArray m_standardLayout, m_beforePresenting;
    bool m_presenting = false;
    bool m_wasFullScreen = false;
    bool m_quitAnyway = false;
    bool m_restarting = false;
    SampleReview m_sample;
    std::unique_ptr<ReviewWindow> m_review;       ///< null: it was not opened in this run
    std::unique_ptr<TwoModelsWindow> m_twoModels; ///< likewise
    std::unique_ptr<HelpWindow> m_manual;         ///< likewise
    std::unique_ptr<LessonPlayer> m_lessons;      ///< likewise
    std::unique_ptr<LessonRecorder> m_recorder;   ///< likewise
    QString m_lessonResults;                      ///< where students' answers are kept
    BackgroundJob m_lessonReading;
    QString m_lessonProblem; ///< to be told; empty: none
    QString m_exported;      ///< the last file; empty: none in this run
    bool m_sampleWanted = false;
};

} // namespace vbs
