#pragma once

#include "core/engine/inference_types.h"

#include <QWidget>

class QComboBox;

namespace vbs {

/// Chooses how an answer is explained: method, layer, head.
class WhyChooser : public QWidget {
    Q_OBJECT
public:
    explicit WhyChooser(QWidget* parent = nullptr);

    /// What the model has; known after the first answer.
    void setCounts(int layers, int heads);
    void setRequest(const ExplanationRequest& request);

Q_SIGNALS:
    void chosen(const vbs::ExplanationRequest& request);

private:
    void choose();

    QComboBox* m_method;
    QComboBox* m_layer;
    QComboBox* m_head;
    ExplanationRequest m_request;
};

} // namespace vbs
