# Finds LibTorch and offers it as the target vbs_torch.
# Debian's libtorch-dev by default; any other by CMAKE_PREFIX_PATH or Torch_DIR.
set(VBS_SAVED_CXX_FLAGS "${CMAKE_CXX_FLAGS}")
find_package(Torch REQUIRED)
set(CMAKE_CXX_FLAGS "${VBS_SAVED_CXX_FLAGS}")
add_library(vbs_torch INTERFACE)
target_link_libraries(vbs_torch INTERFACE ${TORCH_LIBRARIES})
target_include_directories(vbs_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
# TORCH_CXX_FLAGS may hold the library's C++ ABI choice.
separate_arguments(vbs_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(vbs_torch INTERFACE ${vbs_torch_flags})
message(STATUS "LibTorch ${Torch_VERSION}: ${Torch_DIR}")
