#include "ui/review/dataset_look.h"

#include "core/datasets/dataset_formats.h"
#include "ui/services/background_job.h"
#include "ui/store/review_project_file.h"
#include "ui/util/qt_bridge.h"

#include <QDir>
#include <QFileInfo>

namespace vbs {

namespace fs = std::filesystem;

fs::path annotationsBesideQuestions(const fs::path& questions)
{
    std::string name = questions.filename().string();
    const std::string from = "questions";
    const std::size_t at = name.rfind(from);
    if (at == std::string::npos)
        return {};
    name.replace(at, from.size(), "annotations");
    std::string plain = name;
    const std::string kind = "OpenEnded_";
    if (const std::size_t place = plain.find(kind); place != std::string::npos)
        plain.erase(place, kind.size());
    std::error_code code;
    for (const std::string& each : {name, plain})
        if (fs::is_regular_file(questions.parent_path() / each, code))
            return questions.parent_path() / each;
    return {};
}

fs::path imagesBeside(const fs::path& dataset)
{
    std::error_code code;
    const fs::path folder = (fs::is_directory(dataset, code) ? dataset : dataset.parent_path()) / "images";
    return fs::is_directory(folder, code) ? folder : fs::path();
}

bool keepsAnnotationsApart(const std::string& format)
{
    return datasetFormat(format).files.find("--annotations") != std::string_view::npos;
}

DatasetLook lookAtDataset(const DatasetWish& wish, const JobControl& control)
{
    DatasetFiles files = wish.files;
    if (wish.guessAnnotations)
        files.annotations = annotationsBesideQuestions(files.dataset);
    if (wish.guessImages)
        files.images = imagesBeside(files.dataset);
    control.report("Reading the data set");
    DatasetLook look;
    look.draft = destroyedInBackground(std::make_unique<ProjectDraft>(draftOf(files)));
    control.throwIfStopped();
    look.summary = summaryOf(*look.draft, control);
    const std::string& format = look.draft->project.format;
    look.format = QString::fromUtf8(datasetFormat(format).title.data(), qsizetype(datasetFormat(format).title.size()));
    look.wantsAnnotations = keepsAnnotationsApart(format);
    return look;
}

QString proposedProjectName(const QString& dataset)
{
    return QFileInfo(QDir::cleanPath(dataset)).completeBaseName();
}

QString proposedProjectPath(const QString& dataset, const QString& name)
{
    QString file = name.trimmed();
    file.replace('/', '-');
    while (file.startsWith('.'))
        file.remove(0, 1);
    if (file.isEmpty() || dataset.isEmpty())
        return {};
    return QDir(QFileInfo(QDir::cleanPath(dataset)).path()).filePath(file + kReviewSuffix);
}

} // namespace vbs
