// InsidePanel's part that writes what a view shows.

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "ui/canvas/canvas_panel.h"
#include "ui/inside/flow_frames.h"
#include "ui/inside/flow_view.h"
#include "ui/inside/inside_panel.h"
#include "ui/services/export_service.h"
#include "ui/settings/app_settings.h"
#include "ui/util/file_chooser.h"
#include "ui/util/qt_bridge.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolButton>

namespace vbs {
namespace {

constexpr int kSharper = 2;      ///< a PNG's pixels for one on the screen
constexpr int kDrawingEdge = 12; ///< pixels

QImage pictureOf(InsideView& view)
{
    const QSize size = view.drawingSize() + QSize(2 * kDrawingEdge, 2 * kDrawingEdge);
    QImage image(size * kSharper, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharper);
    image.fill(themeColors().base);
    QPainter painter(&image);
    painter.translate(kDrawingEdge, kDrawingEdge);
    view.draw(painter);
    return image;
}

std::string svgOf(InsideView& view)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size = view.drawingSize() + QSize(2 * kDrawingEdge, 2 * kDrawingEdge);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(view.title());
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(), size), themeColors().base);
    painter.translate(kDrawingEdge, kDrawingEdge);
    view.draw(painter);
    painter.end();
    return buffer.data().toStdString();
}

} // namespace

void InsidePanel::buildExport()
{
    m_export = new QToolButton;
    m_export->setObjectName("insideExport");
    m_export->setText(tr("Export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolTip(tr("Writes what this view shows into a file."));
    m_exports = new QMenu(m_export);
    const std::pair<const char*, QString> formats[] = {{"png", tr("&Picture (PNG)…")},
                                                       {"svg", tr("&Drawing (SVG)…")},
                                                       {"csv", tr("&Numbers (CSV)…")},
                                                       {"webp", tr("&Animation (WebP)…")},
                                                       {"frames", tr("&Frames (PNG)…")}};
    for (const auto& [suffix, text] : formats) {
        QAction* action = m_exports->addAction(text);
        action->setObjectName(QStringLiteral("insideExport-%1").arg(suffix));
        connect(action, &QAction::triggered, this, [this, suffix = QString(suffix)] { exportAs(suffix); });
    }
    connect(m_exports, &QMenu::aboutToShow, this, [this] {
        const bool film = qobject_cast<FlowView*>(&view()) != nullptr;
        for (QAction* action : m_exports->actions()) {
            const bool moves = action->objectName().endsWith("webp") || action->objectName().endsWith("frames");
            action->setVisible(film || !moves);
            action->setEnabled(!view().isEmpty());
        }
    });
    m_export->setMenu(m_exports);
}

void InsidePanel::exportAs(const QString& suffix)
{
    InsideView& shown = view();
    const auto& picture = m_parts.workbench.state().left.picture;
    const bool frames = suffix == "frames";
    const QString ending = frames ? QStringLiteral("png") : suffix;
    const QString base = picture ? QFileInfo(picture->name).completeBaseName() : QString();
    const QString name = QStringLiteral("%1-%2.%3").arg(base, shown.name(), ending);
    const QString filter = suffix == "csv"    ? tr("Table (*.csv)")
                           : suffix == "svg"  ? tr("SVG drawing (*.svg)")
                           : suffix == "webp" ? tr("WebP animation (*.webp)")
                                              : tr("PNG picture (*.png)");
    const QString path = m_parts.chooser.chooseTarget(window(), tr("Export “%1”").arg(shown.title()),
                                                      QDir(m_parts.settings.lastFolder()).filePath(name), {filter});
    // While the dialog was open, the question may have gone.
    if (path.isEmpty() || !m_desk.state().isReady() || shown.isEmpty())
        return;
    if (suffix == "webp" || frames)
        return exportFilm(path, frames);
    if (suffix == "png") {
        const ImagePtr image = toRgbImage(pictureOf(shown));
        return m_parts.files.start(path, [path, image] { writeImage(toPath(path), *image); });
    }
    const std::string contents = suffix == "svg" ? svgOf(shown) : shown.table();
    m_parts.files.start(path, [path, contents] { writeFileAtomically(toPath(path), contents); });
}

void InsidePanel::exportFilm(const QString& path, bool frames)
{
    const auto* flow = qobject_cast<FlowView*>(&view());
    if (flow == nullptr)
        return;
    const FlowFilm film{m_desk.state().looked, flow->flow(), m_desk.choice().position, m_parts.settings.heatLook(),
                        themeColors()};
    m_parts.files.start(path, [film, path, frames] { frames ? writeFrames(film, path) : writeFilm(film, path); });
}

} // namespace vbs
