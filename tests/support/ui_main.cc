#include "core/image/opencv_log.h"
#include "tests/support/test_main.h"
#include "ui/util/language.h"

#include <QApplication>

int main(int argc, char** argv)
{
    vbs::silenceOpenCv();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const QApplication application(argc, argv);
    vbs::speak("en"); // its plurals
    return vbs::test::runRegisteredTest(argc, argv);
}
