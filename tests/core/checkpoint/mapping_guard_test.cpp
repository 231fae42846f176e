#include "core/checkpoint/mapped_file.h"

#include "tests/support/test_main.h"
#include "tests/support/text_files.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace vbs;

namespace {

constexpr std::size_t kBytes = 1u << 20;

/// Maps the file, cuts it as another program might, and touches what is lost. @returns 0: nothing happened.
int touchLostBytes(int argc, char** argv)
{
    const MappedFile other(argv[argc - 2]), file(argv[argc - 1]);
    if (::truncate(argv[argc - 1], 10) != 0)
        return 3;
    volatile std::byte* bytes = file.data();
    return bytes[kBytes / 2] == std::byte('x') ? 4 : 0;
}

} // namespace

class MappingGuardTest : public QObject, private TextFiles {
    Q_OBJECT

private Q_SLOTS:
    void namesTheFileThatWasCut();
};

void MappingGuardTest::namesTheFileThatWasCut()
{
    const auto other = write("other", std::string(kBytes, 'x')), file = write("cut", std::string(kBytes, 'x'));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                vbs::test::childArguments(__FILE__, {QString::fromStdString(other), QString::fromStdString(file)}));
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QCOMPARE(child.exitCode(), 1);
    QCOMPARE(QString::fromUtf8(child.readAllStandardError()),
             QString("visualbert: error: %1 was cut short or became unreadable while it was in use.\n")
                 .arg(QString::fromStdString(file)));
}

VBS_TEST_MAIN(MappingGuardTest)
VBS_TEST_CHILD(touchLostBytes)
#include "mapping_guard_test.moc"
