#pragma once

#include "core/look/smallest_flip.h"
#include "ui/inside/hiding_page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace vbs {

/// The fewest regions without which the model says something else.
class FlipPage : public HidingPage {
    Q_OBJECT
public:
    explicit FlipPage(InsideDesk& desk, QWidget* parent = nullptr);

    QString title() const override { return tr("Smallest flip"); }
    QString name() const override { return QStringLiteral("smallest-flip"); }
    QString sentence() const override;
    std::string table() const override;

    const std::optional<SmallestFlip>& flip() const { return m_flip; }

protected:
    HidingRun::Work workFor(const InferenceRequest& request) override;
    QString offer() const override;
    QString button() const override { return tr("Find the Smallest Flip"); }
    QString underWay() const override { return tr("Hiding regions to see when the answer changes."); }
    void clear() override;

private:
    void showFlip();
    void hideRegions();
    QString told() const;

    std::optional<SmallestFlip> m_flip;
    QLabel* m_told;
    QPushButton* m_hide;
};

} // namespace vbs
