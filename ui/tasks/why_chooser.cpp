#include "ui/tasks/why_chooser.h"

#include "ui/workbench/explanation_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace vbs {
namespace {

constexpr int kMostEntries = 256; ///< a saved card may claim any number

QComboBox* combo(const QString& objectName, const QString& accessibleName, const QString& toolTip)
{
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setToolTip(toolTip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    return box;
}

} // namespace

WhyChooser::WhyChooser(QWidget* parent)
    : QWidget(parent), m_method(combo("whyMethod", tr("Explanation"), tr("How the answer is explained"))),
      m_layer(combo("whyLayer", tr("Layer"), tr("Layer of the Transformer ( [ and ] )"))),
      m_head(combo("whyHead", tr("Head"), tr("Attention head ( , and . )")))
{
    for (const ExplanationMethod method : methodsToChoose()) {
        m_method->addItem(methodName(method), int(method));
        m_method->setItemData(m_method->count() - 1, methodTip(method), Qt::ToolTipRole);
    }
    auto* parts = new QHBoxLayout;
    parts->setSpacing(8);
    parts->addWidget(m_layer, 1);
    parts->addWidget(m_head, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_method);
    layout->addLayout(parts);
    for (QComboBox* box : {m_method, m_layer, m_head})
        connect(box, &QComboBox::activated, this, &WhyChooser::choose);
    setCounts(0, 0);
}

void WhyChooser::setCounts(int layers, int heads)
{
    const auto fill = [](QComboBox* box, int claimed, const QString& mean, const QString& one) {
        const int count = std::clamp(claimed, 0, kMostEntries);
        if (box->count() == count + 1)
            return;
        const QSignalBlocker blocker(box);
        box->clear();
        box->addItem(mean, -1);
        for (int i = 0; i < count; ++i)
            box->addItem(one.arg(i + 1), i);
    };
    fill(m_layer, layers, tr("All layers"), tr("Layer %1"));
    fill(m_head, heads, tr("All heads"), tr("Head %1"));
    setRequest(m_request);
}

void WhyChooser::setRequest(const ExplanationRequest& request)
{
    m_request = request;
    const auto select = [](QComboBox* box, int value) {
        const QSignalBlocker blocker(box);
        box->setCurrentIndex(std::max(0, box->findData(value)));
    };
    select(m_method, int(request.method));
    select(m_layer, request.layer);
    select(m_head, request.head);
    m_method->setToolTip(methodTip(request.method));
    for (QComboBox* box : {m_layer, m_head}) {
        box->setVisible(methodInfo(request.method).layered);
        box->setEnabled(box->count() > 1);
    }
}

void WhyChooser::choose()
{
    ExplanationRequest request;
    request.method = ExplanationMethod(m_method->currentData().toInt());
    request.layer = m_layer->currentData().toInt();
    request.head = m_head->currentData().toInt();
    setRequest(request);
    Q_EMIT chosen(request);
}

} // namespace vbs
