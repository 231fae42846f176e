#pragma once

#include "core/service/inference_types.h"

#include <QWidget>

#include <vector>

namespace vbs {

/// The question as the model read it: one chip a word piece, the darker the more weight it had.
class TokenStrip : public QWidget {
    Q_OBJECT
public:
    explicit TokenStrip(QWidget* parent = nullptr);

    /// @param weights one a token, or none.
    void setTokens(const std::vector<TextToken>& tokens, const std::vector<double>& weights);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Chip {
        QString text;
        double weight = -1; ///< negative: none
        bool special = false;
    };
    std::vector<QRect> places(int width) const;
    QFont chipFont() const;

    std::vector<Chip> m_chips;
    double m_heaviest = 0;
};

} // namespace vbs
