#include "tests/support/test_main.h"

#include <QMetaMethod>

#include <cstdio>
#include <map>
#include <string_view>

namespace vbs::test {
namespace {

struct Entry {
    const QMetaObject* testClass = nullptr;
    TestRun run = nullptr;
    TestRun child = nullptr;
};

// Filled before main, in any order, hence a function's variable.
std::map<QString, Entry>& entries()
{
    static std::map<QString, Entry> all;
    return all;
}

bool holdsTests(const QMetaObject& testClass)
{
    for (int i = testClass.methodOffset(); i < testClass.methodCount(); ++i) {
        const QMetaMethod method = testClass.method(i);
        const QByteArray name = method.name();
        const bool prepares = name == "initTestCase" || name == "cleanupTestCase" || name == "init" ||
                              name == "cleanup" || name.endsWith("_data");
        if (method.methodType() == QMetaMethod::Slot && method.access() == QMetaMethod::Private &&
            method.parameterCount() == 0 && !prepares)
            return true;
    }
    return false;
}

} // namespace

QString testName(const char* sourceFile)
{
    QString name = "/" + QString::fromUtf8(sourceFile);
    name = name.mid(name.lastIndexOf("/tests/") + 7);
    if (name.endsWith("_test.cpp"))
        name.chop(9);
    return name.replace('/', '.');
}

bool registerTest(const char* sourceFile, const QMetaObject& testClass, TestRun run)
{
    Entry& entry = entries()[testName(sourceFile)];
    entry.testClass = &testClass;
    entry.run = run;
    return true;
}

bool registerChild(const char* sourceFile, TestRun run)
{
    entries()[testName(sourceFile)].child = run;
    return true;
}

QStringList childArguments(const char* sourceFile, const QStringList& arguments)
{
    return QStringList{"--file", testName(sourceFile), "--child"} + arguments;
}

int runRegisteredTest(int argc, char** argv)
{
    const QString name = argc > 2 && std::string_view(argv[1]) == "--file" ? QString::fromUtf8(argv[2]) : QString();
    const auto found = entries().find(name);
    if (found == entries().end() || !found->second.run) {
        std::fprintf(stderr, "Which file? Pass --file and one of these names, then Qt Test's arguments:\n");
        for (const auto& [known, entry] : entries())
            std::fprintf(stderr, "  %s\n", qPrintable(known));
        return 2;
    }
    argv[2] = argv[0];
    argv += 2;
    argc -= 2;
    const Entry& entry = found->second;
    if (argc > 1 && std::string_view(argv[1]) == "--child") {
        argv[1] = argv[0];
        return entry.child ? entry.child(argc - 1, argv + 1) : 2;
    }
    if (!holdsTests(*entry.testClass)) {
        std::fprintf(stderr, "%s holds no test (private slots of %s).\n", qPrintable(name),
                     entry.testClass->className());
        return 2;
    }
    return entry.run(argc, argv);
}

} // namespace vbs::test
