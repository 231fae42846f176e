#pragma once

#include <QProxyStyle>

namespace vbs {

/// Fusion, but for what does not go with line icons: a menu's icon on the highlight has the highlight's text color, and
/// dialog buttons have words alone.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    StudioStyle();

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
};

} // namespace vbs
