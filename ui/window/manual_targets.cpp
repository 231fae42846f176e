#include "ui/window/manual_targets.h"

#include <QWidget>

#include <utility>

namespace vbs {
namespace {

constexpr std::pair<const char*, const char*> kTargets[] = {{"picturesDock", "window.md#pictures"},
                                                            {"regionsDock", "regions.md"},
                                                            {"askDock", "tasks.md"},
                                                            {"historyDock", "window.md#history-and-export"},
                                                            {"insideDock", "inside.md"},
                                                            {"canvasPanel", "regions.md"},
                                                            {"getModels", "models.md"},
                                                            {"twoModels", "inside.md#two-models-side-by-side"},
                                                            {"reviewWindow", "review.md"},
                                                            {"lessonRecorder", "teaching.md#make-one"},
                                                            {"lessonPlayer", "teaching.md#play-one"},
                                                            {"shortcutsPage", "menus.md"},
                                                            {"modelPage", "models.md"},
                                                            {"devicePage", "libtorch.md"},
                                                            {"packChooser", "window.md#models"},
                                                            {"aboutPage", "troubleshooting.md#still-stuck"}};

} // namespace

QString manualTargetOf(const QWidget* widget)
{
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget())
        for (const auto& [name, target] : kTargets)
            if (widget->objectName() == QLatin1String(name))
                return target;
    return {};
}

QStringList manualTargets()
{
    QStringList targets;
    for (const auto& [name, target] : kTargets)
        targets.append(target);
    return targets;
}

} // namespace vbs
