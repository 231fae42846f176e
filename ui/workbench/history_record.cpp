#include "ui/workbench/history_record.h"

#include "core/base/error.h"
#include "core/report/result_record.h"
#include "ui/util/qt_bridge.h"

#include <QBuffer>
#include <QDir>

namespace vbs {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(AnswerOrigin, date, program, pack, packTitle, packManifest)

namespace {

// Of the format: increased when an older program would misread a record, not when keys are added.
constexpr int kVersion = 1;

std::string base64Of(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toBase64().toStdString();
}

QImage imageOfBase64(const std::string& text)
{
    return QImage::fromData(QByteArray::fromBase64(QByteArray::fromStdString(text)), "PNG");
}

Json recordOf(const OpenPicture& picture, const QString& own, const QImage& thumbnail)
{
    return {{"path", picture.path.toStdString()},
            {"own", own.toStdString()},
            {"name", picture.name.toStdString()},
            {"digest", picture.digest.toStdString()},
            {"thumbnail", base64Of(thumbnail)}};
}

QString textOf(const Json& record, const char* key)
{
    return toQString(record.at(key).get<std::string>());
}

/// A bare name, so that no record leads out of the folder.
QString ownOf(const Json& record)
{
    const QString name = textOf(record, "own");
    if (name.contains('/') || name.contains('\\') || name.startsWith('.'))
        throw Error(ErrorCode::CorruptData, sentence("A record of the history names a picture outside its folder."));
    return name;
}

OpenPicture pictureOf(const Json& record, const QString& folder)
{
    OpenPicture picture;
    const QString own = ownOf(record);
    picture.path = own.isEmpty() ? textOf(record, "path") : QDir(folder).filePath(own);
    picture.name = textOf(record, "name");
    picture.digest = toQString(record.value("digest", std::string()));
    picture.key = picture.path;
    return picture;
}

Json recordOf(const RegionChoice& choice)
{
    Json json = {{"minimumPercent", choice.filter.minimumPercent}, {"maximumCount", choice.filter.maximumCount}};
    if (choice.own)
        json["own"] = recordOf(*choice.own);
    return json;
}

RegionChoice choiceOf(const Json& record)
{
    RegionChoice choice;
    choice.filter = {record.value("minimumPercent", choice.filter.minimumPercent),
                     record.value("maximumCount", choice.filter.maximumCount)};
    if (record.contains("own"))
        choice.own = regionsOfRecord(record["own"]);
    return choice;
}

Json recordOf(const Answered& answered)
{
    std::vector<std::string> choices;
    for (const QString& choice : answered.choices)
        choices.push_back(choice.toStdString());
    Json json = {{"task", taskSpec(answered.task).id().toStdString()},
                 {"question", answered.question.toStdString()},
                 {"choices", choices},
                 {"why", recordOf(answered.why)},
                 {"regions", recordOf(answered.choice)},
                 {"removed", answered.removed},
                 {"rightRemoved", answered.rightRemoved},
                 {"result", recordOf(answered.result)},
                 {"origin", answered.origin},
                 {"shortened", answered.shortened}};
    if (taskSpec(answered.task).twoPictures())
        json["rightRegions"] = recordOf(answered.rightChoice);
    return json;
}

Task taskOf(const Json& record)
{
    const std::string id = record.at("task");
    for (const TaskSpec& spec : taskTable()) {
        if (id == spec.id().toStdString())
            return spec.task;
    }
    throw Error(ErrorCode::CorruptData, sentence("There is no task named %1.", id));
}

Answered answeredOf(const Json& record)
{
    Answered answered;
    answered.task = taskOf(record);
    answered.question = textOf(record, "question");
    for (const std::string& choice : record.value("choices", std::vector<std::string>()))
        answered.choices << toQString(choice);
    if (record.contains("why"))
        answered.why = explanationRequestOfRecord(record["why"]);
    if (record.contains("regions"))
        answered.choice = choiceOf(record["regions"]);
    answered.removed = record.value("removed", std::vector<bool>());
    answered.rightRemoved = record.value("rightRemoved", std::vector<bool>());
    if (record.contains("rightRegions")) {
        answered.rightChoice = choiceOf(record["rightRegions"]);
    } else if (taskSpec(answered.task).twoPictures()) { // older cards: one filter for both pictures
        answered.rightChoice.filter = answered.choice.filter;
        if (record.contains("rightOwn"))
            answered.rightChoice.own = regionsOfRecord(record["rightOwn"]);
    }
    answered.result = resultOfRecord(record.at("result"));
    // The other ways are what a pack does by itself.
    if (answered.result.phraseSource == PhraseSource::Hiding)
        answered.findBy = PhraseSource::Hiding;
    answered.origin = record.value("origin", answered.origin);
    answered.shortened = record.value("shortened", answered.shortened);
    return answered;
}

} // namespace

Json recordOf(const HistoryEntry& entry, const PictureFiles& own)
{
    Json json = {{"version", kVersion},
                 {"starred", entry.starred},
                 {"picture", recordOf(entry.picture, own.left, entry.thumbnail)},
                 {"answered", recordOf(entry.answered)}};
    if (entry.rightPicture)
        json["rightPicture"] = recordOf(*entry.rightPicture, own.right, entry.rightThumbnail);
    if (entry.before)
        json["before"] = recordOf(*entry.before);
    return json;
}

PictureFiles pictureFilesOfRecord(const Json& record)
{
    try {
        return {ownOf(record.at("picture")),
                record.contains("rightPicture") ? ownOf(record["rightPicture"]) : QString()};
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, sentence("This is not a record of the history."));
    }
}

HistoryEntry entryOfRecord(const Json& record, const QString& folder)
{
    try {
        if (record.at("version") > kVersion)
            throw Error(ErrorCode::CorruptData, sentence("A later version of the program wrote this card."));
        HistoryEntry entry;
        entry.picture = pictureOf(record.at("picture"), folder);
        entry.thumbnail = imageOfBase64(record["picture"].at("thumbnail"));
        entry.answered = answeredOf(record.at("answered"));
        entry.starred = record.value("starred", entry.starred);
        if (record.contains("rightPicture")) {
            entry.rightPicture = pictureOf(record["rightPicture"], folder);
            entry.rightThumbnail = imageOfBase64(record["rightPicture"].at("thumbnail"));
        }
        if (record.contains("before"))
            entry.before = answeredOf(record["before"]);
        return entry;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::CorruptData, sentence("This is not a record of the history."));
    }
}

} // namespace vbs
