#pragma once

#include <QTest>

namespace vbs::test {

/// Runs a test class as its own program would; the arguments are those of Qt Test. @returns its exit status.
using TestRun = int (*)(int argc, char** argv);

/// Enters the test class of one source file under its ctest name, so that the room's executable can run it.
/// @returns true, so that it can start a static variable.
bool registerTest(const char* sourceFile, const QMetaObject& testClass, TestRun run);

/// Enters a function that a test starts as a process of its own: `--file NAME --child ARGUMENTS`.
bool registerChild(const char* sourceFile, TestRun run);

/// core/text/unicode_test.cpp below tests/ is core.text.unicode.
QString testName(const char* sourceFile);

/// The arguments that start this file's child process with the program that runs now.
QStringList childArguments(const char* sourceFile, const QStringList& arguments);

/// The room's main: `--file NAME` and Qt Test's arguments. An unknown name and a class without a test are errors.
int runRegisteredTest(int argc, char** argv);

} // namespace vbs::test

/// Stands at the end of every test file in the place of QTEST_MAIN. What application object there is, the room decides:
/// a QApplication in ui, a QCoreApplication elsewhere.
#define VBS_TEST_MAIN(Class)                                                                                           \
    [[maybe_unused]] static const bool vbsTestIsRegistered =                                                           \
        vbs::test::registerTest(__FILE__, Class::staticMetaObject, [](int argc, char** argv) {                         \
            Class test;                                                                                                \
            return QTest::qExec(&test, argc, argv);                                                                    \
        });

/// Lets this file's test start `function(argc, argv)` as a process of its own (see childArguments).
#define VBS_TEST_CHILD(function)                                                                                       \
    [[maybe_unused]] static const bool vbsChildIsRegistered = vbs::test::registerChild(__FILE__, function);
