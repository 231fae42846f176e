#pragma once

#include "ui/canvas/canvas_pane.h"
#include "ui/diff/compared_canvas.h"

class QHBoxLayout;
class QLabel;

namespace vbs {

class BarsView;

/// One of two models: its name, the pictures with what it looked at, and its answers.
class ModelColumn : public QWidget {
    Q_OBJECT
public:
    ModelColumn(Workbench& workbench, bool first, QWidget* parent = nullptr);
    ~ModelColumn() override;

    struct Content {
        QString name;                     ///< of the model
        QString facts;                    ///< in small letters below
        QString sentence;                 ///< in place of answers
        std::optional<Answered> answered; ///< what is shown on the pictures
        std::vector<bool> hidden, rightHidden;
        std::vector<AnswerBar> bars;
        double greatest = 0; ///< weight of both models; 0: each has its own scale
        bool stale = false;  ///< the answers are an earlier question's
    };
    void show(const Content& content);
    void setHeatLook(const HeatLook& look);
    void addToHeader(QWidget* widget);

    std::vector<CanvasPane*> panes() const { return {m_left, m_right}; }

private:
    Workbench& m_workbench;
    ComparedCanvas m_leftModel, m_rightModel;
    CanvasPane *m_left, *m_right;
    QLabel *m_name, *m_facts, *m_sentence;
    QHBoxLayout* m_header;
    BarsView* m_bars;
};

} // namespace vbs
