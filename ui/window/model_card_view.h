#pragma once

#include "ui/services/model_service.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vbs {

/// One model of the Get Models window: what it is, and what can be done with it now.
class ModelCardView : public QFrame {
    Q_OBJECT
public:
    ModelCardView(ModelService& service, QWidget* parent = nullptr);

    void setCard(const ModelCard& card);
    void showJob(); ///< how far it is; a few times a second
    const QString& name() const { return m_card.name; }

Q_SIGNALS:
    void useWanted(const QString& folder); ///< as the window's model
    void removeWanted(const QString& name);

private:
    void showFacts();
    void showButtons(const ModelService::Job& job);

    ModelService& m_service;
    ModelCard m_card;
    QLabel *m_title, *m_state, *m_description, *m_facts, *m_license, *m_weakness, *m_progressText, *m_problem;
    QProgressBar* m_progress;
    QPushButton *m_get, *m_pause, *m_cancel, *m_use, *m_remove, *m_address;
};

} // namespace vbs
