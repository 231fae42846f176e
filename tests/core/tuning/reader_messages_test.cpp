#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/torch_errors.h"
#include "core/data/feature_tsv.h"
#include "core/datasets/box_file.h"
#include "core/datasets/dataset_formats.h"
#include "core/detector/visual_genome/vg_config.h"
#include "core/image/image_io.h"
#include "core/nn/visual_bert/visual_bert_inspection.h"
#include "core/pack/answer_vocabulary.h"
#include "core/pack/model_pack.h"
#include "core/regions/extractor_choice.h"
#include "core/regions/region_file.h"
#include "core/text/vocabulary.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <functional>
#include <random>
#include <unistd.h>

using namespace vbs;
namespace fs = std::filesystem;

namespace {

/// What only a programmer of the library in question understands.
constexpr const char* kForeignWords[] = {"json.exception", "parse_error", "type_error",   "OpenCV(", "imdecode",
                                         "frame #",        "c10::",       "at::",         "std::",   "basic_",
                                         "libpng",         "TIFF:",       "enforce fail", "stoi",    "yaml-cpp",
                                         "errno",          "what()"};

constexpr qint64 kLargest = 256 << 10; // larger fixtures are of the same kinds

struct Reader {
    const char* name;
    std::function<void(const fs::path&)> read;
};

void openDataset(const DatasetFormat& format, const fs::path& file)
{
    const auto dataset = format.open({file, file, file.parent_path()}, {});
    for (std::size_t i = 0; i < std::min<std::size_t>(dataset->count(), 5); ++i)
        dataset->at(i);
}

std::vector<Reader> readers()
{
    std::vector<Reader> all = {
        {"checkpoint", [](const fs::path& file) { inspectCheckpoint(file); }},
        {"config.json", [](const fs::path& file) { readVisualBertConfig(file); }},
        {"boxes", [](const fs::path& file) { BoxFile::open(file); }},
        {"picture", [](const fs::path& file) { readImage(file); }},
        {"picture's size", [](const fs::path& file) { readImageSize(file); }},
        {"region file", [](const fs::path& file) { readRegionFile(file); }},
        {"feature TSV", [](const fs::path& file) { FeatureTsv::open(file); }},
        {"vocabulary", [](const fs::path& file) { Vocabulary read(file); }},
        {"answers", [](const fs::path& file) { AnswerVocabulary::fromFile(file); }},
        {"detector's YAML", [](const fs::path& file) { readVgConfigYaml(file); }},
        {"extractor's weights",
         [](const fs::path& file) {
             createRegionExtractor(chooseExtractor({"resnet18", {}, file, {}, "float32"}), "cpu");
         }},
        {"pack",
         [](const fs::path& file) {
             fs::copy_file(file, file.parent_path() / "pack.json", fs::copy_options::overwrite_existing);
             readPack(file.parent_path());
         }},
        {"extractor's config.json",
         [](const fs::path& file) {
             fs::copy_file(file, file.parent_path() / "config.json", fs::copy_options::overwrite_existing);
             createRegionExtractor(chooseExtractor({file.parent_path().string(), {}, {}, {}, "float32"}), "cpu");
         }},
    };
    for (const DatasetFormat& format : datasetFormats())
        all.push_back({format.name.data(), [&format](const fs::path& file) { openDataset(format, file); }});
    return all;
}

/// Everything that is written to standard error while it lives: libraries have lines of their own.
class StandardError {
public:
    StandardError() : m_before(::dup(STDERR_FILENO)), m_file(::open("/tmp", O_TMPFILE | O_RDWR, 0600))
    {
        ::dup2(m_file, STDERR_FILENO);
    }
    ~StandardError()
    {
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
        ::close(m_file);
    }
    std::string text() const
    {
        std::string text(4096, '\0');
        const ssize_t count = ::pread(m_file, text.data(), text.size(), 0);
        text.resize(count > 0 ? std::size_t(count) : 0);
        return text;
    }

private:
    int m_before, m_file;
};

/// What is wrong with the sentence; empty: nothing.
QString faultOf(const std::string& sentence)
{
    for (const char* word : kForeignWords)
        if (sentence.find(word) != std::string::npos)
            return QString("it holds \"%1\"").arg(word);
    if (sentence.find('\n') != std::string::npos)
        return "it has several lines";
    if (sentence.size() < 10 || sentence.back() != '.')
        return "it is no whole sentence";
    return {};
}

} // namespace

/// Whatever a file holds, whoever reads it: one sentence of ours, and nothing of a library's.
class ReaderMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFixture_data();
    void everyFixture();

private:
    void readAll(const QByteArray& contents, const QString& suffix);

    QTemporaryDir m_folder;
};

void ReaderMessagesTest::everyFixture_data()
{
    QTest::addColumn<QString>("file");
    QDirIterator files(vbs::test::dataFolder(), QDir::Files, QDirIterator::Subdirectories);
    const QDir folder(vbs::test::dataFolder());
    int count = 0;
    while (files.hasNext()) {
        const QString file = files.next();
        if (files.fileInfo().size() > kLargest || ++count % 6 != 0) // a sixth is of every kind
            continue;
        QTest::newRow(qPrintable(folder.relativeFilePath(file))) << file;
    }
    QVERIFY(count > 300);
}

void ReaderMessagesTest::everyFixture()
{
    QFETCH(QString, file);
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray whole = source.readAll();
    const QString suffix = "." + QFileInfo(file).suffix();
    readAll(whole, suffix);
    readAll(whole.left(whole.size() / 2), suffix);
    std::mt19937 random(static_cast<unsigned>(whole.size()));
    QByteArray changed = whole;
    for (int i = 0; i < 3 && !changed.isEmpty(); ++i)
        changed[int(random() % unsigned(std::min<qsizetype>(changed.size(), 400)))] ^= char(1 << random() % 8);
    readAll(changed, suffix);
}

void ReaderMessagesTest::readAll(const QByteArray& contents, const QString& suffix)
{
    const QString path = m_folder.filePath("file" + suffix);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contents);
    file.close();
    for (const Reader& reader : readers()) {
        std::string said;
        const StandardError libraries;
        try {
            reader.read(path.toStdString());
        } catch (const Error& e) {
            said = e.what();
        } catch (const std::exception& e) { // commands and the window pass it through this
            said = asError(e).what();
        }
        const QString fault = said.empty() ? QString() : faultOf(said);
        QVERIFY2(fault.isEmpty(), qPrintable(QString("%1: %2: %3").arg(reader.name, fault, said.c_str())));
        const std::string foreign = libraries.text();
        QVERIFY2(foreign.empty(), qPrintable(QString("%1 writes %2").arg(reader.name, foreign.c_str())));
    }
}

VBS_TEST_MAIN(ReaderMessagesTest)
#include "reader_messages_test.moc"
