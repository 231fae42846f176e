#pragma once

#include "core/look/smallest_flip.h"
#include "ui/inside/plots/plot.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace vbs {

/// The fewest regions, or words, without which the model says something else: in a sentence, with buttons that find
/// them and hide them on the picture.
class FlipView : public Plot {
    Q_OBJECT
public:
    explicit FlipView(QWidget* parent = nullptr);

    void clear();                                                       ///< nothing was looked for yet
    void setRunning(const QString& doing, double fraction);             ///< fraction below 0: not known
    void show(const SmallestFlip& flip, const InferenceResult& result); ///< of the same question, for the names
    void setFailed(const QString& sentence);                            ///< also when the user stopped it
    void setHidden(bool hidden);     ///< whether the regions are hidden on the picture now
    void setFindable(bool findable); ///< whether there is a question; true at first
    void setRecorded();              ///< it was found elsewhere: nothing is looked for here

    bool isRunning() const { return m_stage == Stage::Running; }

    QString name() const override { return QStringLiteral("smallest-flip"); }
    QString sentence() const override;
    bool isEmpty() const override { return m_stage != Stage::Found; }
    QSize drawingSize() const override;
    void draw(QPainter& painter) const override;
    std::string table() const override;
    void setSentenceShown(bool shown) override;

Q_SIGNALS:
    void findRequested();
    void stopRequested();
    void hideRequested(const std::vector<std::size_t>& regions); ///< over both pictures, the left one's first
    void bringBackRequested();

private:
    enum class Stage { Nothing, Running, Found, Failed };
    void set(Stage stage);
    void showStage();
    QString factsText() const;
    QString phraseFor(std::size_t region) const;
    QString listed() const;

    Stage m_stage = Stage::Nothing;
    SmallestFlip m_flip;
    InferenceResult m_result;
    QString m_trouble, m_shownSentence;
    bool m_hidden = false, m_findable = true, m_recorded = false;
    QLabel *m_sentence, *m_facts;
    QProgressBar* m_progress;
    QPushButton *m_find, *m_stop, *m_show;
};

} // namespace vbs
