#include "core/checkpoint/pickle_globals.h"

#include <algorithm>
#include <array>

namespace vbs {

namespace {

using c10::ScalarType;

constexpr std::array kGlobals{
    PickleGlobal{"collections", "OrderedDict", PickleRole::Dict, {}},
    PickleGlobal{"torch._utils", "_rebuild_tensor", PickleRole::Tensor, {}},
    PickleGlobal{"torch._utils", "_rebuild_tensor_v2", PickleRole::Tensor, {}},
    PickleGlobal{"torch._utils", "_rebuild_tensor_v3", PickleRole::TypedTensor, {}},
    PickleGlobal{"torch._utils", "_rebuild_parameter", PickleRole::Parameter, {}},
    PickleGlobal{"torch._utils", "_rebuild_parameter_with_state", PickleRole::Parameter, {}},
    PickleGlobal{"torch", "Size", PickleRole::Tuple, {}},
    PickleGlobal{"torch", "device", PickleRole::Plain, {}},
    // Storages.
    PickleGlobal{"torch", "DoubleStorage", PickleRole::Storage, ScalarType::Double},
    PickleGlobal{"torch", "FloatStorage", PickleRole::Storage, ScalarType::Float},
    PickleGlobal{"torch", "HalfStorage", PickleRole::Storage, ScalarType::Half},
    PickleGlobal{"torch", "BFloat16Storage", PickleRole::Storage, ScalarType::BFloat16},
    PickleGlobal{"torch", "LongStorage", PickleRole::Storage, ScalarType::Long},
    PickleGlobal{"torch", "IntStorage", PickleRole::Storage, ScalarType::Int},
    PickleGlobal{"torch", "ShortStorage", PickleRole::Storage, ScalarType::Short},
    PickleGlobal{"torch", "CharStorage", PickleRole::Storage, ScalarType::Char},
    PickleGlobal{"torch", "ByteStorage", PickleRole::Storage, ScalarType::Byte},
    PickleGlobal{"torch", "BoolStorage", PickleRole::Storage, ScalarType::Bool},
    PickleGlobal{"torch", "UntypedStorage", PickleRole::Storage, {}},
    PickleGlobal{"torch.storage", "UntypedStorage", PickleRole::Storage, {}},
    // Element types, which stand among a training run's plain values.
    PickleGlobal{"torch", "float64", PickleRole::Type, ScalarType::Double},
    PickleGlobal{"torch", "float32", PickleRole::Type, ScalarType::Float},
    PickleGlobal{"torch", "float16", PickleRole::Type, ScalarType::Half},
    PickleGlobal{"torch", "bfloat16", PickleRole::Type, ScalarType::BFloat16},
    PickleGlobal{"torch", "int64", PickleRole::Type, ScalarType::Long},
    PickleGlobal{"torch", "int32", PickleRole::Type, ScalarType::Int},
    PickleGlobal{"torch", "int16", PickleRole::Type, ScalarType::Short},
    PickleGlobal{"torch", "int8", PickleRole::Type, ScalarType::Char},
    PickleGlobal{"torch", "uint8", PickleRole::Type, ScalarType::Byte},
    PickleGlobal{"torch", "bool", PickleRole::Type, ScalarType::Bool},
    // Types with which nothing is computed here; LibTorch's of the same width stand for them.
    PickleGlobal{"torch._utils", "_rebuild_qtensor", PickleRole::Tensor, {}},
    PickleGlobal{"torch", "per_tensor_affine", PickleRole::Plain, {}},
    PickleGlobal{"torch", "per_channel_affine", PickleRole::Plain, {}},
    PickleGlobal{"torch", "ComplexDoubleStorage", PickleRole::Storage, ScalarType::ComplexDouble, "complex128"},
    PickleGlobal{"torch", "ComplexFloatStorage", PickleRole::Storage, ScalarType::ComplexFloat, "complex64"},
    PickleGlobal{"torch", "QInt8Storage", PickleRole::Storage, ScalarType::Char, "qint8"},
    PickleGlobal{"torch", "QUInt8Storage", PickleRole::Storage, ScalarType::Byte, "quint8"},
    PickleGlobal{"torch", "QInt32Storage", PickleRole::Storage, ScalarType::Int, "qint32"},
    PickleGlobal{"torch", "complex128", PickleRole::Type, ScalarType::ComplexDouble, "complex128"},
    PickleGlobal{"torch", "complex64", PickleRole::Type, ScalarType::ComplexFloat, "complex64"},
    PickleGlobal{"torch", "complex32", PickleRole::Type, ScalarType::Int, "complex32"},
    PickleGlobal{"torch", "uint64", PickleRole::Type, ScalarType::Long, "uint64"},
    PickleGlobal{"torch", "uint32", PickleRole::Type, ScalarType::Int, "uint32"},
    PickleGlobal{"torch", "uint16", PickleRole::Type, ScalarType::Short, "uint16"},
    PickleGlobal{"torch", "float8_e4m3fn", PickleRole::Type, ScalarType::Byte, "float8_e4m3fn"},
    PickleGlobal{"torch", "float8_e5m2", PickleRole::Type, ScalarType::Byte, "float8_e5m2"},
    PickleGlobal{"torch", "float8_e4m3fnuz", PickleRole::Type, ScalarType::Byte, "float8_e4m3fnuz"},
    PickleGlobal{"torch", "float8_e5m2fnuz", PickleRole::Type, ScalarType::Byte, "float8_e5m2fnuz"},
    PickleGlobal{"torch", "float8_e8m0fnu", PickleRole::Type, ScalarType::Byte, "float8_e8m0fnu"},
    // Python's own harmless values, as protocol 2 writes them.
    PickleGlobal{"_codecs", "encode", PickleRole::Plain, {}}, // bytes
    PickleGlobal{"__builtin__", "set", PickleRole::Plain, {}},
    PickleGlobal{"builtins", "set", PickleRole::Plain, {}},
    PickleGlobal{"collections", "Counter", PickleRole::Plain, {}},
};

} // namespace

const PickleGlobal* findPickleGlobal(std::string_view module, std::string_view name)
{
    const auto row = std::find_if(kGlobals.begin(), kGlobals.end(), [&](const PickleGlobal& global) {
        return global.module == module && global.name == name;
    });
    return row == kGlobals.end() ? nullptr : &*row;
}

} // namespace vbs
