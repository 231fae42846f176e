#pragma once

#include "core/engine/inference_types.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace vbs {

/// The question as the model read it: one chip a word piece, the darker the more weight it had.
class TokenStrip : public QWidget {
    Q_OBJECT
public:
    explicit TokenStrip(QWidget* parent = nullptr);

    /// @param weights one a token, or none. @param weightName what a weight is.
    void setTokens(const std::vector<TextToken>& tokens, const std::vector<double>& weights, const QString& weightName);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Chip {
        QString text;
        std::optional<double> weight;
        bool special = false;
    };
    std::vector<QRect> places(int width) const;
    QFont chipFont() const;

    std::vector<Chip> m_chips;
    double m_heaviest = 0;
    QString m_weightName;
};

} // namespace vbs
