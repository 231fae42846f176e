#pragma once

#include <QWidget>

#include <string>

class QPainter;

namespace vbs {

/// A drawing that can be written to files. It knows neither the engine nor the workbench: it is told what to show.
class Plot : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString name() const = 0;     ///< of files, in small letters
    virtual QString sentence() const = 0; ///< what it shows and how far it can be trusted; the plot shows it, too
    virtual bool isEmpty() const = 0;     ///< there is nothing to export yet
    virtual QSize drawingSize() const = 0;
    virtual void draw(QPainter& painter) const = 0; ///< with its legend and sentence, from (0, 0) on
    virtual std::string table() const = 0;          ///< CSV (RFC 4180) with a header; numbers read back as they were

    /// The plot's own label with the sentence; shown at first.
    virtual void setSentenceShown(bool shown) = 0;

Q_SIGNALS:
    void sentenceChanged();
};

} // namespace vbs
