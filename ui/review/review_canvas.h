#pragma once

#include "ui/canvas/canvas_model.h"
#include "ui/review/item_edits.h"
#include "ui/review/review_desk.h"
#include "ui/review/review_pictures.h"

#include <optional>

namespace vbs {

/// A picture of the item in hand as a canvas shows it: the annotation's boxes as the user's own, which can be edited,
/// and dashed what the model says in their place. While the model's view is on, its regions with their weights instead.
class ReviewCanvas : public CanvasModel {
    Q_OBJECT
public:
    ReviewCanvas(ReviewDesk& desk, ReviewPictures& pictures, Side side, QObject* parent = nullptr);

    /// What the model saw, and where it looked; nothing: it is not asked for.
    void showModel(const std::optional<InferenceResult>& result);
    bool showsModel() const { return m_result.has_value(); }
    void lookAt(int suggestion); ///< shows this one of the model's instead of its first; -1: no more
    bool canEdit() const;        ///< the item has boxes, and they are on display
    void removePicked();

    const SideState& side() const override { return m_side; }
    CanvasWeights weights() const override;
    std::vector<CanvasOutline> outlines() const override;
    CanvasAbsence absence() const override;
    QString title() const override;
    QStringList knownLabels() const override;

    void pick(int region) override;
    void add(const Box& box) override;
    void change(int region, const Box& box, bool goesOn) override;
    void label(int region, const QString& label) override;

private:
    void onItem();
    void showPicture();
    void showBoxes();
    std::vector<LabelledBox> modelBoxes() const;
    BoxScale scale() const;
    const ReviewedItem* item() const { return m_desk.state().item ? &*m_desk.state().item : nullptr; }

    ReviewDesk& m_desk;
    ReviewPictures& m_pictures;
    const Side m_which;
    SideState m_side;
    QString m_path;    ///< of the picture that belongs here; empty: none does
    QString m_problem; ///< why it is not shown, a sentence
    std::vector<ItemBox> m_boxes;
    std::optional<InferenceResult> m_result;
    int m_looked = -1;        ///< the suggestion that is looked at; -1: none
    std::int64_t m_item = -1; ///< the number of the item on display
};

} // namespace vbs
