#pragma once

#include "ui/inside/head_grid_view.h"
#include "ui/inside/inside_view.h"
#include "ui/services/background_job.h"

class QCheckBox;
class QComboBox;

namespace vbs {

/// Every layer's heads, by what they look at.
class HeadsView : public InsideView {
    Q_OBJECT
public:
    explicit HeadsView(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Heads"); }
    QString name() const override { return QStringLiteral("heads"); }
    QString sentence() const override;
    void showLooked(const LookedPtr& looked) override;
    void showChoice() override;
    std::vector<double> weights() const override;
    QString weightsTitle() const override;
    QSize drawingSize() override { return m_grid->wholeSize(); }
    void draw(QPainter& painter) override { m_grid->paintWhole(painter); }
    bool isEmpty() const override { return m_grid->measures().empty(); }
    std::string table() const override;

private:
    void measure(const LookedPtr& looked);

    BackgroundJob m_job; ///< measures the heads
    LookedPtr m_shown;
    HeadGridView* m_grid;
    QComboBox* m_measure;
    QCheckBox* m_sorted;
};

} // namespace vbs
