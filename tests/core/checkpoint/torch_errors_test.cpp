#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/checkpoint/torch_errors.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <functional>
#include <new>
#include <stdexcept>

using namespace vbs;

namespace {

Error errorOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const std::exception& e) {
        return asError(e);
    }
    return Error(ErrorCode::Internal, "no error");
}

} // namespace

class TorchErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speakInOneLine_data()
    {
        QTest::addColumn<std::function<void()>>("action");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("begin");
        using Action = std::function<void()>;
        const auto row = [](const char* name, Action action, ErrorCode code, const char* begin) {
            QTest::newRow(name) << action << int(code) << begin;
        };
        const auto thrown = [](const char* text) { return [text] { throw std::runtime_error(text); }; };
        row(
            "ours", [] { throw Error(ErrorCode::Mismatch, "They do not fit."); }, ErrorCode::Mismatch, "They do not");
        row(
            "stopped", [] { throw Error(ErrorCode::Cancelled, "Stopped."); }, ErrorCode::Cancelled, "Stopped.");
        row(
            "refused by the allocator", [] { at::empty({std::int64_t(1) << 56}); }, ErrorCode::TooLarge,
            "There is not enough free memory");
        row(
            "std::bad_alloc", [] { throw std::bad_alloc(); }, ErrorCode::TooLarge, "There is not enough free memory");
        row("a full GPU", thrown("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0)\nframe #0"),
            ErrorCode::TooLarge, "The GPU does not have enough free memory");
        row("cuBLAS on a full GPU", thrown("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate`"),
            ErrorCode::TooLarge, "The GPU does not have enough free memory");
        row(
            "shapes that do not fit",
            [] {
                at::ones({2, 3}).mm(at::ones({2, 3}));
            },
            ErrorCode::Internal, "LibTorch reported an error: mat1 and mat2 shapes cannot be multiplied");
        row("something else", thrown("odd\nframe #0"), ErrorCode::Internal, "An unexpected error occurred: odd");
    }

    void speakInOneLine()
    {
        QFETCH(std::function<void()>, action);
        QFETCH(int, code);
        QFETCH(QString, begin);
        const Error error = errorOf(action);
        const QString text = error.what();
        QVERIFY2(text.startsWith(begin), qPrintable(text));
        QVERIFY2(!text.contains('\n') && !text.contains("frame #"), qPrintable(text));
        QCOMPARE(int(error.code()), code);
    }
};

VBS_TEST_MAIN(TorchErrorsTest)
#include "torch_errors_test.moc"
