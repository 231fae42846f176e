#pragma once

#include "ui/lesson/recorder/lesson_draft.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace vbs {

class DraftPictures;

/// The draft's steps. A row that is dragged is moved in the draft.
class StepListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ThumbnailRole = Qt::UserRole, NumberRole, MarksRole, TroubleRole };

    StepListModel(LessonDraft& draft, DraftPictures& pictures, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

private:
    void follow();
    QStringList marksOf(std::size_t row) const;
    QString troubleOf(std::size_t row) const;

    LessonDraft& m_draft;
    DraftPictures& m_pictures;
    std::vector<int> m_ids; ///< of the rows that the view knows
};

/// A step as a card: its picture, number and title, and what it has.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace vbs
