#include "ui/inside/flow_frames.h"

#include "core/base/file_io.h"
#include "core/image/image_io.h"
#include "core/image/webp_animation.h"
#include "core/look/attention_flow.h"
#include "core/report/heatmap.h"
#include "ui/inside/flow_view.h"
#include "ui/util/phrase_colors.h"
#include "ui/util/qt_bridge.h"

#include <QFileInfo>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace vbs {
namespace {

constexpr int kWidth = 640, kMargin = 12, kLine = 26, kTextSize = 15, kGap = 5;
constexpr int kFrameTime = 80, kRest = 1500; ///< milliseconds

QFont filmFont(int pixels, bool bold = false)
{
    QFont font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

/// The picture with the weights over it, so small that it fits.
QImage seen(const ImagePtr& picture, const RegionSet& regions, std::span<const double> weights, double greatest,
            const HeatLook& look, const QSize& room)
{
    const QSize size = QSize(picture->width, picture->height).scaled(room, Qt::KeepAspectRatio);
    const ImagePtr small = toRgbImage(wrapImage(picture).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const Heatmap map = renderHeatmap(regions, weights, small->width, small->height, greatest);
    return wrapImage(std::make_shared<const RgbImage>(blendHeatmap(*small, map, look)));
}

/// Words as chips in rows. @return the height that they take.
int paintWords(QPainter* painter, const QFont& font, const FlowFilm& film, const std::vector<PositionFacts>& positions,
               const std::vector<double>& weights, int top)
{
    const std::size_t words = film.looked->inspection.result.tokens.size();
    double greatest = 1e-9;
    for (std::size_t i = 0; i < words; ++i)
        greatest = std::max(greatest, weights[i]);
    const QFontMetrics metrics(font);
    int x = kMargin, y = top;
    for (std::size_t i = 0; i < words; ++i) {
        const int width = metrics.horizontalAdvance(positions[i].name) + 16;
        if (x > kMargin && x + width > kWidth - kMargin) {
            x = kMargin;
            y += kLine + kGap;
        }
        if (painter != nullptr) {
            const double share = weights[i] / greatest;
            const bool strong = share > 0.55;
            painter->setPen(i == film.position ? QPen(film.colors.warningMark, 2) : QPen(Qt::NoPen));
            painter->setBrush(mixedColor(film.colors.chip, film.colors.accent, strong ? std::max(share, 0.85) : share));
            painter->drawRoundedRect(QRect(x, y, width, kLine), 5, 5);
            painter->setPen(strong ? film.colors.onAccent : film.colors.text);
            painter->drawText(QRect(x, y, width, kLine), Qt::AlignCenter, positions[i].name);
        }
        x += width + kGap;
    }
    return y + kLine - top;
}

} // namespace

QImage FlowFilm::frame(int number) const
{
    const double place = double(number) / framesALayer;
    const std::vector<double> weights = flowAt(flow, place);
    const InferenceResult& result = looked->inspection.result;
    const std::vector<PositionFacts> positions = positionsOf(*looked);
    const std::size_t words = result.tokens.size(), left = result.regions.regions.size();
    const std::span<const double> all(weights), ofLeft = all.subspan(words, left), ofRight = all.subspan(words + left);
    const double greatest = greatestInFlow(flow, result);
    const bool two = looked->request.rightImage != nullptr && !ofRight.empty();
    const int room = (kWidth - 2 * kMargin - (two ? kGap : 0)) / (two ? 2 : 1);
    std::vector<QImage> pictures{seen(looked->request.image, result.regions, ofLeft, greatest, look, {room, 400})};
    if (two)
        pictures.push_back(seen(looked->request.rightImage, result.rightRegions, ofRight, greatest, look, {room, 400}));
    int pictureHeight = 0;
    for (const QImage& picture : pictures)
        pictureHeight = std::max(pictureHeight, picture.height());
    const QFont font = filmFont(kTextSize);
    const int wordsTop = kMargin + kLine + kGap + pictureHeight + kMargin;
    const int height = wordsTop + paintWords(nullptr, font, *this, positions, weights, wordsTop) + kMargin;
    QImage image(kWidth, height + height % 2, QImage::Format_RGB32);
    image.fill(colors.base);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(filmFont(kTextSize, true));
    painter.setPen(colors.text);
    painter.drawText(QRect(kMargin, kMargin, kWidth - 2 * kMargin, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(
                         QStringLiteral("%1 · %2").arg(flowPlaceText(place, flow.size() - 1), positions[position].name),
                         Qt::ElideRight, kWidth - 2 * kMargin));
    int x = kMargin;
    for (const QImage& picture : pictures) {
        painter.drawImage(x + (room - picture.width()) / 2, kMargin + kLine + kGap, picture);
        x += room + kGap;
    }
    painter.setFont(font);
    paintWords(&painter, font, *this, positions, weights, wordsTop);
    return image;
}

void writeFilm(const FlowFilm& film, const QString& path)
{
    std::vector<RgbImage> frames;
    for (int i = 0; i < film.frames(); ++i)
        frames.push_back(*toRgbImage(film.frame(i)));
    writeFileAtomically(toPath(path), webpAnimation(frames, kFrameTime, kRest));
}

void writeFrames(const FlowFilm& film, const QString& path)
{
    const QFileInfo target(path);
    const int digits = int(QString::number(film.frames()).size());
    for (int i = 0; i < film.frames(); ++i) {
        const QString name = QStringLiteral("%1/%2-%3.png")
                                 .arg(target.absolutePath(), target.completeBaseName())
                                 .arg(i + 1, digits, 10, QChar('0'));
        writeImage(toPath(name), *toRgbImage(film.frame(i)));
    }
}

} // namespace vbs
