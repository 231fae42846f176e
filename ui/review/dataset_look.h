#pragma once

#include "core/review/project_import.h"

#include <QString>

#include <memory>
#include <optional>

namespace vbs {

/// What there is to know of a data set before a project is made of it.
struct DatasetLook {
    std::shared_ptr<ProjectDraft> draft; ///< never null; its end is not the GUI thread's work
    DraftSummary summary;
    QString format;                ///< for people: "VQA v2"
    bool wantsAnnotations = false; ///< the format keeps them apart
};

/// Which of a data set's files are the user's words; the others are looked for where data sets usually have them.
struct DatasetWish {
    DatasetFiles files;
    bool guessAnnotations = false, guessImages = false;
};

/// Looks at a data set; see draftOf and summaryOf for what it throws. A thread's work.
DatasetLook lookAtDataset(const DatasetWish& wish, const JobControl& control);

/// A file of answers beside one of questions, called after it: "annotations.json" beside "questions.json", and
/// "v2_mscoco_val2014_annotations.json" beside "v2_OpenEnded_mscoco_val2014_questions.json". Empty: there is none.
std::filesystem::path annotationsBesideQuestions(const std::filesystem::path& questions);

/// The folder "images" beside a data set, or in it when that is a folder. Empty: there is none.
std::filesystem::path imagesBeside(const std::filesystem::path& dataset);

/// Whether a format keeps annotations apart.
bool keepsAnnotationsApart(const std::string& format);

/// NAME.vbsreview beside the data set. Asks no disk.
QString proposedProjectPath(const QString& dataset, const QString& name);

/// What a project is called after: the data set's file or folder. Asks no disk.
QString proposedProjectName(const QString& dataset);

} // namespace vbs
