#include "tests/support/test_main.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return vbs::test::runRegisteredTest(argc, argv);
}
