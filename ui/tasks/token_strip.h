#pragma once

#include "core/engine/inference_types.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace vbs {

/// The question as the model read it: one chip a word, the darker the more weight it had. On demand one chip a word
/// piece, with the marks that begin and end the text.
class TokenStrip : public QWidget {
    Q_OBJECT
public:
    explicit TokenStrip(QWidget* parent = nullptr);

    /// @param weights one a token, or none. @param weightName what a weight is.
    void setTokens(const std::vector<TextToken>& tokens, const std::vector<double>& weights, const QString& weightName);

    void setPieces(bool pieces);

    QStringList texts() const; ///< of the chips

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
    void makeChips();
    std::vector<QRect> places(int width) const;
    QFont chipFont() const;

    std::vector<TextToken> m_tokens;
    std::vector<double> m_weights;
    bool m_pieces = false;
    std::vector<Chip> m_chips;
    double m_heaviest = 0;
    QString m_weightName;
};

} // namespace vbs
