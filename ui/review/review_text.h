#pragma once

#include "core/review/project_export.h"
#include "core/review/queue_order.h"
#include "core/review/standing.h"

#include <QString>

namespace vbs {

struct ExportDone;
struct ExportTargets;

/// What things of a review are called in the window.
QString reviewText(QueueOrder order);
QString reviewText(Verdict verdict);
QString reviewText(DecisionKind kind); ///< as a line of an item's history: "accepted"
QString reviewText(ExportScope scope);

/// A choice by its letter, as lists of choices have it: "A. He is angry."
QString choiceText(std::size_t place, const QString& choice);

/// "1 item", "214,354 items"
QString itemsText(std::size_t count);

/// What an export wrote, in sentences; what is to be known of the model's answers is a line each.
QString exportedText(const ExportDone& done, const ExportTargets& to);

} // namespace vbs
