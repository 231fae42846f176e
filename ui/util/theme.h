#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace vbs {

enum class ThemeMode { System, Light, Dark };

/// The colours that a palette has no role for. Text and marks reach WCAG AA (4.5:1) on what they stand on.
struct ThemeColors {
    bool dark = false;
    QColor window, base, text, muted, border, accent, onAccent, canvas, chip;
    QColor infoFill, warningFill, errorFill, warningMark, errorMark;
};

/// The colours in force now, read from the application's palette.
const ThemeColors& themeColors();

const ThemeColors& themeColors(bool dark);

/// A length in pixels that goes with the text's size: of a font, or of a row that holds text. At the usual size the
/// same.
int textPixels(int usual);

/// Applies a theme to the whole application and follows the system while the mode is System.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    ThemeMode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    void setMode(ThemeMode mode);
    void setTextSize(int percent); ///< of every text in the window; 100: the system's own

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    bool m_dark = false;
    bool m_systemDark = false;
    QFont m_systemFont;
};

} // namespace vbs
