#pragma once

#include "ui/inside/chip_row.h"
#include "ui/inside/inside_view.h"

namespace vbs {

/// What one position looks at, or what looks at it, in the chosen layer and head.
class SequenceView : public InsideView {
    Q_OBJECT
public:
    explicit SequenceView(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Words and regions"); }
    QString name() const override { return QStringLiteral("attention"); }
    QString sentence() const override;
    void showLooked(const LookedPtr& looked) override;
    void showChoice() override;
    bool usesLayer() const override { return true; }
    bool usesHead() const override { return true; }
    std::vector<double> weights() const override { return m_row->weights(); }
    QString weightsTitle() const override;
    QSize drawingSize() override { return m_row->wholeSize(); }
    void draw(QPainter& painter) override { m_row->paintWhole(painter); }
    std::string table() const override;

private:
    ChipRow* m_row;
};

} // namespace vbs
