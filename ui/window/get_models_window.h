#pragma once

#include "ui/services/model_service.h"
#include "ui/util/file_chooser.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vbs {

class ModelCardView;

/// The models of the catalogue as cards. It stays open, or is closed, while models come and the user works.
class GetModelsWindow : public QDialog {
    Q_OBJECT
public:
    GetModelsWindow(ModelService& service, FileChooser& chooser, QWidget* parent = nullptr);

Q_SIGNALS:
    void useWanted(const QString& folder);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void showCards();
    void askToRemove(const QString& name);

    ModelService& m_service;
    FileChooser& m_chooser;
    QList<ModelCardView*> m_cards;
    QVBoxLayout* m_column;
    QLabel *m_said, *m_folder;
    QPushButton *m_add, *m_usualFolder;
};

} // namespace vbs
