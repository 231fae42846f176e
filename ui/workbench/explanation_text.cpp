#include "ui/workbench/explanation_text.h"

#include "core/report/heat_look.h"
#include "ui/util/core_text.h"
#include "ui/util/qt_bridge.h"
#include "ui/workbench/task_table.h"

#include <QCoreApplication>

#include <algorithm>

namespace vbs {
namespace {

struct ExplanationText {
    Q_DECLARE_TR_FUNCTIONS(vbs::ExplanationText)
};

} // namespace

std::vector<ExplanationMethod> methodsToChoose()
{
    std::vector<ExplanationMethod> methods;
    for (const MethodInfo& info : kMethodTable)
        methods.push_back(info.method);
    std::ranges::rotate(methods, std::ranges::find(methods, ExplanationMethod::None) + 1);
    return methods;
}

QString methodId(ExplanationMethod method)
{
    const std::string_view name = nameOf(method);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString methodName(ExplanationMethod method)
{
    return coreText(methodInfo(method).title);
}
QString methodTip(ExplanationMethod method)
{
    return coreText(methodInfo(method).tip);
}

QString weightName(ExplanationMethod method)
{
    const char* name = methodInfo(method).weight;
    return *name ? coreText(name) : QString();
}

ExplanationRequest chosenWhy(ExplanationRequest why, const std::string& answer)
{
    why.of = why.of == answer ? std::string() : answer;
    // Attention is the same for every answer; relevance tells them apart.
    const ExplanationNeeds needs = methodInfo(why.method).needs;
    if (!why.of.empty() && (needs == ExplanationNeeds::Attention || needs == ExplanationNeeds::Nothing))
        why.method = ExplanationMethod::Relevance;
    return why;
}

ExplanationRequest steppedWhy(ExplanationRequest why, const Explanation& known, int layers, int heads)
{
    if (layers != 0)
        why.layer = std::clamp(why.layer + layers, -1, known.layers - 1);
    if (heads != 0)
        why.head = std::clamp(why.head + heads, -1, known.heads - 1);
    return why;
}

QString legendTitle(const ExplanationRequest& why)
{
    if (!methodInfo(why.method).layered)
        return coreText(methodInfo(why.method).legend);
    const QString layer =
        why.layer < 0 ? ExplanationText::tr("all layers") : ExplanationText::tr("layer %1").arg(why.layer + 1);
    const QString head =
        why.head < 0 ? ExplanationText::tr("all heads") : ExplanationText::tr("head %1").arg(why.head + 1);
    return ExplanationText::tr("%1: %2, %3").arg(coreText(methodInfo(why.method).legend), layer, head);
}

QStringList legendNotes(const InferenceResult& result)
{
    const Explanation& why = result.explanation;
    const auto shares = heatShares(why);
    if (!shares)
        return {};
    const QString words = percentText(shares->words);
    QStringList notes{ExplanationText::tr("Regions together %1, words %2").arg(percentText(shares->regions), words)};
    if (taskSpec(result.task).twoPictures()) {
        const auto share = [](const RegionSet& set, double sum) {
            const bool none = std::ranges::all_of(set.regions, &Region::wholeImage);
            return none && sum == 0 ? ExplanationText::tr("none") : percentText(sum);
        };
        notes = {
            ExplanationText::tr("Left regions %1, right %2, words %3")
                .arg(share(result.regions, shares->regions), share(result.rightRegions, shares->rightRegions), words)};
    }
    if (methodInfo(why.request.method).layered && why.readFrom >= 0 && std::size_t(why.readFrom) < result.tokens.size())
        notes << ExplanationText::tr("Seen from the word piece “%1”")
                     .arg(toQString(result.tokens[std::size_t(why.readFrom)].text));
    return notes;
}

} // namespace vbs
