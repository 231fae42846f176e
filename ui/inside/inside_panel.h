#pragma once

#include "ui/inside/inside_view.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace vbs {

class AppSettings;
class CanvasPanel;
class ExportService;
class FileChooser;
class FlowLayout;
class RunStrip;

struct InsideParts {
    Workbench& workbench;
    CanvasPanel& canvas;
    AppSettings& settings;
    FileChooser& chooser;
    ExportService& files;
};

/// "Inside the model": the network at work on the question on display, in several views. It computes and takes the
/// canvas only while it is in sight.
class InsidePanel : public QWidget {
    Q_OBJECT
public:
    /// @param parts outlive the panel.
    explicit InsidePanel(const InsideParts& parts, QWidget* parent = nullptr);
    ~InsidePanel() override;

    InsideDesk& desk() { return m_desk; }
    const InsideDesk& desk() const { return m_desk; }
    InsideView& view() const; ///< the one in sight
    void setWatched(bool watched);

private:
    void addView(InsideView* view);
    void buildControls();
    void buildExport();
    void fillChoosers();
    void choose();
    void showState();
    void showStrip();
    void showChoice();
    void showSentence();
    void switchTo(int view);
    void showOnCanvas();
    void followPicked(Side side);
    void pickChosen();
    void exportAs(const QString& suffix);
    void exportFilm(const QString& path, bool frames);

    InsideParts m_parts;
    InsideDesk m_desk;
    std::vector<InsideView*> m_views;
    FlowLayout* m_buttons;
    QButtonGroup* m_group;
    QComboBox* m_layer;
    QComboBox* m_head;
    QComboBox* m_direction;
    QToolButton* m_export;
    QMenu* m_exports;
    RunStrip* m_strip;
    QStackedWidget* m_stack;
    QLabel* m_sentence;
    QTimer m_wait; ///< short waiting is not told
};

} // namespace vbs
