#include "core/runtime/process_setup.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

/// On one thread, so that sums are the same on every machine; a test may take more.
int main(int argc, char** argv)
{
    vbs::setUpProcess();
    vbs::setComputeThreads(1);
    const QCoreApplication application(argc, argv);
    return vbs::test::runRegisteredTest(argc, argv);
}
