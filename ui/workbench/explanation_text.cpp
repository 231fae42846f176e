#include "ui/workbench/explanation_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("vbs::Explanation", source);
}

const MethodSpec& specOf(ExplanationMethod method)
{
    const auto& table = methodTable();
    const auto at = std::find_if(table.begin(), table.end(), [&](const MethodSpec& s) { return s.method == method; });
    return at == table.end() ? table.back() : *at;
}

} // namespace

const std::vector<MethodSpec>& methodTable()
{
    static const std::vector<MethodSpec> table = {
        {ExplanationMethod::Attention, "attention", QT_TRANSLATE_NOOP("vbs::Explanation", "Attention"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Where one layer and head look, or the mean of all"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Attention")},
        {ExplanationMethod::Rollout, "rollout", QT_TRANSLATE_NOOP("vbs::Explanation", "Rollout"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Attention followed through all layers"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Rollout")},
        {ExplanationMethod::Relevance, "relevance", QT_TRANSLATE_NOOP("vbs::Explanation", "Relevance"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Attention weighed by the gradients of the answer, through all layers"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Relevance")},
        {ExplanationMethod::Occlusion, "occlusion", QT_TRANSLATE_NOOP("vbs::Explanation", "Occlusion"),
         QT_TRANSLATE_NOOP("vbs::Explanation",
                           "By how much the answer's probability falls when a region or word is hidden"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "Fall without it")},
        {ExplanationMethod::None, "none", QT_TRANSLATE_NOOP("vbs::Explanation", "None"),
         QT_TRANSLATE_NOOP("vbs::Explanation", "No explanation is computed"), ""},
    };
    return table;
}

QString methodName(ExplanationMethod method)
{
    return text(specOf(method).name);
}
QString methodTip(ExplanationMethod method)
{
    return text(specOf(method).toolTip);
}

QString weightName(ExplanationMethod method)
{
    const char* name = specOf(method).weight;
    return *name ? text(name) : QString();
}

QString legendTitle(const ExplanationRequest& why)
{
    if (why.method == ExplanationMethod::Occlusion)
        return text("Occlusion: how much the answer falls");
    if (why.method != ExplanationMethod::Attention)
        return methodName(why.method);
    const QString layer = why.layer < 0 ? text("all layers") : text("layer %1").arg(why.layer + 1);
    const QString head = why.head < 0 ? text("all heads") : text("head %1").arg(why.head + 1);
    return text("Attention: %1, %2").arg(layer, head);
}

} // namespace vbs
