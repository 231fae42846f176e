# Finds LibTorch and offers it as the target vbs_torch.
# Debian's libtorch-dev by default; any other by CMAKE_PREFIX_PATH or Torch_DIR.
set(VBS_SAVED_CXX_FLAGS "${CMAKE_CXX_FLAGS}")
# Its own file looks for its parts in the system's folders first, where Debian's may lie beside those that are meant.
find_file(vbs_torch_config TorchConfig.cmake HINTS "${Torch_DIR}" PATHS ${CMAKE_PREFIX_PATH} ENV CMAKE_PREFIX_PATH
    PATH_SUFFIXES Torch share/cmake/Torch NO_DEFAULT_PATH NO_CACHE)
if(vbs_torch_config)
    get_filename_component(vbs_torch_parts "${vbs_torch_config}/../.." ABSOLUTE)
    get_filename_component(vbs_torch_libraries "${vbs_torch_parts}/../../lib" ABSOLUTE)
    list(PREPEND CMAKE_PREFIX_PATH "${vbs_torch_parts}")
    list(PREPEND CMAKE_LIBRARY_PATH "${vbs_torch_libraries}")
endif()
find_package(Torch REQUIRED)
set(CMAKE_CXX_FLAGS "${VBS_SAVED_CXX_FLAGS}")
add_library(vbs_torch INTERFACE)
target_link_libraries(vbs_torch INTERFACE ${TORCH_LIBRARIES})
target_include_directories(vbs_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
# TORCH_CXX_FLAGS may hold the library's C++ ABI choice.
separate_arguments(vbs_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(vbs_torch INTERFACE ${vbs_torch_flags})
# Whether LibTorch shares the system's oneDNN, or brings one of its own inside.
get_filename_component(vbs_torch_lib_dir "${TORCH_LIBRARY}" DIRECTORY)
execute_process(COMMAND ${CMAKE_READELF} -d ${vbs_torch_lib_dir}/libtorch_cpu.so
    OUTPUT_VARIABLE vbs_torch_needs ERROR_QUIET)
if(vbs_torch_needs MATCHES "libdnnl\\.so")
    # Its own CMake files ask for OpenCL, which is of no use here.
    find_library(VBS_DNNL dnnl REQUIRED)
    find_path(VBS_DNNL_INCLUDE dnnl.hpp REQUIRED)
    set(VBS_KERNELS onednn)
else()
    set(VBS_KERNELS aten)
endif()
# What connects several processes: c10d, over Gloo or NCCL. Their headers are the library's own or those that it was built
# with, and may be missing though the library has it; so it is tried. Not with LibTorch's targets: those of 2.13 name
# others that a project of one file does not know.
set(vbs_torch_groups)
get_target_property(vbs_torch_definitions torch_cpu INTERFACE_COMPILE_DEFINITIONS)
set(vbs_torch_probe_flags ${vbs_torch_definitions})
list(FILTER vbs_torch_probe_flags EXCLUDE REGEX "^-D|[$]<|NOTFOUND$")
list(TRANSFORM vbs_torch_probe_flags PREPEND -D)
set(vbs_torch_probe_includes ${TORCH_INCLUDE_DIRS} ${CUDA_INCLUDE_DIRS} ${CUDAToolkit_INCLUDE_DIRS})
foreach(group GLOO NCCL)
    if(NOT "${vbs_torch_definitions}" MATCHES "USE_C10D_${group}" OR (group STREQUAL NCCL AND NOT TARGET torch_cuda))
        continue()
    endif()
    if(NOT VBS_C10D_${group}_COMPILES) # the headers may have come since
        unset(VBS_C10D_${group}_COMPILES CACHE)
    endif()
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
    try_compile(VBS_C10D_${group}_COMPILES ${CMAKE_BINARY_DIR}/c10d-${group}
        ${CMAKE_CURRENT_LIST_DIR}/../tuning/c10d_probe.cc
        CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${vbs_torch_probe_includes}"
        COMPILE_DEFINITIONS -DVBS_C10D_${group} -fPIC ${vbs_torch_flags} ${vbs_torch_probe_flags}
        CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON)
    unset(CMAKE_TRY_COMPILE_TARGET_TYPE)
    if(VBS_C10D_${group}_COMPILES)
        list(APPEND vbs_torch_groups VBS_C10D_${group})
    endif()
endforeach()
string(REPLACE "VBS_C10D_" "" vbs_torch_group_names "${vbs_torch_groups}")
if(NOT vbs_torch_groups)
    set(vbs_torch_group_names "nothing (Debian: libgloo-dev)")
endif()
message(STATUS "LibTorch ${Torch_VERSION}: ${Torch_DIR}; inference kernels: ${VBS_KERNELS}; "
    "processes train together over: ${vbs_torch_group_names}")
