#include "core/image/opencv_log.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    vbs::silenceOpenCv();
    const QCoreApplication application(argc, argv);
    return vbs::test::runRegisteredTest(argc, argv);
}
