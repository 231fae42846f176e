#pragma once

#include "ui/inside/hiding_run.h"
#include "ui/inside/inside_view.h"
#include "ui/inside/run_strip.h"

class QVBoxLayout;

namespace vbs {

/// A view whose numbers take many runs of the network: they are computed when the user wants them, and again for each
/// question.
class HidingPage : public InsideView {
    Q_OBJECT
public:
    explicit HidingPage(InsideDesk& desk, QWidget* parent = nullptr);

    void showLooked(const LookedPtr& looked) override;
    bool isEmpty() const override { return m_run.stage() != HidingRun::Stage::Done; }
    QSize drawingSize() override { return m_content->size(); }
    void draw(QPainter& painter) override { m_content->render(&painter); }

    const HidingRun& run() const { return m_run; }
    RunStrip& strip() { return *m_strip; }

protected:
    void setContent(QWidget* content); ///< in sight when there is something
    /// What is run for the question; its reply keeps and shows the outcome.
    virtual HidingRun::Work workFor(const InferenceRequest& request) = 0;
    virtual QString offer() const = 0;  ///< a sentence: what could be done
    virtual QString button() const = 0; ///< begins it
    virtual QString underWay() const = 0;
    virtual void clear() = 0; ///< what was of another question

private:
    void showRun();
    void click();

    HidingRun m_run;
    RunStrip* m_strip;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    LookedPtr m_of; ///< what the run is about
};

} // namespace vbs
